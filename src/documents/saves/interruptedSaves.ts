import type * as vscode from 'vscode';
import type { Documents } from '../documents';
import type { History } from '../../core/history/history';
import type { UnansweredSave } from '../../core/history/unansweredSaves';

/** Milliseconds after which to look again whether another window, which was in the middle of a save, has broken off. */
const patience = 10_000;

/** Finds out what became of unanswered saves that a closed window or a broken extension host has left. */
export class InterruptedSaves implements vscode.Disposable {
	private timer: NodeJS.Timeout | undefined;
	private isDisposed = false;

	constructor(
		private readonly history: () => Promise<History>,
		private readonly documents: Documents,
		private readonly log: (error: unknown) => void,
	) {}

	/** Resolves when it is known what became of those; looks again for as long as other windows have saves under way. */
	async look(): Promise<void> {
		const history = await this.history();
		const { saves, others } = await history.unanswered.takeOver();
		if (others > 0) {
			this.lookLater();
		}
		await Promise.all(saves.map(save => this.ask(history, save).catch(this.log)));
	}

	private async ask(history: History, unanswered: UnansweredSave): Promise<void> {
		const found = await history.interrupted(unanswered);
		if (found) {
			await this.documents.get(unanswered.document).ask(found.save, found.wayLeft);
		}
	}

	private lookLater(): void {
		if (!this.isDisposed) {
			this.timer = setTimeout(() => void this.look().catch(this.log), patience);
		}
	}

	dispose(): void {
		this.isDisposed = true;
		clearTimeout(this.timer);
	}
}
