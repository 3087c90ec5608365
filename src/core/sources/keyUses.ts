import type { Source } from '../api/source';
import { perDocument } from '../connector/perDocument';
import { pathText } from './fieldsByPath';
import { sourcesThatChose, sourcesThatSet } from './fieldUse';

/** Looks up what the same list of sources does with the keys of a form, each looked for once. */
export const keyUses = perDocument((sources: readonly Source[]) => {
	const known = new Map<string, readonly Source[]>();
	const once = (key: string, find: () => readonly Source[]) => {
		const found = known.get(key) ?? find();
		known.set(key, found);
		return found;
	};
	return {
		set: (path: readonly string[]) => once(pathText(path), () => sourcesThatSet(path, sources)),
		chosen: (path: readonly string[], option: string) =>
			once(`${pathText(path)}\n${option}`, () => sourcesThatChose(path, option, sources)),
	};
});
