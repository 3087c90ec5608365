import type { Source } from '../api/source';
import type { FormPicture, PictureField } from '../connector/form/formPicture';
import { shownOnCard, shownParts } from '../connector/form/formState';
import { enteredBy } from './enteredValues';
import type { KeyedFields } from './fieldsByPath';
import { cardsOf, withoutSecrets, type HeldValues } from './heldValues';

/** What a source has for a key: one value or, for a key on cards, one for each card. */
export interface Held {
	readonly value: unknown;
	/** Those of the key's fields that are shown beside the source's other values. */
	readonly shown: () => readonly PictureField[];
}

/** A form that is filled in with the values of a source; what is shown is worked out when it is asked for. */
export class FilledForm {
	private readonly fields: readonly PictureField[];
	private shownNow: ReadonlySet<string> | undefined;

	/** @param values without secrets */
	constructor(
		private readonly picture: FormPicture,
		private readonly values: HeldValues,
	) {
		this.fields = topFields(picture);
	}

	held({ path, fields }: KeyedFields): readonly Held[] {
		return heldAt(path, fields, this.fields, this.values, () => this.shown());
	}

	private shown(): ReadonlySet<string> {
		return (this.shownNow ??= shownParts(this.picture, enteredBy(this.fields, this.values)));
	}
}

/** The fields of a form that are on no card. */
export function topFields(picture: FormPicture | undefined): readonly PictureField[] {
	return picture?.steps.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields)) ?? [];
}

/** The values of a source without the secrets of any of these forms. */
export function valuesOf({ attributes }: Source, pictures: readonly (FormPicture | undefined)[]): HeldValues {
	return pictures.reduce<HeldValues>(
		(values, picture) => withoutSecrets(values, topFields(picture)),
		attributes,
	);
}

/** @param around all fields that are beside the one that the path begins with */
function heldAt(
	[name = '', ...rest]: readonly string[],
	fields: readonly PictureField[],
	around: readonly PictureField[],
	values: HeldValues,
	shown: () => ReadonlySet<string>,
): readonly Held[] {
	const value = values.get(name);
	if (rest.length === 0) {
		return [{ value, shown: () => fields.filter(({ id }) => shown().has(id)) }];
	}
	const inner = around.filter(field => field.name === name).flatMap(cardList => cardList.fields);
	return (cardsOf(value) ?? []).flatMap(card =>
		heldAt(rest, fields, inner, card, () => shownOnCard(inner, enteredBy(inner, card), shown())),
	);
}
