import type { Source } from '../core/api/source';
import { isWhole, type ConnectorDocuments } from '../core/connector/connectorDocuments';
import type { DocumentId } from '../core/remote/documentPath';
import { FormChange, type Effect } from '../core/sources/effects';
import { parseXml } from '../core/xml/parse';
import { setting } from '../util/settings';
import type { TenantSources } from './tenantSources';

/** A text that is to take the place of another one. */
export interface TextChange {
	readonly id: DocumentId;
	/** Undefined if the tenant does not have the document. */
	readonly before: Uint8Array | undefined;
	readonly after: Uint8Array;
}

/**
 * What changes in a tenant do to its sources. Nothing where people do not want to know, and nothing where the sources
 * cannot be read, since that must not keep anybody from saving.
 */
export class SourceEffects {
	constructor(
		private readonly sources: () => Promise<TenantSources>,
		private readonly log: (error: unknown, tenant: string) => void,
	) {}

	/** The tenant is asked for its sources only if the change can matter to one. */
	async of(change: TextChange): Promise<readonly Effect[]> {
		const { id } = change;
		if (id.part !== 'source-config' || setting('sources.beforeSaving') === 'off') {
			return [];
		}
		const difference = differenceOf(change);
		return difference?.matters ? difference.effectsOn(await this.sourcesOf(id)) : [];
	}

	/** What the deletion of a connector does. */
	async orphaned(
		connector: Omit<DocumentId, 'part'> & { readonly name: string },
	): Promise<readonly Effect[]> {
		if (setting('sources.beforeSaving') === 'off') {
			return [];
		}
		const { name } = connector;
		const sources = (await this.sourcesOf(connector)).map(source => ({ id: source.id, name: source.name }));
		return sources.length > 0 ? [{ effect: 'orphaned', field: name, sources }] : [];
	}

	/** Whether there are sources of a connector that a change can matter to. */
	async hasSources(connector: Omit<DocumentId, 'part'>): Promise<boolean> {
		return setting('sources.beforeSaving') !== 'off' && (await this.sourcesOf(connector)).length > 0;
	}

	/** Whether sources of the connector may exist, asked without asking the tenant. */
	async mayHaveSources({ tenant, scriptName }: Omit<DocumentId, 'part'>): Promise<boolean> {
		const known = await (await this.sources()).known(tenant, scriptName);
		return known?.length !== 0;
	}

	private async sourcesOf({ tenant, scriptName }: Omit<DocumentId, 'part'>): Promise<readonly Source[]> {
		try {
			return await (await this.sources()).of(tenant, scriptName);
		} catch (error) {
			this.log(error, tenant);
			return [];
		}
	}
}

/** Undefined where one of the texts is malformed: what it lacks may be there. */
function differenceOf({ before, after }: TextChange): FormChange | undefined {
	const [old, now] = [before, after].map(bytes => bytes && documentsWith(bytes));
	return old && now && isWhole(old.sourceConfig) && isWhole(now.sourceConfig)
		? new FormChange(old, now)
		: undefined;
}

function documentsWith(sourceConfig: Uint8Array): ConnectorDocuments {
	return {
		sourceConfig: parseXml(new TextDecoder().decode(sourceConfig)),
		sourceTemplate: undefined,
		correlationConfig: undefined,
		translations: new Map(),
	};
}
