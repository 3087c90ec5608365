import type * as vscode from 'vscode';
import type { Documents } from '../documents';
import { wayLeft } from '../../core/history/historyEntry';
import type { History } from '../../core/history/history';
import type { SaveOutcome } from '../../core/remote/save';
import type { UnansweredSave } from '../../core/history/unansweredSaves';

/** Milliseconds after which to look again whether another window, which was in the middle of a save, has broken off. */
const patience = 10_000;

/** Finds out what became of saves without an answer that a closed window or a broken extension host left. */
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
		const { questions, others } = await history.unanswered.takeOver();
		if (others > 0) {
			this.lookLater();
		}
		await Promise.all(questions.map(question => this.ask(history, question).catch(this.log)));
	}

	private async ask(history: History, { id, document, close }: UnansweredSave): Promise<void> {
		const entry = await history.entry({ document, id });
		if (!entry.sent) {
			// Without a record the window broke off before the text left. One that cannot be read is tried at the next start.
			if (!(await history.hasRecord(entry))) {
				await close();
				await history.drop(entry);
			}
			return;
		}
		const save = {
			sent: entry.sent.hash,
			replaced: entry.replaced?.hash,
			settle: async (outcome: SaveOutcome) => {
				await history.settle(entry, outcome, false);
				await close();
			},
			keepReplaced: async (bytes: Uint8Array) =>
				history.keepReplaced(entry, (await history.read(entry, 'sent')) ?? new Uint8Array(), bytes),
		};
		await this.documents.get(document).ask(save, wayLeft(entry));
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
