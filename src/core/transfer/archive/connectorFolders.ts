import { createHash } from 'node:crypto';
import { isDeviceName } from '../../files/safeFolderName';
import { groupBy, pathKey } from './archive';

/** Folders in which no connectors are looked for; Windows and git take `git~1` for `.git`. */
const passedOver = /^(\.|(node_modules|__macosx|git~\d+)$)/i;
/** In UTF-16 units, so that the name with its suffix has 255 bytes in UTF-8 at most. */
const longest = 80;
const suffix = /~[0-9a-f]{8}$/;

/** Whether a folder or a file of this name is ignored. */
export function isPassedOver(name: string): boolean {
	return passedOver.test(name);
}

/**
 * Folders for connectors, named after them: connector → folder. Names that are the same on some system get a suffix that
 * depends on nothing but the name.
 */
export function folderNames(connectors: Iterable<string>): ReadonlyMap<string, string> {
	const groups = groupBy(new Set(connectors), name => pathKey(readableFolder(name)));
	return new Map(
		[...groups.values()].flatMap(names =>
			names.map(name => [
				name,
				names.length > 1 || suffix.test(readableFolder(name)) ? suffixedFolder(name) : readableFolder(name),
			]),
		),
	);
}

/** The folder of a connector if another connector has the folder of its name. */
export function suffixedFolder(connector: string): string {
	// As JSON, since in UTF-8 all unpaired surrogates become the same bytes.
	const hash = createHash('sha256').update(JSON.stringify(connector)).digest('hex');
	return `${readableFolder(connector)}~${hash.slice(0, 8)}`;
}

/** The name with as little changed as Windows, macOS and Linux ask for. */
function readableFolder(connector: string): string {
	const name = connector
		.normalize('NFC')
		.replace(/[<>:"/\\|?*]|[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '_')
		.slice(0, longest)
		.replace(/[\ud800-\udbff]$/, '')
		.trim()
		.replace(/[.\s]+$/, '');
	return name === '' || isDeviceName(name) || passedOver.test(name) ? `_${name}` : name;
}
