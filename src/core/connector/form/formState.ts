import { switchValue, wantedValues } from '../model/conditions';
import { valueOf, type Entered } from './entered';
import { isEmpty, comparedTexts } from './fieldValue';
import type { FormPart, FormPicture, PictureField, ShownWhile } from './formPicture';

/** The ids of the steps, sections and fields whose conditions hold: a field that is not shown has no value. */
export function shownParts(picture: FormPicture, entered: Entered): ReadonlySet<string> {
	return new Showing(entered).ofForm(picture);
}

/**
 * The ids of the fields of a card, and on cards in it, whose conditions hold. `around` has the ids that are shown as far as
 * the cardList and what is around it decide.
 */
export function shownOnCard(
	fields: readonly PictureField[],
	card: Entered,
	around: ReadonlySet<string>,
): ReadonlySet<string> {
	const showing = new Showing(card, new Set(fields.map(({ name }) => name)));
	const shown = showing.of(fields.filter(({ id }) => around.has(id)));
	return new Set([...shown].filter(id => around.has(id)));
}

/** A part that is not shown yet, and how many things it still waits for. */
interface Hidden {
	readonly part: FormPart;
	/** If conditions of other parts can name it. */
	readonly field: PictureField | undefined;
	/** On its cards; they are shown only if it is. */
	readonly inner: Hidden[];
	left: number;
}

/** A condition of a part that waits for a value. */
interface Waiting {
	readonly hidden: Hidden;
	holds: boolean;
}

/** Shows the parts without conditions, then those that their values allow, and so on; what waits for itself stays hidden. */
class Showing {
	/** By the name of a field, then by its value; undefined for any. */
	private readonly waiting = new Map<string, Map<string | undefined, Waiting[]>>();
	private readonly added: Hidden[] = [];
	private readonly ready: Hidden[] = [];

	/** With `names`, only conditions on fields of these names count: the others are decided around the card. */
	constructor(
		private readonly entered: Entered,
		private readonly names?: ReadonlySet<string>,
	) {}

	ofForm({ steps }: FormPicture): ReadonlySet<string> {
		for (const step of steps) {
			this.add(step);
			step.sections.forEach(section => this.add(section));
		}
		return this.of(steps.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields)));
	}

	of(fields: readonly PictureField[]): ReadonlySet<string> {
		for (const field of fields) {
			this.addCards(field, this.add(field, field), new Set());
		}
		return this.shown();
	}

	private shown(): ReadonlySet<string> {
		const shown = new Set<string>();
		this.added.forEach(hidden => this.release(hidden));
		for (let next = this.ready.pop(); next; next = this.ready.pop()) {
			shown.add(next.part.id);
			if (next.field) {
				this.meetConditionsOn(next.field);
			}
			next.inner.forEach(hidden => this.release(hidden));
		}
		return shown;
	}

	/** The fields of a card, without conditions on others of the card: each card decides these by itself. */
	private addCards({ fields }: PictureField, cardList: Hidden, around: ReadonlySet<string>): void {
		const names = new Set([...around, ...fields.map(({ name }) => name)]);
		for (const field of fields) {
			const hidden = this.add(field, undefined, names);
			hidden.left++;
			cardList.inner.push(hidden);
			this.addCards(field, hidden, names);
		}
	}

	private add(part: FormPart, field?: PictureField, onCard?: ReadonlySet<string>): Hidden {
		const hidden: Hidden = { part, field, inner: [], left: 1 };
		for (const condition of part.conditions) {
			if (!onCard?.has(condition.name) && (this.names?.has(condition.name) ?? true)) {
				hidden.left++;
				this.wait({ hidden, holds: false }, condition);
			}
		}
		this.added.push(hidden);
		return hidden;
	}

	private wait(waiting: Waiting, { name, value }: ShownWhile): void {
		const byValue = this.waiting.get(name) ?? new Map<string | undefined, Waiting[]>();
		this.waiting.set(name, byValue);
		for (const each of value === undefined ? [undefined] : wantedValues(value)) {
			const others = byValue.get(each);
			if (others) {
				others.push(waiting);
			} else {
				byValue.set(each, [waiting]);
			}
		}
	}

	/** Meets the conditions that a field meets by its value, now that it is shown. */
	private meetConditionsOn(field: PictureField): void {
		const byValue = this.waiting.get(field.name);
		const value = valueOf(field, this.entered);
		if (!byValue || value === undefined) {
			return;
		}
		const isAny = value !== false && !isEmpty(value);
		const texts =
			typeof value === 'boolean'
				? [...byValue.keys()].filter(each => each !== undefined && switchValue(each) === value)
				: comparedTexts(value);
		for (const each of [...texts, ...(isAny ? [undefined] : [])]) {
			byValue.get(each)?.forEach(waiting => this.hold(waiting));
			byValue.delete(each);
		}
	}

	private hold(waiting: Waiting): void {
		if (!waiting.holds) {
			waiting.holds = true;
			this.release(waiting.hidden);
		}
	}

	private release(hidden: Hidden): void {
		hidden.left--;
		if (hidden.left === 0) {
			this.ready.push(hidden);
		}
	}
}
