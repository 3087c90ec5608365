import { isSlip } from '../text/nearest';
import type { TextEdit, TextRange } from '../text/textEdit';

/** A name that is neither known nor used by another connector, or a text where only elements stand. */
export interface UnknownName extends TextRange {
	readonly code: 'name-unknown';
	readonly what: 'element' | 'attribute' | 'value' | 'text';
	readonly name: string;
	/** The word that is most likely meant, if there is one that is spelled almost alike. */
	readonly meant: string | undefined;
	/** They put that word in its place; none, where a person has to do it. */
	readonly edits: readonly TextEdit[];
	/** Whether a person most likely wants them: a word that differs more may say something else, as `minSize` does. */
	readonly isSlip: boolean;
}

/** An unknown name in whose places the word that is meant can be written as it is. */
export function renamed(
	name: Pick<UnknownName, 'what' | 'name' | 'start' | 'end'>,
	meant: string | undefined,
	places: readonly TextRange[],
): UnknownName {
	const edits = meant === undefined ? [] : places.map(({ start, end }) => ({ start, end, newText: meant }));
	return {
		code: 'name-unknown',
		...name,
		meant,
		edits,
		isSlip: meant !== undefined && isSlip(name.name, meant),
	};
}
