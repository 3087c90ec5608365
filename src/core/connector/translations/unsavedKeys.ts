import { textsIn } from './translation';
import type { PropertiesDocument } from '../../properties/parse';

/** The keys whose text in a translation is another one than in the saved one, or which only one of them has. */
export function unsavedKeys(
	document: PropertiesDocument,
	saved: PropertiesDocument | undefined,
): readonly string[] {
	const now = textsIn(document);
	const before = saved ? textsIn(saved) : new Map<string, never>();
	return [...new Set([...now.keys(), ...before.keys()])].filter(
		key => now.get(key)?.value !== before.get(key)?.value,
	);
}
