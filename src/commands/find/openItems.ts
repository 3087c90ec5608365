import * as vscode from 'vscode';
import type { Studio } from '../studio';
import type { Connector } from '../../core/api/connector';
import { documentFiles, fileOf, type DocumentId, type DocumentPart } from '../../core/remote/documentPath';
import { localeOf } from '../../core/connector/documentName';
import type { Tenant } from '../../core/api/tenant';
import { languageName } from '../../messages/languageName';
import { favoritesFirst } from '../../catalog/favoritesFirst';
import { connectorItem } from '../ask/connectorItem';

/** What a row of the quick pick opens. */
export type Goal =
	| { readonly kind: 'document'; readonly id: DocumentId }
	/** The translations of a connector, which have not been asked for yet. */
	| { readonly kind: 'translations'; readonly tenant: Tenant; readonly connector: Connector }
	| { readonly kind: 'failed'; readonly tenant: Tenant };

export interface GoalItem extends vscode.QuickPickItem {
	readonly goal?: Goal;
	/** What else several typed words may name. */
	readonly path?: string;
	/** How many documents were opened after this one; absent if that was long ago. */
	readonly recency?: number;
}

/** Shared by all rows, of which there may be thousands. */
export const toTheSide: readonly vscode.QuickInputButton[] = [
	{ iconPath: new vscode.ThemeIcon('split-horizontal'), tooltip: vscode.l10n.t('Open to the Side') },
];

/** A row for each connector of a tenant. */
export async function connectorItems(
	{ tenants, catalog, recent }: Pick<Studio, 'tenants' | 'catalog' | 'recent'>,
	tenant: Tenant,
): Promise<readonly GoalItem[]> {
	const connectors = favoritesFirst(catalog, tenant.id, await catalog.connectors(tenant.id));
	const recency = recencies(recent.ids(), tenant, ({ scriptName }) => scriptName);
	const prefix = tenants.all().length > 1 ? `${tenant.name} · ` : '';
	return connectors.map(connector => {
		const { scriptName } = connector;
		const item = connectorItem(catalog, tenant.id, connector);
		return {
			...item,
			description: `${prefix}${item.description}`,
			buttons: toTheSide,
			goal: { kind: 'document', id: { tenant: tenant.id, scriptName, part: 'source-config' } },
			...asRecency(recency.get(scriptName)),
		};
	});
}

/** A row for each known document of a tenant, and one for the translations of each connector where they are not known yet. */
export async function documentItems(
	{ catalog, recent }: Pick<Studio, 'catalog' | 'recent'>,
	tenant: Tenant,
): Promise<readonly GoalItem[]> {
	const connectors = favoritesFirst(catalog, tenant.id, await catalog.connectors(tenant.id));
	const outlines = await Promise.all(
		connectors.map(({ scriptName }) => catalog.knownOutline(tenant.id, scriptName)),
	);
	const ids = recent.ids();
	const recency = recencies(ids, tenant, ({ scriptName, part }) => `${scriptName}\n${part}`);
	const recentTranslations = translationsIn(ids, tenant);
	return connectors.flatMap((connector, index) => {
		const { scriptName, name } = connector;
		const description = `${name} · ${tenant.name}`;
		const known = outlines[index]?.locales?.map((locale): DocumentPart => `translations/${locale}`);
		const parts = [...Object.values(documentFiles), ...(known ?? recentTranslations.get(scriptName) ?? [])];
		const rows = parts.map((part): GoalItem => ({
			label: fileOf(part),
			description,
			path: scriptName,
			buttons: toTheSide,
			goal: { kind: 'document', id: { tenant: tenant.id, scriptName, part } },
			...asRecency(recency.get(`${scriptName}\n${part}`)),
		}));
		const others: GoalItem = {
			label: vscode.l10n.t('translations…'),
			description,
			path: scriptName,
			goal: { kind: 'translations', tenant, connector },
		};
		return known ? rows : [...rows, others];
	});
}

/** A row for each translation of a connector. */
export async function translationItems(
	{ catalog }: Pick<Studio, 'catalog'>,
	tenant: Tenant,
	{ scriptName, name }: Connector,
): Promise<readonly GoalItem[]> {
	const { locales = [] } = (await catalog.outline(tenant.id, scriptName)) ?? {};
	if (locales.length === 0) {
		return [{ label: vscode.l10n.t('{0} has no translations.', name), alwaysShow: true }];
	}
	return locales.map(locale => {
		const part: DocumentPart = `translations/${locale}`;
		return {
			label: fileOf(part),
			description: languageName(locale),
			buttons: toTheSide,
			goal: { kind: 'document', id: { tenant: tenant.id, scriptName, part } },
		};
	});
}

function recencies(
	ids: readonly DocumentId[],
	tenant: Tenant,
	keyOf: (id: DocumentId) => string,
): ReadonlyMap<string, number> {
	const recency = new Map<string, number>();
	for (const [index, id] of ids.entries()) {
		if (id.tenant === tenant.id && !recency.has(keyOf(id))) {
			recency.set(keyOf(id), index);
		}
	}
	return recency;
}

/** The translations that people have opened lately: they exist, even if the tenant was not asked in this session. */
function translationsIn(
	ids: readonly DocumentId[],
	tenant: Tenant,
): ReadonlyMap<string, readonly DocumentPart[]> {
	const translations = new Map<string, DocumentPart[]>();
	for (const { scriptName, part } of ids.filter(id => id.tenant === tenant.id)) {
		if (localeOf(part) !== undefined) {
			translations.set(scriptName, [...(translations.get(scriptName) ?? []), part]);
		}
	}
	return translations;
}

function asRecency(recency: number | undefined): Pick<GoalItem, 'recency'> {
	return recency === undefined ? {} : { recency };
}
