import { XMLValidator } from 'fast-xml-parser';

/** The root element of a well-formed document, or the first reason why the text is none, with its place. */
export type XmlCheck = RootTag | { readonly problem: string };

interface RootTag {
	readonly root: string;
	readonly attributes: ReadonlyMap<string, string>;
}

const space = '[ \\t\\r\\n]';
// https://www.w3.org/TR/xml/#NT-NameStartChar
const nameStart =
	':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}' +
	'\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const name = `[${nameStart}][${nameStart}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}]*`;
const quoted = `(?:"[^"]*"|'[^']*')`;
const comment = '<!--(?:(?!--)[^])*-->';
const instruction = `<\\?(?!xml(?:${space}|\\?))${name}(?:${space}(?:(?!\\?>)[^])*)?\\?>`;
const attribute = `${space}+(${name})${space}*=${space}*("[^<"]*"|'[^<']*')`;

const declaration = new RegExp(
	`^\\uFEFF?(?:<\\?xml${space}+version${space}*=${space}*(["'])1\\.\\d+\\1` +
		`(?:${space}+encoding${space}*=${space}*(["'])[A-Za-z][\\w.-]*\\2)?` +
		`(?:${space}+standalone${space}*=${space}*(["'])(?:yes|no)\\3)?${space}*\\?>)?`,
);
const doctype = new RegExp(
	`(?:${comment}|${instruction}|${space})*(?:<!DOCTYPE${space}+${name}(?:${space}+(?:SYSTEM|PUBLIC${space}+(?:"[\\w \\r\\n\\-()+,./:=?;!*#@$%']*"|` +
		`'[\\w \\r\\n\\-()+,./:=?;!*#@$%]*'))${space}+${quoted})?${space}*` +
		`(?:\\[((?:${comment}|${instruction}|%${name};|<![A-Z](?:[^<>"']|${quoted})*>|${space})*)\\]${space}*)?>)?`,
	'uy',
);
const piece = new RegExp(
	`(${comment}|${instruction}|<!\\[CDATA\\[(?:(?!\\]\\]>)[^])*\\]\\]>)|<(/?)(${name})((?:${attribute})*)${space}*/?>|([^<]+)`,
	'uy',
);
const reference = new RegExp(`&(?:#(\\d{1,10})|#x([0-9A-Fa-f]{1,8})|(${name}));`, 'uy');
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** fast-xml-parser says which tags and attributes do not match; what else makes a text malformed, it lets pass. */
export function checkXml(text: string): XmlCheck {
	const wrong = illegal.exec(text);
	if (wrong) {
		return problemAt(text, wrong.index, 'A character that XML does not allow');
	}
	doctype.lastIndex = declaration.exec(text)?.[0].length ?? 0;
	const [, declarations = ''] = doctype.exec(text) ?? [];
	const entities = new Set(['lt', 'gt', 'amp', 'quot', 'apos']);
	for (const [, entity] of declarations.matchAll(new RegExp(`<!ENTITY${space}+(${name})`, 'gu'))) {
		entities.add(String(entity));
	}
	const start = doctype.lastIndex;
	let root: RootTag | undefined;
	let depth = 0;
	for (let at = start; at < text.length; at = piece.lastIndex) {
		piece.lastIndex = at;
		const [whole, aside, slash, tag, attributes = '', , , characters = ''] = piece.exec(text) ?? [];
		if (whole === undefined) {
			return problemAt(text, at, 'Malformed markup');
		}
		const isOutside = tag === undefined ? isText(aside ?? characters) : root !== undefined;
		if (depth === 0 && isOutside) {
			return problemAt(text, at, 'Something stands beside the root element');
		}
		const slip = aside === undefined ? wrongReference(whole, entities) : undefined;
		if (slip !== undefined) {
			return problemAt(text, at + slip, 'A & that stands for nothing');
		}
		if (characters.includes(']]>')) {
			return problemAt(text, at + characters.indexOf(']]>'), 'A ]]> outside of CDATA');
		}
		if (tag !== undefined) {
			root ??= { root: tag, attributes: new Map(attributesIn(attributes)) };
			depth += slash ? -1 : whole.endsWith('/>') ? 0 : 1;
		}
	}
	if (!root) {
		return problemAt(text, start, 'The root element is missing');
	}
	// Blank, because the validator would stumble over declarations.
	// eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is another package, with the same in it
	const checked = XMLValidator.validate(text.slice(0, start).replace(/[^\r\n]/g, ' ') + text.slice(start));
	return checked === true
		? root
		: { problem: `${checked.err.msg} (line ${checked.err.line}, column ${checked.err.col})` };
}

function isText(aside: string): boolean {
	return aside.startsWith('<![') || /^[^<]*[^< \t\r\n]/.test(aside);
}

function* attributesIn(text: string): Generator<readonly [name: string, value: string]> {
	for (const [, key = '', value = ''] of text.matchAll(new RegExp(attribute, 'gu'))) {
		yield [key, value.slice(1, -1)];
	}
}

function wrongReference(text: string, entities: ReadonlySet<string>): number | undefined {
	for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
		reference.lastIndex = at;
		const [whole, decimal, hexadecimal, entity] = reference.exec(text) ?? [];
		const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
		const isRight = entity === undefined ? isLegal(code) : entities.has(entity);
		if (whole === undefined || !isRight) {
			return at;
		}
	}
	return undefined;
}

function isLegal(code: number): boolean {
	return code <= 0x10ffff && !illegal.test(String.fromCodePoint(code));
}

function problemAt(text: string, offset: number, problem: string): XmlCheck {
	const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
	return { problem: `${problem} (line ${lines.length}, column ${(lines.at(-1) ?? '').length + 1})` };
}
