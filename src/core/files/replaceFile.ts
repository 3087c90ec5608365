import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { renameFileNow } from './renameFile';

/**
 * Writes a file of the person's own before anybody else can do anything: when this returns, the disk has it. Whoever reads
 * the file finds it as it was or as it is to be, never a part of it.
 */
export function replaceFileNow(file: string, content: string): void {
	const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
	mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
	try {
		writeFileSync(temporary, content, { flag: 'wx', mode: 0o600, flush: true });
		renameFileNow(temporary, file);
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}
