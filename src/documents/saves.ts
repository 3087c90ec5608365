import * as vscode from 'vscode';
import { asError } from '../api/http';
import type { Tenants } from '../tenants/tenants';
import { UnknownTenantError } from '../tenants/unknownTenantError';
import { DisposableStore } from '../util/disposables';
import type { DocumentId } from './documentPath';
import type { Documents } from './documents';
import { fromUri, toUri } from './documentUri';
import type { RestorePointName, SaveAction } from './restorePoint';
import type { RestorePoints } from './restorePoints';
import type { Compared, SaveResult, SaveRules } from './save';
import type { SaveQuestions } from './saveQuestions';
import { textProblem } from './textProblem';

/** What made a text come to be saved, as far as VS Code tells. */
export interface SaveCause {
	/** A person's editor holds the text. */
	readonly fromEditor: boolean;
	readonly action?: SaveAction;
	/** What somebody has compared the text with, where no editor holds it. */
	readonly compared?: Compared | undefined;
	/** Called with the restore point before anything leaves. */
	readonly onDidKeep?: (point: RestorePointName) => void;
}

/** A save that has come to its end. */
export interface EndedSave extends SaveCause {
	readonly id: DocumentId;
	/** What came of it, or why it failed. */
	readonly outcome: SaveResult | Error;
}

/** Brings texts to their tenants by the rules that a person has set. */
export class Saves implements vscode.Disposable {
	private readonly store = new DisposableStore();
	/** The documents of which VS Code has begun a save by itself. */
	private readonly automatic = new Set<string>();
	private readonly didEnd = this.store.add(new vscode.EventEmitter<EndedSave>());
	readonly onDidEnd = this.didEnd.event;

	constructor(
		private readonly tenants: Tenants,
		private readonly documents: Documents,
		private readonly points: () => Promise<RestorePoints>,
		private readonly questions: () => Promise<SaveQuestions>,
	) {
		this.store.add(
			vscode.workspace.onWillSaveTextDocument(({ document: { uri }, reason }) => {
				if (!fromUri(uri) || reason === vscode.TextDocumentSaveReason.Manual) {
					this.automatic.delete(uri.toString());
				} else {
					this.automatic.add(uri.toString());
				}
			}),
		);
	}

	/** Rejects if the tenant does not have the text then, whatever the reason. */
	async save(id: DocumentId, bytes: Uint8Array, cause: SaveCause): Promise<SaveResult> {
		const { fromEditor, action = 'save' } = cause;
		const uri = toUri(id);
		// VS Code's own save is still to come when a program writes in between.
		const isAutomatic = fromEditor && this.automatic.delete(uri.toString());
		try {
			const outcome = await this.documents.get(id).write({
				bytes,
				fromEditor,
				compared: cause.compared,
				overwritesUnseen: fromEditor && overwritesWithoutAsking(uri),
				rules: this.rules(id, bytes, cause, isAutomatic),
				keep: async (replaced, sent) => {
					const kept = await (await this.points()).keep({ document: id, action, replaced, sent });
					cause.onDidKeep?.(kept.point);
					return kept;
				},
			});
			this.didEnd.fire({ ...cause, id, outcome });
			return outcome;
		} catch (error) {
			this.didEnd.fire({ ...cause, id, outcome: asError(error) });
			throw error;
		}
	}

	private rules(id: DocumentId, bytes: Uint8Array, cause: SaveCause, isAutomatic: boolean): SaveRules {
		const { action = 'save', compared = 'by-nobody' } = cause;
		const tenant = () => {
			const found = this.tenants.getNow(id.tenant);
			if (!found) {
				throw new UnknownTenantError(id.tenant);
			}
			return found;
		};
		const settings = vscode.workspace.getConfiguration('iscConnectors.save');
		return {
			isReadOnly: () => tenant().access === 'read-only',
			isUnwanted: () => isAutomatic && !settings.get('automatic', false),
			problem: async present => {
				const { languageChecks } = await import('./languageChecks');
				const problem = textProblem(id.part, bytes, present, languageChecks);
				// What a tenant had may well be wanted as it is.
				const givesBack = action === 'restore' || action === 'undo' || action === 'copy';
				if (!problem || (!givesBack && settings.get('malformed') !== 'ask')) {
					return problem;
				}
				// Nobody's work is lost with what a connector has right after it was created.
				if (action === 'copy' && compared === 'by-nobody') {
					return undefined;
				}
				await (await this.questions()).sendAllTheSame(tenant(), problem);
				return undefined;
			},
			approve: async present => {
				// All else has been asked about already, as a whole.
				if (action === 'save' && tenant().access === 'ask') {
					await (await this.questions()).approve(tenant(), id, present);
				}
			},
		};
	}

	dispose(): void {
		this.store.dispose();
	}
}

/** With this setting VS Code compares nothing and shows no conflict. */
function overwritesWithoutAsking(uri: vscode.Uri): boolean {
	const files = vscode.workspace.getConfiguration('files', uri);
	return files.get('saveConflictResolution') === 'overwriteFileOnDisk';
}
