import * as vscode from 'vscode';
import { escapeRegExp, PatternError, regExpOf, type Pattern } from '../../core/search/pattern';
import { patternMessage, placeName } from '../../messages/searchMessage';
import type { SearchedTenant } from '../../core/search/search';
import { newBox } from '../ask/lists';

type Switch = 'matchCase' | 'wholeWord' | 'isRegExp';

/** Asks what to search for, as VS Code's own search does; undefined if the person left. */
export function askPattern(
	scope: readonly SearchedTenant[],
	proposed: Pattern,
): Promise<Pattern | undefined> {
	const input = newBox({
		title: vscode.l10n.t('Search in {0}', placeName(scope)),
		prompt: switchesOf(proposed),
	});
	const buttons = switchButtons();
	let pattern = proposed;
	let isAccepted = false;
	const update = (changes: Partial<Pattern>) => {
		pattern = { ...pattern, ...changes };
		input.prompt = switchesOf(pattern);
		// The text is not checked while people type, until they have pressed Enter once.
		input.validationMessage = isAccepted ? (patternProblem(pattern) ?? '') : '';
	};
	input.placeholder = vscode.l10n.t('Search text or regular expression');
	input.value = proposed.text;
	input.buttons = buttons;
	update({});
	return new Promise<Pattern | undefined>(resolve => {
		input.onDidChangeValue(text => update({ text }));
		input.onDidTriggerButton(pressed => {
			const key = buttons.find(button => button === pressed)?.key;
			if (key) {
				update({ [key]: !pattern[key] });
			}
		});
		input.onDidAccept(() => {
			isAccepted = true;
			update({ text: input.value });
			if (patternProblem(pattern) === undefined) {
				resolve(pattern);
			}
		});
		input.onDidHide(() => resolve(undefined));
		input.show();
	}).finally(() => input.dispose());
}

/** The pattern with the text that is selected in the active editor, as VS Code's own search does it. */
export function withSelectedText(pattern: Pattern): Pattern {
	const editor = vscode.window.activeTextEditor;
	const seed = vscode.workspace.getConfiguration('editor.find').get('seedSearchStringFromSelection');
	if (!editor || seed === 'never' || !editor.selection.isSingleLine || editor.selection.isEmpty) {
		return pattern;
	}
	const text = editor.document.getText(editor.selection);
	return { ...pattern, text: pattern.isRegExp ? escapeRegExp(text) : text };
}

function switchButtons(): readonly (vscode.QuickInputButton & { readonly key: Switch })[] {
	const icon = (id: string) => new vscode.ThemeIcon(id);
	return [
		{ key: 'matchCase', iconPath: icon('case-sensitive'), tooltip: vscode.l10n.t('Match Case') },
		{ key: 'wholeWord', iconPath: icon('whole-word'), tooltip: vscode.l10n.t('Match Whole Word') },
		{ key: 'isRegExp', iconPath: icon('regex'), tooltip: vscode.l10n.t('Use Regular Expression') },
	];
}

/** A button cannot look pressed, so the prompt says what is switched on. */
function switchesOf({ matchCase, wholeWord, isRegExp }: Pattern): string {
	const state = (isOn: boolean) => (isOn ? vscode.l10n.t('on') : vscode.l10n.t('off'));
	return vscode.l10n.t(
		'Match case: {0} · Whole word: {1} · Regular expression: {2}',
		state(matchCase),
		state(wholeWord),
		state(isRegExp),
	);
}

function patternProblem(pattern: Pattern): string | undefined {
	try {
		regExpOf(pattern);
		return undefined;
	} catch (error) {
		if (error instanceof PatternError) {
			return patternMessage(error);
		}
		throw error;
	}
}
