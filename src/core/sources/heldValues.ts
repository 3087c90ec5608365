import { isObject } from '../api/errors';
import { isSet, secretValue } from '../api/source';
import type { PictureField } from '../connector/form/formPicture';
import { isSecret } from '../connector/model/fieldTypes';

/** What a source holds by its keys. */
export type HeldValues = ReadonlyMap<string, unknown>;

/** The values of a source, or of one of its cards, without those of secret fields: of these is only known that they are set. */
export function withoutSecrets(values: HeldValues, fields: readonly PictureField[]): HeldValues {
	const mayHide = fields.filter(({ control, fields: inner }) => isSecret(control) || inner.length > 0);
	if (mayHide.length === 0) {
		return values;
	}
	const held = new Map(values);
	for (const field of mayHide) {
		const value = held.get(field.name);
		if (isSecret(field.control)) {
			if (isSet(value)) {
				held.set(field.name, secretValue);
			}
		} else if (held.has(field.name) && value !== secretValue) {
			held.set(field.name, cardsOf(value)?.map(card => withoutSecrets(card, field.fields)) ?? value);
		}
	}
	return held;
}

/** The cards in what a cardList holds, which may be the text of their JSON; undefined if it holds something else. */
export function cardsOf(value: unknown): readonly HeldValues[] | undefined {
	const list = typeof value === 'string' ? listIn(value) : value;
	return Array.isArray(list) && list.every(isCard) ? list.map(asCard) : undefined;
}

function isCard(value: unknown): value is HeldValues | Record<string, unknown> {
	return value instanceof Map || isObject(value);
}

function asCard(card: HeldValues | Record<string, unknown>): HeldValues {
	return card instanceof Map ? card : new Map(Object.entries(card));
}

function listIn(text: string): unknown {
	if (!/^\s*\[/.test(text)) {
		return undefined;
	}
	try {
		return JSON.parse(text);
	} catch {
		return undefined; // It only begins as a list does.
	}
}
