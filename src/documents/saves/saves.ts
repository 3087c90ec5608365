import { isUtf8 } from 'node:buffer';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { asError } from '../../core/api/send/http';
import type { AccessMode } from '../../core/api/tenant';
import type { Tenants } from '../../tenants/tenants';
import { UnknownTenantError } from '../../tenants/unknownTenantError';
import { DisposableStore } from '../../util/disposables';
import { completeStep } from '../../util/walkthroughSteps';
import { setting } from '../../util/settings';
import type { DocumentId } from '../../core/remote/documentPath';
import type { Documents } from '../documents';
import { toUri } from '../documentUri';
import type { HistoryEntryName, SaveAction } from '../../core/history/historyEntry';
import type { History } from '../../core/history/history';
import type { Compared, SaveResult, SaveRules } from '../../core/remote/save';
import type { SourceEffects } from '../../catalog/sourceEffects';
import { isAskedAbout } from './askedEffects';
import type { Proposals } from '../proposals';
import { documentAt, isUnsaved } from '../openDocuments';
import type { Departure } from './departure';
import type { SaveAgreement } from './saveAgreement';
import type { SaveQuestions } from './saveQuestions';
import {
	isUtf8Name,
	saysWhatIsShown,
	type SavedEditor,
	type SavedText,
} from '../../core/remote/sentEncoding';
import { NotSentError, type NotSentReason } from '../../core/remote/saveErrors';
import {
	isAnnounced,
	verdict,
	verdictOnUnseen,
	type SavedBy,
	type SaveSettings,
} from '../../core/remote/saveWish';
import { textProblem } from '../../core/remote/textProblem';
import { hashOf } from '../../core/remote/versions';

/** What made a text be saved, as far as VS Code shows. */
export interface SaveCause {
	/** A person's editor holds the text. */
	readonly fromEditor: boolean;
	/** Whose wish it is; a person's, if it is not said. */
	readonly by?: SavedBy;
	/** The editor, where one saves. */
	readonly editor?: SavedEditor | undefined;
	readonly action?: SaveAction;
	/** What the editor holds, if another text is sent for it. */
	readonly shown?: Uint8Array | undefined;
	/** What somebody has compared the text with, where no editor holds it. */
	readonly compared?: Compared | undefined;
	/** The tenant was just asked for that. */
	readonly isLookedUp?: boolean;
	/** What a person has agreed to before. */
	readonly agreement?: SaveAgreement | undefined;
	/** Awaited with the history entry before anything leaves. */
	readonly onDidKeep?: (entry: HistoryEntryName) => Promise<void>;
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
	private readonly didEnd = this.store.add(new vscode.EventEmitter<EndedSave>());
	readonly onDidEnd = this.didEnd.event;

	constructor(
		private readonly tenants: Tenants,
		private readonly documents: Documents,
		private readonly history: () => Promise<History>,
		private readonly effects: SourceEffects,
		private readonly proposals: Proposals,
		private readonly questions: () => Promise<SaveQuestions>,
	) {}

	/** Rejects unless the tenant has the text then. */
	async save(id: DocumentId, bytes: Uint8Array, given: SaveCause): Promise<SaveResult> {
		const cause = { ...given, agreement: given.agreement ?? {} };
		const { fromEditor, by = 'person', action = 'save' } = cause;
		const uri = toUri(id);
		const isProposal = () => action === 'save' && this.proposals.has(uri, textsOf(bytes, cause.editor));
		const document = this.documents.get(id);
		const isOverwriting = fromEditor && by === 'person' && document.isBehind;
		try {
			const outcome = await document.write({
				bytes,
				shown: cause.shown,
				fromEditor,
				isUnannounced: !isAnnounced(by),
				compared: cause.compared,
				isLookedUp: cause.isLookedUp ?? false,
				overwritesUnseen: fromEditor && overwritesWithoutAsking(uri),
				rules: this.rules(id, bytes, cause),
				keep: async (replaced, sent) =>
					(await this.history()).keep(
						{ document: id, action: isProposal() ? 'proposal' : action, replaced, sent },
						cause.onDidKeep,
					),
			});
			this.didEnd.fire({ ...cause, id, outcome });
			if (isOverwriting) {
				completeStep('conflict'); // With the button that VS Code has for it.
			}
			return outcome;
		} catch (error) {
			this.didEnd.fire({ ...cause, id, outcome: asError(error) });
			throw error;
		}
	}

	/**
	 * Asks what is to be asked before VS Code saves what an editor holds, and notes in `agreement` what people agree to. Rejects
	 * if the text is not to be sent.
	 */
	async prepare(id: DocumentId, document: vscode.TextDocument, agreement: SaveAgreement): Promise<void> {
		const text = document.getText();
		const editor = { encoding: document.encoding, texts: new Set([text]) };
		const bytes = await vscode.workspace.encode(text, editor);
		const cause = { fromEditor: true, editor, agreement };
		try {
			await this.documents.get(id).prepareSave({ bytes, rules: this.rules(id, bytes, cause) });
		} catch (error) {
			this.didEnd.fire({ ...cause, id, outcome: asError(error) });
			throw error;
		}
	}

