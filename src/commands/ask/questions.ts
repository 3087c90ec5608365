import * as vscode from 'vscode';

/** The answer of a person who wants the question before. */
export const back = Symbol('back');
/** Undefined if the person left. */
export type Answer<T> = T | typeof back | undefined;

interface Question {
	readonly title: string;
	readonly prompt: string;
	readonly mayGoBack: boolean;
}

/** A row that answers with its value; a separator has none. */
export interface Choice<T> extends vscode.QuickPickItem {
	readonly value?: T;
}

export interface ChoiceQuestion<T> extends Question {
	readonly choices: readonly Choice<T>[] | Promise<readonly Choice<T>[]>;
	/** What a text stands for that a person types though no row offers it. */
	readonly typed?: (text: string) => Choice<T>;
}

export interface TextQuestion extends Question {
	readonly value?: string;
	readonly placeholder?: string;
	/** What is wrong with the text that the question begins with, as a sentence. */
	readonly problem?: string | undefined;
	/** Does what the text is for; what it returns is what went wrong, and the text is kept for correction. */
	readonly accept: (text: string, signal: AbortSignal) => string | undefined | Promise<string | undefined>;
}

export function chooseOne<T>(question: ChoiceQuestion<T>): Promise<Answer<T>> {
	const pick = pickFor(question);
	return untilAnswered(pick, question, end =>
		pick.onDidAccept(() => {
			const value = pick.selectedItems[0]?.value;
			if (value !== undefined) {
				end(value);
			}
		}),
	);
}

/** One or more: those that are checked, or else the one that the cursor is on. */
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
	const input = vscode.window.createInputBox();
	const left = new AbortController();
	input.prompt = question.prompt;
	input.placeholder = question.placeholder;
	input.value = question.value ?? '';
	input.validationMessage = question.problem;
	const answered = untilAnswered<string>(input, question, end => {
		input.onDidChangeValue(() => (input.validationMessage = undefined));
		input.onDidAccept(async () => {
			const text = input.value.trim();
			input.busy = true;
			input.enabled = false;
			const problem = await question.accept(text, left.signal);
			input.busy = false;
			input.enabled = true;
			if (problem === undefined) {
				end(text);
			} else {
				input.validationMessage = problem;
			}
		});
	});
	return answered.finally(() => left.abort());
}

function pickFor<T>({ prompt, choices, typed }: ChoiceQuestion<T>): vscode.QuickPick<Choice<T>> {
	const pick = vscode.window.createQuickPick<Choice<T>>();
	pick.placeholder = prompt;
	pick.matchOnDescription = true;
	let known: readonly Choice<T>[] = [];
	const show = (text: string) => {
		const isOther = typed && text !== '' && !known.some(({ label }) => label === text);
		pick.items = isOther ? [...known, typed(text)] : known;
	};
	pick.busy = true;
	void Promise.resolve(choices).then(all => {
		known = all;
		pick.busy = false;
		show(pick.value.trim());
	});
	if (typed) {
		pick.onDidChangeValue(text => show(text.trim()));
	}
	return pick;
}

/** What every question has in common: `listen` says when it is answered. */
function untilAnswered<T>(
	input: vscode.QuickInput & Pick<vscode.InputBox, 'buttons' | 'onDidTriggerButton'>,
	{ title, mayGoBack }: Question,
	listen: (end: (answer: T) => void) => void,
): Promise<Answer<T>> {
	input.title = title;
	input.ignoreFocusOut = true; // People look things up elsewhere while they answer.
	input.buttons = mayGoBack ? [vscode.QuickInputButtons.Back] : [];
	return new Promise<Answer<T>>(resolve => {
		input.onDidTriggerButton(() => resolve(back));
		input.onDidHide(() => resolve(undefined));
		listen(resolve);
		input.show();
	}).finally(() => input.dispose());
}
