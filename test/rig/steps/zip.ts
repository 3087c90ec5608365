import fs from 'node:fs';

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;

/** The paths of the files in a zip archive, from the directory at its end. */
export function filesInZip(archive: string): string[] {
	const bytes = fs.readFileSync(archive);
	let end = bytes.length - 22;
	while (end >= 0 && bytes.readUInt32LE(end) !== endOfDirectory) {
		end--;
	}
	if (end < 0) {
		throw new Error(`${archive} is not a zip archive`);
	}
	const names: string[] = [];
	let at = bytes.readUInt32LE(end + 16);
	while (bytes.readUInt32LE(at) === directoryEntry) {
		const [name, extra, comment] = [28, 30, 32].map(offset => bytes.readUInt16LE(at + offset)) as [
			number,
			number,
			number,
		];
		names.push(bytes.toString('utf8', at + 46, at + 46 + name));
		at += 46 + name + extra + comment;
	}
	return names.filter(name => !name.endsWith('/'));
}
