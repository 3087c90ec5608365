import { accountSchema, readApplication } from '../model/application';
import { translationsOf, type ConnectorDocuments } from '../connectorDocuments';
import { valuesOf } from '../model/conditions';
import { readForm, type FormField } from '../model/form';
import { familyOf, type Family } from '../model/families';
import { nearestName } from '../../text/nearest';
import { familyFor } from '../model/labelFamilies';
import { mentionsIn } from '../model/mention';
import type { ConnectorProblem } from '../problem';
import { fieldsAmong, fieldsInSight, fieldsNamed } from '../model/scopes';
import { translatedIn } from '../translations/translation';

/** How many values of a field are offered when none of them is like the one that is written. */
const mostValues = 5;

/** Problems of a name that does not exist. */
export type NameProblem = Extract<
	ConnectorProblem,
	{
		readonly code:
			| 'label-untranslated'
			| 'parent-key-unknown'
			| 'parent-value-unknown'
			| 'entry-without-field'
			| 'correlation-attribute-unknown'
			| 'correlation-name-differs'
			| 'schema-attribute-unknown'
			| 'schema-object-type-unknown';
	}
>;

/** Existing names of which a problem's name may be a slip, the likeliest first. */
export function namesInstead(documents: ConnectorDocuments, problem: NameProblem): readonly string[] {
	const { sourceConfig, sourceTemplate } = documents;
	const form = sourceConfig && readForm(sourceConfig);
	const application = sourceTemplate && readApplication(sourceTemplate);
	const cards = form?.conditions.find(
		({ parentKey, parentValue }) =>
			parentKey.range.start === problem.start || parentValue?.range.start === problem.start,
	)?.cards;
	switch (problem.code) {
		case 'label-untranslated': {
			const [first] = translationsOf(documents);
			const [use] = mentionsIn(form?.labels ?? [], problem);
			const wanted = use && familyFor(use.element, use.attribute.name);
			return nearest(problem.key, first ? keysLike(problem.key, wanted, translatedIn(first[1]).keys()) : []);
		}
		case 'parent-key-unknown':
			return form && problem.name !== undefined
				? nearest(problem.name, namesOf(fieldsInSight(form, cards)))
				: [];
		case 'parent-value-unknown': {
			const fields = (form && fieldsNamed(form, problem.name, cards)) ?? [];
			const values = fields.flatMap(field => valuesOf(field) ?? []);
			const [first] = nearest(problem.value, values);
			const all = [...new Set(first === undefined ? values : [first, ...values])];
			return all.length <= mostValues ? all : all.slice(0, first === undefined ? 0 : 1);
		}
		case 'entry-without-field': {
			const keys = new Set(application?.entries.map(({ name }) => name));
			const names = form ? [...fieldsAmong(form, undefined).keys()] : [];
			return nearest(
				problem.name,
				names.filter(name => !keys.has(name)),
			);
		}
		case 'correlation-attribute-unknown': {
			const schema = application && accountSchema(application);
			return nearest(problem.name, schema?.attributes.map(({ name }) => name) ?? []);
		}
		case 'correlation-name-differs':
			return [problem.ownName];
		case 'schema-attribute-unknown': {
			const schema = application?.schemas.find(({ objectType }) => objectType?.name === problem.objectType);
			return nearest(problem.name, schema?.attributes.map(({ name }) => name) ?? []);
		}
		case 'schema-object-type-unknown':
			return nearest(
				problem.name,
				application?.schemas.flatMap(({ objectType }) => objectType?.name ?? []) ?? [],
			);
	}
}

/** The keys of the same family: a heading is no name for a field. A key of no family may be a misspelt one of `wanted`. */
function keysLike(key: string, wanted: Family | undefined, keys: Iterable<string>): readonly string[] {
	const family = familyOf(key);
	return [...keys].filter(each => {
		const other = familyOf(each);
		return other === family || (family === 'fields' && other === wanted);
	});
}
const namesOf = (fields: readonly FormField[]) => fields.flatMap(({ name }) => name?.name ?? []);

function nearest(name: string, candidates: Iterable<string>): readonly string[] {
	const found = nearestName(name, candidates);
	return found === undefined ? [] : [found];
}
