import { holdingValues } from './conditions';
import { fieldTypeOf } from './fieldTypes';
import type { Form, FormField } from './form';
import { fieldsNamed } from './scopes';
import type { Condition } from './surroundings';

/** A condition that has to hold, and the fields that are shown only if it does. */
interface Wish {
	readonly condition: Condition;
	readonly of: readonly FormField[];
}

/** The values that the fields of a name may still have. */
type Wanted = ReadonlyMap<readonly FormField[], ReadonlySet<string>>;

/**
 * Tells which fields of a form can be shown at the same time: whether some values meet the conditions of both, those of the
 * fields that these name, and so on. After too many steps it says no.
 */
export class Meeting {
	private steps = 0;
	private until = 0;

	constructor(private readonly form: Form) {}

	canMeet(one: FormField, other: FormField): boolean {
		this.until = Math.min(mostForForm, this.steps + mostForTwo);
		const wishes = [one, other].flatMap(field => wishesOf(field, []));
		return this.canHold(wishes, new Map());
	}

	private canHold([wish, ...others]: readonly Wish[], wanted: Wanted): boolean {
		if (!wish) {
			return true;
		}
		const { parentKey, parentValue, cards } = wish.condition;
		const parents = fieldsNamed(this.form, parentKey.name, cards) ?? [];
		return parents.some(parent => {
			this.steps += wish.of.length;
			if (this.steps > this.until || wish.of.includes(parent)) {
				return false; // A field that waits for itself is never shown.
			}
			const values = holdingValues(parent, parentValue?.name);
			if (values?.size === 0) {
				return false;
			}
			const next = [...wishesOf(parent, wish.of), ...others];
			if (!values || fieldTypeOf(parent.type?.name).isMany) {
				return this.canHold(next, wanted);
			}
			const before = wanted.get(parents);
			const both = before ? new Set([...values].filter(value => before.has(value))) : values;
			return both.size > 0 && this.canHold(next, new Map([...wanted, [parents, both]]));
		});
	}
}

function wishesOf(field: FormField, of: readonly FormField[]): readonly Wish[] {
	return field.conditions.map(condition => ({ condition, of: [...of, field] }));
}

/** How many steps are taken for two fields, and for all of a form: conditions may wait for each other without end. */
const mostForTwo = 1000;
const mostForForm = 200_000;
