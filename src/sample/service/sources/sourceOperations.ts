import { json, refusal, type Answer } from '../answers';
import { toDetail } from '../connectorDto';
import type { ConnectorStore } from '../connectorStore';
import { booleanOf, listAnswer } from '../listAnswer';
import { asLocale } from '../operations';
import type { SourceOperation } from '../routes';
import { withValues } from './valuesInForm';
import type { SampleSource } from './sampleSource';
import { checkOperation, checkSource, listedFor, type User } from './sourceAccess';
import { toSourceDto } from './sourceDto';
import { sourceFilters, sourceSorters } from './sourceFilters';
import type { SourceStore } from './sourceStore';

export interface SourceRequest {
	/** Empty for the list. */
	readonly id: string;
	readonly query: URLSearchParams;
	readonly user: User;
}

/** Carries out an operation. Throws a Refusal if it cannot. */
export function operateSources(
	operation: SourceOperation,
	{ id, query, user }: SourceRequest,
	{ sources, connectors }: { readonly sources: SourceStore; readonly connectors: ConnectorStore },
): Answer {
	checkOperation(operation, user);
	if (operation === 'listSources') {
		return list(query, user, sources.all());
	}
	const source = sources.find(id);
	if (!source) {
		throw refusal(404, `There is no source with the id "${id}".`);
	}
	checkSource(source, user);
	switch (operation) {
		case 'getSource':
			return json(toSourceDto(source));
		case 'getSourceConfig':
			asLocale(query.get('locale') ?? 'en');
			return json(sourceConfig(source, connectors));
		case 'getCorrelationConfig':
			if (!source.correlation) {
				throw refusal(404, `The source "${source.fields.name}" has no correlation configuration.`);
			}
			return json(source.correlation);
		case 'getSourceSchemas':
			return json(schemas(source, query));
	}
}

function list(query: URLSearchParams, user: User, sources: readonly SampleSource[]): Answer {
	const isListed = listedFor(query.get('for-subadmin'), user);
	const withInternal = booleanOf(query, 'includeIDNSource');
	const found = sources.filter(source => (withInternal || !source.isInternal) && isListed(source));
	return listAnswer(query, found.sort(asSorted(query.get('sorters') ?? 'name')), sourceFilters, toSourceDto);
}

type Order = (one: SampleSource, other: SampleSource) => number;

/** A minus before a field turns its order around. */
function asSorted(sorters: string): Order {
	const orders = sorters.split(',').map((sorter): Order => {
		const name = sorter.trim().replace(/^-/, '');
		const of = sourceSorters.get(name);
		if (!of) {
			throw refusal(400, `The list cannot be sorted by "${name}".`);
		}
		const sign = sorter.trim().startsWith('-') ? -1 : 1;
		return (one, other) => {
			const [first, second] = [of(one) ?? '', of(other) ?? ''];
			return first < second ? -sign : first > second ? sign : 0;
		};
	});
	return (one, other) => orders.reduce((found, order) => found || order(one, other), 0);
}

/** The form as the connector has it today, with the values of the source. */
function sourceConfig({ fields, attributes }: SampleSource, connectors: ConnectorStore): object {
	const connector = connectors.find(fields.connector ?? '');
	if (!connector) {
		throw refusal(404, `There is no connector with the script name "${fields.connector ?? ''}".`);
	}
	const detail = toDetail(connector);
	return { ...detail, sourceConfigXml: withValues(detail.sourceConfigXml ?? '', attributes ?? {}) };
}

function schemas({ schemas }: SampleSource, query: URLSearchParams): object {
	const types = query.get('include-types');
	if (types !== null && types !== 'group' && types !== 'user') {
		throw refusal(400, `include-types must be group or user, not "${types}".`);
	}
	const names = query.get('include-names')?.split(',');
	return schemas.filter(
		({ name }) =>
			(types !== 'group' || name !== 'account') && (names === undefined || names.includes(name ?? '')),
	);
}
