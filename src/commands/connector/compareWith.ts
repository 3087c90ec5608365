import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { fileOf, type DocumentId } from '../../core/remote/documentPath';
import { toUri } from '../../documents/documentUri';
import { UserError } from '../../messages/userError';
import { documentTitle } from '../../documents/documentTitle';
import { timeOf } from '../../views/history/versionLooks';
import { pickHistoryEntry } from '../document/chooseHistoryEntry';
import { pickConnector } from '../ask/picks';
import { pickRow } from '../ask/lists';

/** A text to compare a document with. */
export interface Other {
	readonly uri: vscode.Uri;
	readonly title: string;
}

interface Choice extends vscode.QuickPickItem {
	/** Undefined if the person left. */
	readonly find: () => Promise<Other | undefined>;
}

/** Asks what to compare a document with; undefined if the person left. */
export async function chooseOther(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'documents' | 'history' | 'versions' | 'opened'>,
	id: DocumentId,
): Promise<Other | undefined> {
	const { tenants, versions, opened } = studio;
	const tenant = tenants.nameOf(id.tenant);
	const asOpened = opened.of(id);
	const entries = (await (await studio.history()).list(id)).filter(({ replaced }) => replaced);
	const choices: readonly (Choice | false)[] = [
		{
			label: vscode.l10n.t('$(cloud) Current Version in {0}', tenant),
			find: async () => ({ uri: await versions.present(id), title: tenant }),
		},
		asOpened !== undefined && {
			label: vscode.l10n.t('$(go-to-file) Version as Opened'),
			description: vscode.l10n.t('before your changes'),
			find: () =>
				Promise.resolve({ uri: versions.snapshot(id, asOpened), title: vscode.l10n.t('as opened') }),
		},
		entries.length > 0 && {
			label: vscode.l10n.t('$(history) Version from the History…'),
			description: vscode.l10n.t('{0} on this computer', entries.length),
			find: async () => {
				const entry = await pickHistoryEntry(studio, id, entries);
				return (
					entry && {
						uri: versions.historyEntry(entry, 'replaced'),
						title: vscode.l10n.t('before {0}', timeOf(entry)),
					}
				);
			},
		},
		{
			label: vscode.l10n.t('$(plug) Another Connector…'),
			description: vscode.l10n.t('the same document'),
			find: () => otherConnector(studio, id),
		},
		{
			label: vscode.l10n.t('$(file) File on This Computer…'),
			find: async () => {
				const [uri] = (await vscode.window.showOpenDialog({ defaultUri: vscode.Uri.file('') })) ?? [];
				return uri && { uri, title: uri.path.split('/').at(-1) ?? '' };
			},
		},
	];
	const chosen = await pickRow(
		choices.filter(choice => choice !== false),
		{
			title: vscode.l10n.t('Compare {0}', documentTitle(studio.catalog, id)),
			prompt: vscode.l10n.t('Select what to compare with'),
		},
	);
	return chosen?.find();
}

async function otherConnector(
	{ tenants, catalog, documents }: Pick<Studio, 'tenants' | 'catalog' | 'documents'>,
	{ part }: DocumentId,
): Promise<Other | undefined> {
	const picked = await pickConnector(tenants, catalog, undefined, {
		command: 'iscConnectors.document.compareWith',
	});
	if (!picked) {
		return undefined;
	}
	const id: DocumentId = { tenant: picked.tenant.id, scriptName: picked.scriptName, part };
	if (!(await documents.get(id).read())) {
		throw new UserError(
			vscode.l10n.t('{0} in {1} does not have {2}.', picked.name, picked.tenant.name, fileOf(part)),
		);
	}
	return { uri: toUri(id), title: vscode.l10n.t('{0} in {1}', picked.name, picked.tenant.name) };
}
