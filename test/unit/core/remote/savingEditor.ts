import type { RemoteDocument } from '../../../../src/core/remote/remoteDocument';
import type { SaveRules } from '../../../../src/core/remote/save';
import type { History } from '../../../../src/core/history/history';
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

/**
 * A VS Code editor as far as a file system provider can tell it from another: it compares mtime and size as VS Code's
 * `validateWriteFile` does, goes on if it is told nothing, and asks for the state again after a write.
 */
export class SavingEditor {
	text = '';
	private isChanged = false;
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
		return this.isChanged;
	}

	/** VS Code tells of it, so that what an unsaved text was made from is remembered. */
	private set isDirty(isDirty: boolean) {
		this.isChanged = isDirty;
		this.document.setUnsaved(isDirty);
	}

	/** Opens the document, or reloads it as a clean editor does. */
	async open(): Promise<void> {
		const [version, bytes] = await Promise.all([
			this.document.stat({ isOpen: this.baseline !== undefined }),
			this.document.read(),
		]);
		if (version && bytes) {
			this.baseline = { mtime: version.mtime, size: version.size };
			this.text = Buffer.from(bytes).toString();
			this.isDirty = false;
		}
	}

	type(text: string): void {
		this.text = text;
		this.isDirty = true;
	}

	async save({ rules = lenientRules, overwrite = false }: SaveOptions = {}): Promise<Ending> {
		const { text } = this;
		const bytes = Buffer.from(text);
		this.document.beginSave();
		const hasText = (present: Uint8Array) => bytes.equals(present);
		const version = await this.document.stat({ isOpen: true, hasText }).catch(() => undefined);
		if (!overwrite && version && this.baseline && this.isNewer(version)) {
			if (version.size !== bytes.length || !bytes.equals(version.bytes)) {
				return 'conflict shown';
			}
			this.isDirty = this.text !== text;
			this.baseline = version;
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
		this.isDirty = this.text !== text;
		return 'saved';
	}

	private isNewer({ mtime, size }: { readonly mtime: number; readonly size: number }): boolean {
		return this.baseline !== undefined && mtime > this.baseline.mtime && size !== this.baseline.size;
	}
}
