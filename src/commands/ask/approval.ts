import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { Tenant } from '../../core/api/tenant';
import { readOnlyMessage, UserError } from '../../messages/userError';
import { tenantNamed } from './options';

/** @throws UserError if nothing may be changed in the tenant */
export function checkWritable({ access, name }: Tenant): void {
	if (access === 'read-only') {
		throw new UserError(readOnlyMessage(name));
	}
}

export interface Question {
	readonly question: string;
	readonly detail?: string;
	/** What the button says that means yes. */
	readonly yes: string;
	/** Asks also where the tenant's access mode does not want it. */
	readonly always?: boolean;
}

/** Whether a person wants a tenant to be changed, as its access mode says. @throws UserError if it is read-only */
async function approve(tenant: Tenant, { question, detail, yes, always }: Question): Promise<boolean> {
	checkWritable(tenant);
	if (tenant.access === 'live' && !always) {
		return true;
	}
	const chosen = await vscode.window.showWarningMessage(
		question,
		{ modal: true, ...(detail !== undefined && { detail }) },
		yes,
	);
	return chosen === yes;
}

/**
 * Whether a person wants a tenant to be changed, as its access mode is by now, and still is when they have answered.
 * @throws UserError if it is read-only
 */
export async function approveNow(
	studio: Pick<Studio, 'tenants'>,
	tenant: string,
	question: Question,
): Promise<boolean> {
	const isWanted = await approve(tenantNamed(studio, tenant), question);
	if (isWanted) {
		checkWritable(tenantNamed(studio, tenant));
	}
	return isWanted;
}
