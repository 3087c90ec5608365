import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { Tenant } from '../../core/api/tenant';
import { ReadOnlyError } from '../../core/api/errors';
import type { Effect } from '../../core/sources/effects';
import { isAskedAbout } from '../../documents/saves/askedEffects';
import { effectLines } from '../../messages/effectMessage';
import { UserError } from '../../messages/userError';
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
	const { question, yes, always, effects } = asked;
	if (effects && isAskedAbout(effects.all)) {
		return approveEffects(asked, effects);
	}
	if (tenant.access === 'live' && !always) {
		return true;
	}
	const chosen = await vscode.window.showWarningMessage(question, modal(asked), yes);
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

/** With what comes about for sources above all else. */
function modal({ detail, effects }: Question): vscode.MessageOptions {
	const lines = [effectLines(effects?.all ?? []), detail].filter(Boolean);
	return { modal: true, ...(lines.length > 0 && { detail: lines.join('\n\n') }) };
}

async function approveEffects(asked: Question, { show }: NonNullable<Question['effects']>): Promise<boolean> {
	const send = vscode.l10n.t('Send Anyway');
	const list = vscode.l10n.t('Show Sources');
	const chosen = await vscode.window.showWarningMessage(asked.question, modal(asked), send, list);
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
	if (isAskedAbout(effects) && accepted !== true) {
		throw new UserError(
			vscode.l10n.t(
				'{0} Pass "acceptEffects": true to do it anyway.',
				effectLines(effects).replaceAll('\n', ' '),
			),
		);
	}
}
