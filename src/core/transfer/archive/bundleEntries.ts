import { translationsFolder } from '../../connector/documentName';
import { documentFiles, fileOf } from '../../remote/documentPath';
import { byPath, type ArchiveEntry } from './archive';
import { ArchiveError } from './archiveError';
import type { ConnectorBundle } from './bundle';
import { folderNames, isPassedOver } from './connectorFolders';
import { aboutBytes, connectorFile } from '../copy/connectorJson';

/** How deep a connector's folder may be, for instance as `repository-main/tenants/acme/Active Directory`. */
export const deepestFolder = 6;
export const translationEnd = '.properties';

/** The files of connectors, sorted by path. Throws an ArchiveError if two connectors have the same name. */
export function entriesOf(bundles: readonly ConnectorBundle[]): readonly ArchiveEntry[] {
	const folders = foldersFor(bundles);
	const entries = bundles.flatMap(bundle => {
		const folder = folders.get(bundle.about.name) ?? '';
		return [...filesOf(bundle)].map(([file, bytes]) => ({ path: pathIn(folder, file), bytes }));
	});
	return entries.sort(byPath);
}

/** Connector → folder. Throws an ArchiveError if two have the same name. */
export function foldersFor(bundles: readonly ConnectorBundle[]): ReadonlyMap<string, string> {
	const names = new Set<string>();
	for (const { name } of bundles.map(({ about }) => about)) {
		if (names.has(name)) {
			throw new ArchiveError({ kind: 'name-repeated', name });
		}
		names.add(name);
	}
	return folderNames(names);
}

/** Path in the connector's folder → content. */
export function filesOf({ about, texts }: ConnectorBundle): ReadonlyMap<string, Uint8Array> {
	const documents = [...texts].map(([part, bytes]) => [fileOf(part), bytes] as const);
	return new Map([[connectorFile, aboutBytes(about)], ...documents]);
}

/** Whether `readBundles` looks at a file. */
export function isBundleFile(path: string): boolean {
	return bundleFileAt(path) !== undefined;
}

/** The connector's folder, and the path in there, if a file may be a connector's: `acme/translations/de.properties`. */
export function bundleFileAt(path: string): { readonly folder: string; readonly file: string } | undefined {
	const segments = path.split('/');
	const name = segments.pop() ?? '';
	const isTranslation = name.endsWith(translationEnd) && segments.at(-1) === translationsFolder;
	const file = isTranslation ? `${translationsFolder}/${name}` : name;
	if (isTranslation) {
		segments.pop();
	}
	const isKnown = isTranslation || file === connectorFile || Object.hasOwn(documentFiles, file);
	return isKnown && segments.length <= deepestFolder && ![...segments, name].some(isPassedOver)
		? { folder: segments.join('/'), file }
		: undefined;
}

export function pathIn(folder: string, file: string): string {
	return folder === '' ? file : `${folder}/${file}`;
}
