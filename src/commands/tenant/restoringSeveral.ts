import * as vscode from 'vscode';
import { NoClassNameError } from '../../core/transfer/copy/createConnector';
import type { PlannedConnector } from '../../core/transfer/send/transferPlan';
import type { DeletedConnector } from '../../core/transfer/copy/deletedConnectors';
import type { TransferChoice, Transfer } from '../../core/transfer/send/transfer';
import { fewNames } from '../../messages/fewNames';
import { withoutLinks } from '../../messages/safeText';
import { approveNow, checkWritable } from '../ask/approval';
import { subjectOf } from '../ask/counts';
import { tenantNamed } from '../ask/options';
import { whileShown } from '../ask/progress';
import { askClassName } from '../connector/restoreQuestions';
import type { Studio } from '../studio';
import type { TransferDesk } from '../transfer/transferDesk';
import { transferMessage, withSentences } from '../transfer/transferMessage';
import { outcomesOf, reasonOf } from '../transfer/transferReport';
import { backupSource } from './restoring';

/** Creates several deleted connectors of one tenant again: one question, one transfer and one message for all. */
export async function restoreSeveral(
	studio: Pick<Studio, 'tenants' | 'catalog'>,
	desk: TransferDesk,
	deleted: readonly DeletedConnector[],
	id: string,
): Promise<void> {
	const classNames = new Map<string, string>();
	const subject = subjectOf(deleted);
	const plan = async () => {
		const tenant = tenantNamed(studio, id);
		checkWritable(tenant);
		const source = backupSource(desk, deleted, tenant, ({ name }) => classNames.get(name));
		const title = vscode.l10n.t('Looking for {0} in {1}', subject, tenant.name);
		const { transfer } = await withSentences(studio, id, () =>
			whileShown(title, (signal, report) => desk.plan(source, signal, report)),
		);
		return transfer;
	};
	let transfer = await plan();
	const obstructed = transfer.connectors.filter(({ obstacle }) => obstacle).map(nameOf);
	for (const each of deleted.filter(({ name }) => obstructed.includes(name))) {
		const className = await askClassName(each);
		if (className !== undefined) {
			classNames.set(each.name, className);
		}
	}
	if (classNames.size > 0) {
		transfer = await plan();
	}
	const missing = transfer.connectors.filter(({ scriptName }) => scriptName === undefined);
	const left = () => new Set<TransferChoice>(missing.flatMap(each => transfer.choicesOf(each)));
	const { name } = tenantNamed(studio, id);
	const all = left();
	do {
		if (all.size > 0) {
			const question = vscode.l10n.t('Restore {0} in {1}?', subject, name);
			if (!(await approveNow(studio, id, { question, yes: vscode.l10n.t('Restore') }))) {
				return;
			}
			const title = vscode.l10n.t('Restoring {0} in {1}', subject, name);
			await withSentences(studio, id, () => desk.send(transfer, left(), title));
		}
	} while (await showResult(studio, { deleted, transfer, choices: all, tenant: name }));
}

/** What was sent to bring several connectors back. */
interface Sent {
	readonly deleted: readonly DeletedConnector[];
	readonly transfer: Transfer;
	readonly choices: ReadonlySet<TransferChoice>;
	/** The name of the tenant. */
	readonly tenant: string;
}

/** @returns whether people want to try again what has failed */
async function showResult(studio: Pick<Studio, 'tenants' | 'catalog'>, sent: Sent): Promise<boolean> {
	const { deleted, transfer, choices, tenant } = sent;
	const outcomes = outcomesOf(transfer, choices);
	const failed = outcomes.filter(({ outcome }) => (outcome?.kind ?? 'failed') === 'failed');
	const altered = outcomes.filter(({ outcome }) => outcome?.kind === 'altered');
	const isWhole = (connector: PlannedConnector) =>
		choices.has(connector) && !failed.some(each => each.connector === connector);
	const restored = transfer.connectors.filter(isWhole);
	const others = transfer.connectors.filter(connector => !isWhole(connector));
	const present = others.filter(({ scriptName }) => scriptName !== undefined);
	const partly = others.filter(each => !present.includes(each) && transfer.scriptNameOf(each) !== undefined);
	const absent = others.filter(each => transfer.scriptNameOf(each) === undefined);
	const noClass = absent.find(({ obstacle }) => obstacle);
	const names = transfer.connectors.map(nameOf);
	const withoutBackup = deleted.filter(({ name }) => !names.includes(name)).map(({ name }) => name);
	const notRestored = [...absent.map(nameOf), ...withoutBackup];
	const [first] = failed;
	const different = await changedIn(studio, transfer, restored, deleted);
	const message = [
		restored.length > 0 &&
			vscode.l10n.t('Restored {0} in {1}.', subjectOf(restored.map(({ bundle }) => bundle.about)), tenant),
		notRestored.length > 0 && vscode.l10n.t('Not restored: {0}.', fewNames(notRestored)),
		partly.length > 0 && vscode.l10n.t('Not completely restored: {0}.', namesOf(partly)),
		present.length > 0 && vscode.l10n.t('Already in {0}: {1}.', tenant, namesOf(present)),
		first && withoutLinks(reasonOf(studio, transfer, first)),
		noClass && transferMessage(studio, transfer.tenant, new NoClassNameError(nameOf(noClass))),
		withoutBackup.length > 0 && vscode.l10n.t('The backup of {0} no longer exists.', fewNames(withoutBackup)),
		different.length > 0 && vscode.l10n.t('The script name or status has changed: {0}.', fewNames(different)),
		altered.length > 0 &&
			vscode.l10n.t(
				'{0} rewrote documents of these connectors: {1}.',
				tenant,
				namesOf(altered.map(({ connector }) => connector)),
			),
	]
		.filter(Boolean)
		.join(' ');
	if (others.length + withoutBackup.length + altered.length === 0) {
		void vscode.window.showInformationMessage(message);
		return false;
	}
	const again = vscode.l10n.t('Retry');
	const buttons = failed.length > 0 ? [again] : [];
	return (await vscode.window.showWarningMessage(message, ...buttons)) === again;
}

/** The names of those for which the service has decided otherwise than before. */
async function changedIn(
	{ catalog }: Pick<Studio, 'catalog'>,
	transfer: Transfer,
	restored: readonly PlannedConnector[],
	deleted: readonly DeletedConnector[],
): Promise<readonly string[]> {
	const present = await catalog.connectors(transfer.tenant).catch(() => []);
	return restored
		.filter(planned => {
			const { name, status } = planned.bundle.about;
			const scriptName = transfer.scriptNameOf(planned);
			const now = present.find(each => each.scriptName === scriptName)?.status;
			const isOtherStatus = now !== undefined && status !== undefined && now !== status;
			return isOtherStatus || deleted.find(each => each.name === name)?.scriptName !== scriptName;
		})
		.map(nameOf);
}

function namesOf(connectors: readonly PlannedConnector[]): string {
	return fewNames([...new Set(connectors.map(nameOf))]);
}

function nameOf({ bundle }: PlannedConnector): string {
	return bundle.about.name;
}
