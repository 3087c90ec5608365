import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { renameFileNow } from '../../core/files/renameFile';
import { isObject, type Edit, type Edits } from './keptEdits';

/** The file that edits are kept in. Several sample tenants may share it. */
export class EditsFile {
	/** Of the file as it was last read or written; undefined if that is not known. */
	private stamp: string | undefined;

	constructor(private readonly file: string) {}

	/** What the file holds; undefined if it is as this object last read or wrote it. */
	readChanged(): Edits | undefined {
		const stamp = stampOf(this.file);
		if (stamp === this.stamp) {
			return undefined;
		}
		this.stamp = stamp;
		if (stamp === missing) {
			return new Map();
		}
		try {
			return parse(readFileSync(this.file, 'utf8'));
		} catch {
			this.setAside();
			return new Map();
		}
	}

	/** Another process sees the old file or the new one, never a part of it. */
	write(edits: Edits): void {
		const temporary = `${this.file}.${randomBytes(6).toString('hex')}.tmp`;
		// If this fails, the file is read again.
		this.stamp = undefined;
		try {
			mkdirSync(dirname(this.file), { recursive: true });
			writeFileSync(temporary, JSON.stringify({ connectors: Object.fromEntries(edits) }));
			// Renaming keeps the stamp; after it, the file may already be another process's.
			const stamp = stampOf(temporary);
			renameFileNow(temporary, this.file);
			this.stamp = stamp;
		} catch (error) {
			rmSync(temporary, { force: true });
			throw error;
		}
	}

	/** Renames a file that cannot be understood to `….broken`. */
	setAside(): void {
		renameFileNow(this.file, `${this.file}.broken`);
		this.stamp = missing;
	}
}

const missing = 'missing';

function stampOf(file: string): string {
	const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
	return stat ? `${stat.mtimeNs} ${stat.size} ${stat.ino}` : missing;
}

function parse(text: string): Edits {
	const content: unknown = JSON.parse(text);
	const connectors = isObject(content) ? content['connectors'] : undefined;
	if (!isObject(connectors)) {
		throw new TypeError('The file holds no connectors.');
	}
	return new Map(Object.entries(connectors).map(([scriptName, edit]) => [scriptName, asEdit(edit)]));
}

function asEdit(edit: unknown): Edit {
	if (edit !== null && !isObject(edit)) {
		throw new TypeError('An edit is neither an object nor null.');
	}
	return edit;
}
