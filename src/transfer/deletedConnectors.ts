import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { createFlushed, flushFolder, folderName, makeFolder, namesIn } from '../documents/flushedFiles';
import { dateOf, idAt } from '../documents/restorePoint';
import type { ConnectorBundle } from './bundle';
import { entriesOf } from './bundleEntries';
import { readBundles } from './readBundles';

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
		const id = `${idAt(at)}-${folderName(scriptName)}-${randomBytes(3).toString('hex')}`;
		const deleted = { id, at, tenant, scriptName, name: bundle.about.name };
		const record = `${JSON.stringify(deleted, undefined, '\t')}\n`;
		const entries = [...entriesOf([bundle]), { path: recordFile, bytes: new TextEncoder().encode(record) }];
		const folders = new Set<string>([this.folder]);
		for (const entry of entries) {
			const file = path.join(this.folder, id, ...entry.path.split('/'));
			await makeFolder(path.dirname(file));
			await createFlushed(file, entry.bytes);
			folders.add(path.dirname(file));
		}
		for (const folder of folders) {
			await flushFolder(folder);
		}
		return deleted;
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

	/** Undefined if it is no longer kept. */
	async read({ id }: DeletedConnector): Promise<ConnectorBundle | undefined> {
		const folder = path.join(this.folder, id);
		const files = await fs.readdir(folder, { recursive: true, withFileTypes: true });
		const entries = await Promise.all(
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
		return readBundles(entries).bundles[0];
	}

	async remove({ id }: DeletedConnector): Promise<void> {
		await fs.rm(path.join(this.folder, id), { recursive: true, force: true });
	}

	private async recordOf(id: string): Promise<DeletedConnector | undefined> {
		try {
			const text = await fs.readFile(path.join(this.folder, id, recordFile), 'utf8');
			const { tenant, scriptName, name } = JSON.parse(text) as Partial<DeletedConnector>;
			const at = dateOf(id.slice(0, idAt(new Date()).length));
			return tenant !== undefined && scriptName !== undefined && name !== undefined && at
				? { id, at, tenant, scriptName, name }
				: undefined;
		} catch {
			return undefined; // A power cut left a part of it; then nothing was deleted either.
		}
	}
}
