import { isUtf8 } from 'node:buffer';
import { delay } from '../api/send/http';
import type { Wait } from '../api/lookAgain';
import { KnownText, type KnownTextEvents } from './knownText';
import type { KeptSave, RemoteText, SavePreparation, SaveResult, TenantText, WriteRequest } from './save';
import { SaveComparison } from './saveComparison';
import { isSameText, TextOrigins, type HeldText } from './textOrigins';
import { hashOf, Versions, type Version } from './versions';

/** Milliseconds for which a text that was read serves an editor that opens the document again. */
export const freshForReading = 10_000;
/** Milliseconds for which the text that `stat` has just read serves the save it was read for. */
const freshForSaving = 2_000;

export interface StatContext {
	/** An editor shows the document, and VS Code only looks whether it should reload. */
	readonly isOpen: boolean;
	/** Whether the editor that shows it has this very text. */
	readonly hasText?: (bytes: Uint8Array) => boolean;
}

export interface DocumentEvents extends KnownTextEvents {
	/** The tenant has made another text of the one that was sent. */
	readonly rewritten: (sent: Uint8Array, present: Uint8Array) => void;
}

/** One document of a tenant as VS Code reads and saves it in this session. */
export class RemoteDocument {
	private readonly known: KnownText;
	private readonly comparison = new SaveComparison();
	private readonly origins = new TextOrigins();
	private pending: Promise<unknown> = Promise.resolve();
	private waiting = 0;
	/** The tenant was asked for the sake of the save that an editor is about to make. */
	private isPrepared = false;
	/** A save that has succeeded; what the tenant made of its text has not been read yet. It had the text already where there is no `kept`. */
	private unverified: { readonly sent: Uint8Array; readonly kept: KeptSave | undefined } | undefined;

	constructor(
		remote: RemoteText,
		private readonly events: DocumentEvents,
		private readonly versions = new Versions(),
		/** Milliseconds. */
		now: () => number = () => performance.now(),
		/** Nothing more is looked for once this rejects. */
		private readonly wait: Wait = delay,
	) {
		const arrived = (hash: string) => {
			this.origins.saved(this.origins.origin, hash);
			this.rebase(hash);
		};
		this.known = new KnownText(remote, versions, { ...events, arrived }, now, wait);
	}

	/** What the tenant has, as far as it is known. */
	get current(): Version | undefined {
		return this.known.current;
	}

	/** The bytes of that, unless they were let go: `read` gives them also then. */
	get bytes(): Uint8Array | undefined {
		return this.known.bytes;
	}

	/** Milliseconds since the tenant was last asked. */
	get age(): number {
		return this.known.age;
	}

	/**
	 * Does what comes before an editor's save, which VS Code has not begun yet.
	 * @returns whether the tenant has the text already
	 */
	async prepareSave({ bytes, rules }: Pick<SavePreparation, 'bytes' | 'rules'>): Promise<boolean> {
		await this.settled();
		this.expire();
		const { prepare } = await import('./save');
		const { isSame } = await prepare({
			bytes,
			rules,
			present: () => this.present(),
			compared: () => (this.versions.isPastBase ? 'nothing' : 'by-nobody'),
			hasToExist: !this.known.remote.isCreatedByWriting,
		});
		this.isPrepared = true;
		return isSame;
	}

	/** An editor is about to save: memory is no longer good enough, unless it comes from the preparation of this save. */
	beginSave(): void {
		this.comparison.beginSave();
		if (!this.isPrepared || this.age >= freshForSaving) {
			this.expire();
		}
		this.isPrepared = false;
	}

	private async present(): Promise<TenantText | undefined> {
		const { version, bytes } = (await this.known.readIfOlder(freshForSaving)) ?? {};
		return version && bytes && { hash: version.hash, bytes };
	}

	/** Memory is no longer good enough. */
	expire(): void {
		this.known.expire();
	}

	/**
	 * An editor shows the document.
	 * @param hasPast it may have shown other texts before, to which people can undo
	 */
	opened(text: string, hasPast: boolean): void {
		if (!this.origins.isUnderWay) {
			this.origins.begin(text, this.versions.baseHash ?? this.versions.reportedHash, hasPast);
		}
	}

	/** No editor shows the document any more. */
	closed(): void {
		this.origins.end();
	}

