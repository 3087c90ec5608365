import { removeEdits } from '../../properties/removeEdits';
import { escapeEdits } from '../../properties/escape';
import { valueProblems } from '../../text/html/valueChecks';
import type { TextEdit } from '../../text/textEdit';
import { removalOf } from '../../xml/fixes/fix';
import { namespaceAttribute, prefixOf } from '../../xml/prefixes';
import { attributeNamed } from '../../xml/values';
import { readApplication } from '../model/application';
import { checkEntries } from '../checks/fields';
import { textOf, translationsOf, type ConnectorDocuments } from '../connectorDocuments';
import { localeOf, translationOf, type DocumentName } from '../documentName';
import { entryEdit } from './entryEdit';
import type { DocumentEdits, Fix } from './fix';
import { readForm } from '../model/form';
import { formNamespace } from '../vocabulary/vocabularyForm';
import { nameEdit } from '../model/mention';
import { isSlip } from '../../text/nearest';
import type { ConnectorProblem } from '../problem';
import { namesInstead, type NameProblem } from './namesInstead';
import { textsIn, translatedIn } from '../translations/translation';
import { completingEdits, mainLocale, removeKeyEdits } from '../translations/translationEdits';

/** The ways out of a problem; none, where a person has to decide what is meant. */
export function fixesOf(documents: ConnectorDocuments, problem: ConnectorProblem): readonly Fix[] {
	switch (problem.code) {
		case 'label-untranslated':
			return [...addText(documents, problem.key), ...useNames(documents, problem, false)];
		case 'translation-unused':
			return [removeTranslations(documents, problem.key)];
		case 'locale-incomplete':
			return addMissing(documents, problem.locale, problem.missing);
		case 'key-repeated':
			return removeRepeated(documents, problem);
		case 'letter-unescaped':
			return escapeLetters(documents, problem);
		case 'field-without-entry':
			return addEntry(documents, problem.name);
		case 'xsd-version':
			return setNamespace(documents);
		case 'html-broken':
			return mendHtml(documents, problem);
		case 'placeholder-differs':
		case 'field-name-repeated':
			return [];
		case 'entry-without-field':
			return [...useNames(documents, problem, true), ...removeEntry(documents, problem)];
		case 'parent-key-unknown':
		case 'parent-value-unknown':
		case 'correlation-attribute-unknown':
		case 'correlation-name-differs':
		case 'schema-attribute-unknown':
		case 'schema-object-type-unknown':
			return useNames(documents, problem, true);
	}
}

function addText(documents: ConnectorDocuments, key: string): readonly Fix[] {
	const locale = mainLocale(documents);
	return locale === undefined ? [] : [{ code: 'add-text', key, locale, edits: new Map(), isPreferred: true }];
}

function removeTranslations(documents: ConnectorDocuments, key: string): Fix {
	const edits = removeKeyEdits(documents, key);
	const locales = [...edits.keys()].map(name => localeOf(name));
	return { code: 'remove-translations', key, locales, edits, isPreferred: false };
}

function addMissing(
	documents: ConnectorDocuments,
	locale: string,
	missing: readonly string[],
): readonly Fix[] {
	const document = documents.translations.get(locale);
	const texts = new Map(missing.map(key => [key, textElsewhere(documents, key)]));
	if (!document) {
		return [];
	}
	const edits = editsOf(translationOf(locale), ...completingEdits(documents, document, texts));
	// In the main locale a person knows what to write; and a text that repeats its key may be meant.
	const isPreferred = locale !== mainLocale(documents) && !missing.some(key => textsIn(document).has(key));
	return [{ code: 'add-missing', locale, count: missing.length, edits, isPreferred }];
}

function removeRepeated(
	{ translations }: ConnectorDocuments,
	{ document: name, key, locale, start }: Extract<ConnectorProblem, { code: 'key-repeated' }>,
): readonly Fix[] {
	const document = translations.get(locale);
	const entry = document?.entries.find(each => each.keyStart === start && each.key === key);
	if (!document || !entry) {
		return [];
	}
	const edits = editsOf(name, ...removeEdits(document, [entry]));
	return [{ code: 'remove-repeated', key, edits, isPreferred: true }];
}

