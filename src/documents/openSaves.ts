import type * as vscode from 'vscode';
import type { Documents } from './documents';
import type { RestorePoints } from './restorePoints';
import type { OpenQuestion } from './unansweredSaves';

/** Milliseconds after which to look again whether another window, which was in the middle of a save, has broken off. */
const patience = 10_000;

/** Finds out what became of the saves that a closed window or a broken extension host left without an answer. */
export class OpenSaves implements vscode.Disposable {
	private timer: NodeJS.Timeout | undefined;
	private isDisposed = false;

	constructor(
		private readonly points: () => Promise<RestorePoints>,
		private readonly documents: Documents,
		private readonly log: (error: unknown) => void,
	) {}

	/** Looks now, and as long as other windows have saves under way. */
	async look(): Promise<void> {
		const points = await this.points();
		const { questions, others } = await points.unanswered.takeOver();
		for (const question of questions) {
			this.ask(points, question).catch(this.log);
		}
		if (others > 0 && !this.isDisposed) {
			this.timer = setTimeout(() => void this.look().catch(this.log), patience);
		}
	}

	private async ask(points: RestorePoints, { id, document, close }: OpenQuestion): Promise<void> {
		const point = await points.point({ document, id });
		if (!point.sent) {
			await close(); // The window broke off before the text left.
			return;
		}
		await this.documents.get(document).ask({
			sent: point.sent.hash,
			replaced: point.replaced?.hash,
			settle: async outcome => {
				await points.settle(point, outcome);
				await close();
			},
		});
	}

	dispose(): void {
		this.isDisposed = true;
		clearTimeout(this.timer);
	}
}
