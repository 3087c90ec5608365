import type { GrowingField } from './formFields';
import type { FormSection, FormStep } from './formPicture';
import type { Growing } from '../perDocument';

/** Which part of the picture an element belongs to. */
export interface Around {
	/** Undefined directly in the form. */
	readonly step: GrowingStep | undefined;
	readonly section: GrowingSection | undefined;
	/** The field that options here belong to. */
	readonly field: GrowingField | undefined;
}

export type GrowingStep = Growing<FormStep>;
export type GrowingSection = Growing<FormSection>;

/** What is around the root. */
export const inNothing: Around = { step: undefined, section: undefined, field: undefined };
