import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { Tenant } from '../../core/api/tenant';
import { translationOf } from '../../core/connector/documentName';
import { pathKey } from '../../core/transfer/archive/archive';
import { withOtherTranslations, type ConnectorBundle } from '../../core/transfer/archive/bundle';
import { pathInArchive } from '../../core/transfer/archive/archiveError';
import { archiveError, archiveMessage } from '../../messages/archiveMessage';
import { entriesOf } from '../../core/transfer/archive/bundleEntries';
import {
	countChanges,
	planFolder,
	writeFolder,
	type FolderPlan,
} from '../../core/transfer/archive/folderPlan';
import { isDeviceName } from '../../core/files/safeFolderName';
import { filesBelow } from './workspaceFiles';
import { writeZip } from '../../core/transfer/archive/writeZip';
import { safeText, withoutLinks } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import { connectorCount } from '../ask/counts';
import { readForExport } from './readForExport';
import { startFolder } from './folders';
import { requiredText, tenantNamed, type Options } from '../ask/options';
import { connectorChoices, type PickedConnector } from '../ask/picks';
import { whileShown } from '../ask/progress';
import { pickRow, pickRows } from '../ask/lists';

/** The result of an export. */
export interface ExportReport {
	/** The connectors that were written. */
	readonly connectors: readonly string[];
	readonly failed: readonly { readonly name: string; readonly message: string }[];
}

/** Asks where to export connectors to and, unless some are chosen already, which; and writes them. */
export async function exportByAsking(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'log'>,
	tenant: Tenant,
	chosen: readonly PickedConnector[] | undefined,
): Promise<void> {
	const connectors = chosen ?? (await pickMany(studio, tenant));
	const chosenTarget = connectors.length > 0 ? await pickExportTarget(tenant, connectors) : undefined;
	if (!chosenTarget) {
		return;
	}
	const report = await exportTo(studio, tenant, { connectors, ...chosenTarget, asks: true });
	if (report) {
		await showReport(chosenTarget.target, report);
	}
}

/**
 * `{ tenant, target, scriptNames?, exact? }`: without script names every connector; a target that ends in .zip becomes a
 * zip; an exact export asks for each document by itself.
 */
export async function exportByArguments(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'log'>,
	options: Options,
): Promise<ExportReport | undefined> {
	const tenant = tenantNamed(studio, requiredText(options, 'tenant'));
	const { scriptNames, target, exact } = options;
	const known = await studio.catalog.connectors(tenant.id);
	const wanted = Array.isArray(scriptNames) ? scriptNames.map(String) : undefined;
	const missing = wanted?.find(name => !known.some(({ scriptName }) => scriptName === name));
	if (missing !== undefined) {
		throw new UserError(vscode.l10n.t('{0} has no connector {1}.', tenant.name, safeText(missing)));
	}
	const connectors = known
		.filter(({ scriptName }) => !wanted || wanted.includes(scriptName))
		.map(({ scriptName, name }) => ({ tenant, scriptName, name }));
	const uri = target instanceof vscode.Uri ? target : vscode.Uri.file(requiredText(options, 'target'));
	return exportTo(studio, tenant, { connectors, target: uri, isExact: exact === true, asks: false });
}

/** Where an export goes, and whether it asks for each document by itself. */
interface ExportTarget {
	readonly target: vscode.Uri;
	readonly isExact: boolean;
}

/** Undefined if the person was asked and declined. */
async function exportTo(
	studio: Pick<Studio, 'tenants' | 'log'>,
	tenant: Tenant,
	{
		connectors,
		target,
		isExact,
		asks,
	}: ExportTarget & {
		readonly connectors: readonly PickedConnector[];
		readonly asks: boolean;
	},
): Promise<ExportReport | undefined> {
	const reading = await whileShown(vscode.l10n.t('Exporting from {0}', tenant.name), (signal, report) =>
		readForExport(studio, tenant, connectors, { isExact, signal, report }),
	);
	const found = reading.read.map(({ bundle }) => withLanguages(bundle));
	const bundles = found.map(({ bundle }) => bundle);
	const failed = [
		...reading.failed.map(({ name, message }) => ({ name, message })),
		...found.flatMap(({ bundle, left }) =>
			left.map(language => ({
				name: bundle.about.name,
				message: vscode.l10n.t(
					'The language "{0}" was not exported, because its file name is not valid on all systems or is taken.',
					safeText(language),
				),
			})),
		),
	];
	const report = { connectors: bundles.map(({ about }) => about.name), failed };
	try {
		if (isZip(target)) {
			await vscode.workspace.fs.writeFile(target, writeZip(entriesOf(bundles)));
			return report;
		}
		const files = filesBelow(target);
		const plan = await planFolder(files, bundles);
		if (asks && !(await mayOverwrite(target, plan))) {
			return undefined;
		}
		await writeFolder(files, plan);
		const besides = plan.problems.map(problem => ({
			name: pathInArchive(problem) ?? target.fsPath,
			message: archiveMessage(problem),
		}));
		return { ...report, failed: [...report.failed, ...besides] };
	} catch (error) {
		throw archiveError(error);
	}
}

