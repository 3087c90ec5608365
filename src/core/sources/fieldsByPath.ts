import type { FormPicture, PictureField } from '../connector/form/formPicture';

/** A key of connectorAttributes or of the cards in them. Several fields may have it, shown under different conditions. */
export interface KeyedFields {
	/** The names of the cardLists on whose cards it is, then its own. */
	readonly path: readonly string[];
	/** In the order of the form; at least one. */
	readonly fields: readonly [PictureField, ...PictureField[]];
	/** The id of the section, or of the cardList, in which the first of them is. */
	readonly section: string;
}

/** How a key is named to people and programs. */
export function pathText(path: readonly string[]): string {
	return path.join(' › ');
}

/** All keys of a form by their `pathText`, in the order of the form; none, if there is no form. */
export function fieldsByPath(picture: FormPicture | undefined): ReadonlyMap<string, KeyedFields> {
	const found = new Map<string, KeyedFields>();
	const add = (field: PictureField, section: string, around: readonly string[]) => {
		if (field.name === '') {
			return;
		}
		const path = [...around, field.name];
		const known = found.get(pathText(path));
		found.set(
			pathText(path),
			known ? { ...known, fields: [...known.fields, field] } : { path, fields: [field], section },
		);
		field.fields.forEach(each => add(each, field.id, path));
	};
	for (const { id, fields } of picture?.steps.flatMap(({ sections }) => sections) ?? []) {
		fields.forEach(field => add(field, id, []));
	}
	return found;
}
