import { isSlip } from '../../text/nearest';
import type { TextEdit, TextRange } from '../../text/textEdit';

/** A name that is neither known nor used by another connector, or a text where only elements stand. */
export interface UnknownName extends TextRange {
	readonly code: 'name-unknown';
	readonly what: 'element' | 'attribute' | 'value' | 'text';
	readonly name: string;
	/** A known word that is spelled almost alike, if there is one. */
	readonly suggested: string | undefined;
	/** They write the suggested word in its place; none, where a person has to do it. */
	readonly edits: readonly TextEdit[];
	/** Whether a person most likely wants them: a word that differs more may say something else, as `minSize` does. */
	readonly isSlip: boolean;
}

/** An unknown name in whose places the suggested word can be written as it is. */
export function renamed(
	name: Pick<UnknownName, 'what' | 'name' | 'start' | 'end'>,
	suggested: string | undefined,
	places: readonly TextRange[],
): UnknownName {
	const edits =
		suggested === undefined ? [] : places.map(({ start, end }) => ({ start, end, newText: suggested }));
	return {
		code: 'name-unknown',
		...name,
		suggested,
		edits,
		isSlip: suggested !== undefined && isSlip(name.name, suggested),
	};
}
