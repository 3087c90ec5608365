import type { Entered } from '../../../core/connector/form/entered';
import type { FieldValue, FormPicture } from '../../../core/connector/form/formPicture';
import { shownParts } from '../../../core/connector/form/formState';
import type { ShownValues } from '../../../core/sources/shownValues';
import type { FormSourceList, UnreadableText, ToFormPage } from '../formMessages';
import type { FormWords } from '../formWords';
import { isSeen, pathTo } from './partsOnPage';
import { reuse } from '../formReuse';
import { received } from '../sentPicture';

/** What people turn on and off in the toolbar. */
export type FormToggle = 'showKeys' | 'showHidden' | 'showJson';

/** What a form preview shows, all of it. */
export interface FormView extends Readonly<Record<FormToggle, boolean>> {
	/** Undefined until the extension has answered. */
	readonly words: FormWords | undefined;
	readonly folder: string | undefined;
	readonly name: string;
	/** The picture's, or the one that is to be asked for. */
	readonly locale: string | undefined;
	readonly picture: FormPicture | undefined;
	readonly problem: UnreadableText | undefined;
	/** The text is broken, and the picture is of the text before. */
	readonly isStale: boolean;
	readonly notice: string | undefined;
	readonly failure: string | undefined;
	/** The text that a label has not got, and why. */
	readonly refused: { readonly message: string; readonly text: string } | undefined;
	readonly mark: string | undefined;
	/** What people have asked the editor to show: a mark of it that comes back is no news. */
	readonly revealed: string | undefined;
	/** How often a mark has come that is to be scrolled to. */
	readonly follows: number;
	readonly step: string | undefined;
	/** What people have entered; `enteredIn` has the values of the source, too. */
	readonly entered: Entered;
	/** Undefined for a connector that is in no tenant. */
	readonly sources: FormSourceList | undefined;
	/** The id of the source whose values are shown. */
	readonly source: string | undefined;
	/** Its values; undefined while they are read. */
	readonly values: ShownValues | undefined;
}

/** What can happen to a view. */
export type FormEvent =
	| Exclude<ToFormPage, { readonly type: 'giveAttributes' }>
	| { readonly type: 'enter'; readonly slot: string; readonly value: FieldValue }
	| { readonly type: 'clear' }
	| { readonly type: 'chooseSource'; readonly id: string | undefined }
	| { readonly type: 'dismiss' }
	| { readonly type: 'chooseStep'; readonly id: string }
	| { readonly type: 'toggle'; readonly toggle: FormToggle }
	| { readonly type: 'revealed'; readonly id: string };

/** What is kept of a view while nothing shows it. */
export type KeptView = Pick<
	FormView,
	'folder' | 'locale' | 'step' | 'mark' | 'entered' | 'source' | FormToggle
>;

export function firstView(kept: KeptView | undefined): FormView {
	return {
		words: undefined,
		folder: kept?.folder,
		name: '',
		locale: kept?.locale,
		picture: undefined,
		problem: undefined,
		isStale: false,
		notice: undefined,
		failure: undefined,
		refused: undefined,
		mark: kept?.mark,
		revealed: undefined,
		follows: 0,
		step: kept?.step,
		entered: kept?.entered ?? {},
		sources: undefined,
		source: kept?.source,
		values: undefined,
		showKeys: kept?.showKeys ?? false,
		showHidden: kept?.showHidden ?? false,
		showJson: kept?.showJson ?? false,
	};
}

type Shown = Extract<ToFormPage, { readonly type: 'show' }>;

/** The view after an event. */
export function viewAfter(view: FormView, event: FormEvent): FormView {
	switch (event.type) {
		case 'start': {
			const { words, folder, name, held } = event;
			const isOther = view.folder !== undefined && view.folder !== folder;
			const start = isOther ? firstView(undefined) : view;
			return { ...start, words, folder, name, entered: held ?? start.entered };
		}
		case 'show':
			return pictured(view, event);
		case 'broken':
			return { ...view, problem: event.problem, isStale: true };
		case 'failed':
			return { ...view, failure: event.message };
		case 'refused':
			return { ...view, refused: event };
		case 'dismiss':
			return {
				...view,
				refused: undefined,
				sources: view.sources && { ...view.sources, message: undefined },
			};
		case 'mark':
			return marked(view, event.id);
		case 'revealed':
			return { ...view, revealed: event.id };
		case 'enter':
			return { ...view, entered: { ...view.entered, [event.slot]: event.value } };
		case 'clear':
			return { ...view, entered: {} };
		case 'sources':
			return { ...view, sources: event.list };
		case 'chooseSource':
			return { ...view, source: event.id, values: undefined, entered: {} };
		case 'chooseStep':
			return { ...view, step: event.id };
		case 'toggle':
			return { ...view, [event.toggle]: !view[event.toggle] };
	}
}

/** What the fields hold that do not have their initial values: what people have entered, else the value of the source. */
export function enteredIn({ values, entered }: Pick<FormView, 'values' | 'entered'>): Entered {
	return values ? { ...values.entered, ...entered } : entered;
}

function pictured(before: FormView, { picture: sent, problem, isStale, notice, source }: Shown): FormView {
	const view = before.source === source?.id ? before : { ...before, source: source?.id, entered: {} };
	const values = reuse(before.values, source?.values);
	const picture = reuse(view.picture, received(sent, view.picture));
	const { locale } = picture;
	const step = stepAfter(view, picture);
	return { ...view, picture, locale, step, values, problem, isStale, notice, failure: undefined };
}

/** What is marked comes into view, unless it was there already; of what is not shown, that which is around it. */
function marked(view: FormView, id: string | undefined): FormView {
	const { picture, showHidden } = view;
	const next = { ...view, mark: id, revealed: undefined };
	if (!picture || id === undefined || id === view.mark || id === view.revealed) {
		return next;
	}
	const step = picture.steps.find(each => each === pathTo(picture, id)[0]);
	const isShown = step && isSeen(step, shownParts(picture, enteredIn(view)), showHidden);
	return isShown ? { ...next, step: step.id, follows: view.follows + 1 } : next;
}

/** The chosen step; if its name is just being changed, the one that is in its place. */
function stepAfter({ step, picture }: FormView, { steps }: FormPicture): string | undefined {
	const before = picture?.steps ?? [];
	const index = before.findIndex(({ id }) => id === step);
	const isGone = !steps.some(({ id }) => id === step);
	return isGone && before.length === steps.length ? (steps[index]?.id ?? step) : step;
}