	/** A person saves what has no changes: shows what the tenant has now. */
	async look(id: DocumentId, document: vscode.TextDocument): Promise<void> {
		const remote = this.documents.get(id);
		const before = remote.current;
		await remote.refresh();
		const { current } = remote;
		// A new file that is still empty has never been in the tenant.
		const isGone = !current && document.getText() !== '';
		if (isGone || (current && current.hash === before?.hash)) {
			const outcome = isGone ? new NotSentError('gone') : ({ sent: false } as const);
			this.didEnd.fire({ id, fromEditor: true, outcome });
		}
	}

	private rules(
		id: DocumentId,
		bytes: Uint8Array,
		cause: SaveCause & { readonly agreement: SaveAgreement },
	): SaveRules {
		const { action = 'save', by = 'person', compared = 'by-nobody', editor, agreement } = cause;
		const tenant = () => {
			const found = this.tenants.getNow(id.tenant);
			if (!found) {
				throw new UnknownTenantError(id.tenant);
			}
			return found;
		};
		const uri = toUri(id);
		const texts = textsOf(bytes, editor);
		const isProposed = () => {
			const shown = documentAt(uri)?.getText();
			const held = shown === undefined ? texts : [...texts, shown];
			return action === 'save' && this.proposals.isUnseen(uri, held);
		};
		const verdictNow = () => {
			const { access } = tenant();
			const held = by === 'program' ? documentAt(uri) : undefined;
			const isOverUnsaved = held !== undefined && isUnsaved(held);
			return (isOverUnsaved || isProposed() ? verdictOnUnseen : verdict)(by, access, saveSettings());
		};
		return {
			refusal: () => (verdictNow() === 'refuse' ? refusalOf(by, tenant().access, isProposed()) : undefined),
			problem: async present => {
				if (editor && !(await isAsShown(editor, { part: id.part, bytes, present }))) {
					throw new NotSentError('other-encoding');
				}
				const { languageChecks } = await import('./languageChecks');
				const problem = textProblem(id.part, bytes, present, languageChecks);
				// What a tenant had before may be sent as it was.
				const givesBack = action === 'restore' || action === 'undo' || action === 'copy';
				if (!problem || (!givesBack && setting('save.malformed') !== 'ask')) {
					return problem;
				}
				// Nobody's work is lost with what a connector has right after it was created.
				if (action === 'copy' && compared === 'by-nobody') {
					return undefined;
				}
				if (!isDeepStrictEqual(problem, agreement.problem)) {
					await (await this.questions()).saveAnyway(tenant(), id, problem);
					agreement.problem = problem;
				}
				return undefined;
			},
			approve: async present => {
				// All else has been asked about already, as a whole.
				const isToAsk = action === 'save' && verdictNow() === 'ask';
				const hash = present && hashOf(present);
				const isAgreed = agreement.over !== undefined && agreement.over.hash === hash;
				const whose: Departure['by'] = isProposed() && by !== 'program' ? 'proposed' : by;
				const departure = { tenant: tenant(), id, bytes, present, by: whose, agreement };
				if (await this.isAskedAboutEffects(departure, { action, isToAsk: isToAsk && !isAgreed })) {
					agreement.over = { hash };
				} else if (isToAsk && !isAgreed) {
					await (await this.questions()).approve(departure);
					agreement.over = { hash };
				}
			},
		};
	}

	/** Asks about what a text does to sources, if something is lost; whether people have been asked. */
	private async isAskedAboutEffects(
		departure: Departure,
		{ action, isToAsk }: { readonly action: SaveAction; readonly isToAsk: boolean },
	): Promise<boolean> {
		if (action !== 'save' && action !== 'restore') {
			return false;
		}
		const { id, present, bytes, agreement } = departure;
		const effects = await this.effects.of({ id, before: present, after: bytes });
		const isKnown = isDeepStrictEqual(effects, agreement.effects);
		agreement.effects = effects;
		if (isKnown || !isAskedAbout(effects)) {
			return false;
		}
		delete agreement.effects; // Until people have agreed.
		await (await this.questions()).sendAnyway(departure, effects, isToAsk);
		agreement.effects = effects;
		return true;
	}

	dispose(): void {
		this.store.dispose();
	}
}

function saveSettings(): SaveSettings {
	return {
		automatic: setting('save.automatic'),
		byPrograms: setting('save.byPrograms'),
		withoutFormatting: setting('save.withoutFormatting'),
	};
}

async function isAsShown(editor: SavedEditor, text: Omit<SavedText, 'decoded'>): Promise<boolean> {
	return isUtf8Name(editor.encoding)
		? isUtf8(text.bytes)
		: saysWhatIsShown(editor, { ...text, decoded: await vscode.workspace.decode(text.bytes, editor) });
}

function refusalOf(by: SavedBy, access: AccessMode, isProposed: boolean): NotSentReason {
	if (access === 'read-only') {
		return 'read-only';
	}
	return by !== 'auto-save' ? 'program' : isProposed ? 'proposed' : 'automatic';
}

/** What a save is of: what is sent, and what the editor has held since the save began. */
function textsOf(bytes: Uint8Array, editor: SavedEditor | undefined): readonly string[] {
	return [new TextDecoder().decode(bytes), ...(editor?.texts ?? [])];
}

/** With this setting VS Code compares nothing and shows no conflict. */
function overwritesWithoutAsking(uri: vscode.Uri): boolean {
	const files = vscode.workspace.getConfiguration('files', uri);
	return files.get('saveConflictResolution') === 'overwriteFileOnDisk';
}
