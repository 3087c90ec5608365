import assert from 'node:assert/strict';
import { checkConnector } from '../../../../../src/core/connector/checks/checkConnector';
import {
	textOf,
	xmlNamed,
	type ConnectorDocuments,
} from '../../../../../src/core/connector/connectorDocuments';
import {
	isTranslation,
	localeOf,
	type DocumentName,
	type TranslationName,
} from '../../../../../src/core/connector/documentName';
import type { Fix } from '../../../../../src/core/connector/fixes/fix';
import { fixesOf } from '../../../../../src/core/connector/fixes/fixes';
import type { ConnectorProblem } from '../../../../../src/core/connector/problem';
import type { PropertiesDocument } from '../../../../../src/core/properties/parse';
import type { TextEdit } from '../../../../../src/core/text/textEdit';
import { elementsOf, type XmlAttribute, type XmlDocument } from '../../../../../src/core/xml/tree';
import { ownText, valueText } from '../../../../../src/core/xml/values';
import { below, oneOf, seeded, seededTest } from '../../../../seeds';
import { mutant } from '../../xml/mutants';
import { connectorOf } from '../completion/completing';
import { edited, small } from '../smallConnector';

const names: readonly DocumentName[] = [
	...(['source-config', 'source-template', 'correlation-config'] as const),
	...(['translations/de', 'translations/en'] as const),
];

const cards =
	'\t\t\t<Field name="rows" displayName="Rows" type="cardList">\n' +
	'\t\t\t\t<Field name="user" displayName="User" type="text"/>\n' +
	'\t\t\t\t<Field name="mode" displayName="Mode" type="select" defaultValue="b">\n' +
	'\t\t\t\t\t<AllowedValues><Option label="A" value="a"/><Option label="B" value="b"/></AllowedValues>\n' +
	'\t\t\t\t</Field>\n' +
	'\t\t\t\t<Field name="path" displayName="Path" parentKey="mode" parentValue="a,b"/>\n' +
	'\t\t\t</Field>\n';

const reference =
	'\t<AccountCorrelationConfig>\n\t\t<Reference name="Small"/>\n\t</AccountCorrelationConfig>\n\t<Schemas>';

/** The small connector with what it has too little of. */
const whole = connectorOf({
	form: small.form.replace('\t\t</Section>', `${cards}\t\t</Section>`),
	template: small.template
		.replace('\t\t</Map>\n\t</Attributes>', '\t\t\t<entry key="rows"/>\n\t\t</Map>\n\t</Attributes>')
		.replace('\t<Schemas>', reference)
		.replace('value="basic"', 'value="a &amp; b&#13;&#10;c"'),
	correlation: small.correlation,
	translations: {
		de: `# Deutsch\n${small.translations.de}Rows=Zeilen <b>fett</b>\nMode=Art \\u00fcber\nPath=Pfad f\\u00fcr\\\n  alle\nA=Art\nB=Br\\u00fccke\n`,
		en: `${small.translations.en}Rows=All <b>bold</b>\nMode=The mode\nPath=Path to it\nA=Kind\nB=Bridge\n`,
	},
});

