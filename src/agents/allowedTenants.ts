import * as vscode from 'vscode';
import { unlessAborted } from '../core/api/send/http';
import type { Tenant } from '../core/api/tenant';
import { safeText } from '../messages/safeText';
import type { Tenants } from '../tenants/tenants';
import { setting } from '../util/settings';
import { AgentError } from './agentError';

/** The tenants that a person lets agents see. Each is asked about once, when an agent first names it. */
export class AllowedTenants {
	/** What people have answered in this session, or are being asked; by id. */
	private readonly answers = new Map<string, Promise<boolean>>();

	constructor(private readonly tenants: Pick<Tenants, 'all' | 'getNow'>) {}

	all(): readonly Tenant[] {
		return this.tenants.all().filter(isAllowed);
	}

	/**
	 * @param named the id or the display name
	 * @throws AgentError if there is no such tenant, or agents may not see it
	 */
	async named(named: string, signal: AbortSignal): Promise<Tenant> {
		const name = named.toLowerCase();
		const found =
			this.tenants.getNow(name) ?? this.tenants.all().find(each => each.name.toLowerCase() === name);
		if (!found) {
			throw new AgentError(
				`There is no tenant "${safeText(named)}". Call isc_listConnectors without a tenant to see which you can use.`,
			);
		}
		// Whoever takes it out of the setting again means it.
		if (!isAllowed(found) && !((await unlessAborted(this.ask(found), signal)) && isAllowed(found))) {
			throw new AgentError(
				`The user has not allowed agents to use the tenant ${safeText(found.name)}. Tell them that the setting iscConnectors.agents.tenants allows it, and do not ask again.`,
			);
		}
		return found;
	}

	private ask(tenant: Tenant): Promise<boolean> {
		const answer = this.answers.get(tenant.id) ?? askPerson(tenant);
		this.answers.set(tenant.id, answer);
		return answer;
	}
}

function isAllowed({ id }: Tenant): boolean {
	return setting('agents.tenants').includes(id);
}

/** Where nobody answers, as in a test, that is a no. */
async function askPerson({ id, name: anyName }: Tenant): Promise<boolean> {
	const name = safeText(anyName);
	const allow = vscode.l10n.t('Allow');
	const look = vscode.l10n.t('Open Settings');
	const question = vscode.window.showWarningMessage(
		vscode.l10n.t('Allow agents to use {0}?', name),
		{
			modal: true,
			detail: vscode.l10n.t(
				'Agents can then read its connectors, without secrets, and propose changes. Nothing is sent to {0} unless you save it.',
				name,
			),
		},
		// People may be typing when it comes up: their Enter, which presses the first button, allows nothing.
		look,
		allow,
	);
	const answer = await Promise.resolve(question).catch(() => undefined);
	if (answer === look) {
		await vscode.commands.executeCommand('workbench.action.openSettings', 'iscConnectors.agents.tenants');
	}
	if (answer !== allow) {
		return false;
	}
	const settings = vscode.workspace.getConfiguration('iscConnectors.agents');
	const allowed = [...new Set([...setting('agents.tenants'), id])];
	await settings.update('tenants', allowed, vscode.ConfigurationTarget.Global);
	return true;
}
