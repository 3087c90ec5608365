import type { Source } from '../api/source';
import { perDocument } from '../connector/perDocument';
import type { FormPicture, PictureField } from '../connector/form/formPicture';
import { shownOnCard, shownParts } from '../connector/form/formState';
import { partsOf } from '../connector/form/pictureParts';
import { enteredBy } from './enteredValues';
import type { KeyedFields } from './fieldsByPath';
import { cardsOf, withoutSecrets, type HeldValues } from './heldValues';

/** What a source has for a key: one value or, for a key on cards, one for each card. */
export interface Held {
	readonly value: unknown;
	/** Those of the key's fields that are shown beside the source's other values. */
	readonly shown: () => readonly PictureField[];
}

/** The part of a form that decides what is shown: fields without conditions always are, but for those on cards. */
export function decisivePart(picture: FormPicture): FormPicture {
	const all = [...partsOf(picture)];
	const names = new Set(all.flatMap(({ conditions }) => conditions.map(({ name }) => name)));
	const isDecisive = ({ name, conditions, fields }: PictureField) =>
		conditions.length > 0 || fields.length > 0 || names.has(name);
	return {
		...picture,
		steps: picture.steps.map(step => ({
			...step,
			sections: step.sections.map(section => ({ ...section, fields: section.fields.filter(isDecisive) })),
		})),
	};
}

/** A form that is filled in with the values of a source; what is shown is worked out when it is asked for. */
export class FilledForm {
	private readonly fields: readonly PictureField[];
	private shownNow: ReadonlySet<string> | undefined;

	/**
	 * @param picture its `decisivePart` is enough
	 * @param values without secrets
	 */
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
	return picture ? topFieldsOf(picture) : [];
}

const topFieldsOf = perDocument((picture: FormPicture) =>
	picture.steps.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields)),
);

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
	isOnCard = false,
): readonly Held[] {
	const value = values.get(name);
	if (rest.length === 0) {
		const isShown = ({ id, conditions }: PictureField) =>
			(!isOnCard && conditions.length === 0) || shown().has(id);
		return [{ value, shown: () => fields.filter(isShown) }];
	}
	const inner = around.filter(field => field.name === name).flatMap(cardList => cardList.fields);
	return (cardsOf(value) ?? []).flatMap(card =>
		heldAt(rest, fields, inner, card, () => shownOnCard(inner, enteredBy(inner, card), shown()), true),
	);
}
