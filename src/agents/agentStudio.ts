import type { Catalog } from '../catalog/catalog';
import type { SourceEffects } from '../catalog/sourceEffects';
import type { TenantSources } from '../catalog/tenantSources';
import type { History } from '../core/history/history';
import type { Documents } from '../documents/documents';
import type { Proposals } from '../documents/proposals';
import type { SaveReviews } from '../documents/saves/saveReviews';
import type { LanguageStart } from '../language/languageStart';
import type { Tenants } from '../tenants/tenants';

/** What the tools of agents work with. */
export interface AgentStudio {
	readonly tenants: Tenants;
	readonly catalog: Catalog;
	readonly sources: TenantSources;
	readonly effects: SourceEffects;
	readonly documents: Documents;
	readonly history: () => Promise<History>;
	readonly proposals: Proposals;
	readonly reviews: SaveReviews;
	readonly language: LanguageStart;
}
