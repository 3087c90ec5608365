import { isDeepStrictEqual } from 'node:util';
import { locales } from '../../api/wire';
import { translationsFolder } from '../../connector/documentName';
import { documentFiles, fileOf } from '../../remote/documentPath';
import { ArchiveError, type ArchiveProblem } from './archiveError';
import type { ConnectorBundle } from './bundle';
import { filesOf, pathIn } from './bundleEntries';
import { connectorFile } from '../copy/connectorJson';
import { chooseFolders } from './existingFolders';
import { findName, type FolderFiles } from './folderArchive';

export type FileChange = 'created' | 'changed' | 'removed' | 'same';

export interface PlannedFile {
	/** Within the folder that was chosen. */
	readonly path: string;
	readonly change: FileChange;
	/** What is to be there; undefined for a file that is removed. */
	readonly bytes: Uint8Array | undefined;
}

/** What writing connectors into a folder would do, file by file. */
export interface FolderPlan {
	readonly bundles: readonly ConnectorBundle[];
	readonly files: readonly PlannedFile[];
	/** Folders that may be connectors' and cannot be read; they are left as they are. */
	readonly problems: readonly ArchiveProblem[];
}

/** What a connector's folder can hold, its connector.json last, so that a folder has it only once it is complete. */
const knownFiles = [
	...Object.keys(documentFiles),
	...locales.map(locale => fileOf(`translations/${locale}`)),
	connectorFile,
];

/**
 * What to do so that the folder holds the connectors: each in the folder that is its own already, whatever that is called,
 * else in one that is named after it. Nothing is planned beside the files of these connectors.
 * @throws ArchiveError
 */
export async function planFolder(
	files: FolderFiles,
	bundles: readonly ConnectorBundle[],
): Promise<FolderPlan> {
	const { folders, problems } = await chooseFolders(files, bundles);
	const planned: PlannedFile[] = [];
	for (const [bundle, { folder, isThere }] of folders) {
		planned.push(...(await planConnector(files, bundle, folder, isThere)));
	}
	return { bundles, files: planned, problems };
}

export function countChanges({ files }: FolderPlan): Readonly<Record<FileChange, number>> {
	const counts = { created: 0, changed: 0, removed: 0, same: 0 };
	for (const { change } of files) {
		counts[change]++;
	}
	return counts;
}

/**
 * Does what was planned, if the plan would still be the same. Files that are the same are not touched.
 * @throws ArchiveError
 */
export async function writeFolder(files: FolderFiles, plan: FolderPlan): Promise<void> {
	const present = await planFolder(files, plan.bundles);
	const other = plan.files.find((file, index) => !isDeepStrictEqual(file, present.files[index]));
	if (other) {
		throw new ArchiveError({ kind: 'changed-meanwhile', path: other.path });
	}
	for (const { path, change, bytes } of plan.files) {
		if (!bytes) {
			await files.remove(path);
		} else if (change !== 'same') {
			await files.write(path, bytes);
		}
	}
}

async function planConnector(
	files: FolderFiles,
	bundle: ConnectorBundle,
	folder: string,
	isThere: boolean,
): Promise<readonly PlannedFile[]> {
	const wanted = filesOf(bundle);
	// The translations of unknown locales are written, and never removed: nobody knows whose they are.
	const all = [...[...wanted.keys()].filter(file => !knownFiles.includes(file)), ...knownFiles];
	const present = isThere ? await presentFiles(files, folder, all) : new Set<string>();
	const planned: PlannedFile[] = [];
	for (const file of all) {
		const path = pathIn(folder, file);
		const bytes = wanted.get(file);
		if (!bytes) {
			planned.push(...(present.has(file) ? [{ path, change: 'removed', bytes } as const] : []));
		} else if (!present.has(file)) {
			planned.push({ path, change: 'created', bytes });
		} else {
			planned.push({ path, change: (await hasBytes(files, path, bytes)) ? 'same' : 'changed', bytes });
		}
	}
	return planned;
}

/** Those of the files that are there. Throws an ArchiveError if something else is in the place of one. */
async function presentFiles(
	files: FolderFiles,
	folder: string,
	all: readonly string[],
): Promise<ReadonlySet<string>> {
	const names = await files.list(folder);
	const translations = findName(names, translationsFolder, 'folder', folder)
		? await files.list(pathIn(folder, translationsFolder))
		: [];
	return new Set(
		all.filter(file => {
			const [name = '', parent] = file.split('/').reverse();
			return parent === undefined
				? findName(names, name, 'file', folder)
				: findName(translations, name, 'file', pathIn(folder, parent));
		}),
	);
}

async function hasBytes(files: FolderFiles, path: string, bytes: Uint8Array): Promise<boolean> {
	// The size first: whatever is there may be large.
	return (await files.size(path)) === bytes.length && Buffer.compare(await files.read(path), bytes) === 0;
}
