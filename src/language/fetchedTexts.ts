import * as vscode from 'vscode';
import { fileOf, translationOf, type DocumentName, type XmlName } from '../connector/documentName';
import type { Catalog } from '../documents/catalog';
import { textsOf } from '../documents/connectorTexts';
import { placeAt, scheme } from '../documents/documentPath';

/** The texts of a connector's documents by their names, without byte order marks. */
export type Texts = ReadonlyMap<DocumentName, string>;

const xmlNames: readonly XmlName[] = ['source-config', 'source-template', 'correlation-config'];

/** Reads all documents of the connector in a folder, of a tenant or of a disk; those that are not there are left out. */
export async function fetchTexts(folder: vscode.Uri, catalog: Catalog): Promise<Texts> {
	if (folder.scheme !== scheme) {
		return readFolder(folder);
	}
	const place = placeAt(folder.path);
	const detail =
		place?.kind === 'connector' ? await catalog.detail(folder.authority, place.scriptName) : undefined;
	const texts = new Map<DocumentName, string>();
	for (const [part, text] of detail ? textsOf(detail) : []) {
		if (part !== 'connector-metadata') {
			texts.set(part, text);
		}
	}
	return texts;
}

async function readFolder(folder: vscode.Uri): Promise<Texts> {
	const translations = await localesIn(vscode.Uri.joinPath(folder, 'translations'));
	const names: readonly DocumentName[] = [...xmlNames, ...translations.map(translationOf)];
	const read = names.map(async name => [name, await readText(folder, name)] as const);
	const texts = new Map<DocumentName, string>();
	for (const [name, text] of await Promise.all(read)) {
		if (text !== undefined) {
			texts.set(name, text);
		}
	}
	return texts;
}

async function localesIn(folder: vscode.Uri): Promise<readonly string[]> {
	try {
		const files = await vscode.workspace.fs.readDirectory(folder);
		return files.flatMap(([file]) => /^(.+)\.properties$/.exec(file)?.[1] ?? []);
	} catch {
		return []; // A connector without translations.
	}
}

async function readText(folder: vscode.Uri, name: DocumentName): Promise<string | undefined> {
	try {
		const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, fileOf(name)));
		return new TextDecoder().decode(bytes);
	} catch {
		return undefined; // A folder need not have all documents.
	}
}
