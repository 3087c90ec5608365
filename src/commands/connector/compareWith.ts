import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { DocumentId } from '../../core/remote/documentPath';
import { nameOf } from '../../documents/documents';
import { toUri } from '../../documents/documentUri';
import { UserError } from '../../messages/userError';
import { pickHistoryEntry, timeOf } from '../document/chooseHistoryEntry';
import { pickConnector } from '../ask/picks';

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
			label: vscode.l10n.t('$(cloud) {0} Now', tenant),
			description: vscode.l10n.t('what a colleague would open'),
			find: async () => ({ uri: await versions.present(id), title: vscode.l10n.t('{0} now', tenant) }),
		},
		asOpened !== undefined && {
			label: vscode.l10n.t('$(go-to-file) The Text as Opened'),
			description: vscode.l10n.t('before anything was typed'),
			find: () =>
				Promise.resolve({ uri: versions.snapshot(id, asOpened), title: vscode.l10n.t('as opened') }),
		},
		entries.length > 0 && {
			label: vscode.l10n.t('$(history) An Earlier Version…'),
			description: vscode.l10n.t('{0} kept on this machine', entries.length),
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
			label: vscode.l10n.t('$(plug) Another Connector or Tenant…'),
			description: vscode.l10n.t('the same document there'),
			find: () => otherConnector(studio, id),
		},
		{
			label: vscode.l10n.t('$(file) A File on This Machine…'),
			find: async () => {
				const [uri] = (await vscode.window.showOpenDialog({ defaultUri: vscode.Uri.file('') })) ?? [];
				return uri && { uri, title: uri.path.split('/').at(-1) ?? '' };
			},
		},
	];
	const chosen = await vscode.window.showQuickPick(
		choices.filter(choice => choice !== false),
		{ title: vscode.l10n.t('Compare {0} with', nameOf(id)) },
	);
	return chosen?.find();
}

async function otherConnector(
	{ tenants, catalog, documents }: Pick<Studio, 'tenants' | 'catalog' | 'documents'>,
	{ part }: DocumentId,
): Promise<Other | undefined> {
	const picked = await pickConnector(tenants, catalog, undefined);
	if (!picked) {
		return undefined;
	}
	const id: DocumentId = { tenant: picked.tenant.id, scriptName: picked.scriptName, part };
	if (!(await documents.get(id).read())) {
		throw new UserError(
			vscode.l10n.t('{0} in {1} has no such document: {2}.', picked.name, picked.tenant.name, nameOf(id)),
		);
	}
	return { uri: toUri(id), title: vscode.l10n.t('{0} in {1}', nameOf(id), picked.tenant.name) };
}
