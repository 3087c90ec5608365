import { xmlName, xmlSpace } from './xmlCharacters';
import type { XmlCursor } from './xmlCursor';

const publicCharacters = ' \\r\\n\\w\\-()+,./:=?;!*#@$%';
const externalId = new RegExp(
	`(?:SYSTEM|PUBLIC${xmlSpace}+(?:"[${publicCharacters}']*"|'[${publicCharacters}]*'))` +
		`${xmlSpace}+(?:"[^"]*"|'[^']*')${xmlSpace}*`,
	'y',
);
const entityDeclaration = new RegExp(`<!ENTITY${xmlSpace}+(${xmlName})${xmlSpace}`, 'uy');

/** Passes over a DOCTYPE, if there is one, and returns the names of the entities that it declares. */
export function readDoctype(cursor: XmlCursor): string[] {
	if (!cursor.skip('<!DOCTYPE')) {
		return [];
	}
	cursor.needSpace();
	cursor.name('the name of the root element');
	if (cursor.space()) {
		cursor.match(externalId);
	}
	const entities = cursor.skip('[') ? internalSubset(cursor) : [];
	cursor.space();
	cursor.need('>', 'The DOCTYPE does not end');
	return entities;
}

function internalSubset(cursor: XmlCursor): string[] {
	const entities: string[] = [];
	for (;;) {
		cursor.miscellany();
		if (cursor.skip(']')) {
			return entities;
		}
		if (cursor.skip('%')) {
			cursor.name('the name of an entity');
			cursor.need(';', 'The reference does not end');
			continue;
		}
		const entity = cursor.peek(entityDeclaration)?.[1];
		if (entity !== undefined) {
			entities.push(entity);
		}
		cursor.need('<!', 'The DOCTYPE does not end');
		markupDeclaration(cursor);
	}
}

function markupDeclaration(cursor: XmlCursor): void {
	const start = cursor.at;
	while (!cursor.skip('>')) {
		const character = cursor.text[cursor.at];
		if (character === undefined || character === '<') {
			cursor.fail('A declaration does not end', start);
		}
		cursor.at++;
		if (character === '"' || character === "'") {
			cursor.through(character, 'A quoted value does not end');
		}
	}
}
