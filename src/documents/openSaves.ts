import type * as vscode from 'vscode';
import { DisposableStore } from '../util/disposables';
import type { DocumentId } from './documentPath';
import type { Documents } from './documents';
import type { RestorePoints } from './restorePoints';
import { UnansweredSaveError } from './saveErrors';
import type { Saves } from './saves';
import type { OpenQuestion } from './unansweredSaves';

/** Milliseconds that activation has for itself. */
const afterStart = 500;
/** Milliseconds after which to look again whether another window, which was in the middle of a save, has broken off. */
const patience = 10_000;
/** Milliseconds after which at the latest a tenant is asked again that did not answer. */
const longestPatience = 120_000;

/** Finds out what became of saves without an answer, also of those that a closed window or a broken extension host left. */
export class OpenSaves implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly timers = new Set<NodeJS.Timeout>();
	private isDisposed = false;

	constructor(
		private readonly points: () => Promise<RestorePoints>,
		private readonly documents: Documents,
		saves: Saves,
		private readonly log: (error: unknown) => void,
	) {
		this.store.add(
			saves.onDidEnd(({ id, outcome }) => {
				if (outcome instanceof UnansweredSaveError) {
					this.askAgain(id, patience);
				}
			}),
		);
	}

	/** Looks as soon as VS Code has started, and for as long as other windows have saves under way. */
	start(): void {
		this.later(afterStart, () => this.look());
	}

	private async look(): Promise<void> {
		const points = await this.points();
		const { questions, others } = await points.unanswered.takeOver();
		for (const question of questions) {
			this.ask(points, question).catch(this.log);
		}
		if (others > 0) {
			this.later(patience, () => this.look());
		}
	}

	private async ask(points: RestorePoints, { id, document, close }: OpenQuestion): Promise<void> {
		const point = await points.point({ document, id });
		if (!point.sent) {
			await close(); // The window broke off before the text left.
			return;
		}
		const asked = this.documents.get(document).ask({
			sent: point.sent.hash,
			replaced: point.replaced?.hash,
			settle: async outcome => {
				await points.settle(point, outcome, false);
				await close();
			},
		});
		await asked.catch((error: unknown) => {
			this.log(error);
			this.askAgain(document, patience);
		});
	}

	/** The tenant did not answer; it may in a while. */
	private askAgain(id: DocumentId, milliseconds: number): void {
		this.later(milliseconds, async () => {
			const document = this.documents.get(id);
			if (document.hasOpenSave) {
				await document.refresh().catch(() => this.askAgain(id, Math.min(2 * milliseconds, longestPatience)));
			}
		});
	}

	private later(milliseconds: number, work: () => Promise<void>): void {
		if (this.isDisposed) {
			return;
		}
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			work().catch(this.log);
		}, milliseconds);
		this.timers.add(timer);
	}

	dispose(): void {
		this.isDisposed = true;
		this.timers.forEach(clearTimeout);
		this.store.dispose();
	}
}
