import * as vscode from 'vscode';
import { UnreachableError } from '../core/api/errors';
import type { Source } from '../core/api/source';
import { isForbidden } from '../core/api/sourcesApi';
import { isWhole, type ConnectorDocuments } from '../core/connector/connectorDocuments';
import type { DocumentId } from '../core/remote/documentPath';
import { xmlText } from '../core/remote/textProblem';
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

/** Milliseconds for which something that is to be sent waits for the list of sources. */
const patience = 10_000;
/** Milliseconds of that in which nothing is shown. */
const silence = 500;

/** The list of a tenant's sources was not to be had, and something is sent without a look at it. */
export interface UnreadSources {
	readonly error: unknown;
	/** Its id. */
	readonly tenant: string;
	/** Whether people should learn of it. */
	readonly isNews: boolean;
}

/**
 * What changes in a tenant do to its sources. Nothing where people do not want to know, and nothing where the sources
 * cannot be read, since that must not keep anybody from saving.
 */
export class SourceEffects {
	/** Of tenants whose list did not come the last time: people know that, and nobody waits again for a slow one. */
	private readonly troubles = new Map<string, 'slow' | 'failed'>();

	constructor(
		private readonly sources: () => Promise<TenantSources>,
		private readonly nameOf: (tenant: string) => string,
		private readonly tellOfUnread: (unread: UnreadSources) => void,
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

	/** Whether sources of the connector may exist, as far as is known without waiting for the tenant. */
	async mayHaveSources({ tenant, scriptName }: Omit<DocumentId, 'part'>): Promise<boolean> {
		return (await this.sources()).seen(tenant, scriptName)?.length !== 0;
	}

	private async sourcesOf({ tenant, scriptName }: Omit<DocumentId, 'part'>): Promise<readonly Source[]> {
		const trouble = this.troubles.get(tenant);
		const read = this.sources().then(sources => sources.of(tenant, scriptName));
		read.then(
			() => this.troubles.delete(tenant),
			() => this.troubles.set(tenant, 'failed'),
		);
		const late = new UnreachableError(tenant, 'timeout');
		try {
			return await this.inTime(read, { tenant, late, wait: trouble === 'slow' ? 0 : patience });
		} catch (error) {
			if (error === late) {
				this.troubles.set(tenant, 'slow');
			}
			// Of a missing scope the tree tells.
			const isNews = trouble === undefined && !isForbidden(error);
			this.tellOfUnread({ error, tenant, isNews });
			return [];
		}
	}

	/** Says that it waits, if it does. @throws `late` after `wait` milliseconds */
	private async inTime(
		read: Promise<readonly Source[]>,
		{ tenant, late, wait }: { readonly tenant: string; readonly late: Error; readonly wait: number },
	): Promise<readonly Source[]> {
		const timers: NodeJS.Timeout[] = [];
		const tooLate = new Promise<never>((_, reject) => {
			timers.push(setTimeout(() => reject(late), wait));
		});
		const sources = Promise.race([read, tooLate]);
		const show = () => {
			const title = vscode.l10n.t('Looking at the sources of {0}', this.nameOf(tenant));
			const location = vscode.ProgressLocation.Window;
			void vscode.window.withProgress({ location, title }, () => sources.catch(() => undefined));
		};
		timers.push(setTimeout(show, silence));
		return sources.finally(() => timers.forEach(clearTimeout));
	}
}

/** Undefined where one of the texts is malformed: what it lacks may be there. */
function differenceOf({ before, after }: TextChange): FormChange | undefined {
	const [old, now] = [before, after].map(bytes => {
		const text = bytes && xmlText(bytes);
		return text === undefined ? undefined : documentsWith(text);
	});
	return old && now && isWhole(old.sourceConfig) && isWhole(now.sourceConfig)
		? new FormChange(old, now)
		: undefined;
}

function documentsWith(sourceConfig: string): ConnectorDocuments {
	return {
		sourceConfig: parseXml(sourceConfig),
		sourceTemplate: undefined,
		correlationConfig: undefined,
		translations: new Map(),
	};
}
