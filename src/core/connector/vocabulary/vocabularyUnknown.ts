import { isSlip } from '../../text/nearest';
import type { TextEdit, TextRange } from '../../text/textEdit';

/** A name that is neither known nor used by another connector, or a text where only elements stand. */
export interface UnknownName extends TextRange {
	readonly code: 'name-unknown';
	readonly what: 'element' | 'attribute' | 'value' | 'text';
	readonly name: string;
	/** A known word that is spelled almost alike, if there is one. */
	readonly suggested: string | undefined;
	/** They write the suggested word in its place; none if that has to be done by hand. */
	readonly edits: readonly TextEdit[];
	/** Whether the edits are most likely right: a word that differs more may be right itself, as `minSize` is. */
	readonly isSlip: boolean;
}

/** An unknown name, with edits that write the suggested word in these places. */
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
