import { isUtf8 } from 'node:buffer';
import type { DocumentPart } from './documentPath';
import { declaredEncoding, hasUtf16Mark, isXml } from './textProblem';

/** An editor that saves its text. */
export interface SavedEditor {
	/** By VS Code's name for it: `utf8`, `iso88591`. */
	readonly encoding: string;
	/** The texts that it has held since the save was announced. */
	readonly texts: ReadonlySet<string>;
}

/** Bytes that an editor saves. */
export interface SavedText {
	readonly part: DocumentPart;
	readonly bytes: Uint8Array;
	/** What the tenant has, if it has the document. */
	readonly present: Uint8Array | undefined;
	/** What the bytes say in the editor's encoding; an encoding that does not have a character replaces it. */
	readonly decoded: string;
}

/**
 * Whether the tenant reads from the bytes what the editor shows, though the editor does not save as UTF-8. XML is read in the
 * encoding that it declares, else as UTF-8.
 */
export function saysWhatIsShown(
	{ encoding, texts }: SavedEditor,
	{ part, bytes, present, decoded }: SavedText,
): boolean {
	if (!texts.has(decoded)) {
		return false;
	}
	if (isAscii(bytes)) {
		return true; // The same in every encoding that has no zero bytes.
	}
	if (isXml(part)) {
		return hasUtf16Mark(bytes) ? /^utf16/.test(encoding) : isSame(declaredEncoding(bytes), encoding);
	}
	// Properties do not say what they are: an editor that reads what the tenant has reads what it sends.
	return present !== undefined && !isUtf8(present);
}

export function isUtf8Name(encoding: string): boolean {
	return /^utf8(bom)?$/.test(encoding);
}

function isAscii(bytes: Uint8Array): boolean {
	return bytes.every(byte => byte > 0 && byte < 0x80);
}

function isSame(declared: string | undefined, encoding: string): boolean {
	const names = namesOf(encoding);
	return declared !== undefined && namesOf(declared).some(name => names.includes(name));
}

/** A name of an encoding without its punctuation, and the one that the WHATWG gives it. */
function namesOf(encoding: string): string[] {
	const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
	try {
		return [plain(encoding), plain(new TextDecoder(encoding).encoding)];
	} catch {
		return [plain(encoding)];
	}
}
