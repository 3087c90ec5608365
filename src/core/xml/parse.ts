import { illegalCharacters, isNameCharacter, mayBeIllegal, oldSpace } from './characters';
import { Content } from './read/content';
import { Dtd } from './read/dtd/dtd';
import { readXmlDeclaration } from './read/markup';
import { mergeConflictIn } from './read/mergeConflict';
import { checkNamespaces } from './read/namespaces';
import { OutsideRoot } from './read/outsideRoot';
import { inOrder, isNamespaceProblem, isWellFormed, mostProblems, type XmlProblem } from './problem';
import type { Reading } from './read/reading';
import { Scanner } from './read/scanner';
import type { XmlDocument, XmlElement, XmlInstruction, XmlNode } from './tree';
import { unescapedCode, withoutCode } from './read/unescapedCode';

/**
 * Reads an XML document, however malformed it is: never throws, and takes time in proportion to the text. It is
 * well-formed if nothing is reported. External entities and other files of a DTD are not read.
 */
export function parseXml(text: string): XmlDocument {
	const conflict = mergeConflictIn(text);
	const document = likeliest(conflict?.text ?? text);
	return conflict ? { ...document, text, problems: [conflict.problem] } : document;
}

/** Reads what is malformed in every way that it may be meant; the one with the fewest problems is the likeliest. */
function likeliest(text: string): XmlDocument {
	const document = readTwice(text);
	const codes = isWellFormed(document) || text.includes('<!ENTITY') ? [] : unescapedCode(document); // An entity is none in CDATA.
	if (codes.length === 0) {
		return document;
	}
	const other = readTwice(withoutCode(text, codes));
	const problems = [
		...other.problems,
		...codes.map(({ tag, at }): XmlProblem => ({ code: 'code-not-escaped', tag, start: at, end: at + 1 })),
	].sort(inOrder);
	return problems.length <= document.problems.length ? { ...other, text, problems } : document;
}

function readTwice(text: string): XmlDocument {
	const { document, isDoubtful } = read(text, false);
	const other = isDoubtful && !isWellFormed(document) ? read(text, true).document : document;
	return other.problems.length <= document.problems.length ? other : document;
}

/**
 * Reads it as it is written or by what it looks like: an end tag may end another element than the innermost of its name,
 * and what looks like an end tag in a CDATA section may be one.
 */
function read(
	text: string,
	byLooks: boolean,
): { readonly document: XmlDocument; readonly isDoubtful: boolean } {
	const malformed: XmlProblem[] = [];
	const namespaces: XmlProblem[] = [];
	const report = (problem: XmlProblem) => {
		const problems = isNamespaceProblem(problem) ? namespaces : malformed;
		if (problems.length < mostProblems) {
			problems.push(problem);
		}
	};
	const scanner = new Scanner(withoutIllegalCharacters(text, report));
	const dtd = new Dtd(report);
	const reading: Reading = {
		scanner,
		report,
		refer: reference => dtd.refer(reference),
		isDeclared: entity => dtd.isDeclared(entity),
	};
	const outside = new OutsideRoot(reading, dtd);
	scanner.skip('\uFEFF');
	const declaration = readDeclaration(reading, dtd);
	const content = new Content(reading, outside, byLooks);
	const children = [...declaration, ...(content.read() as readonly XmlNode[])];
	const root = children.find((node): node is XmlElement => node.kind === 'element' && node.name !== '');
	if (!root && malformed.length === 0) {
		report({ code: 'root-missing', ...outside.missingRoot() });
	}
	checkNamespaces(text, children, dtd, report);
	const problems = [...malformed, ...namespaces].sort(inOrder);
	return { document: { text, children, root, problems }, isDoubtful: content.isDoubtful };
}

/** Reports each run of characters that XML does not allow, and puts something in their place that changes nothing else. */
function withoutIllegalCharacters(text: string, report: (problem: XmlProblem) => void): string {
	if (!mayBeIllegal.test(text)) {
		return text;
	}
	return text.replace(illegalCharacters, (run, start: number) => {
		const end = start + run.length;
		report({ code: 'character-illegal', codePoint: run.codePointAt(0) ?? 0, start, end });
		const isInName = [text.charCodeAt(start - 1), text.charCodeAt(end)].every(isNameCharacter);
		return (isInName && !oldSpace.test(run) ? '_' : ' ').repeat(run.length);
	});
}

function readDeclaration(reading: Reading, dtd: Dtd): XmlInstruction[] {
	const { scanner } = reading;
	const { at: start } = scanner;
	if (scanner.match(withoutMark) !== undefined) {
		reading.report({ code: 'xml-declaration-malformed', start, end: start + '<xml'.length });
		return [{ kind: 'instruction', parent: undefined, start, end: scanner.at, closed: true, target: 'xml' }];
	}
	if (!scanner.looksAt('<?xml') || isNameCharacter(scanner.text.codePointAt(scanner.at + 5) ?? 0)) {
		return [];
	}
	const { end, closed, target, standalone } = readXmlDeclaration(reading);
	dtd.standalone = standalone;
	return [{ kind: 'instruction', parent: undefined, start, end, closed, target }];
}

/** An XML declaration that lacks its first question mark. */
const withoutMark = /<xml\s[^<>]*\?>/y;
