import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { fileOf } from '../../core/remote/documentPath';
import type { Tenant } from '../../core/api/tenant';
import type { TransferChoice } from '../../core/transfer/send/transfer';
import {
	hasOtherName,
	type PlannedConnector,
	type PlannedDocument,
} from '../../core/transfer/send/transferPlan';
import { safeText, withoutLinks } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import { readConnectors } from '../connector/readConnectors';
import { subjectOf } from '../ask/counts';
import { tenantRows, type PickedConnector } from '../ask/picks';
import { whileShown } from '../ask/progress';
import { approveNow, checkEffects, checkWritable } from '../ask/approval';
import { tenantNamed } from '../ask/options';
import type { TransferSource } from './planTransfer';
import type { TransferDesk, TransferReport } from './transferDesk';
import { effectsOfTransfer } from './transferEffects';
import { obstacleMessage } from './transferMessage';
import { questionOf } from './transferWords';
import { unsavedCount } from '../document/unsaved';
import { pickRow } from '../ask/lists';

/** How a document compares with the one in another tenant, for a program. */
export interface ComparedDocument {
	readonly document: string;
	readonly state: PlannedDocument['state'];
}

/** Asks for a tenant other than the connectors' own. */
async function pickOtherTenant(
	{ tenants }: Pick<Studio, 'tenants'>,
	own: Tenant,
	{
		subject,
		title,
		purpose,
	}: { readonly subject: string; readonly title: string; readonly purpose: 'compare' | 'promote' },
): Promise<Tenant | undefined> {
	const others = tenants.all().filter(({ id }) => id !== own.id);
	if (others.length === 0) {
		throw new UserError(
			vscode.l10n.t('{0} is the only tenant. Add another one to compare {1} with it.', own.name, subject),
		);
	}
	const picked = await pickRow(tenantRows(others, purpose === 'promote'), {
		title,
		prompt: vscode.l10n.t('Select a tenant'),
	});
	return picked?.tenant;
}

/**
 * Shows which documents differ. To promote, what differs is selected; to compare, nothing is.
 * @param connectors of one tenant
 */
export async function compareByAsking(
	studio: Pick<Studio, 'tenants'>,
	desk: TransferDesk,
	connectors: readonly PickedConnector[],
	purpose: 'compare' | 'promote',
): Promise<void> {
	const [first] = connectors;
	if (!first) {
		return;
	}
	const subject = subjectOf(connectors);
	const title =
		purpose === 'compare'
			? vscode.l10n.t('Compare {0} of {1} with', subject, first.tenant.name)
			: vscode.l10n.t('Promote {0} of {1} to', subject, first.tenant.name);
	const target = await pickOtherTenant(studio, first.tenant, { subject, title, purpose });
	if (!target) {
		return;
	}
	if (purpose === 'promote') {
		checkWritable(tenantNamed(studio, target.id));
	}
	await desk.show(
		promotionOf(studio, connectors, target),
		choice => purpose === 'promote' && isSendable(choice),
	);
}

/** Whether a choice is selected at first: not if a save would refuse its text. */
export function isSendable(choice: TransferChoice): boolean {
	return !('problem' in choice && choice.problem);
}

/** Compares, and returns the result to the program that asked. */
export async function compareByArguments(
	studio: Pick<Studio, 'tenants'>,
	desk: TransferDesk,
	connector: PickedConnector,
	target: Tenant,
): Promise<readonly ComparedDocument[]> {
	const { transfer } = await desk.show(promotionOf(studio, [connector], target), () => false);
	return comparedIn(transfer.connectors);
}

export function comparedIn(connectors: readonly PlannedConnector[]): readonly ComparedDocument[] {
	return connectors.flatMap(({ documents }) =>
		documents.map(({ part, state }) => ({ document: fileOf(part), state })),
	);
}

/** What a program has passed for a promotion. */
export interface Promotion {
	readonly target: Tenant;
	/** The documents to send; all that differ if it is undefined. */
	readonly files: readonly string[] | undefined;
	/** The name of the connector to send to, if it differs from that of the source. */
	readonly otherName: string | undefined;
	/** Whether sources may lose something. */
	readonly acceptEffects: unknown;
}

/** @throws UserError if it would go to a connector of another name that was not passed, or cannot be created */
export async function promoteByArguments(
	studio: Pick<Studio, 'tenants' | 'effects'>,
	desk: TransferDesk,
	connector: PickedConnector,
	{ target, files, otherName, acceptEffects }: Promotion,
): Promise<TransferReport | undefined> {
	checkWritable(target);
	const source = promotionOf(studio, [connector], target);
	const { transfer } = await whileShown(
		vscode.l10n.t('Comparing {0} with {1}', safeText(connector.name), target.name),
		(signal, report) => desk.plan(source, signal, report),
	);
	for (const planned of transfer.connectors) {
		checkName(planned, target, otherName);
		const obstacle = obstacleMessage(studio, target.id, planned);
		if (obstacle !== undefined) {
			throw new UserError(obstacle);
		}
	}
	const choices = transfer.connectors.flatMap(each => transfer.choicesOf(each));
	const chosen = transfer.complete(
		new Set(choices.filter(choice => !files || ('part' in choice && files.includes(fileOf(choice.part))))),
	);
	checkEffects(await effectsOfTransfer(studio, transfer, chosen), acceptEffects);
	if (!(await approveNow(studio, target.id, questionOf(transfer, chosen, target.name)))) {
		return undefined;
	}
	const title = vscode.l10n.t('Promoting {0} to {1}', safeText(connector.name), target.name);
	await desk.send(transfer, chosen, title);
	return desk.report(transfer, chosen);
}

function checkName(planned: PlannedConnector, target: Tenant, otherName: string | undefined): void {
	if (hasOtherName(planned) && planned.presentName !== otherName) {
		throw new UserError(
			vscode.l10n.t(
				'The script name {1} belongs to another connector in {0}: {2}. To send to that one, pass its name as "otherName".',
				target.name,
				safeText(planned.scriptName ?? ''),
				safeText(planned.presentName ?? ''),
			),
		);
	}
}

function promotionOf(
	studio: Pick<Studio, 'tenants'>,
	connectors: readonly PickedConnector[],
	target: Tenant,
): TransferSource {
	const tenant = connectors[0]?.tenant.name ?? '';
	return {
		kind: 'promotion',
		target,
		name: vscode.l10n.t('{0} of {1}', subjectOf(connectors), tenant),
		origin: tenant,
		// Its progress is part of that of the comparison: VS Code hides notifications if there are several.
		read: async (signal, report) => {
			const { read, failed } = await readConnectors(studio, connectors, signal, report);
			return {
				origins: read,
				problems: [
					...failed.map(({ name, message }) => `${safeText(name)}: ${withoutLinks(message)}`),
					...connectors
						.filter(connector => unsavedCount(connector) > 0)
						.map(({ name }) => vscode.l10n.t('Unsaved changes in {0} are not included.', name)),
				],
			};
		},
	};
}
