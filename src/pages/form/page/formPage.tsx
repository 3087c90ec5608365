import { useCallback, useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import type { Entered } from '../../../core/connector/form/entered';
import type { FieldValue } from '../../../core/connector/form/formPicture';
import { shownParts } from '../../../core/connector/form/formState';
import { attributesWithoutSecrets } from '../../../core/connector/reference/sourceBody';
import type { EnteredAttributes, FromFormPage, LabelEdit, ToFormPage } from '../formMessages';
import type { Extension } from '../../panel/page/connect';
import { FormContextProvider, type FormContext } from './formContext';
import { FormJson } from './formJson';
import { heldOf, keptFormOf, type KeptForm, type Scroll } from './formKept';
import { isSeen, shownMark } from './partsOnPage';
import { useScroll } from './formScroll';
import { FormStatus } from './formStatus';
import { FormStepContent } from './formStepContent';
import { FormSteps } from './formSteps';
import { FormToolbar } from './formToolbar';
import { enteredIn, firstView, viewAfter, type FormView } from './formView';
import { KeysWithoutField } from './source/keysWithoutField';
import { localeNames } from '../../translations/page/tableLocales';

export type FormExtension = Extension<ToFormPage, FromFormPage, KeptForm>;

const keepDelay = 100;

/** The whole page. */
export function FormPage({ extension }: { readonly extension: FormExtension }) {
	const [view, dispatch] = useReducer(viewAfter, extension.state, firstView);
	const { picture, words, showKeys, showHidden } = view;
	const entered = useMemo(() => enteredIn(view), [view.values, view.entered]);
	const present = useRef(view);
	present.current = view;
	useLayoutEffect(() => {
		extension.listen(message => {
			if (message.type === 'giveAttributes') {
				extension.post({ type: 'attributes', attributes: attributesOf(present.current) });
			} else {
				dispatch(message);
			}
		});
		extension.post({ type: 'ready', locale: extension.state?.locale, source: extension.state?.source });
	}, []);

	const shown = useMemo(
		() => (picture ? shownParts(picture, entered) : new Set<string>()),
		[picture, entered],
	);
	const steps = picture?.steps.filter(each => isSeen(each, shown, showHidden)) ?? [];
	const step = steps.find(each => each.id === view.step) ?? steps[0];

	const mark = useMemo(
		() =>
			picture && view.mark !== undefined
				? shownMark(picture, view.mark, { shown, entered, showHidden })
				: undefined,
		[picture, view.mark, shown, showHidden],
	);

	const scroll = useRef<Scroll>({ ...extension.state?.scroll });
	const keep = useKeep(extension, view, scroll.current);
	const { element, onScroll } = useScroll(
		{ step: step?.id, mark, follows: view.follows },
		scroll.current,
		keep,
	);

	const enter = useCallback(
		(slot: string, value: FieldValue) => dispatch({ type: 'enter', slot, value }),
		[],
	);
	const fileSizes = useRef<FormContext['fileSizes']>(new WeakMap());
	const locale = picture?.locale ?? 'en';
	const form = useMemo(() => {
		const reveal = (id: string) => {
			extension.post({ type: 'reveal', id });
			dispatch({ type: 'revealed', id });
		};
		const named = localeNames([locale], document.documentElement.lang).get(locale);
		const localeName = named ?? { name: locale, tag: undefined };
		const editText = (edit: LabelEdit) => {
			dispatch({ type: 'dismiss' });
			extension.post({ type: 'editText', ...edit });
		};
		const files = fileSizes.current;
		return words && { words, locale, localeName, showKeys, showHidden, reveal, editText, fileSizes: files };
	}, [words, locale, showKeys, showHidden]);
	if (!form) {
		return null;
	}
	/** A click by the keyboard has no place: its `detail` is 0. */
	const select = ({ target, detail }: MouseEvent) => {
		const isElsewhere =
			detail === 0 || !(target instanceof Element) || target.closest('.field-label, .reveal');
		const id = isElsewhere ? undefined : target.closest<HTMLElement>('.field')?.dataset['id'];
		if (id !== undefined) {
			extension.post({ type: 'select', id });
			dispatch({ type: 'revealed', id });
		}
	};
	const fieldCount = step?.sections.reduce((sum, section) => sum + section.fields.length, 0) ?? 0;
	return (
		<FormContextProvider value={form}>
			<FormToolbar
				view={view}
				dispatch={dispatch}
				chooseLocale={chosen => extension.post({ type: 'chooseLocale', locale: chosen })}
				copySourceBody={() => extension.post({ type: 'copySourceBody' })}
				askSources={() => extension.post({ type: 'askSources' })}
				chooseSource={id => {
					dispatch({ type: 'chooseSource', id });
					extension.post({ type: 'chooseSource', id });
				}}
			/>
			<FormStatus
				view={view}
				retry={() => extension.post({ type: 'retry' })}
				dismiss={() => dispatch({ type: 'dismiss' })}
				revealProblem={() => extension.post({ type: 'revealProblem' })}
			/>
			{picture && view.failure === undefined && (
				<div class={`form${view.showJson ? ' has-json' : ''}`}>
					<FormSteps
						steps={steps}
						chosen={step}
						mark={mark}
						shown={shown}
						entered={entered}
						choose={id => dispatch({ type: 'chooseStep', id })}
					/>
					<main
						class={fieldCount > manyFields ? 'content is-long' : 'content'}
						tabIndex={0}
						aria-keyshortcuts="Alt+F1"
						ref={element}
						onScroll={onScroll}
						onClick={select}
					>
						{step ? (
							<FormStepContent
								key={step.id}
								step={step}
								shown={shown}
								entered={entered}
								mark={mark}
								showHidden={showHidden}
								enter={enter}
							/>
						) : (
							<p class="empty">{form.words.emptyForm}</p>
						)}
						<KeysWithoutField values={view.values?.withoutField ?? []} />
					</main>
					{view.showJson && (
						<FormJson
							picture={picture}
							entered={entered}
							copy={text => extension.post({ type: 'copy', text })}
						/>
					)}
				</div>
			)}
		</FormContextProvider>
	);
}

function attributesOf(view: FormView): EnteredAttributes | undefined {
	const { picture, failure } = view;
	return picture && failure === undefined ? attributesWithoutSecrets(picture, enteredIn(view)) : undefined;
}

/** With more fields, a browser does not lay out what is out of sight, although the scroll bar is then less exact. */
const manyFields = 100;

/** Keeps the view a moment after its last change; call the result when people have scrolled. */
function useKeep(extension: FormExtension, view: FormView, scroll: Readonly<Scroll>) {
	const present = useRef(view);
	present.current = view;
	const held = useRef<Entered | undefined | 'not sent'>('not sent');
	const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
	const now = useCallback(() => {
		if (timer.current !== undefined) {
			clearTimeout(timer.current);
			timer.current = undefined;
			extension.keep(keptFormOf(present.current, scroll));
			const entered = heldOf(present.current);
			if (entered !== held.current) {
				held.current = entered;
				extension.post({ type: 'hold', entered });
			}
		}
	}, []);
	const soon = useCallback(() => {
		clearTimeout(timer.current);
		timer.current = setTimeout(now, keepDelay);
	}, []);
	useLayoutEffect(() => {
		if (view.words) {
			soon();
		}
	}, [view]);
	useLayoutEffect(() => addEventListener('pagehide', now), []);
	return soon;
}
