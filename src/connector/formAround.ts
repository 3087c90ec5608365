import type { Condition } from './form';
import type { GrowingField } from './formFields';
import type { FormSection, FormStep } from './formPicture';
import type { Growing } from './perDocument';

/** What is around an element: where what stands in it belongs. */
export interface Around {
	readonly conditions: readonly Condition[];
	/** Undefined directly in the form. */
	readonly step: GrowingStep | undefined;
	readonly section: GrowingSection | undefined;
	/** The one whose options are told. */
	readonly field: GrowingField | undefined;
	/** The nearest one whose cards hold fields. */
	readonly cards: GrowingField | undefined;
	/** How many of those there are. */
	readonly levels: number;
}

export type GrowingStep = Growing<FormStep>;
export type GrowingSection = Growing<FormSection>;

/** What is around the root. */
export const nothingAround: Around = {
	conditions: [],
	step: undefined,
	section: undefined,
	field: undefined,
	cards: undefined,
	levels: 0,
};
