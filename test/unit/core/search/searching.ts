import type { ClientOptions } from '../../../../src/core/api/client';
import type { ConnectorsApi } from '../../../../src/core/api/connectorsApi';
import { fileOf } from '../../../../src/core/remote/documentPath';
import type { SampleTenant } from '../../../../src/sample/server/sampleTenant';
import type { Pattern } from '../../../../src/core/search/pattern';
import {
	Search,
	type SearchedTenant,
	type SearchOptions,
	type SearchSource,
} from '../../../../src/core/search/search';
import type { SearchResults } from '../../../../src/core/search/searchResults';
import { clientOf, operationsOf, useSampleTenant } from '../api/sample';

/** Stands in each document of one connector. */
export const needle = 'Nädel😀';

/** Where it stands, as `places` tells. */
export const inJdbc: readonly string[] = [
	'jdbc-angularsc/source-config.xml 0:0',
	'jdbc-angularsc/source-config.xml 1:9',
	'jdbc-angularsc/source-template.xml 1:0',
	'jdbc-angularsc/correlation-config.xml 0:2',
	'jdbc-angularsc/translations/de.properties 0:0',
	'jdbc-angularsc/connector-metadata.json 3:11',
];

/** Gives a suite a sample tenant with the needle in it. */
export function useNeedle(): () => SampleTenant {
	const sample = useSampleTenant({ rateLimit: false, connectors: 30 });
	suiteSetup(() => {
		sample().change('jdbc-angularsc', connector => {
			connector.sourceConfig = Buffer.from(`\uFEFF${needle}\r\n <Form/> ${needle.toUpperCase()}`);
			connector.sourceTemplate = Buffer.from(`<a>\r${needle}</a>`);
			connector.correlationConfig = Buffer.from(`😀${needle}`);
			connector.translations = { de: Buffer.from(needle), en: Buffer.from('a=b') };
			connector.connectorMetadata = { deep: [{ key: needle }] };
		});
	});
	return sample;
}

export function pattern(text: string, more: Partial<Pattern> = {}): Pattern {
	return { text, isRegExp: false, matchCase: false, wholeWord: false, ...more };
}

export const acme: SearchedTenant = { id: 'acme', name: 'Acme' };

/** Connectors of the tenant, whose names nobody knows yet. */
export function choose(...scriptNames: string[]): SearchedTenant {
	return { ...acme, connectors: scriptNames.map(scriptName => ({ scriptName, name: scriptName })) };
}

export function sourceOf(api: ConnectorsApi, more: Partial<SearchSource> = {}): SearchSource {
	return {
		client: () => Promise.resolve(api),
		connectors: () => api.listConnectors(),
		openText: () => undefined,
		language: 'en',
		...more,
	};
}

export interface TestedSearch extends SearchOptions {
	readonly scope?: readonly SearchedTenant[];
	readonly source?: Partial<SearchSource>;
	readonly client?: Partial<ClientOptions>;
}

/** A search in all of the tenant, unless something else is said. */
export function searchIn(sample: SampleTenant, what: Pattern, options: TestedSearch = {}): Search {
	const api = clientOf(sample, options.client);
	return new Search(what, options.scope ?? [acme], sourceOf(api, options.source), options);
}

/** `scriptName/file line:start` of each match, in the order in which the view shows them. */
export function places({ tenants }: SearchResults): string[] {
	return tenants
		.flatMap(({ rows }) => rows)
		.flatMap(row => (row.kind === 'connector' ? row.documents : []))
		.flatMap(({ id, matches }) =>
			matches.map(({ line, start }) => `${id.scriptName}/${fileOf(id.part)} ${line}:${start}`),
		);
}

/** How often the tenant was asked for a connector. */
export function detailsOf(sample: SampleTenant): number {
	return operationsOf(sample).filter(operation => operation === 'getConnector').length;
}
