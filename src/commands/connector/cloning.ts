import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { Tenant } from '../../core/api/tenant';
import type { ConnectorAbout, ConnectorBundle } from '../../core/transfer/archive/bundle';
import { NoClassNameError } from '../../core/transfer/copy/createConnector';
import { Transfer, type TransferChoice } from '../../core/transfer/send/transfer';
import { planConnector } from '../../core/transfer/send/transferPlan';
import { safeText } from '../../messages/safeText';
import { approveNow, checkWritable } from '../ask/approval';
import { documentCount } from '../ask/counts';
import { askUntilTaken, showConnector, type ConnectorHandle } from './creation';
import { tenantNamed } from '../ask/options';
import { tenantRows, type PickedConnector } from '../ask/picks';
import { whileShown } from '../ask/progress';
import { readConnectorOf } from './readConnectors';
import type { TransferDesk } from '../transfer/transferDesk';
import { pickRow } from '../ask/lists';

/** Asks for a tenant and a name, and copies a connector with all its documents; undefined if the person left. */
export async function cloneByAsking(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'tree' | 'view' | 'log'>,
	desk: TransferDesk,
	connector: PickedConnector,
): Promise<ConnectorHandle | undefined> {
	const target = await pickTargetTenant(studio, connector);
	if (!target) {
		return undefined;
	}
	checkWritable(tenantNamed(studio, target.id));
	const bundle = await readForCopy(studio, connector);
	const isSameTenant = target.id === connector.tenant.id;
	const { about } = bundle;
	const proposed: Partial<ConnectorAbout> = {
		...about,
		name: isSameTenant ? vscode.l10n.t('{0} Copy', about.name) : about.name,
		// A type that was derived from the name is derived again from the new name.
		type: about.type === `custom ${about.name}` ? undefined : about.type,
		status: 'DEVELOPMENT',
	};
	const title = vscode.l10n.t('Clone {0} into {1}', safeText(connector.name), target.name);
	const copied = await askUntilTaken(studio, { tenant: target, title, proposed }, chosen =>
		copy(studio, desk, { bundle, about: chosen, target, from: connector }),
	);
	if (copied) {
		await showConnector(studio, copied.handle);
		void desk.showResult(copied.transfer, copied.chosen);
	}
	return copied?.handle;
}

/** A connector that was created as a copy; some of its documents may have failed. */
export interface Copied {
	readonly handle: ConnectorHandle;
	readonly transfer: Transfer;
	readonly chosen: ReadonlySet<TransferChoice>;
}

/** Reads a connector, with its progress shown. */
export function readForCopy(
	studio: Pick<Studio, 'tenants'>,
	connector: PickedConnector,
): Promise<ConnectorBundle> {
	const { tenant, name } = connector;
	return whileShown(vscode.l10n.t('Reading {0} of {1}', safeText(name), tenant.name), signal =>
		readConnectorOf(studio, connector, signal),
	);
}

/** Undefined if the person was asked and declined. */
export async function copy(
	studio: Pick<Studio, 'tenants'>,
	desk: TransferDesk,
	{
		bundle,
		about,
		target,
		from,
	}: {
		readonly bundle: ConnectorBundle;
		readonly about: ConnectorAbout;
		readonly target: Tenant;
		readonly from: PickedConnector;
	},
): Promise<Copied | undefined> {
	if (about.className === undefined) {
		throw new NoClassNameError(about.name);
	}
	const { languageChecks } = await import('../../documents/saves/languageChecks');
	const planned = planConnector({ ...bundle, about }, target.id, undefined, languageChecks);
	const transfer = new Transfer('copy', target.id, [planned]);
	const chosen = new Set<TransferChoice>(transfer.choicesOf(planned));
	const question = vscode.l10n.t(
		'Create {0} in {1} with {2}?',
		safeText(about.name),
		target.name,
		documentCount(chosen.size - 1),
	);
	if (!(await approveNow(studio, target.id, { question, yes: vscode.l10n.t('Create') }))) {
		return undefined;
	}
	const title = vscode.l10n.t(
		'Cloning {0} as {1} in {2}',
		safeText(from.name),
		safeText(about.name),
		target.name,
	);
	await desk.send(transfer, chosen, title);
	const outcome = transfer.outcomeOf(planned);
	if (outcome?.kind === 'failed') {
		throw outcome.error;
	}
	const scriptName = transfer.scriptNameOf(planned);
	return scriptName === undefined
		? undefined
		: { handle: { tenant: target.id, scriptName, name: about.name }, transfer, chosen };
}

async function pickTargetTenant(
	{ tenants }: Pick<Studio, 'tenants'>,
	{ tenant: own, name }: PickedConnector,
): Promise<Tenant | undefined> {
	const others = tenants.all().filter(({ id }) => id !== own.id);
	if (others.length === 0) {
		return own;
	}
	const picked = await pickRow(tenantRows([own, ...others], true), {
		title: vscode.l10n.t('Clone {0}', name),
		prompt: vscode.l10n.t('Select the tenant to clone it into'),
	});
	return picked?.tenant;
}
