import type { FormPart, FormPicture, PictureField } from './formPicture';

/** Every step, section and field of a picture; what holds others comes before them. */
export function* partsOf({ steps }: FormPicture): Generator<FormPart> {
	for (const step of steps) {
		yield step;
		for (const section of step.sections) {
			yield section;
			yield* fieldsIn(section.fields);
		}
	}
}

/** The innermost part that a caret is in; one that begins there rather than one that ends there. */
export function partAt(picture: FormPicture, caret: number): FormPart | undefined {
	const behind = partOf(picture, caret);
	return behind?.start === caret ? behind : (partOf(picture, caret - 1) ?? behind);
}

/** The innermost part that a character belongs to. */
function partOf(picture: FormPicture, offset: number): FormPart | undefined {
	let innermost: FormPart | undefined;
	for (const part of partsOf(picture)) {
		if (part.start <= offset && offset < part.end && length(part) <= length(innermost)) {
			innermost = part;
		}
	}
	return innermost;
}

function length(part: FormPart | undefined): number {
	return part ? part.end - part.start : Infinity;
}

/** The fields, each before those of its cards. */
export function* fieldsIn(fields: readonly PictureField[]): Generator<PictureField> {
	for (const field of fields) {
		yield field;
		yield* fieldsIn(field.fields);
	}
}
