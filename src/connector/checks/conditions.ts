import { isWhole, type ConnectorDocuments } from '../connectorDocuments';
import { fieldsByName, readForm, valuesOf, type FormField } from '../form';
import { perDocument } from '../perDocument';
import type { ConnectorProblem } from '../problem';

/** Conditions on fields that are not there, and on values that fields cannot have. */
export function checkConditions({ sourceConfig }: ConnectorDocuments): ConnectorProblem[] {
	if (!isWhole(sourceConfig)) {
		return [];
	}
	const form = readForm(sourceConfig);
	const fields = fieldsByName(form);
	const alone = form.valuesAlone.map(({ range }): ConnectorProblem => ({
		code: 'parent-key-unknown',
		document: 'source-config',
		...range,
		name: undefined,
	}));
	const unknown = form.conditions.flatMap(({ parentKey, parentValue }): ConnectorProblem[] => {
		const parents = fields.get(parentKey.name);
		const { name } = parentKey;
		if (!parents) {
			return [{ code: 'parent-key-unknown', document: 'source-config', ...parentKey.range, name }];
		}
		if (!parentValue || canBe(valuesIn(parents), parentValue.name)) {
			return [];
		}
		const { range, name: value } = parentValue;
		return [{ code: 'parent-value-unknown', document: 'source-config', ...range, name, value }];
	});
	return [...unknown, ...alone];
}

/** What fields of one name can be; undefined if that is open. */
const valuesIn = perDocument((fields: readonly FormField[]): ReadonlySet<string> | undefined => {
	const values = fields.map(valuesOf);
	const known = values.filter(each => each !== undefined);
	return known.length < values.length ? undefined : new Set(known.flat());
});

/** Several values may be named at once; which sign then stands between them, the service does not say. */
function canBe(values: ReadonlySet<string> | undefined, value: string): boolean {
	return !values || values.has(value) || value.split(/[,;|]/).every(each => values.has(each.trim()));
}
