import * as vscode from 'vscode';
import { isWhole, type ConnectorDocuments } from '../../core/connector/connectorDocuments';
import type { FormPicture } from '../../core/connector/form/formPicture';
import { pictureOf } from '../../core/connector/form/pictureOf';
import { localeFor } from '../../core/connector/model/labels';
import { jsonSchema } from '../../core/connector/reference/jsonSchema';
import { referenceRows, type ReferenceWords } from '../../core/connector/reference/referenceRows';
import { csvText } from '../../core/text/csv';
import { markdownTable } from '../../core/text/markdownTable';
import { languageLabel } from '../../messages/languageName';
import { safeText } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import { pickRow, type Heading } from '../ask/lists';

/** What a reference of a connector's fields is written as. */
export type ReferenceFormat = 'markdown' | 'csv' | 'schema';

/** A connector whose form can be read. */
export interface FormConnector {
	readonly name: string;
	readonly documents: ConnectorDocuments;
}

/** @throws Error if there is no such format */
export function formatNamed(format: string): ReferenceFormat {
	const known = (['markdown', 'csv', 'schema'] as const).find(each => each === format);
	if (!known) {
		throw new Error(vscode.l10n.t('The argument "format" must be "markdown", "csv" or "schema".'));
	}
	return known;
}

/** The locale that a program names, or English. @throws Error if the connector has no such translation */
export function localeNamed({ name, documents }: FormConnector, locale: string | undefined): string {
	if (locale !== undefined && !documents.translations.has(locale)) {
		throw new Error(vscode.l10n.t('{0} has no translation "{1}".', name, locale));
	}
	return locale ?? 'en';
}

/** Asks which format; undefined if the person left. */
export async function pickFormat(heading: Omit<Heading, 'prompt'>): Promise<ReferenceFormat | undefined> {
	const rows: readonly (vscode.QuickPickItem & { readonly format: ReferenceFormat })[] = [
		{ label: vscode.l10n.t('Markdown Table'), format: 'markdown' },
		{ label: vscode.l10n.t('CSV'), description: vscode.l10n.t('for spreadsheets'), format: 'csv' },
		{
			label: vscode.l10n.t('JSON Schema'),
			description: vscode.l10n.t('of the connectorAttributes, draft 2020-12'),
			format: 'schema',
		},
	];
	const picked = await pickRow(rows, { ...heading, prompt: vscode.l10n.t('Select a format') });
	return picked?.format;
}

/** Asks for one of the connector's languages, if it has several; undefined if the person left. */
export async function pickLocale(
	{ documents }: FormConnector,
	heading: Omit<Heading, 'prompt'>,
): Promise<string | undefined> {
	const own = localeFor(documents, vscode.env.language);
	const locales = [...new Set([...(own === undefined ? [] : [own]), ...documents.translations.keys()])];
	if (locales.length < 2) {
		return locales[0] ?? 'en';
	}
	const rows = locales.map(locale => ({ label: languageLabel(locale), locale }));
	const picked = await pickRow(rows, {
		...heading,
		prompt: vscode.l10n.t('Select the language of the labels'),
	});
	return picked?.locale;
}

/** @throws UserError if the source-config is no form, or may lack something */
export function referenceText(connector: FormConnector, format: ReferenceFormat, locale: string): string {
	const picture = pictureIn(connector, locale);
	switch (format) {
		case 'markdown':
			return markdownTable(referenceRows(picture, words()));
		case 'csv':
			return csvText(referenceRows(picture, words()));
		case 'schema':
			return `${JSON.stringify(jsonSchema(picture, connector.name), undefined, '\t')}\n`;
	}
}

function pictureIn({ name, documents }: FormConnector, locale: string): FormPicture {
	const { sourceConfig } = documents;
	if (sourceConfig && !isWhole(sourceConfig)) {
		throw new UserError(
			vscode.l10n.t('The source-config of {0} is not well-formed. Correct it first.', safeText(name)),
		);
	}
	const picture = pictureOf(documents, locale);
	if (!picture) {
		throw new UserError(
			vscode.l10n.t(
				'The source-config of {0} is not a form. Its root element must be <Form>.',
				safeText(name),
			),
		);
	}
	return picture;
}

function words(): ReferenceWords {
	return {
		heading: {
			label: vscode.l10n.t('Label'),
			key: vscode.l10n.t('Key'),
			type: vscode.l10n.t('Type'),
			required: vscode.l10n.t('Required'),
			default: vscode.l10n.t('Default'),
			options: vscode.l10n.t('Options'),
			condition: vscode.l10n.t('Condition'),
			secret: vscode.l10n.t('Secret'),
		},
		yes: vscode.l10n.t('yes'),
		hidden: vscode.l10n.t('hidden'),
		and: vscode.l10n.t('and'),
		anyValue: vscode.l10n.t('{0} has a value'),
	};
}