function escapeLetters(
	{ translations }: ConnectorDocuments,
	{ document: name, locale, start, end }: Extract<ConnectorProblem, { code: 'letter-unescaped' }>,
): readonly Fix[] {
	const document = translations.get(locale);
	if (!document) {
		return [];
	}
	const edits = editsOf(name, ...escapeEdits(document, { start, end }));
	return [{ code: 'escape-letters', edits, isPreferred: true }];
}

function addEntry(documents: ConnectorDocuments, name: string): readonly Fix[] {
	const edit = entryEdit(documents, name);
	const isPreferred = !checkEntries(documents).some(
		problem => problem.code === 'entry-without-field' && isSlip(problem.name, name),
	);
	return edit ? [{ code: 'add-entry', name, edits: editsOf('source-template', edit), isPreferred }] : [];
}

function removeEntry(
	{ sourceTemplate }: ConnectorDocuments,
	{ name, start }: Extract<ConnectorProblem, { code: 'entry-without-field' }>,
): readonly Fix[] {
	const { entries } = sourceTemplate ? readApplication(sourceTemplate) : { entries: [] };
	const entry = entries.find(({ range }) => range.start === start);
	if (!sourceTemplate || !entry?.element.closed) {
		return [];
	}
	const edits = editsOf('source-template', removalOf(sourceTemplate.text, entry.element));
	return [{ code: 'remove-entry', name, edits, isPreferred: false }];
}

/** Ends the element of HTML that was begun last, or removes an end tag; what else is wrong with it, a person knows. */
function mendHtml(
	{ translations }: ConnectorDocuments,
	{ html, document, locale, start, end }: Extract<ConnectorProblem, { code: 'html-broken' }>,
): readonly Fix[] {
	const entry = translations
		.get(locale)
		?.entries.find(each => each.valueStart <= start && end <= each.valueEnd);
	if (html.code === 'html-end-tag-stray') {
		const edits = editsOf(document, { start, end, newText: '' });
		return [{ code: 'remove-html-tag', tag: `</${html.tag}>`, edits, isPreferred: false }];
	}
	if (!entry || html.code !== 'html-tag-not-closed') {
		return [];
	}
	const problems = valueProblems(entry.value);
	const tag = `</${html.tag}>`;
	const isLast =
		problems.every(each => each.code !== 'html-tag-not-closed' || each.start <= html.start) &&
		valueProblems(entry.value + tag).length < problems.length;
	const edits = editsOf(document, { start: entry.valueEnd, end: entry.valueEnd, newText: tag });
	return isLast ? [{ code: 'add-html-tag', tag, edits, isPreferred: false }] : [];
}

function setNamespace({ sourceConfig }: ConnectorDocuments): readonly Fix[] {
	const root = sourceConfig && readForm(sourceConfig).root;
	if (!root) {
		return [];
	}
	const name = namespaceAttribute(prefixOf(root));
	const attribute = attributeNamed(root, name);
	const at = root.nameStart + root.name.length;
	if (attribute && !attribute.value) {
		return []; // Half-typed; what is missing is a matter of XML.
	}
	const edit = attribute?.value
		? { start: attribute.value.innerStart, end: attribute.value.innerEnd, newText: formNamespace }
		: { start: at, end: at, newText: ` ${name}="${formNamespace}"` };
	const edits = editsOf('source-config', edit);
	return [{ code: 'set-namespace', namespace: formNamespace, edits, isPreferred: true }];
}

/** Puts existing names in the place of one that does not exist. */
function useNames(documents: ConnectorDocuments, problem: NameProblem, isPreferred: boolean): readonly Fix[] {
	const text = textOf(documents, problem.document) ?? '';
	return namesInstead(documents, problem).map((name, index) => ({
		code: 'use-name',
		name,
		edits: editsOf(problem.document, nameEdit(text, problem, name)),
		isPreferred: isPreferred && index === 0 && isSlip(nameIn(problem), name),
	}));
}

/** The name or value that is to be replaced. */
function nameIn(problem: NameProblem): string {
	if ('value' in problem) {
		return problem.value;
	}
	return ('name' in problem ? problem.name : undefined) ?? '';
}

/** What a key says in `en`, or else in another locale. */
function textElsewhere(documents: ConnectorDocuments, key: string): string {
	const texts = translationsOf(documents).map(([, document]) => translatedIn(document).get(key)?.value);
	return texts.find(text => text !== undefined) ?? '';
}

const editsOf = (document: DocumentName, ...edits: readonly TextEdit[]): DocumentEdits =>
	new Map([[document, edits]]);
