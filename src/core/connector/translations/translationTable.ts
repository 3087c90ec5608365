import type { XmlDocument } from '../../xml/tree';
import { familyOf } from '../model/families';
import { usedKeys } from '../checks/translations';
import { translationsOf, type ConnectorDocuments } from '../connectorDocuments';
import { readForm } from '../model/form';
import { isText } from '../model/labels';
import { textsIn } from './translation';

/** The texts of a connector, keys by locales: plain data, which a page can be sent. */
export interface TranslationTable {
	/** `en` first. */
	readonly locales: readonly string[];
	/** In the order in which the form uses the keys; then those that it does not use, as `en` or else another locale has them. */
	readonly rows: readonly TranslationRow[];
	/** Whether the source-config is known: if not, nothing can be said of what is used. */
	readonly hasForm: boolean;
}

export interface TranslationRow {
	readonly key: string;
	/** What keys of its kind begin with, such as `menuLabel_`; empty for the plain keys of fields. */
	readonly family: string;
	readonly isUsed: boolean;
	/** Decoded, in the order of `locales`; null where the locale does not have the key. */
	readonly texts: readonly (string | null)[];
}

/** All keys that the form uses or a locale has; without a form, each counts as used. */
export function tableOf(connector: ConnectorDocuments): TranslationTable {
	const { sourceConfig } = connector;
	const translations = translationsOf(connector);
	const texts = translations.map(([, document]) => textsIn(document));
	const translated = new Set(texts.flatMap(each => [...each.keys()]));
	const hasForm = sourceConfig !== undefined && readForm(sourceConfig).root !== undefined;
	const inForm = hasForm ? keysIn(sourceConfig, translated) : new Set<string>();
	const used = hasForm ? usedKeys(connector, [...translated]) : translated;
	const row = (key: string): TranslationRow => ({
		key,
		family: beginningOf(key),
		isUsed: inForm.has(key) || used.has(key),
		texts: texts.map(each => each.get(key)?.value ?? null),
	});
	const others = [...translated].filter(key => !inForm.has(key)).map(row);
	return {
		locales: translations.map(([locale]) => locale),
		rows: [
			...[...inForm].map(row),
			...others.filter(each => each.isUsed),
			...others.filter(each => !each.isUsed),
		],
		hasForm,
	};
}

/** The keys that a form uses, and texts that stand in it as they are, if they are a key nevertheless. */
function keysIn(form: XmlDocument, translated: ReadonlySet<string>): ReadonlySet<string> {
	const uses = readForm(form).labels.filter(use => translated.has(use.name) || !isText(form.text, use));
	return new Set(uses.map(({ name }) => name));
}

function beginningOf(key: string): string {
	if (familyOf(key) === 'fields') {
		return '';
	}
	const end = key.indexOf('_');
	return end === -1 ? key : key.slice(0, end + 1);
}
