import { ArchiveError } from './archiveError';

/** Code page 437 from 0x80, the encoding of zip names that are not marked as UTF-8. */
const upperHalf =
	'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧' +
	'╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

/** In bytes; no system takes longer paths. */
const longest = 4096;

/** The path of an entry, without the `/` at the end of a folder's. Throws an ArchiveError if nothing honest is named like this. */
export function zipPath(name: Uint8Array, isUtf8: boolean): string {
	if (name.length > longest) {
		throw malformed(name);
	}
	const path = decode(name, isUtf8).replace(/\/$/, '');
	if (/[\u0000-\u001f\u007f]/.test(path)) {
		throw new ArchiveError({ kind: 'name-with-control-character', path });
	}
	if (path.includes('\\')) {
		throw new ArchiveError({ kind: 'name-with-backslash', path });
	}
	if (/^(\/|[a-z]:)/i.test(path)) {
		throw new ArchiveError({ kind: 'name-absolute', path });
	}
	const segments = path.split('/');
	if (segments.includes('..')) {
		throw new ArchiveError({ kind: 'name-outside', path });
	}
	if (segments.includes('') || segments.includes('.')) {
		throw new ArchiveError({ kind: 'name-with-empty-segment', path });
	}
	return path;
}

/** macOS does not mark its UTF-8, so what can be UTF-8 is. */
function decode(name: Uint8Array, isUtf8: boolean): string {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(name);
	} catch {
		if (isUtf8) {
			throw malformed(name);
		}
		return Array.from(name, byte =>
			byte < 0x80 ? String.fromCharCode(byte) : (upperHalf[byte - 0x80] ?? ''),
		).join('');
	}
}

function malformed(name: Uint8Array): ArchiveError {
	const path = new TextDecoder().decode(name.subarray(0, longest));
	return new ArchiveError({ kind: 'name-malformed', path });
}
