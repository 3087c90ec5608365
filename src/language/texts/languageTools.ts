import type * as vscode from 'vscode';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import {
	fileOfDocument,
	translationOf,
	xmlNames,
	type DocumentName,
} from '../../core/connector/documentName';
import type { RefactoredTexts } from '../../documents/origins/refactoredTexts';
import type { PropertiesDocument } from '../../core/properties/parse';
import type { XmlDocument } from '../../core/xml/tree';
import { schemes } from './schemes';

/** The connector that a document belongs to: a folder of a tenant or of a disk. */
export interface ConnectorFolder {
	readonly folder: vscode.Uri;
	readonly name: DocumentName;
}

/** What memory holds of a connector is no longer what it was. */
export interface ConnectorChange {
	readonly folder: vscode.Uri;
	/** The document that an editor has changed, opened or closed, if that is why. */
	readonly edited: DocumentName | undefined;
}

/** What the language features work with. */
export interface LanguageTools {
	/** What an editor's XML means, read once for each of its versions. */
	xml(document: vscode.TextDocument): XmlDocument;
	/** What an editor's properties mean, read once for each of its versions. */
	properties(document: vscode.TextDocument): PropertiesDocument;
	/** Undefined for what is no document of a connector. */
	folderOf(uri: vscode.Uri): ConnectorFolder | undefined;
	uriOf(folder: vscode.Uri, name: DocumentName): vscode.Uri;
	/** What people call the connector in a folder: its name, if that is known without a request. */
	nameOf(folder: vscode.Uri): Promise<string>;
	/**
	 * All documents of a connector, from editors and from memory; fetched when they are first asked for. For a minute after a
	 * failure it fails in the same way, without a request; with `again`, for what a person wants right now, it makes one.
	 */
	connector(folder: vscode.Uri, options?: { readonly again?: boolean }): Promise<ConnectorDocuments>;
	/** Fetches a tenant's connector anew if what is known of it is older, in milliseconds; it stays known until then. */
	refresh(folder: vscode.Uri, maxAge: number): Promise<void>;
	/** Whether `connector` would fail as it did a moment ago. */
	hasJustFailed(folder: vscode.Uri): boolean;
	/** Whether `connector` would answer without a request. */
	isAtHand(folder: vscode.Uri): boolean;
	/**
	 * What memory holds of a connector right now, without waiting; undefined if nothing has been fetched. The same object as
	 * long as its documents are the same.
	 */
	knownConnector(folder: vscode.Uri): ConnectorDocuments | undefined;
	/** Those of a connector's documents that editors hold. */
	inEditors(folder: vscode.Uri): ConnectorDocuments;
	openDocuments(folder: vscode.Uri): ReadonlyMap<DocumentName, vscode.TextDocument>;
	/** The text that a document was last seen to have where it is saved to; undefined if that has no such document. */
	savedText(folder: vscode.Uri, name: DocumentName): string | undefined;
	/** Connectors of the same tenant, or of the same parent folder, that memory holds; it fetches nothing. */
	knownNeighbours(folder: vscode.Uri): readonly ConnectorDocuments[];
	readonly onDidChange: vscode.Event<ConnectorChange>;
	/** Has to know the edits that VS Code makes in several documents, since it may save those by itself. */
	readonly refactored: RefactoredTexts;
	readonly log: (error: unknown) => void;
}

/** XML documents of connectors, in tenants and on disks. */
export const xmlSelector: vscode.DocumentSelector = schemes.map(scheme => ({
	scheme,
	pattern: `**/{${xmlNames.join()}}.xml`,
}));

/** Translations of connectors, in tenants and on disks. */
export const propertiesSelector: vscode.DocumentSelector = schemes.map(scheme => ({
	scheme,
	pattern: `**/${fileOfDocument(translationOf('*'))}`,
}));
