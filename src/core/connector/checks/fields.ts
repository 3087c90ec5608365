import { readApplication } from '../model/application';
import { isWhole, type ConnectorDocuments, type DocumentRange } from '../connectorDocuments';
import { fieldTypeOf } from '../model/fieldTypes';
import { readForm } from '../model/form';
import { Meeting } from '../model/meeting';
import type { Mention } from '../model/mention';
import type { ConnectorProblem } from '../problem';
import { fieldsAmong, scopesIn } from '../model/scopes';

export const fieldChecks = [checkFieldNames, checkEntries];

/** Fields of one name that can be shown together, and so share one value. */
function checkFieldNames({ sourceConfig }: ConnectorDocuments): ConnectorProblem[] {
	if (!isWhole(sourceConfig)) {
		return [];
	}
	const form = readForm(sourceConfig);
	const meeting = new Meeting(form);
	const sameNamed = scopesIn(form).flatMap(scope => [...scope.values()].filter(({ length }) => length > 1));
	return sameNamed.flatMap(fields =>
		fields.slice(0, mostOfOneName).flatMap((field, index): ConnectorProblem[] => {
			const other = fields.slice(0, index).find(each => meeting.canMeet(each, field));
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

/** How many fields of one name are compared with those before them. */
const mostOfOneName = 200;

/**
 * Fields without an entry and entries without a field. Where there are more than ten of a kind, they are reported only if no
 * more than a third of them are alone: else the connector does without on purpose. Secrets, files and what is on cards have no
 * entries. An entry that is spelled almost as a field without one is always reported.
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
	const fields = fieldsAmong(form, undefined);
	const { entries } = application;
	const keys = new Set(entries.map(({ name }) => name));
	const withoutEntry: Mention[] = [];
	let kept = 0;
	for (const { 0: field } of fields.values()) {
		if (field?.name && !fieldTypeOf(field.type?.name).hasNoEntry) {
			kept++;
			if (!keys.has(field.name.name)) {
				withoutEntry.push(field.name);
			}
		}
	}
	const withoutField = entries.filter(({ name }) => !fields.has(name));
	const isUnusual = isException(withoutField.length, entries.length);
	const wanted = new Set(withoutField.map(({ name }) => spelling(name)));
	const spellings = new Set(
		isUnusual ? [] : withoutEntry.map(({ name }) => spelling(name)).filter(each => wanted.has(each)),
	);
	return [
		...(isException(withoutEntry.length, kept) ? withoutEntry : []).map((field): ConnectorProblem => ({
			code: 'field-without-entry',
			...placeOf(field),
			name: field.name,
		})),
		...withoutField
			.filter(({ name }) => isUnusual || spellings.has(spelling(name)))
			.map(({ name, range }): ConnectorProblem => ({
				code: 'entry-without-field',
				document: 'source-template',
				...range,
				name,
			})),
	];
}

/** Up to how many of a kind are all reported, if they are alone. */
const mostReported = 10;

const isException = (alone: number, all: number) => all <= mostReported || alone * 3 <= all;

const spelling = (name: string) => name.toLowerCase().replace(/[\s_.-]/g, '');

const placeOf = ({ range }: Mention): DocumentRange => ({ document: 'source-config', ...range });
