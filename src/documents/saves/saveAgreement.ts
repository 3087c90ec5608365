import type { TextProblem } from '../../core/remote/textProblem';
import type { Effect } from '../../core/sources/effects';

/** What a person has agreed to for one save of one document, so that nothing is asked twice. */
export interface SaveAgreement {
	/** The tenant's version that the text may replace, by its hash; undefined in it if the tenant has no such document. */
	over?: { readonly hash: string | undefined };
	/** What is wrong with the text, and may be sent. */
	problem?: TextProblem;
	/** What the text does to sources, and may do. */
	effects?: readonly Effect[];
}
