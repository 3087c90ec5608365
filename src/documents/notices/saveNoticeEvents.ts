import type * as vscode from 'vscode';
import type { Tenants } from '../../tenants/tenants';
import { DisposableStore } from '../../util/disposables';
import type { Documents } from '../documents';
import type { SaveNotices } from './saveNotices';
import type { Saves } from '../saves/saves';
import type { VersionTexts } from '../versionTexts';

/** Listens for what people should know of their saves; the notices are loaded with the first. */
export class SaveNoticeEvents implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private loading: Promise<SaveNotices> | undefined;

	constructor(
		private readonly tenants: Tenants,
		private readonly documents: Documents,
		saves: Saves,
		private readonly versions: VersionTexts,
		log: (error: unknown) => void,
	) {
		const tell = (what: (notices: SaveNotices) => Promise<void>) => void this.notices().then(what).catch(log);
		this.store.add(documents.onDidRewrite(rewriting => tell(notices => notices.tellOfRewriting(rewriting))));
		this.store.add(
			documents.onDidAnswer(({ id, answer }) => tell(notices => notices.tellOfAnswer(id, answer))),
		);
		this.store.add(saves.onDidEnd(ended => tell(notices => notices.tellOfEnd(ended))));
	}

	private notices(): Promise<SaveNotices> {
		const load = async () => {
			const module = await import('./saveNotices');
			return new module.SaveNotices(tenant => this.tenants.nameOf(tenant), this.versions, this.documents);
		};
		return (this.loading ??= load());
	}

	dispose(): void {
		this.store.dispose();
	}
}
