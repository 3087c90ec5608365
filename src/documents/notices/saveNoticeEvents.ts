import type * as vscode from 'vscode';
import { DisposableStore } from '../../util/disposables';
import { lazy } from '../../util/lazy';
import type { NoticeSurroundings, SaveNotices } from './saveNotices';
import type { Saves } from '../saves/saves';

/** Listens for what people should know of their saves; the notices are loaded with the first. */
export class SaveNoticeEvents implements vscode.Disposable {
	private readonly store = new DisposableStore();

	constructor(surroundings: NoticeSurroundings, saves: Saves, log: (error: unknown) => void) {
		const load = lazy(async () => {
			const { SaveNotices } = await import('./saveNotices');
			return new SaveNotices(surroundings);
		});
		const { documents } = surroundings;
		const tell = (what: (notices: SaveNotices) => Promise<void>) => void load().then(what).catch(log);
		this.store.add(documents.onDidRewrite(rewriting => tell(notices => notices.tellOfRewriting(rewriting))));
		this.store.add(
			documents.onDidAnswer(({ id, answer }) => tell(notices => notices.tellOfAnswer(id, answer))),
		);
		this.store.add(saves.onDidEnd(ended => tell(notices => notices.tellOfEnd(ended))));
	}

	dispose(): void {
		this.store.dispose();
	}
}
