import type { SampleConnector } from './model';

/** Whether a connector passes a filter. */
export type Test = (connector: SampleConnector) => boolean;

type Field =
	| {
			readonly kind: 'text';
			readonly operators: readonly string[];
			readonly of: (connector: SampleConnector) => string;
	  }
	| { readonly kind: 'boolean'; readonly operators: readonly string[]; readonly of: Test }
	| {
			readonly kind: 'list';
			readonly operators: readonly string[];
			readonly of: (connector: SampleConnector) => readonly string[];
	  };

/** What the list can be filtered by, and how. */
export const filterFields: ReadonlyMap<string, Field> = new Map<string, Field>([
	['name', { kind: 'text', operators: ['sw', 'co'], of: connector => connector.name }],
	['type', { kind: 'text', operators: ['sw', 'co', 'eq'], of: connector => connector.type }],
	['category', { kind: 'text', operators: ['eq'], of: connector => connector.category }],
	['directConnect', { kind: 'boolean', operators: ['eq'], of: connector => connector.directConnect }],
	['features', { kind: 'list', operators: ['ca'], of: connector => connector.features ?? [] }],
	['labels', { kind: 'list', operators: ['ca'], of: connector => connector.labels }],
]);

/** What a text field's operator tests: starts with, contains or equals. */
export function textTest(of: (connector: SampleConnector) => string, operator: string, value: string): Test {
	const wanted = fold(value);
	switch (operator) {
		case 'sw':
			return connector => fold(of(connector)).startsWith(wanted);
		case 'co':
			return connector => fold(of(connector)).includes(wanted);
		default:
			return connector => fold(of(connector)) === wanted;
	}
}

/** Texts that differ in case only are the same to a filter. */
export const fold = (text: string) => text.toLowerCase();
