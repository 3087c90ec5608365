import { isDeepStrictEqual } from 'node:util';
import { slotOf, valueOf, type Entered } from '../../../../../src/core/connector/form/entered';
import type {
	FieldValue,
	FormPicture,
	PictureField,
} from '../../../../../src/core/connector/form/formPicture';
import { isEmpty } from '../../../../../src/core/connector/form/fieldValue';
import { shownParts } from '../../../../../src/core/connector/form/formState';
import { connectorAttributes } from '../../../../../src/core/connector/form/submitted';
import { enteredWith, isSecret } from '../../../../../src/core/connector/model/fieldTypes';
import { emptyFields } from '../../../../../src/pages/form/page/partsOnPage';
import { below, oneOf, type Random } from '../../../../seeds';
import { sectionsOf } from '../form/picturing';

type Json = Readonly<Record<string, unknown>>;

const topFields = (picture: FormPicture) => sectionsOf(picture).flatMap(({ fields }) => fields);

/** Texts that are entered in the forms of these tests, beside those that their conditions and options name. */
const texts = ['', 'x', 'a', 'b', 'a, b', 'true'];

/** Entries of a person: something in each field, or something or nothing in some of them. */
export function randomEntries(random: Random, fields: readonly PictureField[], isFull: boolean): Entered {
	const pool = [...texts, ...wantedTexts(fields)].filter(text => !isFull || text !== '');
	return Object.fromEntries(
		fields
			.filter(() => isFull || random() < 0.7)
			.map(field => [slotOf(field), randomValue(random, field, pool)]),
	);
}

function wantedTexts(fields: readonly PictureField[]): readonly string[] {
	return fields.flatMap(({ conditions, fields: inner }) => [
		...conditions.flatMap(({ value }) => (value === undefined ? [] : [value, ...value.split(/[,;|]\s*/)])),
		...wantedTexts(inner),
	]);
}

function randomValue(random: Random, field: PictureField, pool: readonly string[]): FieldValue {
	const isFull = !pool.includes('');
	const several = <T>(make: () => T) => Array.from({ length: Number(isFull) + below(random, 3) }, make);
	const text = () => oneOf(random, pool);
	switch (enteredWith(field.control)) {
		case 'switch':
			return random() < 0.5;
		case 'list':
		case 'files':
			return several(text);
		case 'pairs':
			return { pairs: several(() => [text(), text()] as const) };
		case 'cards': {
			const initial = valueOf(field, {});
			const cards = typeof initial === 'object' && 'cards' in initial ? initial.cards : [];
			return {
				cards: several(() => ({
					...(cards.length > 0 && random() < 0.5 ? oneOf(random, cards) : {}),
					...(field.fields.length === 0 ? { value: text() } : randomEntries(random, field.fields, isFull)),
				})),
			};
		}
		case 'text':
			return randomText(random, field, pool);
	}
}

function randomText(random: Random, field: PictureField, pool: readonly string[]): string {
	const options = field.options.map(({ value }) => value);
	const blank = pool.includes('') ? [''] : [];
	if (field.control === 'number') {
		return oneOf(random, [...blank, '0', '7', '443', '-0.5', ...pool.filter(isNumeric)]);
	}
	return oneOf(random, options.length > 0 ? [...blank, ...options] : pool);
}

function isNumeric(text: string): boolean {
	return text !== '' && text === String(Number(text));
}

/** Whether a form would submit this, and ask for nothing more: whether there is something to enter that gives it. */
export function canSubmit(picture: FormPicture, attributes: Json): boolean {
	const fields = topFields(picture);
	const entered = entriesFor(fields, attributes);
	return (
		isDeepStrictEqual({ ...connectorAttributes(picture, entered) }, { ...attributes }) &&
		isComplete(picture, entered)
	);
}

/** Whether the preview has nothing against what is entered: a required field that is empty, a number that is none. */
export function isComplete(picture: FormPicture, entered: Entered): boolean {
	const shown = shownParts(picture, entered);
	return (
		picture.steps.every(step => emptyFields(step, shown, entered) === 0) &&
		isOffered(topFields(picture), connectorAttributes(picture, entered))
	);
}

