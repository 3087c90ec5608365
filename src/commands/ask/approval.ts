import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { Tenant } from '../../core/api/tenant';
import { ReadOnlyError } from '../../core/api/errors';
import { tenantNamed } from './options';

/** @throws ReadOnlyError if the tenant is read-only */
export function checkWritable({ access, id }: Tenant): void {
	if (access === 'read-only') {
		throw new ReadOnlyError(id);
	}
}

export interface Question {
	readonly question: string;
	readonly detail?: string;
	/** The label of the button that means yes. */
	readonly yes: string;
	/** Asks in the access mode `live`, too. */
	readonly always?: boolean;
}

/** Asks before a change in a tenant, unless its access mode is `live`. @throws ReadOnlyError if it is read-only */
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
 * Asks before a change in a tenant, as its present access mode wants it, which may change while people answer.
 * @throws ReadOnlyError if it is read-only before or after the answer
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
