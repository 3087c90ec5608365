import { randomBytes } from 'node:crypto';
import { constants, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import fs, { type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { renameFile, renameFileNow } from './renameFile';

/** The texts may be confidential: nobody else on this machine reads them. */
const forOwner = { file: 0o600, folder: 0o700 };

export async function makeFolder(folder: string): Promise<void> {
	await fs.mkdir(folder, { recursive: true, mode: forOwner.folder });
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
		await fs.rm(file, { force: true }); // A full disk leaves a part of it.
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

/** Whoever reads the file finds it as it was or as it is to be, never a part of it. */
export async function replaceFlushed(file: string, content: string): Promise<void> {
	const temporary = temporaryName(file);
	try {
		await createFlushed(temporary, content);
		await renameFile(temporary, file);
	} catch (error) {
		await fs.rm(temporary, { force: true });
		throw error;
	}
	await flushFolder(path.dirname(file));
}

/** The same before anything else can run in this process; makes the folder if it is not there. */
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
