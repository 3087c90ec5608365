import type { Compared } from './save';
import type { Version } from './versions';

/**
 * With which version VS Code has compared an editor's text that it saves. VS Code holds a save back if the tenant has
 * another version than its editor was filled from, and never says that a person chose to overwrite it. But where it goes on
 * to write although a version has only just been reported to it, somebody chose to overwrite another one, which they had seen.
 */
export class SaveComparison {
	/** The save that VS Code is about to make. */
	private attempt: symbol | undefined;
	/** What was reported last; undefined if nothing was, or that there is no version any more. */
	private last: Version | undefined;
	/** The last version that was reported. */
	private latest: Version | undefined;
	/** The save in which that was reported for the first time. */
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
	report(version: Version | undefined, isOwn: boolean): void {
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
