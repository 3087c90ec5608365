import { canBe, valuesOf } from '../model/conditions';
import { isWhole, type ConnectorDocuments } from '../connectorDocuments';
import { readForm, type FormField } from '../model/form';
import { perDocument } from '../perDocument';
import type { ConnectorProblem } from '../problem';
import { hasToken } from '../model/hasToken';
import { fieldsNamed } from '../model/scopes';

/** Conditions on fields that are not there, and on values that fields cannot have. */
export function checkConditions({ sourceConfig }: ConnectorDocuments): ConnectorProblem[] {
	if (!isWhole(sourceConfig)) {
		return [];
	}
	const form = readForm(sourceConfig);
	const isOpen = form.fields.some(({ name }) => name && hasToken(name.name));
	const alone = form.valuesAlone.map(({ range }): ConnectorProblem => ({
		code: 'parent-key-unknown',
		document: 'source-config',
		...range,
		name: undefined,
	}));
	const unknown = form.conditions.flatMap(({ parentKey, parentValue, cards }): ConnectorProblem[] => {
		const { name } = parentKey;
		const parents = fieldsNamed(form, name, cards);
		if (!parents) {
			return isOpen
				? []
				: [{ code: 'parent-key-unknown', document: 'source-config', ...parentKey.range, name }];
		}
		const values = valuesOfAll(parents);
		if (!parentValue || !values || canBe(values, parentValue.name)) {
			return [];
		}
		const { range, name: value } = parentValue;
		return [{ code: 'parent-value-unknown', document: 'source-config', ...range, name, value }];
	});
	return [...unknown, ...alone];
}

/** What fields of one name can be; undefined if that is open. */
const valuesOfAll = perDocument((fields: readonly FormField[]): ReadonlySet<string> | undefined => {
	const values = fields.map(valuesOf);
	const known = values.filter(each => each !== undefined);
	return known.length < values.length ? undefined : new Set(known.flat());
});
