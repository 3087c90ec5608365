/** Filters of the list of connectors, as texts in the service's own language. */

/** What a connector can be filtered by, and how: a field and an operator. */
export const conditionKinds = [
	'name co',
	'name sw',
	'type eq',
	'type co',
	'type sw',
	'directConnect eq',
	'category eq',
	'features ca',
	'labels ca',
] as const;
export type ConditionKind = (typeof conditionKinds)[number];

/** How a condition is added to a filter. */
export type Joint = 'and' | 'or' | 'and not';

/** A single condition; only those on features and labels take several values, all of which have to be there. */
export function condition(kind: ConditionKind, values: readonly string[]): string {
	const strings = values.map(value => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',');
	return kind.endsWith(' ca') ? `${kind} (${strings})` : `${kind} ${strings}`;
}

/** Adds a single condition to a filter as a whole: what comes later narrows or widens everything before it. */
export function joined(filter: string, joint: Joint, single: string): string {
	const isEither = joint !== 'or' && jointsOf(filter).some(({ word }) => word === 'or');
	return `${isEither ? `(${filter})` : filter} ${joint} ${single}`;
}

/** Lets through exactly the connectors that the filter does not. */
export function negated(filter: string): string {
	if (jointsOf(filter).length > 0) {
		return `not (${filter})`;
	}
	return isNegated(filter) ? withoutParentheses(withoutNot(filter)) : `not ${filter}`;
}

/** The filter without the condition that was added last; undefined if it has no other. */
export function withoutLast(filter: string): string | undefined {
	const last = jointsOf(filter).at(-1);
	if (last) {
		return withoutParentheses(filter.slice(0, last.at).trim());
	}
	if (isNegated(filter)) {
		const left = withoutLast(withoutNot(filter));
		return left === undefined ? undefined : negated(left);
	}
	const inner = withoutParentheses(filter);
	return inner === filter ? undefined : withoutLast(inner);
}

/** What holds a filter together, outside of its strings. */
interface Mark {
	readonly word: string;
	readonly at: number;
	/** How many parentheses are open around it. */
	readonly depth: number;
}

/** The `and` and `or` that are not in parentheses. */
function jointsOf(filter: string): readonly Mark[] {
	return marksOf(filter).filter(({ word, depth }) => depth === 0 && (word === 'and' || word === 'or'));
}

function marksOf(filter: string): readonly Mark[] {
	const marks: Mark[] = [];
	let depth = 0;
	for (const { 1: word, index: at } of filter.matchAll(/"(?:[^"\\]|\\.)*"?|(\b(?:and|or)\b|[()])/g)) {
		depth -= word === ')' ? 1 : 0;
		if (word !== undefined) {
			marks.push({ word, at, depth });
		}
		depth += word === '(' ? 1 : 0;
	}
	return marks;
}

function isNegated(filter: string): boolean {
	return /^not\b/.test(filter);
}

function withoutNot(negation: string): string {
	return negation.slice('not'.length).trim();
}

/** Takes off the parentheses around the whole. */
function withoutParentheses(filter: string): string {
	const end = marksOf(filter).find(({ word, depth }) => word === ')' && depth === 0);
	return filter.startsWith('(') && end?.at === filter.length - 1 ? filter.slice(1, -1).trim() : filter;
}
