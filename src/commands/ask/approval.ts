import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { Tenant } from '../../core/api/tenant';
import { ReadOnlyError } from '../../core/api/errors';
import { losesSomething, type Effect } from '../../core/sources/effects';
import { effectLines } from '../../messages/effectMessage';
import { UserError } from '../../messages/userError';
import { setting } from '../../util/settings';
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
	/** Where it makes sources lose something, this is what people are asked about, in every access mode. */
	readonly effects?: {
		readonly all: readonly Effect[];
		/** Lists the sources. */
		readonly show: () => Promise<void>;
	};
}

/** Asks before a change in a tenant, unless its access mode is `live`. @throws ReadOnlyError if it is read-only */
async function approve(tenant: Tenant, asked: Question): Promise<boolean> {
	checkWritable(tenant);
	const { question, detail, yes, always, effects } = asked;
	if (effects?.all.some(losesSomething) && setting('sources.beforeSaving') === 'ask') {
		return approveEffects(asked, effects);
	}
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

async function approveEffects(
	{ question, detail }: Question,
	{ all, show }: NonNullable<Question['effects']>,
): Promise<boolean> {
	const send = vscode.l10n.t('Send Anyway');
	const list = vscode.l10n.t('Show Sources');
	const options = { modal: true, detail: [effectLines(all), detail].filter(Boolean).join('\n\n') };
	const chosen = await vscode.window.showWarningMessage(question, options, send, list);
	if (chosen === list) {
		void show();
	}
	return chosen === send;
}

/**
 * A program is not asked about effects: it accepts them beforehand.
 * @param accepted its argument `acceptEffects`
 * @throws UserError if something would be lost
 */
export function checkEffects(effects: readonly Effect[], accepted: unknown): void {
	if (effects.some(losesSomething) && accepted !== true && setting('sources.beforeSaving') === 'ask') {
		throw new UserError(
			vscode.l10n.t(
				'{0} Pass "acceptEffects": true to do it anyway.',
				effectLines(effects).replaceAll('\n', ' '),
			),
		);
	}
}
