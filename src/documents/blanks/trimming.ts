import * as vscode from 'vscode';
import { scheme } from '../../core/remote/documentPath';
import { mergeScheme } from '../merging/mergeResults';

/** What people may have set VS Code to do to every text that it saves. */
export interface Trimming {
	readonly blanks: boolean;
	readonly finalNewline: boolean;
	readonly finalNewlines: boolean;
	/** Some blanks may stay: an automatic save leaves the line where people type, and another setting those in strings. */
	readonly isPartial: boolean;
	/** Others have their turn between that and the extensions. */
	readonly isFollowed: boolean;
}

interface Known {
	/** Settings may differ by language. */
	readonly language: string;
	readonly trimming: Trimming | undefined;
}

/** What is trimmed in each document, looked up in the settings once: VS Code takes its time for them at each keystroke. */
export class Trimmings {
	private known = new WeakMap<vscode.TextDocument, Known>();

	/** Undefined where nothing is trimmed. */
	of(document: vscode.TextDocument): Trimming | undefined {
		const { languageId: language } = document;
		const known = this.known.get(document);
		if (known?.language === language) {
			return known.trimming;
		}
		const trimming = trimmingOf(document);
		this.known.set(document, { language, trimming });
		return trimming;
	}

	/** The settings are others now. */
	forget(): void {
		this.known = new WeakMap();
	}
}

function trimmingOf(document: vscode.TextDocument): Trimming | undefined {
	// Merged texts become documents.
	if (document.uri.scheme !== scheme && document.uri.scheme !== mergeScheme) {
		return undefined;
	}
	const files = vscode.workspace.getConfiguration('files', document);
	const editor = vscode.workspace.getConfiguration('editor', document);
	const blanks = files.get<boolean>('trimTrailingWhitespace', false);
	const finalNewline = files.get<boolean>('insertFinalNewline', false);
	const finalNewlines = files.get<boolean>('trimFinalNewlines', false);
	const actions = Object.keys(editor.get<object>('codeActionsOnSave') ?? {});
	const isFollowed = editor.get<boolean>('formatOnSave', false) || actions.length > 0;
	const isPartial =
		files.get('autoSave') !== 'off' || !files.get<boolean>('trimTrailingWhitespaceInRegexAndStrings', true);
	return blanks || finalNewline || finalNewlines
		? { blanks, finalNewline, finalNewlines, isPartial, isFollowed }
		: undefined;
}

/** Whether a text may come of VS Code trimming the one before. */
export function isTrimmed(
	trimming: Trimming,
	before: string,
	changes: readonly vscode.TextDocumentContentChangeEvent[],
	now: string,
): boolean {
	return areTrimming(trimming, before, changes) && isDone(trimming, now);
}

/** Whether nothing is left to trim. */
function isDone({ blanks, isPartial }: Trimming, text: string): boolean {
	return isPartial || !blanks || !/[ \t](?:\r|\n|$)/.test(text);
}

/** Whether changes are such as VS Code makes with these settings. */
function areTrimming(
	{ blanks, finalNewline, finalNewlines }: Trimming,
	before: string,
	changes: readonly vscode.TextDocumentContentChangeEvent[],
): boolean {
	return (
		changes.length > 0 &&
		changes.every(({ rangeOffset, rangeLength, text }) => {
			const end = rangeOffset + rangeLength;
			const removed = before.slice(rangeOffset, end);
			if (text !== '') {
				return finalNewline && removed === '' && end === before.length && /^(?:\r\n|\n)$/.test(text);
			}
			return (
				(blanks && /^[ \t]+$/.test(removed) && /^(?:[\r\n]|$)/.test(before.slice(end, end + 1))) ||
				(finalNewlines && end === before.length && /^[\r\n]+$/.test(removed))
			);
		})
	);
}
