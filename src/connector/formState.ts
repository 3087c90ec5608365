import { valueOf, type Entered } from './entered';
import { isEmpty, textsOf } from './fieldValue';
import type { FormPart, FormPicture, FormStep, PictureField, ShownWhile } from './formPicture';

/** The ids of the steps, sections and fields whose conditions hold: a field that is not shown has no value. */
export function shownParts(picture: FormPicture, entered: Entered): ReadonlySet<string> {
	return new Showing(picture, entered).shown();
}

/** The fields of a card that are shown: `shown` says it of what is around the card, each card of what is in it. */
export function shownInCard(
	fields: readonly PictureField[],
	card: Entered,
	shown: ReadonlySet<string>,
): readonly PictureField[] {
	const names = new Set(fields.map(field => field.name));
	const own = fields.map(field => ({
		...field,
		conditions: field.conditions.filter(({ name }) => names.has(name)),
	}));
	const place = { id: '', start: 0, end: 0, conditions: [], label: undefined };
	const section = { ...place, info: undefined, link: undefined, fields: own };
	const step: FormStep = { ...place, kind: 'base', sections: [section] };
	const picture = { name: '', description: undefined, locale: '', locales: [], steps: [step] };
	const shownHere = shownParts(picture, card);
	return fields.filter(field => shown.has(field.id) && shownHere.has(field.id));
}

/** A part, and how many of its conditions do not hold yet. */
interface Hidden {
	readonly part: FormPart;
	/** Of a part whose value others can wait for. */
	readonly field: PictureField | undefined;
	left: number;
}

/** A condition of a part that waits for a value. */
interface Waiting {
	readonly hidden: Hidden;
	holds: boolean;
}

/** Shows what no condition hides, then what those fields' values show, until nothing is left but what hides itself. */
class Showing {
	/** By the name of a field, then by its value; undefined for any. */
	private readonly waiting = new Map<string, Map<string | undefined, Waiting[]>>();
	private readonly ready: Hidden[] = [];

	constructor(
		picture: FormPicture,
		private readonly entered: Entered,
	) {
		for (const step of picture.steps) {
			this.add(step);
			for (const section of step.sections) {
				this.add(section);
				for (const field of section.fields) {
					this.add(field, field);
					this.addCards(field, new Set());
				}
			}
		}
	}

	shown(): ReadonlySet<string> {
		const shown = new Set<string>();
		for (let next = this.ready.pop(); next; next = this.ready.pop()) {
			shown.add(next.part.id);
			if (next.field) {
				this.tell(next.field);
			}
		}
		return shown;
	}

	/** The fields of a card: whether conditions hold that name others of the card, each card says for itself. */
	private addCards({ fields }: PictureField, around: ReadonlySet<string>): void {
		const names = new Set([...around, ...fields.map(({ name }) => name)]);
		for (const field of fields) {
			this.add(field, undefined, names);
			this.addCards(field, names);
		}
	}

	private add(part: FormPart, field?: PictureField, inCard?: ReadonlySet<string>): void {
		const hidden: Hidden = { part, field, left: 0 };
		for (const condition of part.conditions) {
			if (!inCard?.has(condition.name)) {
				hidden.left++;
				this.wait({ hidden, holds: false }, condition);
			}
		}
		if (hidden.left === 0) {
			this.ready.push(hidden);
		}
	}

	private wait(waiting: Waiting, { name, value }: ShownWhile): void {
		const byValue = this.waiting.get(name) ?? new Map<string | undefined, Waiting[]>();
		this.waiting.set(name, byValue);
		for (const each of value === undefined ? [undefined] : alternatives(value)) {
			const others = byValue.get(each);
			if (others) {
				others.push(waiting);
			} else {
				byValue.set(each, [waiting]);
			}
		}
	}

	/** Says that a field is shown, and so has its value. */
	private tell(field: PictureField): void {
		const byValue = this.waiting.get(field.name);
		const value = valueOf(field, this.entered);
		if (!byValue || value === undefined) {
			return;
		}
		const isAny = value !== false && !isEmpty(value);
		// People write True, too.
		const texts =
			typeof value === 'boolean' ? [...byValue.keys()].filter(each => isSaid(value, each)) : textsOf(value);
		for (const each of [...texts, ...(isAny ? [undefined] : [])]) {
			byValue.get(each)?.forEach(waiting => this.hold(waiting));
			byValue.delete(each);
		}
	}

	private hold(waiting: Waiting): void {
		if (!waiting.holds) {
			waiting.holds = true;
			waiting.hidden.left--;
			if (waiting.hidden.left === 0) {
				this.ready.push(waiting.hidden);
			}
		}
	}
}

/** Whether a text says of a switch what is true of it. */
function isSaid(value: boolean, text: string | undefined): boolean {
	return text?.trim().toLowerCase() === String(value);
}

/** A value, and each of those that it may list: which sign then stands between them, the service does not say. */
function alternatives(value: string): ReadonlySet<string> {
	const listed = value.split(/[,;|]/).map(each => each.trim());
	return new Set([value, ...listed.filter(each => each !== '')]);
}
