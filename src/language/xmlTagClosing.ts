import * as vscode from 'vscode';
import { missingEndTag, restOfEndTag } from '../xml/tagClosing';
import { xmlSelector, type LanguageTools } from './languageTools';

/** A `>` or a `/` that has been typed, at one caret or at several. */
interface Typed {
	readonly document: vscode.TextDocument;
	readonly version: number;
	readonly character: '>' | '/';
	/** Behind the character. */
	readonly carets: readonly vscode.Position[];
}

/** Writes the end tag when a start tag or a `</` has been typed. */
export function registerXmlTagClosing(tools: LanguageTools): vscode.Disposable {
	let typed: Typed | undefined;
	return vscode.Disposable.from(
		vscode.workspace.onDidChangeTextDocument(change => {
			if (change.contentChanges.length > 0) {
				typed = typedIn(change);
			}
		}),
		// Only typing moves the carets behind it by the keyboard; a quick fix or a paste does not.
		vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
			if (
				typed &&
				kind === vscode.TextEditorSelectionChangeKind.Keyboard &&
				isStillThere(textEditor, typed)
			) {
				close(tools, textEditor, typed).then(undefined, tools.log);
				typed = undefined;
			}
		}),
	);
}

async function close(
	tools: LanguageTools,
	editor: vscode.TextEditor,
	{ document, character, carets }: Typed,
): Promise<void> {
	const xml = tools.xml(document);
	const complete = character === '>' ? missingEndTag : restOfEndTag;
	const offsets = carets.map(caret => document.offsetAt(caret));
	const texts = offsets.map(offset => complete(xml, offset));
	if (texts.every(text => text === undefined)) {
		return;
	}
	const isDone = await editor.edit(edit =>
		carets.forEach((caret, index) => edit.insert(caret, texts[index] ?? '')),
	);
	if (isDone && character === '>') {
		editor.selections = before(document, offsets, texts);
	}
}

/** Carets before what has been inserted at each offset. */
function before(
	document: vscode.TextDocument,
	offsets: readonly number[],
	texts: readonly (string | undefined)[],
): vscode.Selection[] {
	let growth = 0;
	return offsets.map((offset, index) => {
		const caret = document.positionAt(offset + growth);
		growth += texts[index]?.length ?? 0;
		return new vscode.Selection(caret, caret);
	});
}

function typedIn({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): Typed | undefined {
	const character = contentChanges[0]?.text;
	if (
		reason !== undefined || // It is undone or redone.
		(character !== '>' && character !== '/') ||
		!contentChanges.every(({ text }) => text === character) ||
		vscode.languages.match(xmlSelector, document) === 0 ||
		!vscode.workspace.getConfiguration('iscConnectors.xml', document).get<boolean>('autoClosingTags', true)
	) {
		return undefined;
	}
	const changes = contentChanges.toSorted((one, other) => one.rangeOffset - other.rangeOffset);
	let growth = 0;
	const carets = changes.map(({ rangeOffset, rangeLength }) => {
		const caret = document.positionAt(rangeOffset + growth + 1);
		growth += 1 - rangeLength;
		return caret;
	});
	return { document, version: document.version, character, carets };
}

function isStillThere({ document, selections }: vscode.TextEditor, typed: Typed): boolean {
	return (
		document === typed.document &&
		document.version === typed.version &&
		selections.length === typed.carets.length &&
		selections.every(({ isEmpty, active }) => isEmpty && typed.carets.some(caret => caret.isEqual(active)))
	);
}
