import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { copyLimitsOf, type CopyLimits } from '../../core/transfer/copy/copyLimits';
import type { DeletedConnector } from '../../core/transfer/copy/deletedConnectors';
import { safeText } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import { approveNow, checkWritable } from '../ask/approval';
import { askSteps } from '../ask/askSteps';
import { tenantNamed } from '../ask/options';
import type { PickedConnector } from '../ask/picks';
import { whileShown } from '../ask/progress';
import { askClassName } from './restoreQuestions';
import { restoreDeleted } from '../tenant/restoring';
import type { TransferDesk } from '../transfer/transferDesk';
import { withSentences } from '../transfer/transferMessage';
import { unsavedCount } from '../document/unsaved';

/** Asks people to type the name, and deletes the connector after a copy of all of it was kept. */
export async function deleteByAsking(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'tree' | 'view' | 'log'>,
	desk: TransferDesk,
	connector: PickedConnector,
): Promise<void> {
	const { tenant, name } = connector;
	checkWritable(tenantNamed(studio, tenant.id));
	const limits = await limitsOf(studio, connector);
	const typed = await askSteps(vscode.l10n.t('Delete {0} from {1}', safeText(name), tenant.name), [
		() => ({
			prompt: promptOf(connector, limits),
			placeholder: name,
			validate: text => wrongName(text, name),
		}),
	]);
	if (!typed) {
		return;
	}
	const deleted = await deleteConnector(studio, desk, connector);
	const restore = vscode.l10n.t('Restore');
	const chosen = await vscode.window.showInformationMessage(
		vscode.l10n.t('{0} is deleted from {1}. A copy is kept on this machine.', safeText(name), tenant.name),
		restore,
	);
	if (chosen === restore) {
		await restoreDeleted(studio, desk, deleted, { tenant, className: () => askClassName(deleted) });
	}
}

/** @param typed the name that a program has passed, which has to be that of the connector */
export async function deleteByArguments(
	studio: Pick<Studio, 'tenants'>,
	desk: TransferDesk,
	connector: PickedConnector,
	typed: string,
): Promise<DeletedConnector | undefined> {
	const { tenant, name } = connector;
	const wrong = wrongName(typed, name);
	if (wrong !== undefined) {
		throw new UserError(wrong);
	}
	checkWritable(tenantNamed(studio, tenant.id));
	const detail = limitSentences(await limitsOf(studio, connector)).join('\n');
	const isWanted = await approveNow(studio, tenant.id, {
		question: vscode.l10n.t('Delete {0} from {1}?', safeText(name), tenant.name),
		...(detail !== '' && { detail }),
		yes: vscode.l10n.t('Delete'),
	});
	return isWanted ? deleteConnector(studio, desk, connector) : undefined;
}

/** None for a connector that is gone: its deletion will say so. */
async function limitsOf(
	studio: Pick<Studio, 'tenants'>,
	{ tenant, scriptName }: PickedConnector,
): Promise<CopyLimits> {
	return withSentences(studio, tenant.id, async () => {
		const limits = await copyLimitsOf(await studio.tenants.client(tenant.id), scriptName);
		return limits ?? { hasNoClassName: false, uploadedFiles: [] };
	});
}

async function deleteConnector(
	studio: Pick<Studio, 'tenants'>,
	desk: TransferDesk,
	{ tenant, scriptName, name }: PickedConnector,
): Promise<DeletedConnector> {
	checkWritable(tenantNamed(studio, tenant.id));
	return withSentences(studio, tenant.id, () =>
		whileShown(vscode.l10n.t('Deleting {0} from {1}', safeText(name), tenant.name), signal =>
			desk.deletion.delete(tenant.id, { scriptName, name }, signal),
		),
	);
}

function promptOf({ tenant, scriptName, name }: PickedConnector, limits: CopyLimits): string {
	const unsaved = unsavedCount({ tenant, scriptName });
	return [
		vscode.l10n.t('Type its name, {0}, to delete it with all its documents.', safeText(name)),
		vscode.l10n.t('A copy of its documents is kept on this machine.'),
		...limitSentences(limits),
		unsaved > 0 &&
			vscode.l10n.t('{0} of its documents have unsaved texts, which stay in their editors.', unsaved),
	]
		.filter(Boolean)
		.join(' ');
}

/** What will be missing in the copy, for people to know before they delete. */
export function limitSentences({ hasNoClassName, uploadedFiles }: CopyLimits): readonly string[] {
	return [
		hasNoClassName && vscode.l10n.t('It has no class name, which you will be asked for to restore it.'),
		uploadedFiles.length > 0 &&
			vscode.l10n.t(
				'The files that were uploaded to it are not in the copy, and are lost: {0}.',
				safeText(uploadedFiles.join(', ')),
			),
	].filter(sentence => sentence !== false);
}

function wrongName(typed: string, name: string): string | undefined {
	return typed === name
		? undefined
		: vscode.l10n.t('This is not its name. Type {0}, or press Escape to leave it alone.', safeText(name));
}