	/**
	 * Lets go of all bytes, unless somebody needs them: an editor shows the document or has unsaved text of it, something is under
	 * way, or they would serve an editor that opens the document again. What else is known stays known.
	 * @returns what the tenant has, as it was known until now; undefined if nothing was let go
	 */
	letGo(): Uint8Array | undefined {
		const { bytes, versions } = this;
		const isNeeded =
			this.origins.isUnderWay ||
			versions.baseHash !== undefined ||
			this.isBusy ||
			this.hasLateSave ||
			this.age < freshForReading;
		if (isNeeded) {
			return undefined;
		}
		if (this.unverified) {
			void this.verify(); // Nobody has asked for the state since a program has written it.
			return undefined;
		}
		versions.letGo();
		return bytes;
	}

	/**
	 * Something has happened to the text in the editor, or to whether it is saved. VS Code tells of a text before it tells that this
	 * one is not saved.
	 */
	follow(held: HeldText): void {
		const { versions, origins } = this;
		origins.note(held, this.isCurrent(held) ? versions.current?.hash : versions.reportedHash);
		versions.setUnsaved(held.isUnsaved);
		if (held.isUnsaved && origins.origin !== undefined) {
			this.rebase(origins.origin);
		}
		this.showIfHidden();
	}

	/**
	 * VS Code takes a text that was undone while another one was being saved for what the tenant has: its editor has no changes, and
	 * the tenant another text. It is to read that one; what was undone can be brought back again.
	 */
	private showIfHidden(): void {
		const { bytes, current, versions } = this;
		const text = versions.baseHash === undefined && this.waiting === 0 && this.origins.broughtBack;
		if (typeof text === 'string' && current && bytes && isUtf8(bytes) && !isSameText(text, bytes)) {
			versions.renew();
			this.events.changed('changed', current.hash);
		}
	}

	/**
	 * Whether an editor was filled with what the tenant has. VS Code asks for state and text at the same time: the state that it was
	 * told may be older than the text.
	 */
	private isCurrent({ text, isUnsaved }: HeldText): boolean {
		const { bytes, current, versions } = this;
		const isNewer = !isUnsaved && current?.hash !== versions.reportedHash;
		return isNewer && bytes !== undefined && isSameText(text, bytes);
	}

	/** The hash of the version from which the unsaved text of an editor was made; undefined if there is none. */
	get baseHash(): string | undefined {
		return this.versions.baseHash;
	}

	/** The bytes of that version, if they are known. */
	get baseBytes(): Uint8Array | undefined {
		return this.versions.baseBytes;
	}

	/** Whether the tenant has another version than the one from which the unsaved text of an editor was made. */
	get isBehind(): boolean {
		return this.current !== undefined && this.versions.isPastBase;
	}

	/**
	 * The unsaved text of an editor was merged with the version of this hash: what replaces that is a conflict, and nothing else.
	 * @param before the text that was merged
	 */
	merged(before: string, after: string, hash: string): void {
		this.rebase(hash);
		this.origins.moved(before, after, hash);
	}

	private rebase(hash: string): void {
		this.versions.rebase(hash);
		if (this.current?.hash === hash) {
			this.comparison.written(this.current);
		}
	}

	/**
	 * Answers from memory where it can: VS Code asks on every tab switch, and for every visible editor when its window gets the
	 * focus. Undefined if the tenant has no such document.
	 */
	async stat({ isOpen, hasText }: StatContext): Promise<Version | undefined> {
		let version = await this.versionForStat(isOpen);
		if (this.comparison.isSaving && version && this.bytes && hasText?.(this.bytes)) {
			// VS Code takes a text for no conflict with itself if the size is that of the text which it is about to save.
			this.versions.useTrueSize();
			version = this.current;
		}
		this.comparison.report(version, this.known.hasArrived(version));
		if (version) {
			this.versions.report();
		}
		if (this.unverified) {
			void this.verify();
		}
		return version;
	}

	private async versionForStat(isOpen: boolean): Promise<Version | undefined> {
		const { known, current } = this;
		if (!known.isKnown || !isOpen) {
			return (await known.readIfOlder(freshForReading))?.version;
		}
		// An error here would send VS Code on to write without having compared anything; the write will meet it again.
		const again = () => known.readIfOlder(Infinity).then(text => text?.version);
		return known.isFresh ? current : again().catch(() => current);
	}

