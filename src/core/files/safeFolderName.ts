import { createHash } from 'node:crypto';

const longest = 80;

/**
 * A name for a folder that every system takes, and people recognise. A name that some system would refuse, or take for another
 * one (upper case for lower case), ends in a part of its hash.
 */
export function safeFolderName(name: string): string {
	const plain = name.replace(/[^A-Za-z0-9._-]/g, '_');
	const isSafe = /^[a-z0-9_-][a-z0-9._-]*$/.test(name) && !name.endsWith('.') && name.length <= longest;
	if (isSafe && !isDeviceName(name)) {
		return name;
	}
	const hash = createHash('sha256').update(name).digest('hex').slice(0, 10);
	return `${plain.slice(0, longest).replace(/^\./, '_')}~${hash}`;
}

/** Whether Windows takes a name for that of a device: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
export function isDeviceName(name: string): boolean {
	return /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)\s*(\.|$)/i.test(name);
}
