import * as vscode from 'vscode';
import type { DocumentId } from '../../core/remote/documentPath';
import { MalformedTextError, NotSentError, SaveConflictError } from '../../core/remote/saveErrors';
import type { TextProblem } from '../../core/remote/textProblem';
import { documentTitle } from '../../documents/documentTitle';
import { fromUri, toUri } from '../../documents/documentUri';
import { documentAt, editedIn, isUnsaved } from '../../documents/openDocuments';
import type { SaveAgreement } from '../../documents/saves/saveAgreement';
import { problemSentences } from '../../messages/documentMessage';
import { withoutLinks } from '../../messages/safeText';
import { showReadOnly } from '../../views/readOnlyNotice';
import { tenantNamed } from '../ask/options';
import type { Handlers } from '../ids';
import type { Studio } from '../studio';
import { asUserErrors } from './documentErrors';
import { SaveTurns } from './saveTurns';

type Tools = Pick<Studio, 'tenants' | 'catalog' | 'saves' | 'origins' | 'reviews'>;

/** Saving as a person does who wants to be asked before VS Code saves: what VS Code refuses it shows as an error. */
export function saveCommands(studio: Tools) {
	const turns = new SaveTurns();
	const save = (document: vscode.TextDocument, id: DocumentId, agreement?: SaveAgreement) =>
		turns.take(document, () => asUserErrors(studio, id, () => saveNow(studio, document, id, agreement)));
	return {
		/** @param target a page's document; otherwise it is the one that Ctrl+S would save */
		'iscConnectors.document.save': async (target: unknown) => {
			const uri = target instanceof vscode.Uri ? target : activeUri();
			const id = uri && fromUri(uri);
			const document = uri && documentAt(uri);
			if (id && document) {
				await save(document, id);
			} else if (!(target instanceof vscode.Uri)) {
				await vscode.commands.executeCommand('workbench.action.files.save');
			}
		},
		'iscConnectors.changes.send': async () => {
			const review = studio.reviews.active;
			const document = review && documentAt(toUri(review.id));
			if (review && document) {
				await save(document, review.id, { ...review.agreement });
				if (!document.isDirty) {
					await studio.reviews.close(review);
				}
			}
		},
		'iscConnectors.changes.discard': async () => {
			const review = studio.reviews.active;
			if (review && (await discard(studio, review.id))) {
				await studio.reviews.close(review);
			}
		},
	} satisfies Handlers;
}

/** The document that Ctrl+S would save. */
function activeUri(): vscode.Uri | undefined {
	const { activeTab } = vscode.window.tabGroups.activeTabGroup;
	return activeTab && editedIn(activeTab);
}

/**
 * Asks what there is to ask, and then has VS Code save.
 * @returns the document's version that people were asked about
 */
async function saveNow(
	studio: Tools,
	document: vscode.TextDocument,
	id: DocumentId,
	agreement: SaveAgreement = {},
): Promise<number> {
	const { version } = document;
	if (!isUnsaved(document)) {
		await studio.saves.look(id, document);
		return version;
	}
	try {
		await studio.saves.prepare(id, document, agreement);
	} catch (error) {
		if (error instanceof SaveConflictError) {
			// The save is over: one that waited for the end of the merge would send what nobody has looked at.
			void vscode.commands.executeCommand('iscConnectors.document.resolveConflict', document.uri);
		} else {
			tell(studio, document, id, error);
		}
		return version;
	}
	if (document.version !== version) {
		return saveNow(studio, document, id); // What has been changed meanwhile, nobody has agreed to.
	}
	if (!document.isClosed) {
		await studio.origins.agreed(document.uri, agreement, () => document.save());
	}
	return version;
}

/** Why a text is not saved, unless the person has chosen that, or is told of it already. */
function tell(studio: Tools, document: vscode.TextDocument, id: DocumentId, error: unknown): void {
	if (error instanceof MalformedTextError) {
		void tellOfProblem(document, error.problem);
	} else if (error instanceof NotSentError && error.reason === 'read-only') {
		void showReadOnly(tenantNamed(studio, id.tenant));
	} else if (!(error instanceof NotSentError) || error.reason === 'encoding') {
		throw error;
	}
}

async function tellOfProblem(document: vscode.TextDocument, problem: TextProblem): Promise<void> {
	const message = withoutLinks(problemSentences(problem).notSaved);
	if (problem.kind !== 'malformed') {
		await vscode.window.showWarningMessage(message);
		return;
	}
	const go = vscode.l10n.t('Go to Line {0}', problem.line);
	if ((await vscode.window.showWarningMessage(message, go)) === go) {
		const position = new vscode.Position(problem.line - 1, problem.column - 1);
		await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
	}
}

/** Asks, and brings the tenant's version back into the editor, where it can be undone. */
async function discard({ catalog }: Tools, id: DocumentId): Promise<boolean> {
	const yes = vscode.l10n.t('Discard');
	const chosen = await vscode.window.showWarningMessage(
		vscode.l10n.t('Discard your changes to {0}?', documentTitle(catalog, id)),
		{ modal: true, detail: vscode.l10n.t('The editor returns to the version in the tenant.') },
		yes,
	);
	if (chosen !== yes) {
		return false;
	}
	const editor = await vscode.window.showTextDocument(toUri(id), { preview: false });
	// The command reverts the active editor, whichever that is.
	if (vscode.window.activeTextEditor === editor) {
		await vscode.commands.executeCommand('workbench.action.files.revert');
	}
	return !editor.document.isDirty;
}
