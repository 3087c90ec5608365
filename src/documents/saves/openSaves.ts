import type * as vscode from 'vscode';
import type { Documents } from '../documents';
import { wayLeft } from '../../core/history/restorePoint';
import type { RestorePoints } from '../../core/history/restorePoints';
import type { SaveOutcome } from '../../core/remote/save';
import type { OpenQuestion } from '../../core/history/unansweredSaves';

/** Milliseconds after which to look again whether another window, which was in the middle of a save, has broken off. */
const patience = 10_000;

/** Finds out what became of saves without an answer that a closed window or a broken extension host left. */
export class OpenSaves implements vscode.Disposable {
	private timer: NodeJS.Timeout | undefined;
	private isDisposed = false;

	constructor(
		private readonly points: () => Promise<RestorePoints>,
		private readonly documents: Documents,
		private readonly log: (error: unknown) => void,
	) {}

	/** Resolves when it is known what became of those; looks again for as long as other windows have saves under way. */
	async look(): Promise<void> {
		const points = await this.points();
		const { questions, others } = await points.unanswered.takeOver();
		if (others > 0) {
			this.lookLater();
		}
		await Promise.all(questions.map(question => this.ask(points, question).catch(this.log)));
	}

	private async ask(points: RestorePoints, { id, document, close }: OpenQuestion): Promise<void> {
		const point = await points.point({ document, id });
		if (!point.sent) {
			// Without a record the window broke off before the text left. One that cannot be read is tried at the next start.
			if (!(await points.hasRecord(point))) {
				await close();
				await points.drop(point);
			}
			return;
		}
		const save = {
			sent: point.sent.hash,
			replaced: point.replaced?.hash,
			settle: async (outcome: SaveOutcome) => {
				await points.settle(point, outcome, false);
				await close();
			},
			keepReplaced: async (bytes: Uint8Array) =>
				points.keepReplaced(point, (await points.read(point, 'sent')) ?? new Uint8Array(), bytes),
		};
		await this.documents.get(document).ask(save, wayLeft(point));
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
