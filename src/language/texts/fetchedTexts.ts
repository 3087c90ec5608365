import * as vscode from 'vscode';
import {
	fileOfDocument,
	translationOf,
	xmlNames,
	type DocumentName,
} from '../../core/connector/documentName';
import type { Catalog } from '../../catalog/catalog';
import { partTexts } from '../../core/remote/documentParts';
import { placeAt, scheme } from '../../core/remote/documentPath';

/** The texts of a connector's documents by their names, without byte order marks. */
export type Texts = Map<DocumentName, string>;

/** The texts of a connector, and how old they are. */
export interface FetchedTexts {
	readonly texts: Texts;
	/** By `performance.now()`. */
	readonly askedAt: number;
}

/**
 * Reads all documents of the connector in a folder, of a tenant or of a disk; those that are not there are left out.
 * @param maxAge milliseconds; an older answer of a tenant is asked for again
 */
export async function fetchTexts(
	folder: vscode.Uri,
	catalog: Catalog,
	maxAge = Infinity,
): Promise<FetchedTexts> {
	if (folder.scheme !== scheme) {
		const askedAt = performance.now();
		return { texts: await readFolder(folder), askedAt };
	}
	const place = placeAt(folder.path);
	return place?.kind === 'connector'
		? readTenant(catalog, folder.authority, place.scriptName, maxAge)
		: { texts: new Map(), askedAt: -Infinity };
}

async function readTenant(
	catalog: Catalog,
	tenant: string,
	scriptName: string,
	maxAge: number,
): Promise<FetchedTexts> {
	const detail = await catalog.detail(tenant, scriptName, maxAge);
	// If the answer has been forgotten meanwhile, all that is known of the documents counts as newer.
	const { askedAt = -Infinity } = (await catalog.knownOutline(tenant, scriptName)) ?? {};
	const texts = new Map<DocumentName, string>();
	for (const [part, text] of detail ? partTexts(detail) : []) {
		if (part !== 'connector-metadata') {
			texts.set(part, text);
		}
	}
	return { texts, askedAt };
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
		const uri = vscode.Uri.joinPath(folder, fileOfDocument(name));
		// In the encoding in which an editor would open it; without a byte order mark.
		const text = await vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
		return text.replace(/^\ufeff/, '');
	} catch {
		return undefined; // A folder need not have all documents.
	}
}
