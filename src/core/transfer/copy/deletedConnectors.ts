import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import {
	allEnded,
	createFlushed,
	flushFolder,
	makeFolder,
	namesIn,
	writeWhole,
} from '../../files/flushedFiles';
import { safeFolderName } from '../../files/safeFolderName';
import { dateOf, idAt } from '../../history/historyEntry';
import type { ArchiveEntry } from '../archive/archive';
import { ArchiveError } from '../archive/archiveError';
import type { ConnectorBundle } from '../archive/bundle';
import { entriesOf } from '../archive/bundleEntries';
import { readBundles } from '../archive/readBundles';

/** A connector that was deleted from this machine. */
export interface DeletedConnector {
	/** The name of its folder; begins with the time. */
	readonly id: string;
	readonly at: Date;
	readonly tenant: string;
	readonly scriptName: string;
	readonly name: string;
}

const recordFile = 'deleted.json';
/** Locale → text. */
const otherTranslationsFile = 'other-translations.json';

/** Connectors with all their documents as they were right before they were deleted, a folder each. */
export class DeletedConnectors {
	constructor(readonly folder: string) {}

	/** When this resolves, the disk has everything. */
	async keep({
		tenant,
		scriptName,
		bundle,
	}: {
		readonly tenant: string;
		readonly scriptName: string;
		readonly bundle: ConnectorBundle;
	}): Promise<DeletedConnector> {
		const at = new Date();
		const id = `${idAt(at)}-${safeFolderName(scriptName)}-${randomBytes(3).toString('hex')}`;
		const deleted = { id, at, tenant, scriptName, name: bundle.about.name };
		try {
			await this.write(id, bundle, deleted);
		} catch (error) {
			await this.remove(deleted).catch(() => undefined); // What prevents writing may prevent removing, too.
			throw error;
		}
		return deleted;
	}

	private async write(id: string, bundle: ConnectorBundle, deleted: DeletedConnector): Promise<void> {
		const { otherTranslations = new Map<string, string>() } = bundle;
		const others =
			otherTranslations.size > 0 ? [jsonEntry(otherTranslationsFile, [...otherTranslations])] : [];
		const root = path.join(this.folder, id);
		const folders = new Set([root, ...(await makeFolder(root))]);
		const create = async ({ path: place, bytes }: ArchiveEntry) => {
			const file = path.join(root, ...place.split('/'));
			const parents = await makeFolder(path.dirname(file));
			await createFlushed(file, bytes);
			[path.dirname(file), ...parents].forEach(folder => folders.add(folder));
		};
		await allEnded([...entriesOf([bundle]), ...others].map(create));
		await allEnded([...folders].map(flushFolder));
		// The record comes last: a folder that has one is whole, also after a power cut.
		await writeWhole(path.join(root, recordFile), jsonEntry(recordFile, deleted).bytes);
		await flushFolder(root);
	}

	/** The latest first. */
	async list(): Promise<readonly DeletedConnector[]> {
		const ids = (await namesIn(this.folder)).filter(id => dateOf(id.slice(0, idAt(new Date()).length)));
		const records = await Promise.all(
			[...ids]
				.sort()
				.reverse()
				.map(id => this.recordOf(id)),
		);
		return records.filter(record => record !== undefined);
	}

	/** Undefined if it is no longer kept. @throws ArchiveError if it is, and cannot be used */
	async read({ id }: DeletedConnector): Promise<ConnectorBundle | undefined> {
		const entries = await entriesBelow(path.join(this.folder, id));
		const { bundles, problems } = readBundles(entries);
		const [bundle] = bundles;
		const [problem] = problems;
		if (!bundle && problem) {
			throw new ArchiveError(problem);
		}
		const others = entries.find(entry => entry.path === otherTranslationsFile);
		return bundle && others ? { ...bundle, otherTranslations: translationsIn(others.bytes) } : bundle;
	}

	async remove({ id }: DeletedConnector): Promise<void> {
		await fs.rm(path.join(this.folder, id), { recursive: true, force: true });
	}

	private async recordOf(id: string): Promise<DeletedConnector | undefined> {
		try {
			const text = await fs.readFile(path.join(this.folder, id, recordFile), 'utf8');
			const { tenant, scriptName, name } = JSON.parse(text) as Partial<Record<string, unknown>>;
			const at = dateOf(id.slice(0, idAt(new Date()).length));
			const isWhole =
				typeof tenant === 'string' && typeof scriptName === 'string' && typeof name === 'string';
			return isWhole && at ? { id, at, tenant, scriptName, name } : undefined;
		} catch {
			return undefined; // A power cut left a part of it; the connector was not deleted then.
		}
	}
}

function jsonEntry(file: string, value: unknown): ArchiveEntry {
	return { path: file, bytes: new TextEncoder().encode(`${JSON.stringify(value, undefined, '\t')}\n`) };
}

function translationsIn(bytes: Uint8Array): ReadonlyMap<string, string> {
	return new Map(JSON.parse(new TextDecoder().decode(bytes)) as readonly (readonly [string, string])[]);
}

/** Nothing for a folder that is not there. */
async function entriesBelow(folder: string): Promise<readonly ArchiveEntry[]> {
	const files = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
		if (isMissingFolder(error)) {
			return [];
		}
		throw error;
	});
	return Promise.all(
		files
			.filter(file => file.isFile())
			.map(async file => {
				const full = path.join(file.parentPath, file.name);
				return {
					path: path.relative(folder, full).split(path.sep).join('/'),
					bytes: new Uint8Array(await fs.readFile(full)),
				};
			}),
	);
}

function isMissingFolder(error: unknown): boolean {
	return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
