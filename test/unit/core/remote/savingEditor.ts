import type { RemoteDocument } from '../../../../src/core/remote/remoteDocument';
import type { SaveRules } from '../../../../src/core/remote/save';
import type { History } from '../../../../src/core/history/history';
import type { TextChange } from '../../../../src/core/remote/textOrigins';
import { hashOf } from '../../../../src/core/remote/versions';
import type { DocumentId } from '../../../../src/core/remote/documentPath';

/** Rules that let everything pass. */
export const lenientRules: SaveRules = {
	refusal: () => undefined,
	problem: () => Promise.resolve(undefined),
	approve: () => Promise.resolve(),
};

/** How a save ended: what VS Code shows of it. */
export type Ending = 'saved' | 'conflict shown' | Error;

export interface SaveOptions {
	readonly rules?: SaveRules;
	/** The person has chosen Overwrite. */
	readonly overwrite?: boolean;
}

/** A text on an editor's undo stack. */
interface EditorState {
	readonly text: string;
	/** The tenant's text that it stems from; a text that was saved, once one that stems from the same was. */
	origin: string | undefined;
}

/**
 * A VS Code editor as far as a file system provider can tell it from another: it compares mtime and size as VS Code's
 * `validateWriteFile` does, goes on if it is told nothing, and asks for the state again after a write. What it reads again is an
 * edit that can be undone.
 */
export class SavingEditor {
	private states: EditorState[] = [{ text: '', origin: undefined }];
	private at = 0;
	/** What VS Code has last told of it. */
	private wasDirty = false;
	/** With which the editor is clean. */
	private clean: EditorState | undefined = this.states[0];
	/** What VS Code believes to be the state of the text in the editor. */
	private baseline: { readonly mtime: number; readonly size: number } | undefined;

	constructor(
		private readonly current: () => RemoteDocument,
		private readonly history: History,
		private readonly id: DocumentId,
	) {}

	private get document(): RemoteDocument {
		return this.current();
	}

	get isDirty(): boolean {
		return this.state !== this.clean;
	}

	get text(): string {
		return this.state.text;
	}

	/** The tenant's text that the present one stems from. */
	get origin(): string | undefined {
		return this.state.origin;
	}

	private get state(): EditorState {
		return this.states[this.at]!;
	}

	private push(state: EditorState): void {
		this.states = [...this.states.slice(0, this.at + 1), state];
		this.at++;
	}

	/** VS Code tells of a text before it tells that this one is not saved, or is again. */
	private tell(change?: TextChange): void {
		if (change !== undefined) {
			this.document.follow({ text: this.text, isUnsaved: this.wasDirty, change });
		}
		if (this.isDirty !== this.wasDirty) {
			this.wasDirty = this.isDirty;
			this.document.follow({ text: this.text, isUnsaved: this.isDirty });
		}
	}

	/** Opens the document, or reloads it as a clean editor does. */
	async open(): Promise<void> {
		const [version, bytes] = await Promise.all([
			this.document.stat({ isOpen: this.baseline !== undefined }),
			this.document.read(),
		]);
		if (version && bytes) {
			const text = Buffer.from(bytes).toString();
			const isFirst = this.baseline === undefined;
			this.baseline = { mtime: version.mtime, size: version.size };
			if (isFirst) {
				this.states = [{ text, origin: text }];
				this.clean = this.state;
				this.document.opened(text, false);
				return;
			}
			const isChanged = text !== this.text;
			if (isChanged) {
				this.push({ text, origin: text });
			}
			this.state.origin = text;
			this.clean = this.state;
			if (isChanged) {
				this.document.follow({ text, isUnsaved: false, change: 'made' });
			}
			this.tell();
		}
	}

	type(text: string): void {
		this.push({ text, origin: this.origin });
		this.tell('made');
	}

	/** @param steps how far: -1 is an undo, 1 a redo */
	undo(steps: -1 | 1): void {
		if (this.states[this.at + steps]) {
			this.at += steps;
			this.tell(steps < 0 ? 'undone' : 'redone');
		}
	}

	/** Puts an earlier text in the place of the present one, as the translation table does. */
	takeBack(): void {
		const state = this.states[this.at - 1];
		if (state) {
			this.push({ ...state });
			this.tell('given back');
		}
	}

	/** The window is loaded anew: VS Code brings an unsaved text back, and nothing that could be undone. */
	reload(): void {
		const { state, isDirty } = this;
		this.states = [state];
		this.at = 0;
		this.clean = isDirty ? undefined : state;
		this.document.opened(this.text, true);
	}

	async save({ rules = lenientRules, overwrite = false }: SaveOptions = {}): Promise<Ending> {
		const { state } = this;
		const { text } = state;
		const bytes = Buffer.from(text);
		this.document.beginSave();
		const hasText = (present: Uint8Array) => bytes.equals(present);
		const version = await this.document.stat({ isOpen: true, hasText }).catch(() => undefined);
		if (!overwrite && version && this.baseline && this.isNewer(version)) {
			if (version.size !== bytes.length || version.hash !== hashOf(bytes)) {
				return 'conflict shown';
			}
			this.baseline = version;
			this.saved(state);
			return 'saved';
		}
		try {
			await this.document.write({
				bytes,
				fromEditor: true,
				rules,
				keep: (replaced, sent) => this.history.keep({ document: this.id, action: 'save', replaced, sent }),
			});
		} catch (error) {
			return error as Error;
		}
		this.baseline = await this.document.stat({ isOpen: true, hasText });
		this.saved(state);
		return 'saved';
	}

	/** Who undoes what came before a save knows that it takes back that. */
	private saved(saved: EditorState): void {
		const { origin, text } = saved;
		for (const state of this.states.filter(each => each.origin === origin)) {
			state.origin = text;
		}
		this.clean = saved;
		this.tell();
	}

	private isNewer({ mtime, size }: { readonly mtime: number; readonly size: number }): boolean {
		return this.baseline !== undefined && mtime > this.baseline.mtime && size !== this.baseline.size;
	}
}
