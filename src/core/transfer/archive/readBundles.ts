import { translationsFolder } from '../../connector/documentName';
import { documentFiles, placeAt, type DocumentPart } from '../../remote/documentPath';
import { byPath, groupBy, type ArchiveEntry } from './archive';
import { ArchiveError, pathInArchive, type ArchiveProblem } from './archiveError';
import { nameKey, type ConnectorAbout, type ConnectorBundle } from './bundle';
import { bundleFileAt, pathIn, translationEnd } from './bundleEntries';
import { connectorFile, parseAbout } from '../copy/connectorJson';

/** What there is in a folder or a zip: the connectors that can be used, and what cannot be used and why, in the order of paths. */
export interface FoundBundles {
	readonly bundles: readonly ConnectorBundle[];
	readonly problems: readonly ArchiveProblem[];
}

/** Finds the connectors in a folder or a zip, at whatever depth, and passes over what is beside them. */
export function readBundles(entries: readonly ArchiveEntry[]): FoundBundles {
	const problems: ArchiveProblem[] = [];
	const found: { readonly path: string; readonly bundle: ConnectorBundle }[] = [];
	for (const [folder, files] of foldersOf(entries)) {
		const path = pathIn(folder, connectorFile);
		const about = aboutIn(files, path, problems);
		if (about) {
			found.push({ path, bundle: { about, texts: textsIn(folder, files, problems) } });
		}
	}
	const bundles: ConnectorBundle[] = [];
	for (const [first, ...others] of groupBy(found.sort(byPath), nameOf).values()) {
		if (first && others.length === 0) {
			bundles.push(first.bundle);
		}
		// Nobody knows which one of them is meant, so none is taken.
		for (const { path, bundle } of others) {
			const { name } = bundle.about;
			problems.push({ kind: 'connector-repeated', path, other: first?.path ?? '', name });
		}
	}
	return { bundles, problems: problems.sort((one, other) => byPath(placed(one), placed(other))) };
}

function nameOf({ bundle }: { readonly bundle: ConnectorBundle }): string {
	return nameKey(bundle.about.name);
}

function placed(problem: ArchiveProblem): { readonly path: string } {
	return { path: pathInArchive(problem) ?? '' };
}

type FilesInFolder = ReadonlyMap<string, Uint8Array>;

function foldersOf(entries: readonly ArchiveEntry[]): ReadonlyMap<string, FilesInFolder> {
	const folders = new Map<string, Map<string, Uint8Array>>();
	for (const { path, bytes } of entries) {
		const place = bundleFileAt(path);
		if (place) {
			const files = folders.get(place.folder) ?? new Map<string, Uint8Array>();
			folders.set(place.folder, files.set(place.file, bytes));
		}
	}
	return folders;
}

function aboutIn(files: FilesInFolder, path: string, problems: ArchiveProblem[]): ConnectorAbout | undefined {
	const bytes = files.get(connectorFile);
	if (!bytes) {
		// Translations alone mean nothing: other software has folders of that name, too.
		if ([...files.keys()].some(file => Object.hasOwn(documentFiles, file))) {
			problems.push({ kind: 'about-missing', path });
		}
		return undefined;
	}
	try {
		return parseAbout(bytes, path);
	} catch (error) {
		if (error instanceof ArchiveError) {
			problems.push(error.problem);
			return undefined;
		}
		throw error;
	}
}

function textsIn(
	folder: string,
	files: FilesInFolder,
	problems: ArchiveProblem[],
): ReadonlyMap<DocumentPart, Uint8Array> {
	const texts = new Map<DocumentPart, Uint8Array>();
	for (const [file, bytes] of files) {
		const place = placeAt(`/connector/${file}`);
		if (place?.kind === 'document') {
			texts.set(place.part, bytes);
		} else if (file !== connectorFile) {
			const locale = file.slice(translationsFolder.length + 1, -translationEnd.length);
			problems.push({ kind: 'unknown-locale', path: pathIn(folder, file), locale });
		}
	}
	return texts;
}
