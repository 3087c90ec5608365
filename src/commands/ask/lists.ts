import * as vscode from 'vscode';

/** What stands above a list or a box, and what it says to do. */
export interface Heading {
	readonly title: string;
	readonly prompt: string;
}

/** Asks for one of the rows, the first of which is active; undefined if the person left. */
export function pickRow<T extends vscode.QuickPickItem>(
	rows: readonly T[] | Thenable<readonly T[]>,
	heading: Heading,
): Thenable<T | undefined> {
	return vscode.window.showQuickPick<T>(rows, optionsOf(heading));
}

/** Asks for any number of the rows; none if the person left. */
export async function pickRows<T extends vscode.QuickPickItem>(
	rows: readonly T[] | Thenable<readonly T[]>,
	heading: Heading,
): Promise<readonly T[]> {
	return (await vscode.window.showQuickPick<T>(rows, { ...optionsOf(heading), canPickMany: true })) ?? [];
}

/** A list that is filled and watched by whoever shows it. */
export function newList<T extends vscode.QuickPickItem>({ title, prompt }: Heading): vscode.QuickPick<T> {
	const list = vscode.window.createQuickPick<T>();
	list.title = title;
	list.placeholder = prompt;
	list.matchOnDescription = true;
	list.matchOnDetail = true;
	return list;
}

/** A box that is watched by whoever shows it. */
export function newBox({ title, prompt }: Heading): vscode.InputBox {
	const box = vscode.window.createInputBox();
	box.title = title;
	box.prompt = prompt;
	return box;
}

function optionsOf({ title, prompt }: Heading): vscode.QuickPickOptions {
	return { title, placeHolder: prompt, matchOnDescription: true, matchOnDetail: true };
}
