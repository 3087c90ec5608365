import * as vscode from 'vscode';
import { newBox } from '../ask/lists';
import { shownInField, typedInField } from '../../core/text/shownInField';
import { languageLabel } from '../../messages/languageName';

export interface LabelTextQuestion {
	readonly title: string;
	readonly key: string;
	readonly locale: string;
	/** What the key says; undefined if it has no text. */
	readonly before?: string | undefined;
	/** What it says in another language. */
	readonly other?: string | undefined;
	/** A button that leaves for the text's place in its document. */
	readonly show?: () => void;
}

/** Asks for the text of a label key; undefined if the person left. Line breaks that the field cannot show are kept. */
export function enterLabelText(question: LabelTextQuestion): Promise<string | undefined> {
	const { title, key, locale, before = '', other = '', show } = question;
	const input = newBox({ title, prompt: vscode.l10n.t('Text in {0}', languageLabel(locale)) });
	input.value = shownInField(before, 'single');
	input.placeholder = other;
	input.ignoreFocusOut = true; // People look things up elsewhere while they answer.
	if (show) {
		const tooltip = vscode.l10n.t('Show in Editor');
		input.buttons = [{ iconPath: new vscode.ThemeIcon('go-to-file'), tooltip }];
		input.onDidTriggerButton(() => {
			input.hide();
			show();
		});
	}
	const problemOf = (text: string) =>
		text.trim() === '' || text === key ? vscode.l10n.t('Enter a text other than the key.') : undefined;
	return new Promise<string | undefined>(resolve => {
		input.onDidChangeValue(text => {
			input.validationMessage = problemOf(text);
		});
		input.onDidAccept(() => {
			const text = typedInField(before, input.value, 'single');
			input.validationMessage = problemOf(text);
			if (!input.validationMessage) {
				resolve(text);
			}
		});
		input.onDidHide(() => resolve(undefined));
		input.show();
	}).finally(() => input.dispose());
}
