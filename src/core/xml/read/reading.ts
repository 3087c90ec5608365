import type { XmlProblem } from '../problem';
import type { Scanner } from './scanner';
import type { XmlRange } from '../tree';

/** What every part of the reader shares: the place, and where problems and references are reported. */
export interface Reading {
	readonly scanner: Scanner;
	readonly report: (problem: XmlProblem) => void;
	/** Called for every reference to an entity that is not predefined. */
	readonly refer: (reference: EntityReference) => void;
	readonly isDeclared: (entity: string) => boolean;
}

/** `&entity;` and where it stands. */
export interface EntityReference extends XmlRange {
	readonly entity: string;
	readonly inAttribute: boolean;
}

/** For what is read a second time, or only to get past it. */
export const withoutReports = (scanner: Scanner): Reading => ({
	scanner,
	report: () => undefined,
	refer: () => undefined,
	isDeclared: () => true,
});
