import { isWhole, type ConnectorDocuments } from '../connectorDocuments';
import { fieldsByName, readForm, valuesOf } from '../form';
import type { ConnectorProblem } from '../problem';

/** Conditions on fields that are not there, and on values that fields cannot have. */
export function checkConditions({ sourceConfig }: ConnectorDocuments): ConnectorProblem[] {
	if (!isWhole(sourceConfig)) {
		return [];
	}
	const form = readForm(sourceConfig);
	const fields = fieldsByName(form);
	return form.conditions.flatMap(({ parentKey, parentValue }): ConnectorProblem[] => {
		const parents = fields.get(parentKey.name);
		const { name } = parentKey;
		if (!parents) {
			return [{ code: 'parent-key-unknown', document: 'source-config', ...parentKey.range, name }];
		}
		if (!parentValue || parents.some(parent => canBe(valuesOf(parent), parentValue.name))) {
			return [];
		}
		const { range, name: value } = parentValue;
		return [{ code: 'parent-value-unknown', document: 'source-config', ...range, name, value }];
	});
}

/** Several values may be named at once; which sign then stands between them, the service does not say. */
function canBe(values: readonly string[] | undefined, value: string): boolean {
	return (
		!values || values.includes(value) || value.split(/[,;|]/).every(each => values.includes(each.trim()))
	);
}
