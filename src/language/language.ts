import type * as vscode from 'vscode';
import { DisposableStore } from '../util/disposables';
import { addLabelText, labelWithoutText, type LabelWithoutText } from './addLabelText';
import { ConnectorTexts } from './connectorTexts';
import { Diagnostics, type ProblemCounts } from './diagnostics';
import type { LanguageTools } from './languageTools';
import type { LanguageSurroundings } from './start';
import { registerCheckQuickFixes } from './checkQuickFixes';
import { registerDefinition } from './definition';
import { registerLabelHints } from './labelHints';
import { registerLabelHover } from './labelHover';
import { registerPropertiesCompletion } from './propertiesCompletion';
import { registerPropertiesHover } from './propertiesHover';
import { registerPropertiesOutline } from './propertiesOutline';
import { registerPropertiesQuickFixes } from './propertiesQuickFixes';
import { registerReferences } from './references';
import { registerRename } from './rename';
import { registerWordQuickFixes } from './wordQuickFixes';
import { registerXmlCompletion } from './xmlCompletion';
import { registerXmlFolding } from './xmlFolding';
import { registerXmlFormatting } from './xmlFormatting';
import { registerXmlHover } from './xmlHover';
import { registerXmlLinkedEditing } from './xmlLinkedEditing';
import { registerXmlOutline } from './xmlOutline';
import { registerXmlQuickFixes } from './xmlQuickFixes';
import { registerXmlSelection } from './xmlSelection';
import { registerXmlTagClosing } from './xmlTagClosing';

/** Everything that the editor understands of connectors' documents. */
export class Language implements vscode.Disposable {
	private readonly store = new DisposableStore();
	/** What the features understand with, for whoever shows a connector in another way. */
	readonly tools: LanguageTools;
	private readonly diagnostics: Diagnostics;

	constructor({ catalog, documents, refactored, log }: LanguageSurroundings) {
		this.tools = this.store.add(new ConnectorTexts(catalog, documents, refactored, log));
		this.diagnostics = this.store.add(new Diagnostics(this.tools));
		features.forEach(register => this.store.add(register(this.tools)));
	}

	/** The folder of the connector that a document belongs to; undefined for every other document. */
	folderOf(document: vscode.Uri): vscode.Uri | undefined {
		return this.tools.folderOf(document)?.folder;
	}

	/** What is known of a label key before people give it a text. @throws UserError if it has one */
	labelWithoutText(folder: vscode.Uri, key: string): Promise<LabelWithoutText> {
		return labelWithoutText(this.tools, folder, key);
	}

	/** Gives a label key its first text. @throws UserError if it has one */
	addLabelText(folder: vscode.Uri, key: string, text: string): Promise<void> {
		return addLabelText(this.tools, folder, key, text);
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
