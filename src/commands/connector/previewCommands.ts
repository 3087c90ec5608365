import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { fileOf } from '../../core/remote/documentPath';
import { fromUri, placeUri } from '../../documents/documentUri';
import { viewTypes } from '../../pages/panel/viewTypes';
import { connectorPlace } from './connectorPlace';
import type { CommandId, Handlers } from '../ids';
import { connectorNamed, byArgumentsOrAsking } from '../ask/options';
import { openDocument } from '../find/opening';

export function previewCommands(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'documents' | 'language' | 'previews'>,
) {
	/** A program passes `{ tenant, scriptName }`; without a node it is the connector of the active editor. */
	const showing = (command: CommandId, show: (folder: vscode.Uri) => Promise<void>) =>
		byArgumentsOrAsking(
			studio,
			async options => {
				const { tenant, scriptName } = await connectorNamed(studio, options);
				await show(placeUri(tenant.id, { kind: 'connector', scriptName }));
			},
			async argument => {
				const place = await connectorPlace(studio, argument, { command });
				if (place) {
					await show(place.folder);
				}
			},
		);
	return {
		'iscConnectors.connector.previewForm': showing('iscConnectors.connector.previewForm', folder =>
			showForm(studio, folder),
		),
		'iscConnectors.connector.editTranslations': showing(
			'iscConnectors.connector.editTranslations',
			async folder => (await studio.previews.load()).show(viewTypes.translations, folder),
		),
	} satisfies Handlers;
}

/** Shows the form of a connector beside its text. */
export async function showForm(
	studio: Pick<Studio, 'tenants' | 'documents' | 'previews'>,
	folder: vscode.Uri,
): Promise<void> {
	await openSource(studio, folder);
	await (await studio.previews.load()).show(viewTypes.form, folder);
}

/** Opens the source-config, so that the form is seen beside its text. */
async function openSource(studio: Pick<Studio, 'tenants' | 'documents'>, folder: vscode.Uri): Promise<void> {
	const uri = vscode.Uri.joinPath(folder, fileOf('source-config'));
	const isVisible = vscode.window.visibleTextEditors.some(
		({ document }) => document.uri.toString() === uri.toString(),
	);
	if (isVisible) {
		return;
	}
	const id = fromUri(uri);
	await (id ? openDocument(studio, id) : vscode.window.showTextDocument(uri));
}
