import * as vscode from 'vscode';
import { DisposableStore } from '../util/disposables';
import { scheme, type DocumentId } from '../core/remote/documentPath';
import { fromUri } from './documentUri';

const key = 'iscConnectors.recentDocuments';
const most = 200;

/** The documents that people have looked at, the latest first, over restarts. */
export class RecentDocuments implements vscode.Disposable {
	private readonly store = new DisposableStore();

	constructor(private readonly memory: vscode.Memento) {
		this.store.add(vscode.window.onDidChangeActiveTextEditor(editor => this.note(editor?.document.uri)));
		this.note(vscode.window.activeTextEditor?.document.uri);
	}

	ids(): readonly DocumentId[] {
		return this.uris()
			.map(uri => fromUri(vscode.Uri.parse(uri)))
			.filter(id => id !== undefined);
	}

	/** As `toUri` makes them. */
	private uris(): readonly string[] {
		const kept = this.memory.get<unknown>(key);
		return Array.isArray(kept) ? kept.filter(isOurs) : [];
	}

	private note(uri: vscode.Uri | undefined): void {
		if (!uri || !fromUri(uri)) {
			return;
		}
		const latest = uri.toString();
		const known = this.uris();
		if (known[0] !== latest) {
			void this.memory.update(key, [latest, ...known.filter(other => other !== latest)].slice(0, most));
		}
	}

	dispose(): void {
		this.store.dispose();
	}
}

/** Another version of this extension may have kept anything. */
function isOurs(kept: unknown): kept is string {
	return typeof kept === 'string' && kept.startsWith(`${scheme}:`);
}
