import { readApplication } from '../application';
import { isWhole, type ConnectorDocuments, type DocumentRange } from '../connectorDocuments';
import { fieldsByName, readForm, type FormField } from '../form';
import type { Mention } from '../mention';
import type { ConnectorProblem } from '../problem';

/** Fields that would keep their value in one place while both are shown. */
export function checkFieldNames({ sourceConfig }: ConnectorDocuments): ConnectorProblem[] {
	if (!isWhole(sourceConfig)) {
		return [];
	}
	return [...fieldsByName(readForm(sourceConfig)).values()].flatMap(fields =>
		fields.slice(0, mostOfOneName).flatMap((field, index): ConnectorProblem[] => {
			const other = fields.slice(0, index).find(each => !isApart(each, field));
			return field.name && other?.name
				? [
						{
							code: 'field-name-repeated',
							...placeOf(field.name),
							name: field.name.name,
							related: [placeOf(other.name)],
						},
					]
				: [];
		}),
	);
}

/** Of fields with one name: each is compared with those before it. */
const mostOfOneName = 200;

/** Whether only one of two fields can be shown: each needs another value of the same field. */
function isApart({ conditions: some }: FormField, { conditions: others }: FormField): boolean {
	return some.some(one =>
		others.some(
			other =>
				one.parentValue !== undefined &&
				other.parentValue !== undefined &&
				one.parentKey.name === other.parentKey.name &&
				one.parentValue.name !== other.parentValue.name,
		),
	);
}

/**
 * Fields without an entry and entries without a field, where that is not the connector's habit: of many of their kind,
 * most others belong together. Secrets and files are not expected to have entries. An entry that is spelled almost as a
 * field that has none is always meant.
 */
export function checkEntries({ sourceConfig, sourceTemplate }: ConnectorDocuments): ConnectorProblem[] {
	if (!isWhole(sourceConfig) || !isWhole(sourceTemplate)) {
		return [];
	}
	const form = readForm(sourceConfig);
	const application = readApplication(sourceTemplate);
	if (!form.root || !application.root) {
		return [];
	}
	const fields = [...fieldsByName(form)].flatMap(([name, [field]]) => (field ? [{ name, field }] : []));
	const names = new Set(fields.map(({ name }) => name));
	const { entries } = application;
	const keys = new Set(entries.map(({ key }) => key));
	const kept = fields.filter(({ field }) => !unkept.has(field.type?.name ?? ''));
	const withoutEntry = kept.filter(({ name }) => !keys.has(name));
	const withoutField = entries.filter(({ key }) => !names.has(key));
	const isUnusual = isNoHabit(withoutField.length, entries.length);
	const spellings = new Set(isUnusual ? [] : withoutEntry.map(({ name }) => spelling(name)));
	return [
		...(isNoHabit(withoutEntry.length, kept.length) ? withoutEntry : []).flatMap(
			({ name, field }): ConnectorProblem[] =>
				field.name ? [{ code: 'field-without-entry', ...placeOf(field.name), name }] : [],
		),
		...withoutField
			.filter(({ key }) => isUnusual || spellings.has(spelling(key)))
			.map(({ key, range }): ConnectorProblem => ({
				code: 'entry-without-field',
				document: 'source-template',
				...range,
				name: key,
			})),
	];
}

/** Types of fields whose values a template does not hold. */
const unkept: ReadonlySet<string> = new Set(['secret', 'secrettextarea', 'fileupload']);

/** Up to how many of a kind show no habit yet. */
const mostWithoutHabit = 10;

const isNoHabit = (some: number, all: number) => all <= mostWithoutHabit || some * 3 <= all;

const spelling = (name: string) => name.toLowerCase().replace(/[\s_.-]/g, '');

const placeOf = ({ range }: Mention): DocumentRange => ({ document: 'source-config', ...range });
