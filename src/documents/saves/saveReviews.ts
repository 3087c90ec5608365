import * as vscode from 'vscode';
import type { DocumentId } from '../../core/remote/documentPath';
import { hashOf } from '../../core/remote/versions';
import { ContextKey } from '../../util/contextKey';
import { DisposableStore } from '../../util/disposables';
import { nameOf } from '../documents';
import { toUri } from '../documentUri';
import type { VersionTexts } from '../versionTexts';
import type { Departure } from './departure';
import type { SaveAgreement } from './saveAgreement';

/** A comparison of a document with what its tenant has, from which it can be sent. */
export interface SaveReview {
	readonly id: DocumentId;
	/** Who sends from there has seen what is replaced. */
	readonly agreement: SaveAgreement;
}

/** The comparisons that people wanted to see before they save. */
export class SaveReviews implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly isShown = new ContextKey<boolean>('iscConnectors.isSaveReviewed');
	/** By the URI of the tenant's side. */
	private readonly reviews = new Map<string, SaveReview>();

	constructor(private readonly versions: VersionTexts) {
		this.store.add(vscode.window.tabGroups.onDidChangeTabs(() => this.update()));
		this.store.add(vscode.window.tabGroups.onDidChangeTabGroups(() => this.update()));
		this.store.add(
			vscode.workspace.onDidCloseTextDocument(({ uri }) => void this.reviews.delete(uri.toString())),
		);
	}

	async show({ tenant, id, agreement }: Departure, present: Uint8Array): Promise<void> {
		const theirs = this.versions.snapshot(id, present);
		this.reviews.set(theirs.toString(), { id, agreement: { ...agreement, over: { hash: hashOf(present) } } });
		const title = vscode.l10n.t('{0}: {1} ↔ yours', nameOf(id), tenant.name);
		await vscode.commands.executeCommand('vscode.diff', theirs, toUri(id), title, { preview: false });
		this.update();
	}

	/** The one in the active tab. */
	get active(): SaveReview | undefined {
		return this.in(vscode.window.tabGroups.activeTabGroup.activeTab);
	}

	async close(review: SaveReview): Promise<void> {
		const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
		await vscode.window.tabGroups.close(tabs.filter(tab => this.in(tab) === review));
	}

	private in(tab: vscode.Tab | undefined): SaveReview | undefined {
		const input = tab?.input;
		return input instanceof vscode.TabInputTextDiff ? this.reviews.get(input.original.toString()) : undefined;
	}

	private update(): void {
		void this.isShown.set(this.active !== undefined);
	}

	dispose(): void {
		this.store.dispose();
	}
}
