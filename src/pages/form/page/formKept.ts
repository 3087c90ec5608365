import { hasSecrets, withoutSecrets, type Entered } from '../../../core/connector/form/entered';
import type { FormView, KeptView } from './formView';

/** Where the steps are scrolled to, by their ids; those that are not in it, to their beginning. */
export type Scroll = Partial<Record<string, ScrollPlace>>;

/** Relative to a field in sight: a browser only guesses the heights of what is out of sight. */
export interface ScrollPlace {
	/** Of the topmost field in sight. */
	readonly field: string;
	/** How far the field begins below the upper edge, in pixels. */
	readonly top: number;
}

/** What outlives the page: VS Code writes it to the disk, as it is. */
export interface KeptForm extends KeptView {
	readonly scroll: Readonly<Scroll>;
}

export function keptFormOf(view: FormView, scroll: Readonly<Scroll>): KeptForm {
	const { folder, locale, step, mark, picture, source, showKeys, showHidden, showJson } = view;
	const sections = picture?.steps.flatMap(each => each.sections);
	return {
		folder,
		locale,
		step,
		mark,
		// What is typed over the values of a source may have other values of it beside: a list of cards is one value.
		entered:
			source === undefined
				? withoutSecrets(
						view.entered,
						sections?.flatMap(({ fields }) => fields),
					)
				: {},
		source,
		scroll,
		showKeys,
		showHidden,
		showJson,
	};
}

/** What the extension is to hold in its memory, as the disk must not have it; undefined if there is nothing of the kind. */
export function heldOf({ entered, source }: FormView): Entered | undefined {
	return source !== undefined || hasSecrets(entered) ? entered : undefined;
}
