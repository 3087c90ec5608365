import * as vscode from 'vscode';
import type { Catalog } from '../../catalog/catalog';
import type { DocumentId } from '../../core/remote/documentPath';
import { hashOf } from '../../core/remote/versions';
import { ContextKey } from '../../util/contextKey';
import { DisposableStore } from '../../util/disposables';
import { closeDiffs } from '../diffTabs';
import { documentTitle } from '../documentTitle';
import { fromUri, toUri } from '../documentUri';
import { documentAt } from '../openDocuments';
import type { Proposals } from '../proposals';
import type { VersionTexts } from '../versionTexts';
import type { Departure } from './departure';
import type { SaveAgreement } from './saveAgreement';

/** A comparison of a document with what its tenant has, from which it can be sent. */
export interface SaveReview {
	readonly id: DocumentId;
	/** Who sends from there has seen what is replaced. */
	readonly agreement: SaveAgreement;
}

/** A document that is compared with what its tenant has. */
export type ReviewedDocument = Pick<Departure, 'id' | 'tenant'>;

interface ReviewLooks {
	/** The URIs of what is to be sent, where no editor holds it. */
	readonly texts?: ReadonlyMap<ReviewedDocument, vscode.Uri>;
	readonly titleOf: (title: string, tenant: string) => string;
	/** Of a comparison of several documents. */
	readonly titleOfAll?: (tenant: string) => string;
	readonly preserveFocus?: boolean;
}

/** The comparisons that people wanted to see before they save. Each is closed once it says nothing any more. */
export class SaveReviews implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly isShown = new ContextKey<boolean>('iscConnectors.isSaveReviewed');
	/** By the URI of the tenant's side. */
	private readonly reviews = new Map<string, SaveReview>();

	constructor(
		private readonly versions: VersionTexts,
		private readonly catalog: Pick<Catalog, 'nameSoFar'>,
		private readonly proposals: Proposals,
	) {
		const { window, workspace } = vscode;
		this.store.add(window.tabGroups.onDidChangeTabs(() => this.update()));
		this.store.add(window.tabGroups.onDidChangeTabGroups(() => this.update()));
		this.store.add(
			workspace.onDidChangeTextDocument(({ contentChanges }) => {
				// VS Code tells in this way that a document became dirty or clean.
				if (contentChanges.length === 0) {
					this.update();
				}
			}),
		);
		this.store.add(workspace.onDidSaveTextDocument(({ uri }) => void this.closeSaved(uri)));
		this.store.add(workspace.onDidCloseTextDocument(({ uri }) => void this.reviews.delete(uri.toString())));
	}

	/** Shows what editors hold beside what the tenant has, because a person wants to see that. */
	async show(departures: readonly Departure[]): Promise<void> {
		for (const { id, bytes, present, agreement } of departures) {
			const hash = present && hashOf(present);
			this.begin({ id, agreement: { ...agreement, over: { hash } } });
			const shown = documentAt(toUri(id))?.getText();
			this.proposals.looked(toUri(id), [
				new TextDecoder().decode(bytes),
				...(shown === undefined ? [] : [shown]),
			]);
		}
		await this.open(departures, {
			titleOf: (title, tenant) => vscode.l10n.t('{0}: {1} ↔ yours', title, tenant),
		});
		this.update();
	}

	/** Shows what an agent has put into editors beside what the tenant has: nobody has agreed to any of it. */
	async showProposed(documents: readonly ReviewedDocument[]): Promise<void> {
		documents.forEach(({ id }) => this.begin({ id, agreement: {} }));
		await this.open(documents, {
			titleOf: (title, tenant) => vscode.l10n.t('{0}: {1} ↔ proposed', title, tenant),
			titleOfAll: tenant => vscode.l10n.t('Proposed for {0}', tenant),
			preserveFocus: true,
		});
		this.update();
	}

	private begin(review: SaveReview): void {
		this.reviews.set(this.versions.reviewUri(review.id).toString(), review);
	}

	/** Shows texts that no editor holds beside what the tenant has, until something is done. */
	async showDuring<T>(departures: readonly Departure[], work: () => Promise<T>): Promise<T> {
		const texts = new Map(departures.map(each => [each, this.versions.snapshot(each.id, each.bytes)]));
		await this.open(departures, {
			texts,
			titleOf: (title, tenant) => vscode.l10n.t('{0}: {1} ↔ to be sent', title, tenant),
		});
		const shown = new Set([...texts.values()].map(String));
		try {
			return await work();
		} finally {
			await closeDiffs(diffs => diffs.some(({ modified }) => shown.has(modified.toString())));
		}
	}

	private async open(
		documents: readonly ReviewedDocument[],
		{ texts, titleOf, titleOfAll = toBeSent, preserveFocus = false }: ReviewLooks,
	): Promise<void> {
		const sides = documents.map(each => {
			const uri = toUri(each.id);
			return [uri, this.versions.reviewUri(each.id), texts?.get(each) ?? uri] as const;
		});
		const [[first, others], [document]] = [[sides[0], sides.length - 1], documents];
		if (first && document && others === 0) {
			const [, theirs, own] = first;
			const title = titleOf(documentTitle(this.catalog, document.id), document.tenant.name);
			await vscode.commands.executeCommand('vscode.diff', theirs, own, title, {
				preview: false,
				preserveFocus,
			});
		} else if (document) {
			await vscode.commands.executeCommand('vscode.changes', titleOfAll(document.tenant.name), sides);
		}
	}

	/** The one in the active tab. */
	get active(): SaveReview | undefined {
		const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
		return input instanceof vscode.TabInputTextDiff ? this.reviews.get(input.original.toString()) : undefined;
	}

	async close({ id }: SaveReview): Promise<void> {
		await closeDiffs(([diff, ...others]) => {
			const isOwn = diff?.modified.toString() === toUri(id).toString();
			return isOwn && others.length === 0 && this.isReview(diff);
		});
	}

	/** Whether this compares what an editor holds; people open comparisons of the same document for other reasons. */
	private isReview({ original, modified }: vscode.TabInputTextDiff): boolean {
		const id = fromUri(modified);
		return id !== undefined && original.toString() === this.versions.reviewUri(id).toString();
	}

	/** Closes what was to be seen before a document is saved; a comparison of several, once all of them are. */
	private async closeSaved(saved: vscode.Uri): Promise<void> {
		await closeDiffs(
			diffs =>
				diffs.some(({ modified }) => modified.toString() === saved.toString()) &&
				diffs.every(diff => this.isReview(diff) && !documentAt(diff.modified)?.isDirty),
		);
	}

	private update(): void {
		const { active } = this;
		void this.isShown.set(active !== undefined && documentAt(toUri(active.id))?.isDirty === true);
	}

	dispose(): void {
		this.store.dispose();
	}
}

function toBeSent(tenant: string): string {
	return vscode.l10n.t('To be sent to {0}', tenant);
}
