import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { LabelEdit } from '../formMessages';
import type { FormWords } from '../formWords';
import type { LocaleName } from '../../translations/page/tableLocales';

/** What every part of the form may need, and what seldom changes. */
export interface FormContext {
	readonly words: FormWords;
	readonly locale: string;
	readonly localeName: LocaleName;
	readonly showKeys: boolean;
	readonly showHidden: boolean;
	/** Shows a step, section or field in the editor. */
	readonly reveal: (id: string) => void;
	readonly editText: (edit: LabelEdit) => void;
	/** Sizes of the files that have been chosen, in bytes by their names, for the value that these are. */
	readonly fileSizes: WeakMap<object, ReadonlyMap<string, number>>;
}

const context = createContext<FormContext | undefined>(undefined);

export const FormContextProvider = context.Provider;

export function useForm(): FormContext {
	const form = useContext(context);
	if (!form) {
		throw new Error('There is no form around this component.');
	}
	return form;
}
