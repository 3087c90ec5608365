import type { Compared } from './save';
import type { Version } from './versions';

/**
 * What VS Code was told of a document, and when. VS Code holds a save back if the tenant has another version than its
 * editor was filled from, and never tells a provider that a person chose to overwrite it. But where it goes on to write
 * although it has only just been told of a version, somebody chose to overwrite another one, which they had seen.
 */
export class ReportedVersions {
	/** The save that VS Code is about to make. */
	private attempt: symbol | undefined;
	/** What it was told last; undefined if it was told of none, or that there is none any more. */
	private last: Version | undefined;
	/** The last version that it was told of. */
	private latest: Version | undefined;
	/** The save in which it was told of that for the first time. */
	private news: symbol | undefined;

	beginSave(): void {
		this.attempt = Symbol('save');
	}

	endSave(): void {
		this.attempt = undefined;
	}

	/** Whether VS Code has announced a save that is not over yet. */
	get isSaving(): boolean {
		return this.attempt !== undefined;
	}

	/** @param isOwn a save of this session has made the version, which is no change made elsewhere */
	tell(version: Version | undefined, isOwn: boolean): void {
		this.last = version;
		if (version && version !== this.latest) {
			this.news = this.latest && !isOwn ? this.attempt : undefined;
			this.latest = version;
		}
	}

	/** VS Code takes this version, which it has just written, for that of its editor. */
	written(version: Version | undefined): void {
		this.last = this.latest = version;
		this.news = undefined;
	}

	/** What the text of an editor was compared with, or passed over by a person's choice. */
	compared(overwritesUnseen: boolean): Compared {
		const isUnseen = this.news !== undefined && this.news === this.attempt && !overwritesUnseen;
		return this.last && !isUnseen ? { hash: this.last.hash } : 'nothing';
	}
}