/** The text with one to three slips in it that leave XML as well-formed as it is, most of them. */
function slipped(text: string, seed: number): string {
	const random = seeded(seed);
	for (let slips = 1 + below(random, 3); slips > 0; slips--) {
		const lines = text.split('\n');
		const at = below(random, lines.length);
		const line = lines[at] ?? '';
		const words = [...text.matchAll(/(?<=["'=])[\w.:/,]+|^\w+(?==)/gm)];
		const word = words[below(random, words.length)];
		const from = word ? word.index + below(random, word[0].length) : 0;
		switch (below(random, word ? 8 : 3)) {
			case 0:
				lines.splice(at, 1);
				text = lines.join('\n');
				break;
			case 1:
				lines.splice(below(random, lines.length), 0, line);
				text = lines.join('\n');
				break;
			case 2:
				lines[at] = line.replace(/ [\w:]+=(?:"[^"]*"|'[^']*')/, '').replace(/="([^"']*)"/, "='$1'");
				text = lines.join('\n');
				break;
			case 3:
				text = text.slice(0, from) + text.slice(from + 1);
				break;
			case 4:
				text = text.slice(0, from) + (random() < 0.5 ? 'x' : 'é') + text.slice(from);
				break;
			case 5:
				text = text.slice(0, from) + text.charAt(from).toUpperCase() + text.slice(from + 1);
				break;
			case 6: {
				const other = words[below(random, words.length)]?.[0] ?? '';
				text = text.slice(0, word?.index) + other + text.slice((word?.index ?? 0) + (word?.[0].length ?? 0));
				break;
			}
			default: {
				const bit = oneOf(random, ['&amp;', ',', ' ', '{0}', '<b>', '\\u00e4', '&#10;']);
				text = text.slice(0, from) + bit + text.slice(from);
			}
		}
	}
	return random() < 0.2 ? text.replace(/\n/g, '\r\n') : text;
}

/** The connector with slips in one or two of its documents; the others need not be read again. */
function mutated(seed: number): ConnectorDocuments {
	const random = seeded(seed * 7 + 1);
	const texts = new Map<DocumentName, string>();
	for (let count = 1 + below(random, 2); count > 0; count--) {
		const name = oneOf(random, names);
		const text = texts.get(name) ?? textOf(whole, name)!;
		texts.set(name, random() < 0.15 ? mutant(text, seed) : slipped(text, seed + count));
	}
	const replacing = ([name, newText]: [DocumentName, string]) =>
		[name, [{ start: 0, end: textOf(whole, name)!.length, newText }]] as const;
	return edited(whole, new Map([...texts].map(replacing)));
}

suite('The preferred fix of what does not fit together', () => {
	test('is of slips only: without them, everything fits together', () => {
		assert.deepEqual(checkConnector(whole), []);
	});

	seededTest(
		'removes no element, changes nothing that its problem does not name, and ends the problem',
		5000,
		seeds => {
			const counts = new Map<string, number>();
			for (const seed of seeds) {
				const documents = mutated(seed);
				const seen = new Set<string>();
				const problems = checkConnector(documents);
				for (const problem of problems) {
					const kind = `${problem.code} ${problem.document}`;
					if (seen.has(kind)) {
						continue;
					}
					seen.add(kind);
					const fix = fixesOf(documents, problem).find(({ isPreferred }) => isPreferred);
					if (fix && fix.edits.size > 0) {
						counts.set(fix.code, (counts.get(fix.code) ?? 0) + 1);
						const loss = lossBy(documents, problems, problem, fix);
						assert.ok(loss === undefined, `${problem.code} in ${problem.document}, ${fix.code}: ${loss}`);
					}
				}
			}
			const wanted = [
				'use-name',
				'add-entry',
				'add-missing',
				'remove-repeated',
				'escape-letters',
				'set-namespace',
			];
			assert.deepEqual(
				wanted.filter(code => (counts.get(code) ?? 0) < 50),
				[],
				JSON.stringify([...counts]),
			);
		},
	);
});

/** What is wrong with what a fix makes of documents, in words. */
function lossBy(
	before: ConnectorDocuments,
	problems: readonly ConnectorProblem[],
	problem: ConnectorProblem,
	fix: Fix,
): string | undefined {
	const after = edited(before, fix.edits);
	for (const [name, edits] of fix.edits) {
		const loss = isTranslation(name)
			? lossInProperties(translationNamed(before, name), translationNamed(after, name), problem)
			: lossInXml(xmlNamed(before, name)!, xmlNamed(after, name)!, edits, isNamed(name, problem, fix));
		if (loss !== undefined) {
			return `${loss}\n${JSON.stringify(edits)}`;
		}
	}
	const alike = (all: readonly ConnectorProblem[]) =>
		all.filter(({ code, document }) => code === problem.code && document === problem.document).length;
	return alike(checkConnector(after)) < alike(problems) ? undefined : 'the problem is still there';
}

const translationNamed = ({ translations }: ConnectorDocuments, name: TranslationName) =>
	translations.get(localeOf(name))!;

/** Whether what a place of a document says is what a problem is about. */
function isNamed(name: DocumentName, problem: ConnectorProblem, { code }: Fix) {
	return ({ name: attribute, value }: XmlAttribute) =>
		code === 'set-namespace'
			? attribute.startsWith('xmlns')
			: name === problem.document && value?.innerStart === problem.start && value.innerEnd === problem.end;
}

function lossInXml(
	before: XmlDocument,
	after: XmlDocument,
	edits: readonly TextEdit[],
	mayChange: (attribute: XmlAttribute) => boolean,
): string | undefined {
	if (after.problems.length > before.problems.length) {
		return `more is malformed: ${after.problems.map(({ code }) => code).join()}`;
	}
	const elements = new Map([...elementsOf(after)].map(element => [element.start, element]));
	for (const element of elementsOf(before)) {
		const kept = elements.get(movedBy(edits, element.start));
		if (kept?.name !== element.name) {
			return `<${element.name}> at ${element.start} is gone`;
		}
		if (ownText(before, element).trim() !== ownText(after, kept).trim()) {
			return `the text of <${element.name}> at ${element.start} is another`;
		}
		const attributes = new Map(kept.attributes.map(attribute => [attribute.start, attribute]));
		const lost = element.attributes.find(attribute => {
			const same = attributes.get(movedBy(edits, attribute.start));
			return (
				same?.name !== attribute.name ||
				(!mayChange(attribute) && said(before, attribute) !== said(after, same))
			);
		});
		if (lost) {
			return `${lost.name} of <${element.name}> at ${element.start} is another`;
		}
	}
	return undefined;
}

const said = ({ text }: XmlDocument, { value }: XmlAttribute) => value && valueText(text, value);

function lossInProperties(
	before: PropertiesDocument,
	after: PropertiesDocument,
	problem: ConnectorProblem,
): string | undefined {
	const textsOf = ({ entries }: PropertiesDocument) => new Map(entries.map(({ key, value }) => [key, value]));
	const commentsOf = ({ comments, text }: PropertiesDocument) =>
		comments.map(({ start, end }) => text.slice(start, end)).join();
	const mayChange = new Set(problem.code === 'locale-incomplete' ? problem.missing : []);
	const [was, is] = [textsOf(before), textsOf(after)];
	const keys = new Set([...was.keys(), ...is.keys()]);
	const lost = [...keys].find(key => !mayChange.has(key) && was.get(key) !== is.get(key));
	return lost !== undefined
		? `the text of ${JSON.stringify(lost)}`
		: after.problems.length > before.problems.length
			? 'more is malformed'
			: commentsOf(before) !== commentsOf(after)
				? 'a comment'
				: undefined;
}

function movedBy(edits: readonly TextEdit[], offset: number): number {
	return edits
		.filter(({ end }) => end <= offset)
		.reduce((at, { start, end, newText }) => at + newText.length - (end - start), offset);
}
