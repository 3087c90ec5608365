import { archiveLimits, groupBy, pathKey } from './archive';
import { ArchiveError, pathInArchive, type ArchiveProblem } from './archiveError';
import { nameKey, type ConnectorBundle } from './bundle';
import { foldersFor, pathIn } from './bundleEntries';
import { isPassedOver, suffixedFolder } from './connectorFolders';
import { connectorFile, parseAbout } from '../copy/connectorJson';
import { inTheWay, type FolderFiles, type NamesAndKinds } from './folderArchive';

/** The folder that a connector is written into. */
export interface ChosenFolder {
	readonly folder: string;
	readonly isThere: boolean;
}

export interface ChosenFolders {
	readonly folders: ReadonlyMap<ConnectorBundle, ChosenFolder>;
	/** Of the folders that are not chosen. */
	readonly problems: readonly ArchiveProblem[];
}

/** Chooses among the folder itself and those right in it. Throws an ArchiveError if a connector has two, or cannot have one. */
export async function chooseFolders(
	files: FolderFiles,
	bundles: readonly ConnectorBundle[],
): Promise<ChosenFolders> {
	const names = await files.list('');
	const wanted = foldersFor(bundles);
	const { owners, problems } = await readOwners(files, names);
	const groups = groupBy(bundles, ({ about }) => nameKey(about.name));
	const folders = new Map<ConnectorBundle, ChosenFolder>();
	for (const bundle of bundles) {
		const { name } = bundle.about;
		const own = ownFolder(owners, name, (groups.get(nameKey(name)) ?? []).length === 1);
		folders.set(
			bundle,
			own === undefined
				? freeFolder(names, owners, [wanted.get(name) ?? '', suffixedFolder(name)])
				: { folder: own, isThere: true },
		);
	}
	const chosen = new Set([...folders.values()].map(({ folder }) => pathIn(folder, connectorFile)));
	return { folders, problems: problems.filter(problem => !chosen.has(pathInArchive(problem) ?? '')) };
}

/** Folder → name of its connector. */
type Owners = ReadonlyMap<string, string>;

async function readOwners(
	files: FolderFiles,
	names: NamesAndKinds,
): Promise<{ readonly owners: Owners; readonly problems: readonly ArchiveProblem[] }> {
	const owners = new Map<string, string>();
	const problems: ArchiveProblem[] = [];
	const isFolder = ([name, kind]: NamesAndKinds[number]) => kind === 'folder' && !isPassedOver(name);
	for (const folder of ['', ...names.filter(isFolder).map(([name]) => name)]) {
		const isThere = (await files.list(folder)).some(
			([name, kind]) => name === connectorFile && kind === 'file',
		);
		const path = pathIn(folder, connectorFile);
		if (!isThere || (await files.size(path)) > archiveLimits.fileBytes) {
			continue;
		}
		try {
			owners.set(folder, parseAbout(await files.read(path), path).name);
		} catch (error) {
			if (!(error instanceof ArchiveError)) {
				throw error;
			}
			problems.push(error.problem);
		}
	}
	return { owners, problems };
}

/** @param takesOtherLetters whether no other connector that is to be written is a better match */
function ownFolder(owners: Owners, name: string, takesOtherLetters: boolean): string | undefined {
	const same = [...owners].filter(([, owner]) =>
		takesOtherLetters ? nameKey(owner) === nameKey(name) : owner === name,
	);
	const [own, other] = same.map(([folder]) => folder);
	if (own !== undefined && other !== undefined) {
		throw new ArchiveError({
			kind: 'connector-repeated',
			path: pathIn(other, connectorFile),
			other: pathIn(own, connectorFile),
			name,
		});
	}
	return own;
}

/** The first of the candidates that is no other connector's. */
function freeFolder(names: NamesAndKinds, owners: Owners, candidates: readonly string[]): ChosenFolder {
	for (const folder of candidates) {
		const exact = names.find(([name]) => name === folder);
		const [name, kind] = exact ?? names.find(([other]) => pathKey(other) === pathKey(folder)) ?? [];
		if (name === undefined) {
			return { folder, isThere: false };
		}
		if (kind !== 'folder') {
			throw inTheWay(name, kind);
		}
		if (exact && !owners.has(folder)) {
			return { folder, isThere: true };
		}
	}
	throw inTheWay(candidates.at(-1) ?? '', 'folder');
}
