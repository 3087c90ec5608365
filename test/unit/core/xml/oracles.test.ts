import assert from 'node:assert/strict';
import type { ParseOption as Option } from 'libxml2-wasm';
import { parseXmlDocument } from 'slimdom';
import { parseXml } from '../../../../src/core/xml/parse';
import { isNamespaceProblem, type XmlProblem } from '../../../../src/core/xml/problem';
import { conformanceCases } from './conformanceSuite';
import { seededTest } from '../../../seeds';
import { mutant } from './mutants';
import { sampleDocuments } from './sampleDocuments';

type Verdict = 'well-formed' | 'well-formed but for namespaces' | 'malformed';

interface Opinion {
	readonly verdict: Verdict;
	/** What it complains about. */
	readonly message: string;
	/** It complained about something else than well-formedness, and did not look behind the root. */
	readonly stoppedEarly?: boolean;
}

type Oracle = (text: string) => Opinion;

/** Where an oracle and this reader part, and why the specification is on the reader's side. */
interface Exception {
	readonly why: string;
	readonly applies: (text: string, oracle: Opinion, problems: readonly XmlProblem[]) => boolean;
}

const readsOtherFiles = /<!DOCTYPE\s+\S+\s+(?:PUBLIC|SYSTEM)|%[^\s;]+;/;

const defaultPrefix: Exception = {
	why: 'an attribute that an attribute list adds is not in the text; the reader checks the prefixes of what is written',
	applies: (text, { message }) =>
		/(?:attribute prefix|Namespace prefix) /.test(message) && /<!ATTLIST[^>]*:/.test(text),
};

