import * as vscode from 'vscode';
import { DisposableStore } from '../../util/disposables';
import type { Documents } from '../documents';
import { toUri } from '../documentUri';
import { documentAt } from '../openDocuments';
import type { OpenedTexts } from '../openedTexts';
import { hashOf } from '../../core/remote/versions';
import { safeText } from '../../messages/safeText';

/** Warns that VS Code, which knows one kind of line end a document, will change the others at the next save. */
export class MixedLineEndings implements vscode.Disposable {
	private readonly store = new DisposableStore();
	/** The texts that people were warned of, by hash. */
	private readonly told = new Set<string>();

	constructor(opened: OpenedTexts, documents: Documents) {
		this.store.add(opened.onDidOpen(({ document, bytes }) => void this.look(document, bytes)));
		this.store.add(
			documents.onDidChange(({ id }) => {
				const document = documentAt(toUri(id));
				const { bytes } = documents.get(id);
				if (document && bytes) {
					void this.look(document, bytes);
				}
			}),
		);
	}

	private async look(document: vscode.TextDocument, bytes: Uint8Array): Promise<void> {
		if (!hasMixedLineEndings(bytes) || this.told.has(hashOf(bytes))) {
			return;
		}
		this.told.add(hashOf(bytes));
		const choose = vscode.l10n.t('Change Line Endings…');
		const chosen = await vscode.window.showWarningMessage(
			vscode.l10n.t(
				'{0} has mixed line endings. Saving it changes all of them to {1}.',
				safeText(document.uri.path.slice(1)),
				document.eol === vscode.EndOfLine.CRLF ? 'CRLF' : 'LF',
			),
			choose,
		);
		if (chosen === choose) {
			await vscode.window.showTextDocument(document);
			await vscode.commands.executeCommand('workbench.action.editor.changeEOL');
		}
	}

	dispose(): void {
		this.store.dispose();
	}
}

const carriageReturn = 13;
const lineFeed = 10;

/** More than one of CRLF, LF and a lone CR, each of which VS Code takes for a line end. */
function hasMixedLineEndings(bytes: Uint8Array): boolean {
	const kinds = new Set<string>();
	for (let index = 0; index < bytes.length && kinds.size < 2; index++) {
		if (bytes[index] === lineFeed) {
			kinds.add('LF');
		} else if (bytes[index] === carriageReturn) {
			const isPair = bytes[index + 1] === lineFeed;
			kinds.add(isPair ? 'CRLF' : 'CR');
			index += isPair ? 1 : 0;
		}
	}
	return kinds.size > 1;
}
