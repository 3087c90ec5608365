import fs from 'node:fs/promises';
import path from 'node:path';
import { namesIn } from '../files/flushedFiles';
import { DocumentHistory } from './documentHistory';

/** How much history there is of a tenant, which may have been removed since. */
export interface TenantHistory {
	/** The tenant's id. */
	readonly tenant: string;
	/** How many have a history that can be deleted. */
	readonly documents: number;
	/** How many entries these histories have. */
	readonly versions: number;
	/** How many documents have a history that stays, because nobody knows yet what became of a save. */
	readonly open: number;
}

/** The history of one document. */
interface Entries {
	readonly files: DocumentHistory;
	readonly ids: readonly string[];
	readonly isUnanswered: boolean;
}

/** The histories of all tenants, and how they are deleted. */
export class TenantHistories {
	constructor(
		private readonly folder: string,
		/** The folders of the documents with a save that has no answer, whichever window has sent it. */
		private readonly unanswered: () => Promise<ReadonlySet<string>>,
	) {}

	async list(): Promise<readonly TenantHistory[]> {
		const names = (await namesIn(this.folder)).filter(name => !name.startsWith('.'));
		const unanswered = await this.unanswered();
		const kept = await Promise.all(
			names.map(async name => summaryOf(name, await historiesIn(path.join(this.folder, name), unanswered))),
		);
		return kept.filter(({ documents, open }) => documents + open > 0);
	}

	/** @returns what was deleted, and what had to stay; undefined if nothing was kept of the tenant */
	async delete(tenant: string): Promise<TenantHistory | undefined> {
		const unanswered = await this.unanswered();
		for (const name of await namesIn(this.folder)) {
			const folder = path.join(this.folder, name);
			const histories = name.startsWith('.') ? [] : await historiesIn(folder, unanswered);
			const summary = await summaryOf(name, histories);
			if (histories.length > 0 && summary.tenant === tenant) {
				for (const { files, ids } of histories.filter(({ isUnanswered }) => !isUnanswered)) {
					await files.removeAll(ids);
				}
				await removeEmptyFolders(folder);
				return summary;
			}
		}
		return undefined;
	}
}

async function historiesIn(folder: string, unanswered: ReadonlySet<string>): Promise<readonly Entries[]> {
	const histories = await Promise.all(
		(await foldersIn(folder)).map(async each => {
			const files = new DocumentHistory(each, '');
			const ids = await files.ids();
			return { files, ids, isUnanswered: unanswered.has(each) || (await files.hasUnanswered(ids)) };
		}),
	);
	return histories.filter(({ ids }) => ids.length > 0);
}

/** A folder's name may not be the tenant's id, see `safeFolderName`; a record has that. */
async function summaryOf(name: string, histories: readonly Entries[]): Promise<TenantHistory> {
	const closed = histories.filter(({ isUnanswered }) => !isUnanswered);
	let tenant: string | undefined;
	for (const { files, ids } of histories) {
		tenant ??= await files.tenantOf(ids.at(-1) ?? '');
	}
	return {
		tenant: tenant ?? name,
		documents: closed.length,
		versions: closed.reduce((sum, { ids }) => sum + ids.length, 0),
		open: histories.length - closed.length,
	};
}

async function foldersIn(folder: string): Promise<readonly string[]> {
	const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
	return entries
		.filter(entry => entry.isDirectory())
		.map(({ parentPath, name }) => path.join(parentPath, name));
}

/** Inner folders first. One that is not empty stays: a save may just have begun. */
async function removeEmptyFolders(folder: string): Promise<void> {
	for (const each of [folder, ...(await foldersIn(folder))].sort().reverse()) {
		await fs.rmdir(each).catch(() => undefined);
	}
}
