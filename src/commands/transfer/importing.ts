import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { Tenant } from '../../core/api/tenant';
import { archiveLimits } from '../../core/transfer/archive/archive';
import { ArchiveError } from '../../core/transfer/archive/archiveError';
import { archiveError, archiveMessage } from '../../messages/archiveMessage';
import { isBundleFile } from '../../core/transfer/archive/bundleEntries';
import { readFolder } from '../../core/transfer/archive/folderArchive';
import { readBundles } from '../../core/transfer/archive/readBundles';
import type { Transfer } from '../../core/transfer/send/transfer';
import { hasOtherName } from '../../core/transfer/send/transferPlan';
import { filesBelow } from './workspaceFiles';
import { readZip } from '../../core/transfer/archive/readZip';
import { safeText } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import { approveNow, checkEffects, checkWritable } from '../ask/approval';
import { startFolder } from './folders';
import { requiredText, tenantNamed, type Options } from '../ask/options';
import { whileShown } from '../ask/progress';
import { comparedIn, isSendable, type ComparedDocument } from './promotion';
import type { Planned, TransferSource } from './planTransfer';
import type { TransferDesk, TransferReport } from './transferDesk';
import { effectsOfTransfer } from './transferEffects';
import { obstacleMessage, withSentences } from './transferMessage';
import { pickRow } from '../ask/lists';

/** What an import would do to a connector, for a program. */
export interface PlannedImport {
	readonly name: string;
	/** Undefined if it would be created. */
	readonly scriptName: string | undefined;
	readonly documents: readonly ComparedDocument[];
}

export interface ImportReport {
	readonly plan: readonly PlannedImport[];
	/** What of the folder or the zip cannot be imported, as sentences. */
	readonly problems: readonly string[];
	/** Undefined if nothing was to be sent. */
	readonly result: TransferReport | undefined;
}

/** Asks for a folder or a zip, and shows what importing it would do; nothing is sent yet. */
export async function importByAsking(
	studio: Pick<Studio, 'tenants'>,
	desk: TransferDesk,
	tenant: Tenant,
): Promise<void> {
	checkWritable(tenantNamed(studio, tenant.id));
	const uri = await pickArchive(tenant);
	if (uri) {
		await withSentences(studio, tenant.id, () => desk.show(importFrom(uri, tenant), isSendable));
	}
}

/** `{ tenant, source, send? }`: returns what importing would do; with `send: true` does it. */
export async function importByArguments(
	studio: Pick<Studio, 'tenants' | 'effects'>,
	desk: TransferDesk,
	options: Options,
): Promise<ImportReport> {
	const tenant = tenantNamed(studio, requiredText(options, 'tenant'));
	const { source: from, send } = options;
	const uri = from instanceof vscode.Uri ? from : vscode.Uri.file(requiredText(options, 'source'));
	const source = importFrom(uri, tenant);
	if (send !== true) {
		const planned = await desk.show(source, isSendable);
		const problems = problemsOf(studio, tenant, planned);
		return { plan: planOf(planned.transfer), problems, result: undefined };
	}
	checkWritable(tenant);
	const planned = await whileShown(
		vscode.l10n.t('Comparing {0} with {1}', safeText(source.name), tenant.name),
		(signal, report) => desk.plan(source, signal, report),
	);
	const { transfer } = planned;
	const [plan, problems] = [planOf(transfer), problemsOf(studio, tenant, planned)];
	// What would go to a connector of another name is for people to choose.
	const importable = transfer.connectors.filter(each => !hasOtherName(each));
	const chosen = new Set(importable.flatMap(each => transfer.choicesOf(each)));
	checkEffects(await effectsOfTransfer(studio, transfer, chosen), options['acceptEffects']);
	const question = vscode.l10n.t('Import {0} into {1}?', safeText(source.name), tenant.name);
	if (!(await approveNow(studio, tenant.id, { question, yes: vscode.l10n.t('Import') }))) {
		return { plan, problems, result: undefined };
	}
	await desk.send(
		transfer,
		chosen,
		vscode.l10n.t('Importing {0} into {1}', safeText(source.name), tenant.name),
	);
	return { plan, problems, result: desk.report(transfer, chosen) };
}

/** Also what is not sent because of what the tenant has. */
function problemsOf(
	studio: Pick<Studio, 'tenants'>,
	{ id, name: target }: Tenant,
	{ transfer, problems }: Planned,
): readonly string[] {
	const others = transfer.connectors.flatMap(
		connector =>
			obstacleMessage(studio, id, connector) ??
			(hasOtherName(connector)
				? vscode.l10n.t(
						'{0} cannot be imported, because the script name {1} belongs to another connector in {2}: {3}.',
						safeText(connector.bundle.about.name),
						safeText(connector.scriptName ?? ''),
						target,
						safeText(connector.presentName ?? ''),
					)
				: []),
	);
	return [...problems, ...others];
}

function planOf(transfer: Transfer): readonly PlannedImport[] {
	return transfer.connectors.map(connector => ({
		name: connector.bundle.about.name,
		scriptName: connector.scriptName,
		documents: comparedIn([connector]),
	}));
}

function importFrom(uri: vscode.Uri, target: Tenant): TransferSource {
	const name = uri.path.split('/').at(-1) ?? uri.path;
	return {
		kind: 'import',
		target,
		name,
		origin: name,
		read: async () => {
			try {
				const { bundles, problems } = await readArchive(uri);
				if (bundles.length === 0 && problems.length === 0) {
					throw new UserError(
						vscode.l10n.t(
							'No connector found in {0}. Select an exported folder or ZIP file, which has a connector.json for each connector.',
							safeText(uri.fsPath),
						),
					);
				}
				return { origins: bundles.map(bundle => ({ bundle })), problems: problems.map(archiveMessage) };
			} catch (error) {
				throw archiveError(error);
			}
		},
	};
}

async function readArchive(uri: vscode.Uri) {
	const { type, size } = await vscode.workspace.fs.stat(uri);
	if (type & vscode.FileType.Directory) {
		const { entries, problems } = await readFolder(filesBelow(uri));
		const found = readBundles(entries);
		return { bundles: found.bundles, problems: [...problems, ...found.problems] };
	}
	if (size > archiveLimits.totalBytes) {
		throw new ArchiveError({ kind: 'too-large-in-all', limit: archiveLimits.totalBytes });
	}
	return readBundles(readZip(await vscode.workspace.fs.readFile(uri), archiveLimits, isBundleFile));
}

async function pickArchive(tenant: Tenant): Promise<vscode.Uri | undefined> {
	const title = vscode.l10n.t('Import Connectors into {0}', tenant.name);
	const openLabel = vscode.l10n.t('Preview Changes');
	const open = async (options: vscode.OpenDialogOptions) =>
		(await vscode.window.showOpenDialog({ title, openLabel, defaultUri: startFolder(), ...options }))?.[0];
	const picked = await pickRow(
		[
			{
				label: vscode.l10n.t('$(folder) From a Folder…'),
				pick: () => open({ canSelectFiles: false, canSelectFolders: true }),
			},
			{
				label: vscode.l10n.t('$(file-zip) From a ZIP File…'),
				pick: () => open({ filters: { [vscode.l10n.t('ZIP files')]: ['zip'] } }),
			},
		],
		{ title, prompt: vscode.l10n.t('Select where to import from') },
	);
	return picked?.pick();
}
