import { XMLValidator } from 'fast-xml-parser';

/** The root element of a well-formed document, or the first problem with its line and column. */
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
const attribute = `${space}+(${name})${space}*=${space}*("[^<"]*"|'[^<']*')`;

const declaration = new RegExp(
	`\\uFEFF?(?:<\\?xml${space}+version${space}*=${space}*(["'])1\\.\\d+\\1` +
		`(?:${space}+encoding${space}*=${space}*(["'])[A-Za-z][\\w.-]*\\2)?` +
		`(?:${space}+standalone${space}*=${space}*(["'])(?:yes|no)\\3)?${space}*\\?>)?`,
	'y',
);
const doctype = new RegExp(
	`<!DOCTYPE${space}+${name}(?:${space}+(?:SYSTEM|PUBLIC${space}+(?:"[\\w \\r\\n\\-()+,./:=?;!*#@$%']*"|` +
		`'[\\w \\r\\n\\-()+,./:=?;!*#@$%]*'))${space}+${quoted})?${space}*(\\[)?`,
	'uy',
);
const inSubset = new RegExp(
	`%${name};|<!ENTITY${space}+(${name})(?:[^<>"']+|${quoted})*>|<![A-Z](?:[^<>"']+|${quoted})*>|${space}+`,
	'uy',
);
const endOfSubset = new RegExp(`\\]${space}*>`, 'y');
const instruction = new RegExp(`<\\?(?!xml(?:${space}|\\?))${name}(?:${space}|(?=\\?>))`, 'uy');
const tagOrText = new RegExp(`<(/?)(${name})((?:${attribute})*)${space}*/?>|([^<]+)`, 'uy');
const reference = new RegExp(`&(?:#(\\d{1,10})|#x([0-9A-Fa-f]{1,8})|(${name}));`, 'uy');
const illegal = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** Finds what fast-xml-parser lets pass, and leaves to it the tags and attributes that do not match. */
export function checkXml(text: string): XmlCheck {
	const wrong = illegal.exec(text);
	if (wrong) {
		return problemAt(text, wrong.index, 'A character that XML does not allow');
	}
	const entities = new Set(['lt', 'gt', 'amp', 'quot', 'apos']);
	let prolog = matchAt(declaration, text, 0)?.[0].length ?? 0;
	let hasDoctype = false;
	let root: RootTag | undefined;
	let depth = 0;
	for (let at = prolog; at < text.length;) {
		const isDoctype: boolean = !hasDoctype && !root && text.startsWith('<!DOCTYPE', at);
		const end = isDoctype ? doctypeEnd(text, at, entities) : asideEnd(text, at);
		if (end === -1 || (depth === 0 && text.startsWith('<![', at))) {
			return problemAt(text, at, 'Malformed markup');
		}
		if (end !== undefined) {
			hasDoctype ||= isDoctype;
			prolog = isDoctype ? end : prolog;
			at = end;
			continue;
		}
		const [whole, slash, tag, attributes = '', , , characters = ''] = matchAt(tagOrText, text, at) ?? [];
		if (whole === undefined) {
			return problemAt(text, at, 'Malformed markup');
		}
		if (depth === 0 && (tag === undefined ? /[^ \t\r\n]/.test(characters) : root !== undefined)) {
			return problemAt(text, at, 'Something stands beside the root element');
		}
		const slip = wrongReference(whole, entities);
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
		at += whole.length;
	}
	if (!root) {
		return problemAt(text, text.length, 'The root element is missing');
	}
	// Blank, because the validator would stumble over declarations.
	// oxlint-disable-next-line typescript/no-deprecated -- its successor is another package, with the same in it
	const checked = XMLValidator.validate(text.slice(0, prolog).replace(/[^\r\n]/g, ' ') + text.slice(prolog));
	return checked === true
		? root
		: { problem: `${checked.err.msg} (line ${checked.err.line}, column ${checked.err.col})` };
}

/** Where a DOCTYPE ends; -1 if it does not. Adds the entities that it declares. */
function doctypeEnd(text: string, at: number, entities: Set<string>): number {
	const [start, bracket] = matchAt(doctype, text, at) ?? [];
	if (start === undefined) {
		return -1;
	}
	let end = at + start.length;
	while (bracket !== undefined && text[end] !== ']') {
		const [declared, entity] = matchAt(inSubset, text, end) ?? [];
		const aside = text.startsWith('<![', end) ? undefined : asideEnd(text, end);
		end = declared === undefined ? (aside ?? -1) : end + declared.length;
		if (end === -1) {
			return -1;
		}
		if (entity !== undefined) {
			entities.add(entity);
		}
	}
	const closing = matchAt(bracket === undefined ? />/y : endOfSubset, text, end)?.[0];
	return closing === undefined ? -1 : end + closing.length;
}

/** Where a comment, a CDATA section or an instruction ends; -1 if it does not, undefined if none begins here. */
function asideEnd(text: string, at: number): number | undefined {
	if (text.startsWith('<!--', at)) {
		const end = text.indexOf('--', at + 4);
		return end !== -1 && text[end + 2] === '>' ? end + 3 : -1;
	}
	if (text.startsWith('<![CDATA[', at)) {
		const end = text.indexOf(']]>', at);
		return end === -1 ? -1 : end + 3;
	}
	if (text.startsWith('<?', at)) {
		const end = matchAt(instruction, text, at) ? text.indexOf('?>', at) : -1;
		return end === -1 ? -1 : end + 2;
	}
	return undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}

function* attributesIn(text: string): Generator<readonly [name: string, value: string]> {
	for (const [, key = '', value = ''] of text.matchAll(new RegExp(attribute, 'gu'))) {
		yield [key, value.slice(1, -1)];
	}
}

function wrongReference(text: string, entities: ReadonlySet<string>): number | undefined {
	for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
		const [whole, decimal, hexadecimal, entity] = matchAt(reference, text, at) ?? [];
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
