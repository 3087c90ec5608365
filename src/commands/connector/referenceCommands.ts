import * as vscode from 'vscode';
import { isDelimitedFile, sourceBody } from '../../core/connector/reference/sourceBody';
import { placeUri } from '../../documents/documentUri';
import { safeText } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import { commandTitle } from '../ask/commandTitle';
import { byArgumentsOrAsking, connectorNamed, requiredText, textOption } from '../ask/options';
import type { Handlers } from '../ids';
import type { Studio } from '../studio';
import { connectorPlace } from './connectorPlace';
import {
	formatNamed,
	localeNamed,
	pickFormat,
	pickLocale,
	referenceText,
	type FormConnector,
} from './fieldReference';
import { sourceConnectorIn } from '../source/sourceConnector';

export function referenceCommands(studio: Pick<Studio, 'tenants' | 'catalog' | 'language' | 'previews'>) {
	const { language, previews } = studio;
	/** With the texts that editors have. */
	const connectorIn = async (folder: vscode.Uri): Promise<FormConnector> => {
		const { tools } = await language.load();
		const documents = await tools.connector(folder, { again: true });
		return { name: await tools.nameOf(folder), documents };
	};
	return {
		/** A program passes `{ tenant, scriptName, format, locale? }`, and gets the text. */
		'iscConnectors.connector.fieldReference': byArgumentsOrAsking(
			studio,
			async options => {
				const format = formatNamed(requiredText(options, 'format'));
				const { tenant, scriptName } = await connectorNamed(studio, options);
				const connector = await connectorIn(placeUri(tenant.id, { kind: 'connector', scriptName }));
				return referenceText(connector, format, localeNamed(connector, textOption(options, 'locale')));
			},
			async argument => {
				const command = 'iscConnectors.connector.fieldReference';
				const place = await connectorPlace(studio, argument, { command });
				const heading = { title: commandTitle(command) };
				const format = place && (await pickFormat(heading));
				if (!format) {
					return;
				}
				const connector = await connectorIn(place.folder);
				const locale = await pickLocale(connector, heading);
				if (locale !== undefined) {
					await vscode.env.clipboard.writeText(referenceText(connector, format, locale));
					const name = safeText(connector.name);
					vscode.window.setStatusBarMessage(vscode.l10n.t('Copied the field reference of {0}.', name), 5000);
				}
			},
		),
		/** On the folder of a connector, or in its form preview. */
		'iscConnectors.connector.copySourceBody': async argument => {
			const loaded = await previews.load();
			const form = loaded.formOf(argument instanceof vscode.Uri ? argument : loaded.activeFolder);
			const attributes = await form?.attributes();
			if (!form || !attributes) {
				throw new UserError(vscode.l10n.t('Open the form preview of a connector first.'));
			}
			const connector = await sourceConnectorIn(studio, form.folder);
			const body = JSON.stringify(sourceBody(connector, attributes), undefined, '\t');
			await vscode.env.clipboard.writeText(body);
			const name = safeText(await (await language.load()).tools.nameOf(form.folder));
			if (isDelimitedFile(connector)) {
				void vscode.window.showInformationMessage(
					vscode.l10n.t(
						'Copied the source body of {0}. Send it with POST /sources?provisionAsCsv=true.',
						name,
					),
				);
			} else {
				vscode.window.setStatusBarMessage(vscode.l10n.t('Copied the source body of {0}.', name), 5000);
			}
		},
	} satisfies Handlers;
}
