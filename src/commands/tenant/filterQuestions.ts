import * as vscode from 'vscode';
import type { Studio } from '../studio';
import {
	condition,
	conditionKinds,
	negated,
	withoutLast,
	type ConditionKind,
} from '../../catalog/connectorFilter';
import type { Tenant } from '../../core/api/tenant';
import { errorLine } from '../../messages/errorLine';
import { sentence } from './addTenant';
import { ConditionQuestions, labelOf } from './conditionQuestions';
import { back, chooseOne, enterText, type Answer, type Choice } from '../ask/questions';

/** Sets the filter of a tenant, after the tenant has accepted it; a blank one shows every connector. */
export async function applyFilter(
	{ tenants, catalog }: Pick<Studio, 'tenants' | 'catalog'>,
	{ id }: Tenant,
	text: string,
	signal?: AbortSignal,
): Promise<void> {
	const filters = text.trim();
	if (filters !== '') {
		await (await tenants.client(id)).listPage({ filters, limit: 1, ...(signal && { signal }) });
		signal?.throwIfAborted();
	}
	await catalog.setFilter(id, filters === '' ? undefined : filters);
}

type Wish =
	| 'apply'
	| 'edit'
	| 'remove last'
	| 'invert'
	| { readonly add: ConditionKind }
	/** Only the connectors whose name contains this. */
	| { readonly name: string };

/** Asks for a tenant's filter, which people put together by choosing and typing. */
export class FilterQuestions {
	private readonly title: string;
	private readonly conditions: ConditionQuestions;

	constructor(
		private readonly studio: Pick<Studio, 'tenants' | 'catalog' | 'log'>,
		private readonly tenant: Tenant,
	) {
		this.title = vscode.l10n.t('Filter Connectors of {0}', tenant.name);
		const known = studio.catalog.connectors(tenant.id).catch((error: unknown) => {
			studio.log.warn(errorLine(error, studio.tenants)); // They only serve to propose values.
			return [];
		});
		this.conditions = new ConditionQuestions(this.title, known);
	}

	/** True if a filter was applied. */
	async ask(): Promise<boolean> {
		let filter = this.studio.catalog.filterOf(this.tenant.id) ?? '';
		for (;;) {
			const wish = await this.askWish(filter);
			const answer = wish === undefined || wish === back ? undefined : await this.grant(wish, filter);
			if (answer === undefined) {
				return false;
			}
			const isLast = wish === 'apply' || wish === 'edit' || (typeof wish === 'object' && 'name' in wish);
			if (answer !== back && isLast) {
				return true;
			}
			filter = answer === back ? filter : answer;
		}
	}

	/** The filter as the person wants it changed. */
	private grant(wish: Wish, filter: string): Answer<string> | Promise<Answer<string>> {
		switch (wish) {
			case 'apply':
				return this.apply(filter);
			case 'edit':
				return this.askText(filter);
			case 'remove last':
				return withoutLast(filter) ?? '';
			case 'invert':
				return negated(filter);
			default:
				return 'name' in wish
					? this.apply(condition('name co', [wish.name]))
					: this.conditions.add(wish.add, filter);
		}
	}

	private askWish(filter: string): Promise<Answer<Wish>> {
		const apply: Choice<Wish> =
			filter === ''
				? { label: vscode.l10n.t('$(check) Apply: All Connectors'), value: 'apply' }
				: { label: vscode.l10n.t('$(check) Apply: {0}', filter), value: 'apply' };
		const shorter = withoutLast(filter) ?? vscode.l10n.t('all connectors');
		const changes: readonly Choice<Wish>[] = [
			{
				label: vscode.l10n.t('$(discard) Remove Last Condition'),
				description: shorter,
				value: 'remove last',
			},
			{
				label: vscode.l10n.t('$(arrow-swap) Invert Filter'),
				description: negated(filter),
				value: 'invert',
			},
		];
		const isFiltered = this.studio.catalog.filterOf(this.tenant.id) !== undefined;
		return chooseOne<Wish>({
			title: this.title,
			prompt: vscode.l10n.t('Enter a part of the name, or select a condition'),
			mayGoBack: false,
			typed: text => ({
				label: `$(filter) ${text}`,
				description: vscode.l10n.t('Name contains "{0}"', text),
				value: { name: text },
			}),
			choices: [
				...(filter !== '' || isFiltered ? [apply] : []),
				{ label: vscode.l10n.t('$(edit) Enter Manually…'), value: 'edit' },
				...(filter === '' ? [] : changes),
				{ label: vscode.l10n.t('add a condition'), kind: vscode.QuickPickItemKind.Separator },
				...conditionKinds.map(kind => ({ label: labelOf(kind), description: kind, value: { add: kind } })),
			],
		});
	}

	/** A filter that the tenant refuses can be corrected as text, below the tenant's own words. */
	private async apply(filter: string): Promise<Answer<string>> {
		const problem = await vscode.window.withProgress(
			{ location: { viewId: 'iscConnectors.tenants' }, title: this.title },
			() => this.tryToApply(filter),
		);
		return problem === undefined ? filter : this.askText(filter, problem);
	}

	private askText(filter: string, problem?: string): Promise<Answer<string>> {
		return enterText({
			title: this.title,
			prompt: vscode.l10n.t('Filter in the syntax of the service (leave empty to show all connectors)'),
			placeholder: 'name sw "A" and not features ca ("PROVISIONING")',
			mayGoBack: true,
			value: filter,
			problem,
			accept: (text, signal) => this.tryToApply(text, signal),
		});
	}

	/** What is wrong with the filter, as a sentence. */
	private async tryToApply(filter: string, signal?: AbortSignal): Promise<string | undefined> {
		try {
			await applyFilter(this.studio, this.tenant, filter, signal);
			return undefined;
		} catch (error) {
			return sentence(this.studio.tenants, error);
		}
	}
}
