import * as vscode from 'vscode';
import type { Catalog } from './catalog/catalog';
import { SourceEffects } from './catalog/sourceEffects';
import type { TenantSources } from './catalog/tenantSources';
import { tellOfFailedSaves } from './commands/failedSaves';
import type { Reporter } from './commands/reporter';
import type { History } from './core/history/history';
import { KeptBlanks } from './documents/blanks/keptBlanks';
import { ConnectorFileSystem } from './documents/connectorFileSystem';
import { Documents } from './documents/documents';
import { FileChanges } from './documents/fileChanges';
import { AutoSaveNotice } from './documents/notices/autoSaveNotice';
import { MixedLineEndings } from './documents/notices/mixedLineEndings';
import { RemoteChanges } from './documents/notices/remoteChanges';
import { SaveNoticeEvents } from './documents/notices/saveNoticeEvents';
import { OpenedTexts } from './documents/openedTexts';
import { Proposals } from './documents/proposals';
import { RecentDocuments } from './documents/recentDocuments';
import { ReportedStateMemory } from './documents/reportedStateMemory';
import { SaveOrigins } from './documents/origins/saveOrigins';
import { InterruptedSaves } from './documents/saves/interruptedSaves';
import { SaveBatches } from './documents/saves/saveBatches';
import { SaveReviews } from './documents/saves/saveReviews';
import type { ShowEffects } from './documents/saves/saveQuestions';
import { Saves } from './documents/saves/saves';
import { VersionTexts } from './documents/versionTexts';
import type { Tenants } from './tenants/tenants';
import { lazy } from './util/lazy';
import { AccessDecorations } from './views/accessDecorations';
import { AccessStatus, type ConnectorPages } from './views/accessStatus';
import { RemoteChangeStatus } from './views/remoteChangeStatus';
import { HistoryView } from './views/history/historyView';
import { HistoryEntryContext } from './views/historyEntryContext';
import { MenuContext } from './views/menuContext';

/** What editing works with. */
export interface EditingSurroundings {
	readonly tenants: Tenants;
	readonly catalog: Catalog;
	readonly sources: () => Promise<TenantSources>;
	readonly showEffects: ShowEffects;
	readonly pages: ConnectorPages;
	readonly history: () => Promise<History>;
	readonly reporter: Reporter;
	readonly memory: vscode.Memento;
	/** Of this window alone. */
	readonly windowMemory: vscode.Memento;
	readonly fileChange: vscode.EventEmitter<vscode.FileChangeEvent[]>;
	readonly versionChange: vscode.EventEmitter<vscode.Uri>;
}

/** The documents, and what follows them while people edit and save them: nothing that activation needs. */
export class Editing implements vscode.Disposable {
	readonly documents: Documents;
	readonly files: ConnectorFileSystem;
	readonly recent: RecentDocuments;
	readonly versions: VersionTexts;
	readonly opened: OpenedTexts;
	readonly origins: SaveOrigins;
	readonly blanks: KeptBlanks;
	readonly effects: SourceEffects;
	readonly proposals: Proposals;
	readonly saves: Saves;
	readonly reviews: SaveReviews;
	readonly interruptedSaves: InterruptedSaves;
	readonly changes: RemoteChanges;
	private readonly all: vscode.Disposable;

	constructor(surroundings: EditingSurroundings) {
		const { tenants, catalog, pages, history, reporter, showEffects, fileChange, versionChange } =
			surroundings;
		const log = (error: unknown, tenant?: string) => reporter.note(error, tenant);
		const client = (tenant: string) => tenants.client(tenant);
		const reported = new ReportedStateMemory(surroundings.windowMemory);
		const documents = new Documents(client, catalog, reported, log);
		const fileChanges = new FileChanges(tenants, documents, fileChange);
		this.documents = documents;
		this.origins = new SaveOrigins();
		this.proposals = new Proposals(surroundings.windowMemory, this.origins.onDidType);
		this.blanks = new KeptBlanks();
		this.recent = new RecentDocuments(surroundings.memory);
		const versions = new VersionTexts(documents, history, versionChange);
		this.versions = versions;
		const questions = lazy(async () => {
			const { SaveQuestions } = await import('./documents/saves/saveQuestions');
			return new SaveQuestions(this.reviews, catalog, showEffects);
		});
		this.opened = new OpenedTexts(documents);
		this.reviews = new SaveReviews(versions, catalog, this.proposals);
		const nameOf = (tenant: string) => tenants.nameOf(tenant);
		this.effects = new SourceEffects(surroundings.sources, nameOf, ({ error, tenant, isNews }) => {
			log(error, tenant);
			if (isNews) {
				void import('./documents/notices/unreadSources').then(({ tellOfUnreadSources }) =>
					tellOfUnreadSources(nameOf(tenant), error),
				);
			}
		});
		this.saves = new Saves(tenants, documents, history, this.effects, this.proposals, questions);
		this.files = new ConnectorFileSystem(tenants, catalog, documents, this, fileChanges, log);
		this.interruptedSaves = new InterruptedSaves(history, documents, log);
		const batches = new SaveBatches(documents, this.saves);
		this.changes = new RemoteChanges(documents, log);
		this.all = vscode.Disposable.from(
			documents,
			fileChanges,
			this.files,
			this.recent,
			versions,
			this.opened,
			this.origins,
			this.proposals,
			this.saves,
			this.reviews,
			this.interruptedSaves,
			batches,
			batches.onDidFail(batch => void tellOfFailedSaves({ tenants, catalog }, batch)),
			this.changes,
			new AccessDecorations(tenants, catalog),
			new AccessStatus(tenants, pages),
			new RemoteChangeStatus(tenants, this.changes),
			new HistoryEntryContext(versions),
			new HistoryView(tenants, documents, this.saves, history),
			new MenuContext(tenants, catalog),
			new SaveNoticeEvents(
				{ tenants, catalog, documents, versions, effects: this.effects, showEffects },
				this.saves,
				log,
			),
			new AutoSaveNotice(tenants, this.saves, log),
			new MixedLineEndings(this.opened, documents),
			this.blanks,
		);
	}

	dispose(): void {
		this.all.dispose();
	}
}
