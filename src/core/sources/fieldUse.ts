import { isSet, type Source } from '../api/source';
import { cardsOf, type HeldValues } from './heldValues';
import { chosenIn } from './fitting';

/** What a source has at a path of keys; on cards, that of each card. Secrets may be among it. */
function valuesAt(values: HeldValues, [name = '', ...rest]: readonly string[]): readonly unknown[] {
	const value = values.get(name);
	return rest.length === 0 ? [value] : (cardsOf(value) ?? []).flatMap(card => valuesAt(card, rest));
}

/** The sources that have a value for a key. */
export function sourcesThatSet(path: readonly string[], sources: readonly Source[]): readonly Source[] {
	return sources.filter(({ attributes }) => valuesAt(attributes, path).some(isSet));
}

/** The sources in which an option of a field is chosen. */
export function sourcesThatChose(
	path: readonly string[],
	option: string,
	sources: readonly Source[],
): readonly Source[] {
	return sources.filter(({ attributes }) =>
		valuesAt(attributes, path).some(value => chosenIn(value).includes(option)),
	);
}
