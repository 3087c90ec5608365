import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { FileKind, FolderFiles } from '../../../../src/core/transfer/archive/folderArchive';

export interface DiskFiles extends FolderFiles {
	/** Paths that were written or removed. */
	readonly touched: string[];
}

/** A folder on the disk. */
export function diskFiles(root: string): DiskFiles {
	const at = (file: string) => path.join(root, ...file.split('/'));
	const touched: string[] = [];
	return {
		touched,
		list: async folder => {
			const found = await fs.readdir(at(folder), { withFileTypes: true });
			return found.map(each => [each.name, kindOf(each)] as const);
		},
		size: async file => (await fs.stat(at(file))).size,
		read: async file => fs.readFile(at(file)),
		write: async (file, bytes) => {
			touched.push(file);
			await fs.mkdir(path.dirname(at(file)), { recursive: true });
			await fs.writeFile(at(file), bytes);
		},
		remove: async file => {
			touched.push(file);
			await fs.rm(at(file));
		},
	};
}

interface Kinds {
	isSymbolicLink(): boolean;
	isFile(): boolean;
	isDirectory(): boolean;
}

function kindOf(found: Kinds): FileKind {
	if (found.isSymbolicLink()) {
		return 'link';
	}
	return found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other';
}

/** Every file below a folder of the disk, links as what they lead to: path → text. */
export async function diskTexts(root: string): Promise<Record<string, string>> {
	const found = await fs.readdir(root, { recursive: true, withFileTypes: true });
	const files = found.filter(each => !each.isDirectory()).map(each => path.join(each.parentPath, each.name));
	const texts = files.sort().map(async file => {
		const name = path.relative(root, file).split(path.sep).join('/');
		return [name, await fs.readFile(file, 'utf8')] as const;
	});
	return Object.fromEntries(await Promise.all(texts));
}

export async function putOnDisk(root: string, texts: Readonly<Record<string, string>>): Promise<void> {
	for (const [name, text] of Object.entries(texts)) {
		const file = path.join(root, ...name.split('/'));
		await fs.mkdir(path.dirname(file), { recursive: true });
		await fs.writeFile(file, text);
	}
}

/** Windows allows links to developers only. */
export async function linksCanBeMade(): Promise<boolean> {
	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'isc-link-'));
	try {
		await fs.symlink(folder, path.join(folder, 'link'));
		return true;
	} catch {
		return false;
	} finally {
		await fs.rm(folder, { recursive: true });
	}
}
