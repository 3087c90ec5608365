import type { Catalog } from '../catalog/catalog';
import type { TenantSources } from '../catalog/tenantSources';
import type { Documents } from '../documents/documents';
import type { RefactoredTexts } from '../documents/origins/refactoredTexts';

/** What the editor's understanding of documents works with. */
export interface LanguageSurroundings {
	readonly catalog: Catalog;
	readonly sources: TenantSources;
	readonly documents: Documents;
	/** Has to know the edits that VS Code is about to make in several documents. */
	readonly refactored: RefactoredTexts;
	readonly log: (error: unknown) => void;
}
