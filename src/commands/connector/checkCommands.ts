import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { placeUri } from '../../documents/documentUri';
import { errorLine } from '../../messages/errorLine';
import { userMessage } from '../../messages/userMessage';
import type { ProblemCounts } from '../../language/diagnostics/diagnostics';
import { severalAtOnce } from '../../core/api/severalAtOnce';
import type { Tenant } from '../../core/api/tenant';
import { connectorCount } from '../ask/counts';
import type { Handlers } from '../ids';
import { connectorNamed, requiredText, tenantNamed, byArgumentsOrAsking } from '../ask/options';
import { connectorPlace, placeOf, type ConnectorPlace } from './connectorPlace';
import { connectorRows } from './connectorRows';
import { pickTenant } from '../ask/picks';
import { whileShown } from '../ask/progress';
import { safeText, withoutLinks } from '../../messages/safeText';

/** The result of a check, for programs. */
export interface CheckReport {
	readonly checked: number;
	readonly errors: number;
	readonly warnings: number;
	/** Of the severity information. */
	readonly others: number;
	/** Shown in the text only, not in the Problems panel. */
	readonly hints: number;
	readonly failed: readonly { readonly name: string; readonly message: string }[];
}

export function checkCommands(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'language' | 'previews' | 'view' | 'log'>,
) {
	const { tenants, catalog } = studio;
	const tenantConnectors = async (tenant: Tenant) =>
		(await catalog.connectors(tenant.id)).map(({ name, scriptName }) => ({
			name,
			folder: placeUri(tenant.id, { kind: 'connector', scriptName }),
		}));
	return {
		/** A program passes `{ tenant, scriptName }`; without a node it is the connector of the active editor. */
		'iscConnectors.connector.check': byArgumentsOrAsking(
			studio,
			async options => {
				const { tenant, scriptName, name } = await connectorNamed(studio, options);
				const folder = placeUri(tenant.id, { kind: 'connector', scriptName });
				return checkAll(studio, name, [{ name, folder }]);
			},
			async (argument, more) => {
				const asking = { command: 'iscConnectors.connector.check' } as const;
				const rows = (await connectorRows(studio, argument, more)) ?? [];
				const one = rows.length > 1 ? undefined : await connectorPlace(studio, argument, asking);
				const all = one ? [one] : rows.map(placeOf);
				if (all.length > 0) {
					const name = one?.name ?? connectorCount(all.length);
					await showReport(name, await checkAll(studio, name, all));
				}
			},
		),
		/** A program passes `{ tenant }`. */
		'iscConnectors.tenant.check': byArgumentsOrAsking(
			studio,
			async options => {
				const tenant = tenantNamed(studio, requiredText(options, 'tenant'));
				return checkAll(studio, tenant.name, await tenantConnectors(tenant));
			},
			async argument => {
				const tenant = await pickTenant(tenants, argument, { command: 'iscConnectors.tenant.check' });
				if (tenant) {
					await showReport(tenant.name, await checkAll(studio, tenant.name, await tenantConnectors(tenant)));
				}
			},
		),
	} satisfies Handlers;
}

/** Each check is a request, and others need some of the tenant's rate limit, too. */
const atOnce = 4;

function checkAll(
	{ language, tenants, log }: Pick<Studio, 'tenants' | 'language' | 'log'>,
	name: string,
	connectors: readonly ConnectorPlace[],
): Promise<CheckReport> {
	return whileShown(vscode.l10n.t('Checking {0}', name), async (signal, report) => {
		const loaded = await language.load();
		const counts: ProblemCounts[] = [];
		const failed: { name: string; message: string }[] = [];
		await severalAtOnce(connectors, atOnce, async connector => {
			signal.throwIfAborted();
			try {
				counts.push(await loaded.check(connector.folder));
			} catch (error) {
				log.warn(errorLine(error, tenants));
				const message = userMessage(error, host => tenants.nameOf(host)) ?? String(error);
				failed.push({ name: safeText(connector.name), message: withoutLinks(message) });
			}
			report(vscode.l10n.t('{0} of {1}', counts.length + failed.length, connectors.length));
		});
		const { Error: error, Warning, Information, Hint } = vscode.DiagnosticSeverity;
		const sum = (severity: vscode.DiagnosticSeverity) =>
			counts.reduce((total, each) => total + (each.get(severity) ?? 0), 0);
		return {
			checked: counts.length,
			errors: sum(error),
			warnings: sum(Warning),
			others: sum(Information),
			hints: sum(Hint),
			failed,
		};
	});
}

async function showReport(
	name: string,
	{ checked, errors, warnings, others, hints, failed }: CheckReport,
): Promise<void> {
	const [first] = failed;
	if (first) {
		void vscode.window.showWarningMessage(
			failed.length === 1
				? vscode.l10n.t('{0} could not be checked: {1}', first.name, first.message)
				: vscode.l10n.t(
						'{0} could not be checked. {1}: {2}',
						connectorCount(failed.length),
						first.name,
						first.message,
					),
		);
	}
	if (checked === 0) {
		return;
	}
	if (errors + warnings + others > 0) {
		await vscode.commands.executeCommand('workbench.actions.view.problems');
	}
	const subject = checked === 1 ? name : connectorCount(checked);
	const problems = errors + warnings + others;
	const found = [problems > 0 && problemCount(problems), hints > 0 && hintCount(hints)].filter(Boolean);
	vscode.window.setStatusBarMessage(
		found.length === 0
			? vscode.l10n.t('No problems in {0}.', subject)
			: vscode.l10n.t('{0} in {1}.', found.join(', '), subject),
		10_000,
	);
}

function problemCount(count: number): string {
	return count === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', count);
}

function hintCount(count: number): string {
	return count === 1 ? vscode.l10n.t('1 hint') : vscode.l10n.t('{0} hints', count);
}
