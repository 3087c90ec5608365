import { archiveLimits, byPath, pathKey, sizeCheck, type ArchiveEntry, type ArchiveLimits } from './archive';
import { ArchiveError, type ArchiveProblem } from './archiveError';
import { deepestFolder, isBundleFile, pathIn } from './bundleEntries';
import { isPassedOver } from './connectorFolders';

export type FileKind = 'file' | 'folder' | 'link' | 'other';

export type NamesAndKinds = readonly (readonly [name: string, kind: FileKind])[];

/** What is in a folder. Paths are within it, with `/` between their segments; its own is empty. */
export interface FolderFiles {
	/** Nothing for a folder that is not there. */
	list(folder: string): Promise<NamesAndKinds>;
	size(file: string): Promise<number>;
	read(file: string): Promise<Uint8Array>;
	/** Makes the folders above it too. */
	write(file: string, bytes: Uint8Array): Promise<void>;
	remove(file: string): Promise<void>;
}

export interface FoundEntries {
	readonly entries: readonly ArchiveEntry[];
	/** Links, which are not followed. */
	readonly problems: readonly ArchiveProblem[];
}

/** The files in a folder that `readBundles` looks at. Throws an ArchiveError if there is more than the limits allow. */
export async function readFolder(
	files: FolderFiles,
	limits: ArchiveLimits = archiveLimits,
): Promise<FoundEntries> {
	const entries: ArchiveEntry[] = [];
	const problems: ArchiveProblem[] = [];
	const checkSize = sizeCheck(limits);
	let seen = 0;
	await visit('', 0);
	return { entries, problems };

	async function visit(folder: string, depth: number): Promise<void> {
		const found = (await files.list(folder))
			.filter(([name]) => !isPassedOver(name))
			.map(([name, kind]) => ({ path: pathIn(folder, name), kind }));
		seen += found.length;
		if (seen > limits.entries) {
			throw new ArchiveError({ kind: 'too-many-entries', limit: limits.entries });
		}
		for (const { path, kind } of found.sort(byPath)) {
			if (kind === 'link') {
				problems.push({ kind: 'link-passed-over', path });
			} else if (kind === 'folder' && depth <= deepestFolder) {
				await visit(path, depth + 1);
			} else if (kind === 'file' && isBundleFile(path)) {
				checkSize(path, await files.size(path));
				entries.push({ path, bytes: await files.read(path) });
			}
		}
	}
}

/** Whether a file or a folder is there. Throws an ArchiveError if something else is in its place, or it is in other letters. */
export function findName(
	names: NamesAndKinds,
	name: string,
	kind: 'file' | 'folder',
	folder: string,
): boolean {
	const exact = names.find(([other]) => other === name);
	const found = exact ?? names.find(([other]) => pathKey(other) === pathKey(name));
	if (found && (!exact || found[1] !== kind)) {
		throw inTheWay(pathIn(folder, found[0]), found[1]);
	}
	return found !== undefined;
}

export function inTheWay(path: string, kind: FileKind | undefined): ArchiveError {
	return new ArchiveError({ kind: kind === 'link' ? 'link-in-the-way' : 'in-the-way', path });
}
