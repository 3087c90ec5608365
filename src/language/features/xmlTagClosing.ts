import * as vscode from 'vscode';
import { setting } from '../../util/settings';
import { missingEndTag, restOfEndTag } from '../../core/xml/tagClosing';
import { xmlSelector, type LanguageTools } from '../texts/languageTools';

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
	const texts = carets.map(caret => complete(xml, document.offsetAt(caret)));
	if (texts.every(text => text === undefined)) {
		return;
	}
	if (character === '/') {
		await editor.edit(edit => carets.forEach((caret, index) => edit.insert(caret, texts[index] ?? '')));
	} else {
		await insertBehind(editor, carets, texts);
	}
}

/**
 * Inserts texts behind carets, which stay before them, and so does what is typed meanwhile. A text that is inserted at a
 * caret would take it along; one that replaces the character behind the caret leaves it there.
 */
async function insertBehind(
	editor: vscode.TextEditor,
	carets: readonly vscode.Position[],
	texts: readonly (string | undefined)[],
): Promise<void> {
	const { document } = editor;
	const [text = ''] = texts;
	if (carets.every(caret => characterBehind(document, caret))) {
		await editor.edit(edit =>
			carets.forEach((caret, index) => {
				const next = characterBehind(document, caret);
				if (next) {
					edit.replace(next, (texts[index] ?? '') + document.getText(next));
				}
			}),
		);
	} else if (texts.every(each => each === text)) {
		// VS Code does not report where a snippet leaves the caret until that moves: it is used at the end of a text only.
		await editor.insertSnippet(new vscode.SnippetString().appendTabstop(0).appendText(text), carets);
	}
}

/** The character or the line end behind a position; undefined at the end of the text. */
function characterBehind(document: vscode.TextDocument, position: vscode.Position): vscode.Range | undefined {
	const { text, rangeIncludingLineBreak: line } = document.lineAt(position);
	const character = text.codePointAt(position.character);
	const end = character === undefined ? line.end : position.translate(0, character > 0xffff ? 2 : 1);
	return end.isEqual(position) ? undefined : new vscode.Range(position, end);
}

function typedIn({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): Typed | undefined {
	const character = contentChanges[0]?.text;
	if (
		reason !== undefined || // An undo or a redo.
		(character !== '>' && character !== '/') ||
		!contentChanges.every(({ text }) => text === character) ||
		vscode.languages.match(xmlSelector, document) === 0 ||
		!setting('xml.autoClosingTags', document)
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
