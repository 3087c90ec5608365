import type { SampleConnector } from '../../service/model';
import { childOf, elementsOf, withDescendants, type XmlNode } from './xmlNodes';

/** A field of the form that an administrator fills in. */
export interface FormField {
	readonly name: string;
	readonly type: string;
	readonly isRequired: boolean;
	readonly defaultValue: string;
	/** What a hidden field always holds. */
	readonly fixedValue: string | undefined;
	readonly options: readonly string[];
	/** What the names of its files end with, such as `.jar`; empty if that is free. */
	readonly extension: string;
	/** The field, and its value, that this one is shown for. */
	readonly parent: readonly [key: string, value: string] | undefined;
}

/** What the sources of a connector are made of. */
export interface ConnectorFacts {
	readonly connector: SampleConnector;
	readonly fields: readonly FormField[];
	/** The entries of the source-template. */
	readonly entries: Readonly<Record<string, unknown>>;
	/** The elements `Schema` of the source-template. */
	readonly schemas: readonly XmlNode[];
	/** Those elements `Filter` of the correlation-config that a source can have. */
	readonly filters: readonly XmlNode[];
}

export function factsOf(connector: SampleConnector): ConnectorFacts {
	const template = elementsOf(connector.sourceTemplate);
	const entries = childOf(
		template.find(({ tag }) => tag === 'Attributes'),
		'Map',
	);
	const assignments = elementsOf(connector.correlationConfig).find(
		({ tag }) => tag === 'AttributeAssignments',
	);
	return {
		connector,
		fields: elementsOf(connector.sourceConfig)
			.filter(({ tag }) => tag === 'Field')
			.map(fieldOf),
		entries: entries ? mapOf(entries) : {},
		schemas: template.filter(({ tag }) => tag === 'Schema'),
		filters: (assignments ? withDescendants(assignments) : []).filter(
			({ tag, attributes }) => tag === 'Filter' && attributes['operation'] === 'EQ',
		),
	};
}

function fieldOf(node: XmlNode): FormField {
	const {
		name = '',
		type = '',
		required,
		defaultValue = '',
		value,
		parentKey,
		parentValue,
		supportedExtensions = '',
	} = node.attributes;
	return {
		name,
		type,
		isRequired: required === 'true',
		defaultValue,
		fixedValue: value,
		options: withDescendants(node)
			.filter(({ tag }) => tag === 'Option')
			.map(({ attributes }) => attributes['value'] ?? ''),
		extension: supportedExtensions.split(',')[0] ?? '',
		parent: parentKey === undefined ? undefined : [parentKey, parentValue ?? ''],
	};
}

function mapOf({ children }: XmlNode): Record<string, unknown> {
	return Object.fromEntries(
		children
			.filter(({ tag }) => tag === 'entry')
			.map(entry => {
				const [value] = childOf(entry, 'value')?.children ?? [];
				return [entry.attributes['key'] ?? '', value ? valueOf(value) : (entry.attributes['value'] ?? '')];
			}),
	);
}

function valueOf(node: XmlNode): unknown {
	switch (node.tag) {
		case 'Map':
			return mapOf(node);
		case 'List':
			return node.children.map(valueOf);
		case 'Boolean':
			return node.text === 'true';
		case 'Integer':
			return Number(node.text);
		default:
			return node.text;
	}
}
