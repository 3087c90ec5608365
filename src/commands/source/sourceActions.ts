import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { placeUri } from '../../documents/documentUri';
import { UserError } from '../../messages/userError';
import { byArgumentsOrAsking } from '../ask/options';
import { chosenNodes, type Asking } from '../ask/picks';
import { pickSource, sourceNamed, type PickedSource } from '../ask/sourcePick';
import { showForm } from '../connector/previewCommands';
import type { CommandId, Handlers } from '../ids';
import { copySourceIds, noPages, openSourceInBrowser } from './openingSource';

/** What can be done with a source. A program passes `{ tenant, id }`. */
export function sourceActions(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'sources' | 'documents' | 'previews'>,
) {
	const withSource = (
		command: CommandId,
		work: (picked: PickedSource) => Promise<void>,
		asking: Omit<Asking, 'command'> = {},
	) =>
		byArgumentsOrAsking(
			studio,
			async options => work(await sourceNamed(studio, options)),
			async argument => {
				const picked = await pickSource(studio, argument, { command, ...asking });
				if (picked) {
					await work(picked);
				}
			},
		);
	const copy = withSource('iscConnectors.source.copyId', ({ source }) => copySourceIds([source.id]));
	return {
		'iscConnectors.source.openInBrowser': withSource(
			'iscConnectors.source.openInBrowser',
			({ tenant, source }) => openSourceInBrowser(tenant, source.id),
			{ among: { has: ({ tenant }) => tenant.url !== undefined, none: noPages } },
		),
		'iscConnectors.source.copyId': (argument, selection) => {
			const rows = chosenNodes(argument, selection).flatMap(row => (row.kind === 'source' ? [row] : []));
			return rows.length > 1 ? copySourceIds(rows.map(({ source }) => source.id)) : copy(argument);
		},
		'iscConnectors.source.previewForm': withSource(
			'iscConnectors.source.previewForm',
			async ({ tenant, source: { id, connector, name } }) => {
				if (connector === undefined) {
					throw new UserError(vscode.l10n.t('{0} has an unknown connector.', name));
				}
				const folder = placeUri(tenant.id, { kind: 'connector', scriptName: connector });
				await showForm(studio, folder);
				await (await studio.previews.load()).formOf(folder)?.chooseSource(id);
			},
		),
	} satisfies Handlers;
}
