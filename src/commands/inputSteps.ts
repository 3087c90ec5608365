import * as vscode from 'vscode';

/** One question of several. */
export interface InputStep {
	readonly prompt: string;
	readonly placeholder?: string;
	readonly value?: string;
	readonly password?: boolean;
	/** What is wrong with the text, as a sentence; asked at each change. */
	readonly validate?: (text: string) => string | undefined;
	/** Does what the answer is for; what it returns is what went wrong, and the question stays open. */
	readonly accept?: (text: string) => Promise<string | undefined>;
}

/**
 * Asks one question after another, each made from the answers before it; the back button leads to the previous one with
 * its answer. Undefined if the person left.
 */
export async function askSteps(
	title: string,
	steps: readonly ((answers: readonly string[]) => InputStep)[],
): Promise<readonly string[] | undefined> {
	const answers: string[] = [];
	for (let index = 0; index < steps.length;) {
		const step = steps[index]?.(answers);
		if (!step) {
			break;
		}
		const known = answers[index];
		const answer = await ask(
			`${title} (${index + 1}/${steps.length})`,
			known === undefined ? step : { ...step, value: known },
			index > 0,
		);
		if (answer === undefined) {
			return undefined;
		}
		if (answer === back) {
			index--;
		} else {
			answers[index] = answer;
			index++;
		}
	}
	return answers;
}

const back = Symbol('back');

function ask(title: string, step: InputStep, mayGoBack: boolean): Promise<string | typeof back | undefined> {
	const input = vscode.window.createInputBox();
	input.title = title;
	input.prompt = step.prompt;
	input.placeholder = step.placeholder;
	input.value = step.value ?? '';
	input.password = step.password ?? false;
	input.ignoreFocusOut = true; // People fetch the answers from the browser.
	input.buttons = mayGoBack ? [vscode.QuickInputButtons.Back] : [];
	return new Promise(resolve => {
		const end = (answer: string | typeof back | undefined) => {
			resolve(answer);
			input.dispose();
		};
		input.onDidChangeValue(text => {
			// A text that is still being typed is not complained about before it is accepted once.
			input.validationMessage = input.validationMessage ? (step.validate?.(text.trim()) ?? '') : '';
		});
		input.onDidTriggerButton(() => end(back));
		input.onDidHide(() => end(undefined));
		input.onDidAccept(async () => {
			const text = input.value.trim();
			const problem = step.validate?.(text) ?? (await whileBusy(input, () => step.accept?.(text)));
			if (problem === undefined) {
				end(text);
			} else {
				input.validationMessage = problem;
			}
		});
		input.show();
	});
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