const slimdomExceptions: readonly Exception[] = [
	defaultPrefix,
	{
		why: 'an entity may be declared in a file or a parameter entity that is not read (WFC: Entity Declared)',
		applies: (text, { message }) =>
			/(?:unknown|undefined) entity/.test(message) && readsOtherFiles.test(text),
	},
	{
		why: 'the five predefined entities need no declaration (4.6); slimdom forgets it in default values',
		applies: (_, { message }) => /undefined entity "(?:lt|gt|amp|quot|apos)"/.test(message),
	},
	{
		why: 'a fragment in a system identifier is an error, but does not make the document malformed (4.2.2)',
		applies: (_, { message }) => /fragment identifier/.test(message),
	},
	{
		why: 'a parameter entity of the document itself has to be read; slimdom passes over it (5.1)',
		applies: (text, { verdict }, [problem]) =>
			verdict === 'well-formed' && /^entity-/.test(problem?.code ?? '') && /%[^\s;]+;/.test(text),
	},
	{
		why: 'a default value may not refer to a recursive entity, whether an element takes it or not (WFC: No Recursion)',
		applies: (text, { verdict }, [problem]) =>
			verdict === 'well-formed' && /^entity-/.test(problem?.code ?? '') && /<!ATTLIST[^>]*&/.test(text),
	},
	{
		why: 'an entity in the text of a namespace; the reader compares what is written',
		applies: (text, { message }) =>
			/multiple times/.test(message) && /xmlns:\w+=\s*["'][^"']*[& ]/.test(text),
	},
	{
		why: 'a colon in the name of a DOCTYPE has no effect',
		applies: (text, { message }) => /not a valid QName/.test(message) && /<!DOCTYPE\s+[^\s[>]*:/.test(text),
	},
	{
		why: 'the name of an entity has no colon where it is declared (7 of Namespaces); a reference to none declares no name',
		applies: (text, { message }) =>
			/name must not contain colon/.test(message) && /%[^\s;]*:[^\s;]*;/.test(text),
	},
	{
		why: 'the local part of a name begins as a name does ([4] of Namespaces); slimdom does not look',
		applies: (_, { verdict }, [problem]) =>
			verdict === 'well-formed' && problem?.code === 'qualified-name-malformed',
	},
];

const libxmlExceptions: readonly Exception[] = [
	defaultPrefix,
	{
		why: 'a fragment in a system identifier is an error, but does not make the document malformed (4.2.2)',
		applies: (_, { message }) => /Fragment not allowed/.test(message),
	},
	{
		why: 'an undeclared parameter entity is no matter of well-formedness ([69])',
		applies: (text, { message }) =>
			/not defined/.test(message) && /standalone/.test(text) && /%[^\s;]+;/.test(text),
	},
	{
		why: 'what is declared behind a parameter entity that is not read may be declared otherwise in there (5.1)',
		applies: (text, { verdict }, problems) =>
			verdict === 'malformed' && problems.length === 0 && /<!ENTITY\s+%/.test(text) && /%[^\s;]+;/.test(text),
	},
	{
		why: 'no parameter entity may stand in a declaration (WFC: PEs in Internal Subset), be it declared or not',
		applies: (text, { verdict }, [problem]) =>
			verdict === 'well-formed' && problem?.code === 'declaration-malformed' && /["'][^"']*%/.test(text),
	},
	{
		why: 'what NDATA says is the name of a notation ([76]), not nothing',
		applies: (text, { verdict }, [problem]) =>
			verdict === 'well-formed' && problem?.code === 'declaration-malformed' && /NDATA\s*>/.test(text),
	},
	{
		why: 'a version is 1. and digits ([26])',
		applies: (text, { verdict }, [problem]) =>
			verdict === 'well-formed' && problem?.code === 'xml-declaration-malformed' && /1\.["']/.test(text),
	},
	{
		why: 'the name of a notation has no colon (7 of Namespaces), nor where a declaration refers to it',
		applies: (text, { verdict }, [problem]) =>
			verdict === 'well-formed' &&
			problem?.code === 'qualified-name-malformed' &&
			/NDATA|NOTATION/.test(text),
	},
	{
		why: 'an entity or a trimmed space in the text of a namespace; the reader compares what is written',
		applies: (text, { message }) => /redefined/.test(message) && /xmlns:\w+=\s*["'][^"']*[& ]/.test(text),
	},
];

const slimdom: Oracle = text => {
	try {
		parseXmlDocument(text);
		return { verdict: 'well-formed', message: '' };
	} catch (error) {
		// It does not tell what is wrong with the namespaces from what is wrong with the XML.
		return { verdict: 'malformed', message: String(error) };
	}
};

async function libxml(): Promise<Oracle> {
	const { ParseOption, XmlDocument, XmlParseError } = await import('libxml2-wasm');
	const { XML_PARSE_IGNORE_ENC, XML_PARSE_NO_XXE, XML_PARSE_HUGE } = ParseOption;
	const option = (XML_PARSE_IGNORE_ENC | XML_PARSE_NO_XXE | XML_PARSE_HUGE) as Option;
	return text => {
		try {
			XmlDocument.fromString(text, { option }).dispose();
			return { verdict: 'well-formed', message: '' };
		} catch (error) {
			assert.ok(error instanceof XmlParseError);
			// It also says what it thinks of addresses, and of what only a validating parser need know.
			const details = error.details.filter(
				({ message }) => !/valid URI|already defined|is not absolute/.test(message),
			);
			// For an empty text there are no details.
			const fatal = error.details.length === 0 ? error : details.find(({ level }) => level === 3);
			const namespaces = details.find(({ level }) => level === 2);
			return {
				verdict: fatal ? 'malformed' : namespaces ? 'well-formed but for namespaces' : 'well-formed',
				message: (fatal ?? namespaces)?.message ?? '',
				stoppedEarly: !fatal,
			};
		}
	};
}

function verdictOf(problems: readonly XmlProblem[]): Verdict {
	if (problems.length === 0) {
		return 'well-formed';
	}
	return problems.every(isNamespaceProblem) ? 'well-formed but for namespaces' : 'malformed';
}

suite('other parsers', () => {
	const fixtures = sampleDocuments();
	const cases = conformanceCases().map(({ text }) => text);
	const small = [...cases, ...Array.from({ length: 10 }, () => fixtures).flat()].filter(
		text => text.length > 0 && text.length < 4000,
	);
	let libxml2: Oracle;

	suiteSetup(async () => {
		libxml2 = await libxml();
	});

	/** Fails if the reader and an oracle part on a document. */
	function assertAgreed(text: string): void {
		const { problems } = parseXml(text);
		const [disagreement] = disagreements(text, problems);
		assert.ok(
			disagreement === undefined,
			`${disagreement}; the reader: ${JSON.stringify(problems[0])}\n${text}`,
		);
	}

	function disagreements(text: string, problems: readonly XmlProblem[]): string[] {
		const own = verdictOf(problems);
		const other = libxml2(text);
		const found: string[] = [];
		const isSame = other.verdict === own || (other.stoppedEarly === true && own === 'malformed');
		if (!isSame && !libxmlExceptions.some(({ applies }) => applies(text, other, problems))) {
			found.push(`libxml2 says ${other.verdict} (${other.message.trim()})`);
		}
		const third = slimdom(text);
		const isAccepted = third.verdict === 'well-formed';
		if (
			isAccepted !== (own === 'well-formed') &&
			!slimdomExceptions.some(({ applies }) => applies(text, third, problems))
		) {
			found.push(`slimdom says ${third.verdict} (${third.message})`);
		}
		return found;
	}

	test('accept the documents of the sample tenant, as the reader does', () => {
		assert.ok(fixtures.length > 100);
		for (const text of fixtures) {
			assert.deepEqual(parseXml(text).problems, []);
			assert.equal(libxml2(text).verdict, 'well-formed');
			assert.equal(slimdom(text).verdict, 'well-formed');
		}
	});

	test('agree with the reader on the conformance suite (long)', () => {
		cases.filter(text => text !== '').forEach(assertAgreed);
	});

	test('are known to be too lenient here and there', () => {
		assertAgreed('<!DOCTYPE a [<!ENTITY b SYSTEM "c" NDATA >]><a/>');
	});

	seededTest('agree with the reader on mutants of small documents', 24_000, seeds => {
		for (const seed of seeds) {
			assertAgreed(mutant(small[seed % small.length] ?? '', seed));
		}
	});

	seededTest('agree with the reader on mutants of large documents', 500, seeds => {
		const large = fixtures.filter(text => text.length >= 2000);
		for (const seed of seeds) {
			assertAgreed(mutant(large[seed % large.length] ?? '', seed));
		}
	});
});