	/** Asks the tenant, and resolves to what it has; if that is another text than was known, `changed` is fired. */
	async refresh(): Promise<Uint8Array | undefined> {
		return (await this.known.refresh())?.bytes;
	}

	/** Undefined if the tenant has no such document. */
	async read(): Promise<Uint8Array | undefined> {
		return (await this.known.readIfOlder(freshForReading))?.bytes;
	}

	/**
	 * Finds out what became of a save: asks now, and again for as long as the text may still arrive.
	 * @param milliseconds how long that is
	 */
	async ask(save: KeptSave, milliseconds = 0): Promise<void> {
		this.known.late.expect(save, milliseconds, false);
		await this.refresh();
	}

	/** Saves; one after another, in the order of the calls. */
	write(request: WriteRequest): Promise<SaveResult> {
		this.waiting++;
		const turn = this.pending.then(() => this.writeInTurn(request)).finally(() => this.waiting--);
		this.pending = turn.catch(() => undefined);
		return turn;
	}

	/** Whether a save that got no answer may still arrive. */
	get hasLateSave(): boolean {
		return !this.known.late.isEmpty;
	}

	/** Settles when no save may arrive any more, and what came of them is written down. */
	answered(): Promise<void> {
		return this.known.late.answered();
	}

	/** Whether the tenant is being asked something. */
	get isBusy(): boolean {
		return this.waiting > 0 || this.known.isReading;
	}

	/** Settles when no save is under way. */
	async settled(): Promise<void> {
		await this.pending;
	}

	private async writeInTurn(request: WriteRequest): Promise<SaveResult> {
		const { known, comparison } = this;
		const { origin } = this.origins; // Of the text that is saved: people can undo past it meanwhile.
		const { bytes, shown, fromEditor, isUnannounced = false, overwritesUnseen = false, rules } = request;
		const isLookedUp = fromEditor ? !isUnannounced && comparison.isSaving : request.isLookedUp;
		if (!isLookedUp) {
			this.expire(); // Nobody has looked for the sake of this very write.
		}
		const compared = fromEditor
			? comparison.compared(overwritesUnseen || isUnannounced)
			: (request.compared ?? 'by-nobody');
		try {
			const { save } = await import('./save');
			const result = await save(known.remote, {
				bytes,
				rules,
				present: () => this.present(),
				presentAnew: () => {
					this.expire();
					return this.present();
				},
				compared: () => compared,
				hasToExist: !known.remote.isCreatedByWriting && (fromEditor || this.versions.current !== undefined),
				keep: async (...texts) => {
					const kept = await request.keep(...texts);
					return fromEditor ? known.watchOwn(kept) : known.late.watch(kept);
				},
				wait: this.wait,
			});
			const previous = this.current?.hash;
			const isNews = known.saved(bytes, shown);
			if (fromEditor) {
				comparison.written(this.current);
				this.versions.saved();
				this.origins.saved(origin, hashOf(shown ?? bytes));
			}
			const kept = result.sent ? result.kept : undefined;
			this.unverified = kept || shown ? { sent: bytes, kept } : undefined;
			if (isNews && !fromEditor) {
				this.events.changed('changed', previous);
			}
			return result;
		} finally {
			if (fromEditor && !isUnannounced) {
				comparison.endSave();
			}
		}
	}

	/**
	 * Reads what the tenant made of a text that was saved. VS Code takes the first answer of `stat` after a save for the state
	 * of the text in the editor, so this comes after that.
	 */
	async verify(): Promise<void> {
		const { unverified } = this;
		if (!unverified) {
			return;
		}
		this.unverified = undefined;
		if (this.origins.origin !== undefined) {
			this.rebase(this.origins.origin); // The text may be none that was made from what was saved.
		}
		const { sent, kept } = unverified;
		// A fault will be met by the next read or save, which throws it; the tenant said that it took the text.
		const present = (await this.known.readAgain().catch(() => undefined))?.bytes;
		if (!present) {
			return;
		}
		const isRewritten = hashOf(present) !== hashOf(sent);
		if (isRewritten || !this.hasLateSave) {
			// As long as an earlier save may arrive over this one, its text is kept.
			await kept?.settle(isRewritten ? 'rewritten' : 'saved');
		}
		if (isRewritten) {
			this.events.rewritten(sent, present);
		}
		this.showIfHidden();
	}
}
