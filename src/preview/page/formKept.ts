import { hasSecrets, withoutSecrets, type Entered } from '../../connector/entered';
import type { FormView } from './formView';

/** What outlives the page: VS Code writes it to the disk, as it is. */
export interface KeptForm {
	readonly folder: string | undefined;
	readonly locale: string | undefined;
	readonly step: string | undefined;
	readonly mark: string | undefined;
	readonly entered: Entered;
	/** How far each step is scrolled down, in pixels, by the step's id. */
	readonly scroll: Readonly<Record<string, number>>;
	readonly showKeys: boolean;
	readonly showHidden: boolean;
	readonly showJson: boolean;
}

export function keptOf(view: FormView, scroll: Readonly<Record<string, number>>): KeptForm {
	const { folder, locale, step, mark, showKeys, showHidden, showJson } = view;
	return {
		folder,
		locale,
		step,
		mark,
		entered: withoutSecrets(view.entered),
		scroll,
		showKeys,
		showHidden,
		showJson,
	};
}

/** What the extension is to hold in its memory, as the disk must not have it; undefined if there is nothing of the kind. */
export function heldOf({ entered }: FormView): Entered | undefined {
	return hasSecrets(entered) ? entered : undefined;
}