function isOffered(fields: readonly PictureField[], attributes: Json): boolean {
	return fields.every(field => {
		const value = attributes[field.name];
		if (value === undefined) {
			return true;
		}
		if (field.control === 'number') {
			return typeof value === 'number';
		}
		if (field.control === 'cardList') {
			return field.fields.length === 0 || (value as Json[]).every(card => isOffered(field.fields, card));
		}
		const isChoice = field.control === 'select' || field.control === 'radio';
		const offered = [...field.options.map(option => option.value), valueOf(field, {})];
		const isOpen = field.options.length === 0 || field.options.some(option => option.value.includes('%%'));
		return !isChoice || isOpen || offered.includes(value as string);
	});
}

/** What a person would have to enter. */
function entriesFor(fields: readonly PictureField[], attributes: Json): Entered {
	const names = new Set(fields.map(({ name }) => name));
	const others = Object.entries(attributes).filter(([name]) => !names.has(name));
	const entries = fields.map(field => [slotOf(field), entryFor(field, attributes[field.name])] as const);
	return Object.fromEntries([
		...entries.filter(([, value]) => isEmpty(value)),
		...entries.filter(([, value]) => !isEmpty(value)), // Of fields that share a name, the one that can have the value.
		...others.map(([name, value]) => [name, otherEntry(value)] as const),
	]);
}

function entryFor(field: PictureField, value: unknown): FieldValue {
	switch (enteredWith(field.control)) {
		case 'switch':
			return value === true;
		case 'list':
			return isTexts(value) ? value : [];
		case 'files':
			return isTexts(value) || typeof value === 'string' ? value : [];
		case 'pairs':
			return { pairs: isJson(value) ? (Object.entries(value) as [string, string][]) : [] };
		case 'cards':
			return {
				cards: Array.isArray(value)
					? value.map(card => (isJson(card) ? entriesFor(field.fields, card) : {}))
					: [],
			};
		case 'text':
			return field.control === 'number' && typeof value === 'number'
				? String(value)
				: typeof value === 'string'
					? value
					: '';
	}
}

function otherEntry(value: unknown): FieldValue {
	return isJson(value) ? { pairs: Object.entries(value) as [string, string][] } : (value as FieldValue);
}

function isTexts(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every(each => typeof each === 'string');
}

function isJson(value: unknown): value is Json {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same with one change somewhere, which may make it what the form would never submit. */
export function changed(random: Random, fields: readonly PictureField[], attributes: Json): Json {
	const cardLists = fields.filter(({ name, control }) => control === 'cardList' && isCards(attributes[name]));
	if (cardLists.length > 0 && random() < 0.5) {
		const { name, fields: inner } = oneOf(random, cardLists);
		const cards = attributes[name] as readonly Json[];
		const index = below(random, cards.length);
		return { ...attributes, [name]: cards.with(index, changed(random, inner, cards[index] ?? {})) };
	}
	const keys = Object.keys(attributes);
	if (keys.length > 0 && random() < 0.4) {
		const gone = oneOf(random, keys);
		return Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== gone));
	}
	const field = fields.length > 0 && random() < 0.95 ? oneOf(random, fields) : undefined;
	const own = field && random() < 0.7 ? likely(random, field) : oneOf(random, unlikely);
	const isText = field !== undefined && isSecret(field.control) && typeof own === 'string' && own !== '';
	return { ...attributes, [field?.name ?? 'nobodyHasIt']: isText ? masked : own };
}

function isCards(value: unknown): value is readonly Json[] {
	return Array.isArray(value) && value.length > 0 && value.every(isJson);
}

/** What stands in the place of a secret that is submitted. */
const masked = '••••••••';

const unlikely = [null, '', 'x', '7', 7, true, false, [], ['a'], [''], {}, { k: 'v' }, { '': '' }, [{}], [7]];

function likely(random: Random, field: PictureField): unknown {
	switch (enteredWith(field.control)) {
		case 'switch':
			return random() < 0.5;
		case 'list':
		case 'files':
			return ['x'];
		case 'pairs':
			return { k: 'v' };
		case 'cards':
			return [{}];
		case 'text':
			if (isSecret(field.control)) {
				return masked;
			}
			return field.control === 'number'
				? oneOf(random, [7, 443])
				: oneOf(random, ['x', 'a', 'b', ...field.options.map(({ value }) => value)]);
	}
}
