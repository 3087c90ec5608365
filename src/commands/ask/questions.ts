import * as vscode from 'vscode';
import { newBox, newList, type Heading } from './lists';

/** The answer of a person who wants the previous question. */
export const back = Symbol('back');
/** Undefined if the person left. */
export type Answer<T> = T | typeof back | undefined;

interface Question extends Heading {
	readonly mayGoBack: boolean;
	/** Its place among several questions, from 1. */
	readonly step?: number;
	readonly totalSteps?: number;
}

/** A row that answers with its value; a separator has none. */
export interface Choice<T> extends vscode.QuickPickItem {
	readonly value?: T;
}

export interface ChoiceQuestion<T> extends Question {
	readonly choices: readonly Choice<T>[] | Promise<readonly Choice<T>[]>;
	/** The answer that is proposed. */
	readonly value?: T;
	/** The row for a typed text that no other row has. */
	readonly typed?: (text: string) => Choice<T>;
}

export interface TextQuestion extends Question {
	/** The answer that is proposed. */
	readonly value?: string;
	readonly placeholder?: string;
	readonly password?: boolean;
	/** What is wrong with the proposed answer, as a sentence. */
	readonly problem?: string | undefined;
	/** What is wrong with a text, as a sentence. */
	readonly validate?: (text: string) => string | undefined;
	/** Validates while the answer is still being typed, too. */
	readonly eager?: boolean;
	/** Does what the answer is for; what it returns is what went wrong, and the question stays open. */
	readonly accept?: (text: string, signal: AbortSignal) => string | undefined | Promise<string | undefined>;
}

export function chooseOne<T>(question: ChoiceQuestion<T>): Promise<Answer<T>> {
	const pick = pickFor(question);
	return untilAnswered(pick, question, end =>
		pick.onDidAccept(() => {
			// Whoever types fast presses Enter before the row for what is typed is there.
			const text = pick.value.trim();
			const chosen = pick.selectedItems[0] ?? (text === '' ? undefined : question.typed?.(text));
			const value = chosen?.value;
			if (value !== undefined) {
				end(value);
			}
		}),
	);
}

/** One or more: the checked rows, or the active one if none is checked. */
export function chooseSeveral<T>(question: ChoiceQuestion<T>): Promise<Answer<readonly T[]>> {
	const pick = pickFor(question);
	pick.canSelectMany = true;
	return untilAnswered(pick, question, end =>
		pick.onDidAccept(() => {
			const chosen = pick.selectedItems.length > 0 ? pick.selectedItems : pick.activeItems;
			const values = chosen.map(({ value }) => value).filter(value => value !== undefined);
			if (values.length > 0) {
				end(values);
			}
		}),
	);
}

export function enterText(question: TextQuestion): Promise<Answer<string>> {
	const { validate, accept, eager } = question;
	const input = newBox(question);
	const left = new AbortController();
	input.placeholder = question.placeholder;
	input.value = question.value ?? '';
	input.password = question.password ?? false;
	input.validationMessage = question.problem;
	const answered = untilAnswered<string>(input, question, end => {
		input.onDidChangeValue(text => {
			// Most texts are not checked while people type, until they have pressed Enter once.
			const isChecked = input.validationMessage || (eager && text !== '');
			input.validationMessage = isChecked ? validate?.(text.trim()) : undefined;
		});
		input.onDidAccept(async () => {
			const text = input.value.trim();
			const problem = validate?.(text) ?? (await whileBusy(input, () => accept?.(text, left.signal)));
			if (problem === undefined) {
				end(text);
			} else {
				input.validationMessage = problem;
			}
		});
	});
	return answered.finally(() => left.abort());
}

async function whileBusy<T>(input: vscode.InputBox, work: () => T | Promise<T>): Promise<T> {
	input.busy = true;
	input.enabled = false;
	try {
		return await work();
	} finally {
		input.busy = false;
		input.enabled = true;
	}
}

function pickFor<T>(question: ChoiceQuestion<T>): vscode.QuickPick<Choice<T>> {
	const { choices, value, typed } = question;
	const pick = newList<Choice<T>>(question);
	let offered: readonly Choice<T>[] = [];
	const show = (text: string) => {
		const isOther = typed && text !== '' && !offered.some(({ label }) => label === text);
		pick.items = isOther ? [...offered, typed(text)] : offered;
	};
	const offer = (all: readonly Choice<T>[]) => {
		offered = all;
		pick.busy = false;
		show(pick.value.trim());
		const proposed = value === undefined ? [] : all.filter(choice => choice.value === value);
		if (proposed.length > 0) {
			pick.activeItems = proposed;
		}
	};
	if (choices instanceof Promise) {
		pick.busy = true;
		void choices.then(offer);
	} else {
		offer(choices);
	}
	if (typed) {
		pick.onDidChangeValue(text => show(text.trim()));
	}
	return pick;
}

/** What every question has in common; `listen` calls `end` with the answer. */
function untilAnswered<T>(
	input: vscode.QuickInput & Pick<vscode.InputBox, 'buttons' | 'onDidTriggerButton'>,
	{ mayGoBack, step, totalSteps }: Question,
	listen: (end: (answer: T) => void) => void,
): Promise<Answer<T>> {
	input.step = step;
	input.totalSteps = totalSteps;
	input.ignoreFocusOut = true; // People look things up elsewhere while they answer.
	input.buttons = mayGoBack ? [vscode.QuickInputButtons.Back] : [];
	return new Promise<Answer<T>>(resolve => {
		input.onDidTriggerButton(() => resolve(back));
		input.onDidHide(() => resolve(undefined));
		listen(resolve);
		input.show();
	}).finally(() => input.dispose());
}
