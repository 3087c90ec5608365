import * as vscode from 'vscode';
import type { Tenant } from '../../core/api/tenant';
import { briefMessage, userMessage } from '../../messages/userMessage';
import type { NameOf } from '../../messages/userError';
import type { Goal, GoalItem } from './openItems';
import { newList } from '../ask/lists';

export interface OpenQuestion {
	readonly title: string;
	readonly prompt: string;
	readonly tenants: readonly Tenant[];
	readonly items: (tenant: Tenant) => Promise<readonly GoalItem[]>;
	readonly nameOf: NameOf;
}

export interface Chosen {
	readonly goal: Goal;
	readonly toTheSide: boolean;
}

/**
 * Asks for a row of any tenant. The rows of each tenant are added when it answers, without a change to what is typed and
 * active by then. Undefined if the person left.
 */
export function chooseGoal(question: OpenQuestion): Promise<Chosen | undefined> {
	const pick = newList<GoalItem>(question);
	const rows = new Map<Tenant, readonly GoalItem[]>();
	const show = () => (pick.items = matching(inSections(question.tenants, rows), pick.value));
	let isOpen = true;
	const add = async (tenant: Tenant) => {
		const items = await question.items(tenant).catch((error: unknown) => [failure(question, tenant, error)]);
		if (isOpen) {
			rows.set(tenant, items);
			const [active] = pick.activeItems;
			pick.keepScrollPosition = active !== undefined;
			show();
			if (active) {
				pick.activeItems = [active];
			}
			pick.busy = rows.size < question.tenants.length;
		}
	};
	pick.busy = true;
	question.tenants.forEach(tenant => void add(tenant));
	return new Promise<Chosen | undefined>(resolve => {
		let words = wordsOf(pick.value);
		pick.onDidChangeValue(text => {
			const before = words;
			words = wordsOf(text);
			if (before.length > 1 || words.length > 1) {
				show();
			}
		});
		pick.onDidAccept(() => {
			const goal = pick.selectedItems[0]?.goal;
			if (goal) {
				resolve({ goal, toTheSide: false });
			}
		});
		pick.onDidTriggerItemButton(({ item: { goal } }) => goal && resolve({ goal, toTheSide: true }));
		pick.onDidHide(() => resolve(undefined));
		pick.show();
	}).finally(() => {
		isOpen = false;
		pick.dispose();
	});
}

/** VS Code looks for what is typed as a whole; of several words each is to be found, wherever in a row. */
function matching(rows: readonly GoalItem[], text: string): readonly GoalItem[] {
	const words = wordsOf(text);
	return words.length < 2
		? rows
		: rows
				.filter(({ label, description = '', detail = '', path = '' }) => {
					const all = [label, description, detail, path].join('\n').toLowerCase();
					return words.every(word => all.includes(word));
				})
				.map(row => ({ ...row, alwaysShow: true }));
}

/** A path counts as the words between its slashes. */
function wordsOf(text: string): readonly string[] {
	return text
		.toLowerCase()
		.split(/[\s/]+/)
		.filter(word => word !== '');
}

/** What was opened lately comes first, the rest by tenant. */
function inSections(
	tenants: readonly Tenant[],
	rows: ReadonlyMap<Tenant, readonly GoalItem[]>,
): readonly GoalItem[] {
	const recent = [...rows.values()]
		.flat()
		.filter(({ recency }) => recency !== undefined)
		.sort((one, other) => (one.recency ?? 0) - (other.recency ?? 0));
	return [
		...section(vscode.l10n.t('recently opened'), recent),
		...tenants.flatMap(tenant =>
			section(tenant.name, rows.get(tenant)?.filter(({ recency }) => recency === undefined) ?? []),
		),
	];
}

function section(label: string, rows: readonly GoalItem[]): readonly GoalItem[] {
	return rows.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...rows];
}

/** The row of a tenant that did not answer; no typed text hides it. */
function failure({ nameOf }: OpenQuestion, tenant: Tenant, error: unknown): GoalItem {
	return {
		label: tenant.name,
		description: briefMessage(error),
		detail: userMessage(error, nameOf) ?? vscode.l10n.t('Cancelled.'),
		iconPath: new vscode.ThemeIcon('error'),
		alwaysShow: true,
		goal: { kind: 'failed', tenant },
	};
}
