import { readContentModel } from './contentModel';
import type { Dtd } from './dtd';
import type { XmlProblem } from '../../problem';
import type { Reading } from '../reading';
import { readReferences, replaceCharacterReferences } from '../entityReferences';
import type { XmlRange } from '../../tree';

const systemLiteral = /"[^"]*"|'[^']*'/y;
const publicLiteral = /"[\w \r\n'()+,./:=?;!*#@$%-]*"|'[\w \r\n()+,./:=?;!*#@$%-]*'/y;
const attributeType = /(?:CDATA|IDREFS?|ID|ENTITY|ENTITIES|NMTOKENS?)(?=[ \t\r\n])/y;

/** Reads `SYSTEM "…"` or `PUBLIC "…" "…"`; a notation needs no system identifier after a public one. */
export function readExternalId({ scanner }: Reading, isNotation = false): boolean {
	if (scanner.skip('SYSTEM')) {
		return scanner.space() && scanner.match(systemLiteral) !== undefined;
	}
	if (!scanner.skip('PUBLIC') || !scanner.space() || scanner.match(publicLiteral) === undefined) {
		return false;
	}
	const { at } = scanner;
	if (scanner.space() && scanner.match(systemLiteral) !== undefined) {
		return true;
	}
	scanner.at = isNotation ? at : scanner.at;
	return isNotation;
}

/** Where declarations stand: in the document itself, or in a parameter entity that the document refers to. */
export interface DeclarationPlace {
	readonly reading: Reading;
	/** Where the document refers to the parameter entity. */
	readonly reference: XmlRange | undefined;
}

/** Reads what follows the keyword of a declaration, up to its `>`; false where it is malformed. */
export function readDeclaration(keyword: string, place: DeclarationPlace, dtd: Dtd): boolean {
	const { scanner } = place.reading;
	const well = scanner.space() && readBody(keyword, place, dtd);
	if (well) {
		scanner.space();
	}
	return well && scanner.skip('>');
}

function readBody(keyword: string, place: DeclarationPlace, dtd: Dtd): boolean {
	const { scanner } = place.reading;
	if (keyword === 'ENTITY') {
		return readEntity(place, dtd);
	}
	const name = keyword === 'NOTATION' ? readNameWithoutColon(place.reading) : scanner.name();
	if (!name) {
		return false;
	}
	if (keyword === 'ATTLIST') {
		return readAttributeList(name, place, dtd);
	}
	return (
		scanner.space() &&
		(keyword === 'NOTATION' ? readExternalId(place.reading, true) : readContentModel(scanner))
	);
}

function readNameWithoutColon({ scanner, report }: Reading): string {
	const start = scanner.at;
	const name = scanner.name();
	if (name.includes(':')) {
		report({ code: 'qualified-name-malformed', name, start, end: scanner.at });
	}
	return name;
}

function readEntity(place: DeclarationPlace, dtd: Dtd): boolean {
	const { scanner } = place.reading;
	const isParameter = scanner.skip('%');
	if (isParameter && !scanner.space()) {
		return false;
	}
	const name = readNameWithoutColon(place.reading);
	if (!name || !scanner.space()) {
		return false;
	}
	const start = scanner.at;
	if (scanner.looksAt('"') || scanner.looksAt("'")) {
		const text = readEntityValue(place);
		if (text !== undefined) {
			const range = place.reference ?? { start, end: scanner.at };
			dtd.declare({ name, kind: 'internal', text, start: range.start, end: range.end }, isParameter);
		}
		return scanner.at > start;
	}
	if (!readExternalId(place.reading)) {
		return false;
	}
	const { at } = scanner;
	const isUnparsed = !isParameter && scanner.space() && scanner.skip('NDATA');
	if (!isUnparsed) {
		scanner.at = at;
	}
	const kind = isUnparsed ? 'unparsed' : 'external';
	const range = place.reference ?? { start, end: at };
	dtd.declare({ name, kind, text: '', start: range.start, end: range.end }, isParameter);
	return !isUnparsed || (scanner.space() && readNameWithoutColon(place.reading) !== '');
}

/** What the entity stands for; undefined if it does not end or something in it has been reported. */
function readEntityValue({ reading, reference }: DeclarationPlace): string | undefined {
	const { scanner } = reading;
	const start = scanner.at + 1;
	const end = scanner.find(scanner.text[scanner.at] ?? '', start);
	if (end === scanner.text.length) {
		return undefined;
	}
	const problems: XmlProblem[] = [];
	const report = (problem: XmlProblem) => problems.push(problem);
	const value = scanner.text.slice(start, end);
	const percent = value.indexOf('%');
	if (percent !== -1 && !reference) {
		const at = start + percent;
		report({ code: 'declaration-malformed', declaration: 'ENTITY', start: at, end: at + 1 });
	}
	readReferences({ ...reading, report, refer: () => undefined }, start, end, false);
	problems.forEach(reading.report);
	scanner.at = end + 1;
	return problems.length > 0 || percent !== -1 ? undefined : replaceCharacterReferences(value);
}

function readAttributeList(element: string, place: DeclarationPlace, dtd: Dtd): boolean {
	const { scanner } = place.reading;
	for (;;) {
		const spaced = scanner.space();
		if (scanner.looksAt('>')) {
			return true;
		}
		const attribute = spaced ? scanner.name() : '';
		const well =
			attribute !== '' &&
			scanner.space() &&
			readAttributeType(place) &&
			scanner.space() &&
			readDefault(element, attribute, place, dtd);
		if (!well) {
			return false;
		}
	}
}

function readAttributeType({ reading }: DeclarationPlace): boolean {
	const { scanner } = reading;
	if (scanner.match(attributeType) !== undefined) {
		return true;
	}
	const isNotation = scanner.skip('NOTATION');
	if (isNotation && !scanner.space()) {
		return false;
	}
	for (let mark = '('; scanner.skip(mark); mark = '|') {
		scanner.space();
		if (!(isNotation ? readNameWithoutColon(reading) : scanner.nameToken())) {
			return false;
		}
		scanner.space();
		if (scanner.skip(')')) {
			return true;
		}
	}
	return false;
}

function readDefault(element: string, attribute: string, place: DeclarationPlace, dtd: Dtd): boolean {
	const { reading, reference } = place;
	const { scanner } = reading;
	if (scanner.skip('#REQUIRED') || scanner.skip('#IMPLIED')) {
		return true;
	}
	if (scanner.skip('#FIXED') && !scanner.space()) {
		return false;
	}
	const start = scanner.at + 1;
	const value = scanner.match(systemLiteral)?.slice(1, -1);
	if (value === undefined) {
		return false;
	}
	const less = value.indexOf('<');
	if (less !== -1) {
		const at = start + less;
		reading.report({ code: 'attribute-with-less-than', attribute, start: at, end: at + 1 });
	}
	const refer: Reading['refer'] = found => dtd.referInDefault({ ...found, ...reference });
	readReferences({ ...reading, refer }, start, start + value.length, true);
	if (/^xmlns(?:$|:)/.test(attribute)) {
		dtd.declareNamespace(element, attribute, value);
	}
	return true;
}
