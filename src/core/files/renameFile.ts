import { renameSync } from 'node:fs';
import fs from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** Milliseconds before each further try. */
const waits = [10, 20, 50, 100, 200, 400, 700];

/** What Windows says while a virus scanner, a search index or another window has the file open. */
const passing: ReadonlySet<unknown> = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** Gives a file another name, in place of whatever has that; waits for whoever holds one of the two for a moment. */
export async function renameFile(from: string, to: string, rename = fs.rename): Promise<void> {
	for (const milliseconds of waits) {
		try {
			await rename(from, to);
			return;
		} catch (error) {
			throwUnlessPassing(error);
			await delay(milliseconds);
		}
	}
	await rename(from, to);
}

/** The same where nobody can wait for a promise. */
export function renameFileNow(from: string, to: string, rename = renameSync): void {
	for (const milliseconds of waits) {
		try {
			rename(from, to);
			return;
		} catch (error) {
			throwUnlessPassing(error);
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
		}
	}
	rename(from, to);
}

function throwUnlessPassing(error: unknown): void {
	if (!passing.has((error as NodeJS.ErrnoException).code)) {
		throw error;
	}
}
