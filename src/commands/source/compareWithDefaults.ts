import * as vscode from 'vscode';
import type { Tenant } from '../../core/api/tenant';
import {
	compareDefaults,
	UnreadableDefaultsError,
	type DefaultsComparison,
} from '../../core/sources/defaults/compareDefaults';
import { pathText } from '../../core/sources/defaults/defaultDifferences';
import { documentTitle } from '../../documents/documentTitle';
import { safeText } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import type { ComparisonView } from '../../views/comparison/comparisonView';
import { DefaultsTree, type ShownDefaults } from '../../views/comparison/defaultsTree';
import { byArgumentsOrAsking, requiredText, tenantNamed } from '../ask/options';
import { pickSource } from '../ask/sourcePick';
import { whileShown } from '../ask/progress';
import { unsavedCount } from '../document/unsaved';
import type { Handlers } from '../ids';
import type { Studio } from '../studio';

/** A difference of a source from the defaults of its connector, for programs. */
export interface DefaultDifferenceReport {
	/** Such as "schema account › attribute mail › multi". */
	readonly what: string;
	/** Null if the connector does not have it. */
	readonly connector: string | null;
	/** Null if the source does not have it. */
	readonly source: string | null;
	/** False for what has no counterpart on the other side. */
	readonly comparable: boolean;
}

/** A source as its tenant names it. */
interface SourceId {
	readonly tenant: Tenant;
	readonly id: string;
}

type Needed = Pick<Studio, 'tenants' | 'catalog' | 'sources' | 'versions'>;

export function defaultsCommands(studio: Needed, view: ComparisonView) {
	const tree = new DefaultsTree(view, studio.versions);
	return {
		/** A program passes `{ tenant, id }`, the id of the source. */
		'iscConnectors.source.compareWithDefaults': byArgumentsOrAsking(
			studio,
			async (options): Promise<readonly DefaultDifferenceReport[]> => {
				const tenant = tenantNamed(studio, requiredText(options, 'tenant'));
				const { comparison } = await compare(studio, { tenant, id: requiredText(options, 'id') });
				return comparison.differences.map(difference => ({
					what: pathText(difference),
					connector: difference.connector ?? null,
					source: difference.source ?? null,
					comparable: difference.isComparable,
				}));
			},
			async argument => {
				const command = 'iscConnectors.source.compareWithDefaults';
				const picked = await pickSource(studio, argument, { command });
				if (picked) {
					await show(studio, view, tree, { tenant: picked.tenant, id: picked.source.id });
				}
			},
		),
	} satisfies Handlers;
}

async function show(studio: Needed, view: ComparisonView, tree: DefaultsTree, id: SourceId): Promise<void> {
	const isLatest = view.begin();
	const shown = await whileShown(vscode.l10n.t('Comparing a source with its defaults'), signal =>
		compare(studio, id, signal),
	);
	if (isLatest()) {
		await tree.show(shown, () => show(studio, view, tree, id));
	}
}

/** Compares what the tenant has of both. @throws UserError if there is no such connector, or a document of it cannot be read */
async function compare(
	{ tenants, catalog }: Needed,
	{ tenant, id }: SourceId,
	signal?: AbortSignal,
): Promise<ShownDefaults> {
	const client = await tenants.client(tenant.id);
	const source = await client.sources.getSource(id, signal);
	const [name, scriptName] = [safeText(source.name), source.connector];
	if (scriptName === undefined) {
		throw new UserError(vscode.l10n.t('{0} does not say which connector {1} uses.', tenant.name, name));
	}
	const comparison = await compareDefaults(client, { ...source, connector: scriptName }, signal).catch(
		(error: unknown): DefaultsComparison => {
			throw error instanceof UnreadableDefaultsError
				? new UserError(
						vscode.l10n.t(
							'{0} is not valid. Fix it and compare again.',
							documentTitle(catalog, { tenant: tenant.id, scriptName, part: error.document }),
						),
					)
				: error;
		},
	);
	if (!comparison) {
		throw new UserError(
			vscode.l10n.t('{0} has no connector {1}, which {2} uses.', tenant.name, safeText(scriptName), name),
		);
	}
	const connector = safeText(catalog.nameSoFar(tenant.id, scriptName) ?? scriptName);
	const isUnsaved = unsavedCount({ tenant, scriptName }) > 0;
	return {
		tenant: tenant.id,
		scriptName,
		id,
		names: { connector, source: name },
		comparison,
		problems: isUnsaved ? [vscode.l10n.t('Unsaved changes in {0} are not included.', connector)] : [],
	};
}
