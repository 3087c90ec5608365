import type { FilterField, FilterFields } from '../filterFields';
import type { SampleSource } from './sampleSource';

const order = ['ge', 'gt', 'le', 'lt'];
const texts = ['eq', 'in', 'ne', 'isnull', 'sw'];

type TextOf = (source: SampleSource) => string | null | undefined;

const text = (of: TextOf, operators: readonly string[]): FilterField<SampleSource> => ({
	kind: 'text',
	operators,
	of,
});

const created: TextOf = ({ fields }) => fields.created;
const modified: TextOf = ({ fields }) => fields.modified;

export const sourceFilters: FilterFields<SampleSource> = new Map<string, FilterField<SampleSource>>([
	['id', text(({ id }) => id, [...texts, ...order])],
	['name', text(({ fields }) => fields.name, ['co', 'eq', 'in', 'sw', 'ge', 'gt', 'ne', 'isnull'])],
	['type', text(({ fields }) => fields.type, [...texts, 'ge', 'gt'])],
	['owner.id', text(({ fields }) => fields.owner?.id, [...texts, ...order])],
	['features', { kind: 'list', operators: ['ca', 'co'], of: ({ fields }) => fields.features }],
	['created', text(created, [...texts, ...order])],
	['modified', text(modified, [...texts, ...order])],
	['managementWorkgroup.id', text(({ fields }) => fields.managementWorkgroup?.id, [...texts, ...order])],
	['description', text(({ fields }) => fields.description, ['eq', 'sw'])],
	[
		'authoritative',
		{ kind: 'boolean', operators: ['eq', 'ne', 'isnull'], of: ({ fields }) => fields.authoritative },
	],
	['healthy', { kind: 'boolean', operators: ['isnull'], of: ({ fields }) => fields.healthy }],
	['status', text(({ fields }) => fields.status, [...texts, ...order])],
	['connectionType', text(({ fields }) => fields.connectionType, [...texts, ...order])],
	['connectorName', text(({ fields }) => fields.connectorName, [...texts, 'ge', 'gt'])],
	['category', text(({ fields }) => fields.category, ['co', 'eq', 'ge', 'gt', 'in', 'le', 'lt', 'ne', 'sw'])],
]);

/** What a list can be sorted by. */
export const sourceSorters: ReadonlyMap<string, TextOf> = new Map<string, TextOf>([
	['id', ({ id }) => id],
	['name', ({ fields }) => fields.name],
	['type', ({ fields }) => fields.type],
	['created', created],
	['modified', modified],
	['owner.id', ({ fields }) => fields.owner?.id],
	['owner.name', ({ fields }) => fields.owner?.name],
	['healthy', ({ fields }) => String(fields.healthy)],
	['status', ({ fields }) => fields.status],
	['description', ({ fields }) => fields.description],
	['accountCorrelationConfig.id', ({ correlation }) => correlation?.id],
	['accountCorrelationConfig.name', ({ correlation }) => correlation?.name],
	['managerCorrelationRule.type', ({ fields }) => fields.managerCorrelationRule?.type],
	['managerCorrelationRule.id', ({ fields }) => fields.managerCorrelationRule?.id],
	['managerCorrelationRule.name', ({ fields }) => fields.managerCorrelationRule?.name],
	['authoritative', ({ fields }) => String(fields.authoritative)],
	['managementWorkgroup.id', ({ fields }) => fields.managementWorkgroup?.id],
	['connectorName', ({ fields }) => fields.connectorName],
	['connectionType', ({ fields }) => fields.connectionType],
]);
