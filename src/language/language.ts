import type * as vscode from 'vscode';
import { DisposableStore } from '../util/disposables';
import { LabelTexts } from './labelTexts';
import { ConnectorTexts } from './texts/connectorTexts';
import { Diagnostics, type ProblemCounts } from './diagnostics/diagnostics';
import type { LanguageTools } from './texts/languageTools';
import type { LanguageSurroundings } from './languageSurroundings';
import { registerCheckQuickFixes } from './fixes/checkQuickFixes';
import { registerDefinition } from './features/definitionProvider';
import { registerLabelActions } from './features/labelActions';
import { registerLabelHints } from './features/labelHints';
import { registerLabelHover } from './features/labelHover';
import { registerPropertiesCompletion } from './features/propertiesCompletion';
import { registerPropertiesHover } from './features/propertiesHover';
import { registerPropertiesOutline } from './features/propertiesOutline';
import { registerPropertiesQuickFixes } from './fixes/propertiesQuickFixes';
import { registerReferences } from './features/referenceProvider';
import { registerRename } from './features/renameProvider';
import { registerSourceHover } from './features/sourceHover';
import { registerSourceLenses } from './features/sourceLenses';
import { registerWordQuickFixes } from './fixes/wordQuickFixes';
import { registerXmlCompletion } from './features/xmlCompletion';
import { registerXmlFolding } from './features/xmlFolding';
import { registerXmlFormatting } from './features/xmlFormatting';
import { registerXmlHover } from './features/xmlHover';
import { registerXmlLinkedEditing } from './features/xmlLinkedEditing';
import { registerXmlOutline } from './features/xmlOutline';
import { registerXmlQuickFixes } from './fixes/xmlQuickFixes';
import { registerXmlSelection } from './features/xmlSelection';
import { registerXmlTagClosing } from './features/xmlTagClosing';

/** Everything that the editor understands of connectors' documents. */
export class Language implements vscode.Disposable {
	private readonly store = new DisposableStore();
	/** What the features work with; also for what shows connectors elsewhere than in editors. */
	readonly tools: LanguageTools;
	readonly labels: LabelTexts;
	private readonly diagnostics: Diagnostics;

	constructor({ catalog, sources, documents, refactored, log }: LanguageSurroundings) {
		this.tools = this.store.add(new ConnectorTexts(catalog, documents, refactored, log));
		this.labels = new LabelTexts(this.tools);
		this.diagnostics = this.store.add(new Diagnostics(this.tools));
		features.forEach(register => this.store.add(register(this.tools)));
		this.store.add(registerSourceHover(this.tools, sources));
		this.store.add(registerSourceLenses(this.tools, sources));
	}

	/** The folder of the connector that a document belongs to; undefined for every other document. */
	folderOf(document: vscode.Uri): vscode.Uri | undefined {
		return this.tools.folderOf(document)?.folder;
	}

	/** Looks at all documents of the connector in a folder; their problems are shown from then on. */
	check(folder: vscode.Uri): Promise<ProblemCounts> {
		return this.diagnostics.check(folder);
	}

	dispose(): void {
		this.store.dispose();
	}
}

const features: readonly ((tools: LanguageTools) => vscode.Disposable)[] = [
	registerCheckQuickFixes,
	registerDefinition,
	registerLabelActions,
	registerLabelHints,
	registerLabelHover,
	registerPropertiesCompletion,
	registerPropertiesHover,
	registerPropertiesOutline,
	registerPropertiesQuickFixes,
	registerReferences,
	registerRename,
	registerWordQuickFixes,
	registerXmlCompletion,
	registerXmlFolding,
	registerXmlFormatting,
	registerXmlHover,
	registerXmlLinkedEditing,
	registerXmlOutline,
	registerXmlQuickFixes,
	registerXmlSelection,
	registerXmlTagClosing,
];
