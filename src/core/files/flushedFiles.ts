import { randomBytes } from 'node:crypto';
import { constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import fs, { type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { renameFile, renameFileNow } from './renameFile';

/** The texts may be confidential: nobody else on this machine reads them. */
const forOwner = { file: 0o600, folder: 0o700 };

/**
 * Makes a folder with those above it.
 * @returns the folders that are to be flushed, so that a power cut takes none of what was made
 */
export async function makeFolder(folder: string): Promise<readonly string[]> {
	const first = await fs.mkdir(folder, { recursive: true, mode: forOwner.folder });
	const parents: string[] = [];
	for (let made = folder; first !== undefined && made.length >= first.length; made = path.dirname(made)) {
		parents.push(path.dirname(made));
	}
	return parents;
}

/** Writes a file that must not be there yet, and waits until the disk has it. Rejects with `EEXIST` if it is there. */
export async function createFlushed(file: string, content: string | Uint8Array): Promise<void> {
	const handle = await fs.open(
		file,
		constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL,
		forOwner.file,
	);
	try {
		try {
			await handle.writeFile(content);
			await handle.sync();
		} finally {
			await handle.close();
		}
	} catch (error) {
		await removeFile(file); // A full disk leaves a part of it.
		throw error;
	}
}

/** Adds to a file, and waits until the disk has it. Rejects with `ENOENT` if there is no such file. */
export async function appendFlushed(file: string, content: string): Promise<void> {
	const handle = await fs.open(file, constants.O_WRONLY | constants.O_APPEND);
	try {
		await handle.writeFile(content);
		await handle.sync();
	} finally {
		await handle.close();
	}
}

/**
 * Whoever reads the file finds it as it was or as it is to be, never a part of it; also after a power cut, which decides which of
 * the two until `flushFolder` has ended.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
	const temporary = temporaryName(file);
	try {
		await createFlushed(temporary, content);
		await renameFile(temporary, file);
	} catch (error) {
		await removeFile(temporary);
		throw error;
	}
}

/** The same, and the disk has it as it is to be when this resolves. */
export async function replaceFlushed(file: string, content: string): Promise<void> {
	await writeWhole(file, content);
	await flushFolder(path.dirname(file));
}

/** Like `writeWhole`, before anything else can run in this process; makes the folder if it is not there. */
export function replaceFlushedNow(file: string, content: string): void {
	const temporary = temporaryName(file);
	mkdirSync(path.dirname(file), { recursive: true, mode: forOwner.folder });
	try {
		writeFileSync(temporary, content, { flag: 'wx', mode: forOwner.file, flush: true });
		renameFileNow(temporary, file);
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}

function temporaryName(file: string): string {
	return `${file}.${randomBytes(6).toString('hex')}.tmp`;
}

/** Makes the names of the files in a folder survive a power cut, where the system can do that. */
export async function flushFolder(folder: string): Promise<void> {
	if (process.platform === 'win32') {
		return; // NTFS keeps a journal of names, and a folder cannot be opened for this.
	}
	let handle: FileHandle | undefined;
	try {
		handle = await fs.open(folder, constants.O_RDONLY);
		await handle.sync();
	} catch (error) {
		if (!cannotFlush.has((error as NodeJS.ErrnoException).code)) {
			throw error;
		}
	} finally {
		await handle?.close();
	}
}

/** What network drives and foreign file systems say to flushing a folder. */
const cannotFlush: ReadonlySet<unknown> = new Set([
	'EACCES',
	'EBADF',
	'EINVAL',
	'EISDIR',
	'ENOSYS',
	'ENOTSUP',
	'EOPNOTSUPP',
	'EPERM',
]);

/** Writes a file that nobody needs after a power cut. Rejects with `EEXIST` if it is there. */
export async function createUnflushed(file: string, content: string): Promise<void> {
	try {
		await fs.writeFile(file, content, { flag: 'wx', mode: forOwner.file });
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
			await removeFile(file); // A full disk leaves a part of it.
		}
		throw error;
	}
}

/** Removes a file, if it is there. */
export async function removeFile(file: string): Promise<void> {
	try {
		await fs.unlink(file);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
			throw error;
		}
	}
}

/** Waits for all of it, also if a part fails, and rejects then: who cleans up finds everything. */
export async function allEnded(work: readonly Promise<unknown>[]): Promise<void> {
	await Promise.allSettled(work);
	await Promise.all(work);
}

/** The names of what is in a folder; none if it is not there. */
export async function namesIn(folder: string): Promise<readonly string[]> {
	try {
		return await fs.readdir(folder);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
			return [];
		}
		throw error;
	}
}

/**
 * The paths of the files below a folder whose names end like this; of a folder that cannot be read, none. One folder after another,
 * so that nothing has to wait where there are thousands.
 */
export async function filesBelow(folder: string, ending: string): Promise<readonly string[]> {
	const found: string[] = [];
	for (const entry of await fs.readdir(folder, { withFileTypes: true }).catch(() => [])) {
		const full = path.join(folder, entry.name);
		if (entry.isDirectory()) {
			found.push(...(await filesBelow(full, ending)));
		} else if (entry.name.endsWith(ending)) {
			found.push(full);
		}
	}
	return found;
}
