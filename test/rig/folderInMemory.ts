import fs from 'node:fs';
import path from 'node:path';

/** In bytes: many times what all tests keep at once. Containers often have 64 MB in memory. */
const enough = 2_000_000_000;

/**
 * A folder in memory for what this process and those that it starts keep for a moment; it goes when this process exits. Starts of
 * VS Code and its browser, and each flush, wait long for a slow disk.
 * @param parent where Linux has files in memory
 * @returns undefined where there is no room for it
 */
export function folderInMemory(parent = '/dev/shm'): string | undefined {
	if (!hasRoom(parent)) {
		return undefined;
	}
	const folder = fs.mkdtempSync(path.join(parent, 'isc-tests-'));
	process.on('exit', () => {
		try {
			fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
		} catch {
			// A program that is just being ended still wrote there.
		}
	});
	return folder;
}

function hasRoom(folder: string): boolean {
	try {
		fs.accessSync(folder, fs.constants.W_OK);
		const { bavail, bsize } = fs.statfsSync(folder);
		return bavail * bsize >= enough;
	} catch {
		return false;
	}
}
