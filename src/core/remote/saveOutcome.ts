/** What can come of a text that left. */
export const saveOutcomes = [
	/** The tenant said that it took it. */
	'accepted',
	/** The tenant has it. */
	'saved',
	/** The tenant took it, and has made another text of it. */
	'rewritten',
	/** The tenant did not take it. */
	'refused',
	/** It did not arrive. */
	'lost',
	/** No answer came, and the tenant had neither the old text nor this one when it was asked. */
	'overtaken',
	/** No answer came, and it has not arrived yet as far as the tenant could be asked. */
	'unknown',
] as const;
export type SaveOutcome = (typeof saveOutcomes)[number];

/** Whether the tenant still has what it had. */
export function isInVain(outcome: SaveOutcome): boolean {
	return outcome === 'refused' || outcome === 'lost';
}

/**
 * What became of a text that left without an answer, by the hash of what the tenant has.
 * @param before what it may have had before
 */
export function outcomeBy(
	present: string | undefined,
	sent: string,
	before: ReadonlySet<string | undefined>,
): 'saved' | 'lost' | 'overtaken' {
	return present === sent ? 'saved' : before.has(present) ? 'lost' : 'overtaken';
}
