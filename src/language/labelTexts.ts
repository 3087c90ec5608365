import * as vscode from 'vscode';
import type { ConnectorDocuments } from '../core/connector/connectorDocuments';
import { isTranslation, localeOf } from '../core/connector/documentName';
import type { DocumentEdits } from '../core/connector/fixes/fix';
import { labelTexts, localeFor, type LabelText } from '../core/connector/model/labels';
import { definitionOfText } from '../core/connector/names/references';
import { isTranslated, translatedIn } from '../core/connector/translations/translation';
import {
	addKeyEdits,
	mainLocale,
	setTextEdits,
	type TranslationEdits,
} from '../core/connector/translations/translationEdits';
import { tableOf } from '../core/connector/translations/translationTable';
import { languageName } from '../messages/languageName';
import { UserError } from '../messages/userError';
import { setting } from '../util/settings';
import { editsOfOpened } from './fixes/workspaceEdits';
import { connectorOfDocument } from './texts/connectorOfDocument';
import { labelAt } from './texts/labelAt';
import type { LanguageTools } from './texts/languageTools';
import { Places } from './texts/places';

/** A label key that has no text in the connector's main locale. */
export interface LabelWithoutText {
	readonly locale: string;
	/** Its text in another locale; undefined if it has none. */
	readonly known: string | undefined;
}

/** The label keys of connectors and their texts. What changes them makes unsaved edits; nothing is sent. */
export class LabelTexts {
	constructor(private readonly tools: LanguageTools) {}

	/** The label key at a place of a document. */
	async keyAt(document: vscode.TextDocument, place: vscode.Position): Promise<string | undefined> {
		const found = await connectorOfDocument(this.tools, document);
		return found && labelAt(found.connector, found.name, document.offsetAt(place))?.key;
	}

	/** All label keys of a connector, each with its text in the first language that has one. */
	async all(folder: vscode.Uri): Promise<readonly { readonly key: string; readonly text: string }[]> {
		const { rows } = tableOf(await this.connector(folder));
		return rows.map(({ key, texts }) => ({ key, text: texts.find(text => text !== null) ?? '' }));
	}

	async texts(folder: vscode.Uri, key: string): Promise<readonly LabelText[]> {
		return labelTexts(await this.connector(folder), key);
	}

	/** The locale whose texts people mean: that of a translation, or else that of the labels. @throws UserError if there is none */
	async localeIn(folder: vscode.Uri, document?: unknown): Promise<string> {
		const name = document instanceof vscode.Uri ? this.tools.folderOf(document)?.name : undefined;
		if (name && isTranslation(name)) {
			return localeOf(name);
		}
		const connector = await this.connector(folder);
		return localeFor(connector, setting('labels.locale')) ?? mainLocale(connector) ?? noTranslations();
	}

	/** Where a translation has the text of a key; undefined if it has none. */
	async placeOf(folder: vscode.Uri, key: string, locale: string): Promise<vscode.Location | undefined> {
		const connector = await this.connector(folder);
		const found = definitionOfText(connector, key, locale);
		const places = new Places(connector, name => this.tools.uriOf(folder, name));
		return found && places.location(found);
	}

	/** Gives a key another text in a locale. @throws UserError if it cannot have it */
	async set(folder: vscode.Uri, key: string, locale: string, text: string): Promise<void> {
		await this.edit(folder, connector => editsOfText(connector, key, locale, text));
	}

	/** @throws UserError if the connector has no translations, or the key has a text already */
	async withoutText(folder: vscode.Uri, key: string): Promise<LabelWithoutText> {
		const connector = await this.connector(folder);
		const known = [...connector.translations.values()].map(each => translatedIn(each).get(key)?.value);
		return { locale: localeWithout(connector, key), known: known.find(text => text !== undefined) };
	}

	/** Gives a key its first text. @throws UserError if it cannot have one */
	async add(folder: vscode.Uri, key: string, text: string): Promise<void> {
		checkText(key, text);
		await this.edit(folder, connector => {
			localeWithout(connector, key);
			return addKeyEdits(connector, key, text);
		});
	}

	private connector(folder: vscode.Uri): Promise<ConnectorDocuments> {
		return this.tools.connector(folder, { again: true });
	}

	private async edit(
		folder: vscode.Uri,
		editsOf: (connector: ConnectorDocuments) => DocumentEdits,
	): Promise<void> {
		if (!(await vscode.workspace.applyEdit(await editsOfOpened(this.tools, folder, editsOf)))) {
			throw new UserError(vscode.l10n.t('VS Code rejected the change. Try it in the editor.'));
		}
	}
}

/** Gives a key another text in a locale. @throws UserError if it cannot have it */
export function editsOfText(
	connector: ConnectorDocuments,
	key: string,
	locale: string,
	text: string,
): TranslationEdits {
	checkText(key, text);
	if (!connector.translations.has(locale)) {
		throw new UserError(
			vscode.l10n.t(
				'The connector is not translated into {0}. Add the language first.',
				languageName(locale),
			),
		);
	}
	return setTextEdits(connector, key, locale, text);
}

function checkText(key: string, text: string): void {
	if (!isTranslated(key, text)) {
		throw new UserError(vscode.l10n.t('Enter a text other than the key.'));
	}
}

function localeWithout(connector: ConnectorDocuments, key: string): string {
	const locale = mainLocale(connector) ?? noTranslations();
	const document = connector.translations.get(locale);
	if (document && translatedIn(document).has(key)) {
		throw new UserError(vscode.l10n.t('{0} already has a text in {1}.', key, languageName(locale)));
	}
	return locale;
}

function noTranslations(): never {
	throw new UserError(vscode.l10n.t('The connector has no translations. Add a language first.'));
}