async function pickMany(
	{ catalog }: Pick<Studio, 'catalog'>,
	tenant: Tenant,
): Promise<readonly PickedConnector[]> {
	const items = connectorChoices(catalog, tenant).then(all => all.map(each => ({ ...each, picked: true })));
	const picked = await pickRows(items, {
		title: vscode.l10n.t('Export Connectors of {0}', tenant.name),
		prompt: vscode.l10n.t('Select the connectors to export'),
	});
	return picked.map(({ connector }) => connector);
}

async function pickExportTarget(
	tenant: Tenant,
	connectors: readonly PickedConnector[],
): Promise<ExportTarget | undefined> {
	const name = connectors.length === 1 ? connectors[0]?.name : tenant.name;
	const title = vscode.l10n.t('Export {0}', name ?? tenant.name);
	const pickFolder = async () => {
		const [uri] =
			(await vscode.window.showOpenDialog({
				title,
				canSelectFiles: false,
				canSelectFolders: true,
				openLabel: vscode.l10n.t('Export Here'),
				defaultUri: startFolder(),
			})) ?? [];
		return uri;
	};
	const file = `${(name ?? tenant.name).replace(/[^\w-]+/g, '-')}.zip`;
	const pickZip = () =>
		vscode.window.showSaveDialog({
			title,
			defaultUri: vscode.Uri.joinPath(startFolder(), file),
			filters: { [vscode.l10n.t('ZIP files')]: ['zip'] },
		});
	const slow = vscode.l10n.t('One request per document');
	const rows = [
		{
			label: vscode.l10n.t('$(folder) To a Folder…'),
			description: vscode.l10n.t('One folder per connector (Git-friendly)'),
			pick: pickFolder,
			isExact: false,
		},
		{ label: vscode.l10n.t('$(file-zip) To a ZIP File…'), pick: pickZip, isExact: false },
		{
			label: vscode.l10n.t('$(folder) Exact, to a Folder…'),
			description: slow,
			pick: pickFolder,
			isExact: true,
		},
		{
			label: vscode.l10n.t('$(file-zip) Exact, to a ZIP File…'),
			description: slow,
			pick: pickZip,
			isExact: true,
		},
	];
	const picked = await pickRow(rows, { title, prompt: vscode.l10n.t('Select where to export to') });
	const uri = await picked?.pick();
	return picked && uri && { target: uri, isExact: picked.isExact };
}

async function mayOverwrite(target: vscode.Uri, plan: FolderPlan): Promise<boolean> {
	const { changed, removed } = countChanges(plan);
	if (changed + removed === 0) {
		return true;
	}
	const write = vscode.l10n.t('Overwrite');
	const chosen = await vscode.window.showWarningMessage(
		vscode.l10n.t('Overwrite documents in {0}?', safeText(target.fsPath)),
		{
			modal: true,
			detail: vscode.l10n.t(
				'Files to overwrite: {0}, to remove: {1}. Other files are not changed.',
				changed,
				removed,
			),
		},
		write,
	);
	return chosen === write;
}

async function showReport(target: vscode.Uri, { connectors, failed }: ExportReport): Promise<void> {
	const done = vscode.l10n.t(
		'Exported {0} to {1}.',
		connectorCount(connectors.length),
		safeText(target.fsPath),
	);
	const [first] = failed;
	if (first) {
		void vscode.window.showWarningMessage(
			failed.length === 1
				? `${done} ${safeText(first.name)}: ${withoutLinks(first.message)}`
				: vscode.l10n.t(
						'{0} {1} problems, the first with {2}: {3}',
						done,
						failed.length,
						safeText(first.name),
						withoutLinks(first.message),
					),
		);
		return;
	}
	const open = vscode.l10n.t('Open in New Window');
	const buttons = isZip(target) ? [] : [open];
	if ((await vscode.window.showInformationMessage(done, ...buttons)) === open) {
		await vscode.commands.executeCommand('vscode.openFolder', target, { forceNewWindow: true });
	}
}

/** A connector with the languages that the service has no path for, and those of them that no file can be named after. */
function withLanguages(connector: ConnectorBundle) {
	const left: string[] = [];
	const taken = new Set([...connector.texts.keys()].map(pathKey));
	const bundle = withOtherTranslations(connector, language => {
		const key = pathKey(translationOf(language));
		const isLeft = !isFileName(language) || taken.has(key);
		if (isLeft) {
			left.push(language);
		}
		taken.add(key);
		return !isLeft;
	});
	return { bundle, left };
}

/** Languages come from the tenant, which may call them what it likes, as Java does: `zh_CN_#Hans`. */
function isFileName(language: string): boolean {
	return /^\w(?:[\w@#+.-]*[\w@#+-])?$/.test(language) && !isDeviceName(language);
}

function isZip(uri: vscode.Uri): boolean {
	return /\.zip$/i.test(uri.path);
}
