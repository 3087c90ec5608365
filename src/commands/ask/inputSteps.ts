import * as vscode from 'vscode';

/** A question that is answered by typing. */
export interface InputStep {
	readonly prompt: string;
	readonly placeholder?: string;
	readonly value?: string;
	readonly password?: boolean;
	/** What is wrong with the answer that was given before, as a sentence. */
	readonly problem?: string;
	/** Says what is wrong while the answer is still being typed. */
	readonly eager?: boolean;
	/** What is wrong with the text, as a sentence. */
	readonly validate?: (text: string) => string | undefined;
	/** Does what the answer is for; what it returns is what went wrong, and the question stays open. */
	readonly accept?: (text: string, signal: AbortSignal) => Promise<string | undefined>;
}

/** A question that is answered by choosing. */
export interface PickStep {
	readonly prompt: string;
	readonly items: readonly PickItem[];
	/** The answer that is chosen already. */
	readonly value?: string;
}

export interface PickItem {
	readonly label: string;
	readonly description?: string;
	readonly answer: string;
}

export type Step = InputStep | PickStep;

/** Makes a question from the answers before it; undefined where it need not be asked. */
export type MakeStep = (answers: Answers) => Step | undefined;
export type Answers = readonly (string | undefined)[];

const back = Symbol('back');
type Answer = string | typeof back | undefined;

/**
 * Asks one question after another; the back button leads to the previous one with its answer. Undefined if the person
 * left.
 */
export async function askSteps(title: string, steps: readonly MakeStep[]): Promise<Answers | undefined> {
	const answers: (string | undefined)[] = [];
	const asked: number[] = [];
	for (let index = 0; index < steps.length;) {
		const step = steps[index]?.(answers);
		if (!step) {
			index++;
			continue;
		}
		const known = answers[index];
		const heading = `${title} (${asked.length + 1})`;
		const answer = await ask(
			heading,
			known === undefined ? step : { ...step, value: known },
			asked.length > 0,
		);
		if (answer === undefined) {
			return undefined;
		}
		if (answer === back) {
			index = asked.pop() ?? 0;
		} else {
			answers[index] = answer;
			asked.push(index);
			index++;
		}
	}
	return answers;
}

function ask(title: string, step: Step, mayGoBack: boolean): Promise<Answer> {
	return 'items' in step ? askPick(title, step, mayGoBack) : askInput(title, step, mayGoBack);
}

function askPick(title: string, step: PickStep, mayGoBack: boolean): Promise<Answer> {
	const pick = vscode.window.createQuickPick<vscode.QuickPickItem & PickItem>();
	pick.placeholder = step.prompt;
	pick.items = step.items;
	pick.activeItems = pick.items.filter(({ answer }) => answer === step.value);
	return untilAnswered(pick, title, mayGoBack, end => {
		pick.onDidAccept(() => {
			const [chosen] = pick.selectedItems;
			if (chosen) {
				end(chosen.answer);
			}
		});
	});
}

function askInput(title: string, step: InputStep, mayGoBack: boolean): Promise<Answer> {
	const input = vscode.window.createInputBox();
	const left = new AbortController();
	input.prompt = step.prompt;
	input.placeholder = step.placeholder;
	input.value = step.value ?? '';
	input.password = step.password ?? false;
	input.validationMessage = step.problem;
	const answered = untilAnswered(input, title, mayGoBack, end => {
		input.onDidChangeValue(text => {
			// Most texts that are still being typed are not complained about before they are accepted once.
			const isChecked = input.validationMessage || (step.eager && text !== '');
			input.validationMessage = isChecked ? (step.validate?.(text.trim()) ?? '') : '';
		});
		input.onDidAccept(async () => {
			const text = input.value.trim();
			const problem =
				step.validate?.(text) ?? (await whileBusy(input, () => step.accept?.(text, left.signal)));
			if (problem === undefined) {
				end(text);
			} else {
				input.validationMessage = problem;
			}
		});
	});
	return answered.finally(() => left.abort());
}

/** What every question has in common: `listen` says when it is answered. */
function untilAnswered(
	input: vscode.QuickInput & Pick<vscode.InputBox, 'buttons' | 'onDidTriggerButton'>,
	title: string,
	mayGoBack: boolean,
	listen: (end: (answer: Answer) => void) => void,
): Promise<Answer> {
	input.title = title;
	input.ignoreFocusOut = true; // People fetch the answers from the browser.
	input.buttons = mayGoBack ? [vscode.QuickInputButtons.Back] : [];
	return new Promise<Answer>(resolve => {
		input.onDidTriggerButton(() => resolve(back));
		input.onDidHide(() => resolve(undefined));
		listen(resolve);
		input.show();
	}).finally(() => input.dispose());
}

async function whileBusy<T>(
	input: vscode.InputBox,
	work: () => Promise<T> | undefined,
): Promise<T | undefined> {
	input.busy = true;
	input.enabled = false;
	try {
		return await work();
	} finally {
		input.busy = false;
		input.enabled = true;
	}
}
