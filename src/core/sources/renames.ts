import type { PictureField } from '../connector/form/formPicture';
import { pathText, type KeyedFields } from './fieldsByPath';

type Keys = ReadonlyMap<string, KeyedFields>;

/**
 * The keys that have another name after a change, by the one they had. A field that vanished was renamed if a new one
 * stands in its place, that is in the same section beside one of the same neighbours, and has its label or its type. Of
 * several such, those with the same label belong together first.
 */
export function renamesIn(before: Keys, after: Keys): ReadonlyMap<string, KeyedFields> {
	const removed = newcomers(before, after);
	const added = newcomers(after, before);
	const renames = new Map<string, KeyedFields>();
	const taken = new Set<KeyedFields>();
	for (const isAlike of [hasSameLabel, hasSameType]) {
		for (const old of removed) {
			const key = pathText(old.keyed.path);
			const renamed = renames.has(key)
				? undefined
				: added.find(
						each =>
							!taken.has(each.keyed) &&
							isSamePlace(old, each) &&
							isAlike(old.keyed.fields[0], each.keyed.fields[0]),
					);
			if (renamed) {
				renames.set(key, renamed.keyed);
				taken.add(renamed.keyed);
			}
		}
	}
	return renames;
}

/** A key that only one of two forms has, between the nearest ones that both have. */
interface Newcomer {
	readonly keyed: KeyedFields;
	readonly previous: string | undefined;
	next: string | undefined;
}

function newcomers(keys: Keys, others: Keys): readonly Newcomer[] {
	const found: Newcomer[] = [];
	const waiting: Newcomer[] = [];
	let previous: string | undefined;
	for (const [key, keyed] of keys) {
		if (others.has(key)) {
			waiting.splice(0).forEach(each => (each.next = key));
			previous = key;
		} else {
			const newcomer = { keyed, previous, next: undefined };
			found.push(newcomer);
			waiting.push(newcomer);
		}
	}
	return found;
}

function isSamePlace(one: Newcomer, other: Newcomer): boolean {
	return (
		one.keyed.section === other.keyed.section &&
		one.keyed.path.length === other.keyed.path.length &&
		(one.previous === other.previous || one.next === other.next)
	);
}

function hasSameLabel({ label }: PictureField, other: PictureField): boolean {
	return label !== undefined && (label.key === other.label?.key || label.text === other.label?.text);
}

function hasSameType({ control }: PictureField, other: PictureField): boolean {
	return control === other.control;
}
