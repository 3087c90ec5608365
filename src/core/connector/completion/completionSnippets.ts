import { escapeAttribute } from '../../xml/values';
import type { ElementWords } from '../vocabulary/words';

/** A text as a snippet has it, without stops. */
function plainSnippet(text: string): string {
	return text.replace(/[\\$}]/g, '\\$&');
}

/** What is written for an element behind its `<`: its name, the attributes that it needs, and its end. */
export function elementSnippet(
	name: string,
	words: ElementWords | undefined,
	parent: string | undefined,
): string {
	let stops = 0;
	let tag = plainSnippet(name);
	for (const [attribute, each] of Object.entries(words?.attributes ?? {})) {
		const { inSnippet, values, usualIn } = each;
		if (!inSnippet) {
			continue;
		}
		const only = parent === undefined ? undefined : usualIn?.[parent];
		const usual = only ?? each.usual;
		const text = plainSnippet(escapeAttribute(usual ?? '', '"'));
		const isFixed = only !== undefined || (usual !== undefined && values?.length === 1);
		tag += ` ${attribute}="${isFixed ? text : stop(++stops, text)}"`;
	}
	if (!words) {
		return `${tag}$0>`;
	}
	const end = `</${plainSnippet(name)}>`;
	if (words.texts) {
		const [first, ...others] = words.texts;
		const text = first === undefined ? '' : `|${[first, ...others].join(',')}|`;
		return `${tag}>${stop(++stops, text)}${end}$0`;
	}
	return words.children.length === 0 || words.isOftenEmpty ? `${tag}$0/>` : `${tag}>\n\t$0\n${end}`;
}

/** What is written for an attribute. */
export function attributeSnippet(name: string, values: readonly string[] | undefined): string {
	const [only, ...others] = values ?? [];
	const text = only !== undefined && others.length === 0 ? plainSnippet(escapeAttribute(only, '"')) : '';
	return `${plainSnippet(name)}="${text || '$1'}"$0`;
}

function stop(number: number, text: string): string {
	if (text === '') {
		return `$${number}`;
	}
	return text.startsWith('|') ? `\${${number}${text}}` : `\${${number}:${text}}`;
}
