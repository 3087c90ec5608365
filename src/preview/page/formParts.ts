import { valueOf, type Entered } from '../../connector/entered';
import { isEmpty } from '../../connector/fieldValue';
import type { FieldValue, FormPart, FormPicture, FormStep, PictureField } from '../../connector/formPicture';

/** The step, the section and the fields around a part and the part itself, from the outside in; empty if there is none. */
export function pathTo(picture: FormPicture, id: string): readonly FormPart[] {
	return pathIn(picture.steps, id, part => ('sections' in part ? part.sections : part.fields));
}

interface Branch extends FormPart {
	readonly fields: readonly Branch[];
}

type Inner = Branch | FormStep;

function pathIn(
	parts: readonly Inner[],
	id: string,
	inside: (part: Inner) => readonly Branch[],
): readonly Inner[] {
	for (const part of parts) {
		if (part.id === id) {
			return [part];
		}
		const path = pathIn(inside(part), id, inside);
		if (path.length > 0) {
			return [part, ...path];
		}
	}
	return [];
}

/** Whether a field, or one in its cards, has the id. */
export function holds(field: PictureField, id: string | undefined): boolean {
	return id !== undefined && (field.id === id || field.fields.some(inner => holds(inner, id)));
}

/** Whether a field still has to be filled in; a switch never has to. */
export function isBlank(value: FieldValue | undefined): boolean {
	return value === undefined || isEmpty(value);
}

/** Whether people see a step: a base configuration is for values that they do not see, as a rule. */
export function isSeen(step: FormStep, shown: ReadonlySet<string>, showHidden: boolean): boolean {
	return shown.has(step.id) && (step.kind === 'menu' || hasContents(step, shown, showHidden));
}

/** Whether there is anything below the heading of a step. */
export function hasContents(step: FormStep, shown: ReadonlySet<string>, showHidden: boolean): boolean {
	return step.sections.some(
		({ id, label, info, link, fields }) =>
			shown.has(id) && ((label ?? info ?? link) || seenFields(fields, shown, showHidden).length > 0),
	);
}

export function seenFields(
	fields: readonly PictureField[],
	shown: ReadonlySet<string>,
	showHidden: boolean,
): readonly PictureField[] {
	return fields.filter(field => shown.has(field.id) && (showHidden || !field.isHidden));
}

/** How many fields of a step are shown, required and empty. */
export function emptyFields(step: FormStep, shown: ReadonlySet<string>, entered: Entered): number {
	const fields = step.sections.flatMap(section => section.fields);
	return seenFields(fields, shown, false).filter(
		field => field.isRequired && isBlank(valueOf(field, entered)),
	).length;
}
