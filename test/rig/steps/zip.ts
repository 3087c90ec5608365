import fs from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';

/** The files in a zip archive by their paths, each with its size in the archive in bytes. */
export function filesInZip(archive: string): ReadonlyMap<string, number> {
	const sizes = new Map<string, number>();
	unzipSync(fs.readFileSync(archive), {
		filter: ({ name, size }) => {
			if (!name.endsWith('/')) {
				sizes.set(name, size);
			}
			return false;
		},
	});
	return sizes;
}

/** A file of a zip archive as text; throws if it is not there. */
export function textInZip(archive: string, file: string): string {
	const found = unzipSync(fs.readFileSync(archive), { filter: ({ name }) => name === file })[file];
	if (!found) {
		throw new Error(`${archive} has no ${file}.`);
	}
	return strFromU8(found);
}
