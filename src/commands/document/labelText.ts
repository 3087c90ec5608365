import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { scheme } from '../../core/remote/documentPath';
import { placeUri } from '../../documents/documentUri';
import { checkWritable } from '../ask/approval';
import { connectorPlace } from '../connector/connectorPlace';
import type { Handlers } from '../ids';
import { connectorNamed, requiredText, tenantNamed, byArgumentsOrAsking } from '../ask/options';
import { languageName } from './addTranslation';

/** Gives a label key a text in English; the other languages lack it until somebody translates it. */
export function labelTextCommands(studio: Pick<Studio, 'tenants' | 'catalog' | 'language' | 'previews'>) {
	return {
		/** A program passes `{ tenant, scriptName, key, text }`, a quick fix the URI of a document and the key. */
		'iscConnectors.labels.addText': byArgumentsOrAsking(
			studio,
			async options => {
				const { tenant, scriptName } = await connectorNamed(studio, options);
				const folder = placeUri(tenant.id, { kind: 'connector', scriptName });
				await addText(studio, folder, requiredText(options, 'key'), requiredText(options, 'text'));
			},
			async (argument, named) => {
				const place = await connectorPlace(studio, argument);
				const key = place && (typeof named === 'string' ? named : await askKey());
				if (key) {
					const text = await askText(studio, place.folder, key);
					if (text) {
						await addText(studio, place.folder, key, text);
					}
				}
			},
		),
	} satisfies Handlers;
}

async function askKey(): Promise<string | undefined> {
	const key = await vscode.window.showInputBox({
		title: vscode.l10n.t('Add Label Text'),
		prompt: vscode.l10n.t('Label key'),
	});
	return key?.trim();
}

async function askText(
	{ language }: Pick<Studio, 'language'>,
	folder: vscode.Uri,
	key: string,
): Promise<string | undefined> {
	const { locale, known = '' } = await (await language.load()).labelWithoutText(folder, key);
	return vscode.window.showInputBox({
		title: vscode.l10n.t('Add {0}', key),
		prompt: vscode.l10n.t('Text in {0}', languageName(locale)),
		placeHolder: known,
		ignoreFocusOut: true,
		validateInput: text =>
			text.trim() === '' || text === key ? vscode.l10n.t('Enter a text other than the key.') : undefined,
	});
}

async function addText(
	studio: Pick<Studio, 'tenants' | 'language'>,
	folder: vscode.Uri,
	key: string,
	text: string,
): Promise<void> {
	if (folder.scheme === scheme) {
		checkWritable(tenantNamed(studio, folder.authority));
	}
	await (await studio.language.load()).addLabelText(folder, key, text);
}
