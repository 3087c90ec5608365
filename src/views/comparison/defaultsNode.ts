import type { DefaultDifference } from '../../core/sources/defaults/defaultDifferences';
import { titleOf } from '../../core/sources/defaults/part';

export interface DefaultsGroup {
	readonly kind: 'group';
	/** The part of the defaults that differs, such as a schema; undefined for what cannot be compared, of whatever part. */
	readonly part: DefaultDifference['path'][number] | undefined;
	readonly rows: readonly DifferenceRow[];
}

export interface DifferenceRow {
	readonly kind: 'difference';
	readonly parent: DefaultsGroup;
	readonly difference: DefaultDifference;
}

/** A row of the comparison of a source with the defaults of its connector. */
export type DefaultsNode = DefaultsGroup | DifferenceRow | ProblemNode;

export interface ProblemNode {
	readonly kind: 'problem';
	readonly message: string;
}

/** One group for each part in which something differs, and a last one for what cannot be compared. */
export function groupsOf(differences: readonly DefaultDifference[]): readonly DefaultsGroup[] {
	const groups = new Map<string, { kind: 'group'; part: DefaultsGroup['part']; rows: DifferenceRow[] }>();
	const inOrder = differences.toSorted((one, other) => Number(other.isComparable) - Number(one.isComparable));
	for (const difference of inOrder) {
		const part = difference.isComparable ? difference.path[0] : undefined;
		const key = part ? titleOf(part) : '';
		const group = groups.get(key) ?? { kind: 'group', part, rows: [] };
		groups.set(key, group);
		group.rows.push({ kind: 'difference', parent: group, difference });
	}
	return [...groups.values()];
}
