import { cardsIn, valueOf, type Entered } from '../../../core/connector/form/entered';
import { isEmpty } from '../../../core/connector/form/fieldValue';
import type {
	FieldValue,
	FormPart,
	FormPicture,
	FormStep,
	PictureField,
} from '../../../core/connector/form/formPicture';
import { shownOnCard } from '../../../core/connector/form/formState';

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

/** What of a form is shown, and with which values. */
export interface Seen {
	readonly shown: ReadonlySet<string>;
	readonly entered: Entered;
	readonly showHidden: boolean;
}

/** What shows where a mark is: the part that has it or, if that is not shown, the nearest one around it. */
export function shownMark(picture: FormPicture, mark: string, seen: Seen): string | undefined {
	const { shown, showHidden } = seen;
	const path = pathTo(picture, mark);
	const step = picture.steps.find(each => each === path[0]);
	if (!step || !isSeen(step, shown, showHidden)) {
		return undefined;
	}
	const section = step.sections.find(each => each === path[1]);
	if (!section || !shown.has(section.id)) {
		return step.id;
	}
	let nearest = section.id;
	let fields = seenFields(section.fields, shown, showHidden);
	let around: readonly Pick<Seen, 'shown' | 'entered'>[] = [seen];
	for (const part of path.slice(2)) {
		const field = fields.find(each => each === part);
		if (!field) {
			break;
		}
		nearest = field.id;
		around = around.flatMap(each => cardsSeen(field, each));
		fields = around.flatMap(card => seenFields(field.fields, card.shown, showHidden));
	}
	return nearest;
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

/** The cards of a field, each with what is shown on it. */
function cardsSeen(
	field: PictureField,
	{ shown, entered }: Pick<Seen, 'shown' | 'entered'>,
): readonly Pick<Seen, 'shown' | 'entered'>[] {
	return cardsIn(field, entered).map(card => ({
		shown: shownOnCard(field.fields, card, shown),
		entered: card,
	}));
}

/** How many fields of a step are shown, required and empty; in cards, each of them counts. */
export function emptyFields(step: FormStep, shown: ReadonlySet<string>, entered: Entered): number {
	return emptyAmong(
		step.sections.flatMap(({ fields }) => seenFields(fields, shown, false)),
		shown,
		entered,
	);
}

function emptyAmong(fields: readonly PictureField[], shown: ReadonlySet<string>, entered: Entered): number {
	const counts = fields.flatMap(field => [
		Number(field.isRequired && isBlank(valueOf(field, entered))),
		...cardsSeen(field, { shown, entered }).map(card =>
			emptyAmong(seenFields(field.fields, card.shown, false), card.shown, card.entered),
		),
	]);
	return counts.reduce((sum, count) => sum + count, 0);
}
