import { allOf, type JsonSchema } from './valueSchema';

/** What is said of some properties of an object. */
export interface ObjectRule {
	readonly properties?: Readonly<Record<string, unknown>>;
	readonly required?: readonly string[];
}

/** Holds for the cards of a cardList what a rule says of one of them. */
export function inCards(cardList: string, rule: JsonSchema): ObjectRule {
	const items = { type: 'object', ...rule };
	return isEmptyRule(rule) ? {} : { properties: { [cardList]: { type: 'array', items } } };
}

/** What the properties of an object have to do with each other. */
export class Rules {
	private readonly others: JsonSchema[] = [];
	private readonly branches = new Map<string, Branch[]>();
	private readonly required: string[] = [];

	add(schema: JsonSchema): void {
		this.others.push(schema);
	}

	require(name: string): void {
		this.required.push(name);
	}

	/** Without conditions, `then` holds in any case. */
	addWhile(conditions: readonly JsonSchema[], then: ObjectRule, otherwise: ObjectRule): void {
		if (conditions.length === 0) {
			if (!isEmptyRule(then)) {
				this.add({ ...then });
			}
			return;
		}
		const condition = allOf(conditions);
		const key = JSON.stringify(condition);
		const branches = this.branches.get(key) ?? [];
		const free = branches.findIndex(
			branch => !isAnySame(branch.then, then) && !isAnySame(branch.else, otherwise),
		);
		const before = branches[free];
		const branch = {
			if: condition,
			then: merged(before?.then ?? {}, then),
			else: merged(before?.else ?? {}, otherwise),
		};
		this.branches.set(key, before ? branches.with(free, branch) : [...branches, branch]);
	}

	schema(): JsonSchema {
		const all = [...[...this.branches.values()].flat().map(withoutEmpty), ...this.others];
		return {
			...(this.required.length > 0 && { required: this.required }),
			...(all.length > 0 && { allOf: all }),
		};
	}
}

interface Branch {
	readonly if: JsonSchema;
	readonly then: ObjectRule;
	readonly else: ObjectRule;
}

function withoutEmpty({ if: condition, then, else: otherwise }: Branch): JsonSchema {
	return {
		if: condition,
		...(!isEmptyRule(then) && { then }),
		...(!isEmptyRule(otherwise) && { else: otherwise }),
	};
}

function isEmptyRule(rule: object): boolean {
	return Object.keys(rule).length === 0;
}

/** Whether two rules say something of the same property. */
function isAnySame({ properties: one = {} }: ObjectRule, { properties: other = {} }: ObjectRule): boolean {
	return Object.keys(one).some(name => Object.hasOwn(other, name));
}

function merged(one: ObjectRule, other: ObjectRule): ObjectRule {
	const properties = { ...one.properties, ...other.properties };
	const required = [...(one.required ?? []), ...(other.required ?? [])];
	return {
		...(!isEmptyRule(properties) && { properties }),
		...(required.length > 0 && { required }),
	};
}
