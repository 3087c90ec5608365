import type * as vscode from 'vscode';
import type { ToolCalls } from '../agents/toolCalls';
import type { Catalog } from '../catalog/catalog';
import type { SourceEffects } from '../catalog/sourceEffects';
import type { TenantSources } from '../catalog/tenantSources';
import type { KeptBlanks } from '../documents/blanks/keptBlanks';
import type { Documents } from '../documents/documents';
import type { Proposals } from '../documents/proposals';
import type { RemoteChanges } from '../documents/notices/remoteChanges';
import type { OpenedTexts } from '../documents/openedTexts';
import type { RecentDocuments } from '../documents/recentDocuments';
import type { History } from '../core/history/history';
import type { SaveOrigins } from '../documents/origins/saveOrigins';
import type { SaveReviews } from '../documents/saves/saveReviews';
import type { Saves } from '../documents/saves/saves';
import type { VersionTexts } from '../documents/versionTexts';
import type { LanguageStart } from '../language/languageStart';
import type { PreviewStart } from '../pages/panel/previewStart';
import type { Tenants } from '../tenants/tenants';
import type { ConnectorTree } from '../views/connectorTree';
import type { TreeNode } from '../views/treeNode';
import type { Reporter } from './reporter';
import type { Walkthrough } from './walkthrough/walkthrough';

/** What the commands work with. */
export interface Studio {
	readonly tenants: Tenants;
	readonly catalog: Catalog;
	readonly sources: TenantSources;
	readonly effects: SourceEffects;
	/** What agents do, which programs may do, too. */
	readonly agents: () => Promise<ToolCalls>;
	readonly documents: Documents;
	readonly saves: Saves;
	readonly origins: SaveOrigins;
	readonly reviews: SaveReviews;
	readonly proposals: Proposals;
	readonly history: () => Promise<History>;
	readonly versions: VersionTexts;
	readonly opened: OpenedTexts;
	readonly blanks: KeptBlanks;
	readonly changes: RemoteChanges;
	readonly language: LanguageStart;
	readonly previews: PreviewStart;
	readonly recent: RecentDocuments;
	readonly tree: ConnectorTree;
	readonly view: vscode.TreeView<TreeNode>;
	readonly walkthrough: Walkthrough;
	readonly log: vscode.LogOutputChannel;
	readonly reporter: Reporter;
	/** Of this extension. */
	readonly version: string;
	readonly extensionId: string;
	/** Where this extension keeps files on this machine. */
	readonly storage: vscode.Uri;
	/** For what a command creates and keeps: it is disposed of with the extension. */
	readonly subscriptions: vscode.ExtensionContext['subscriptions'];
}
