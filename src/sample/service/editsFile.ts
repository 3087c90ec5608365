import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { renameFileNow } from '../../core/files/renameFile';
import { isObject, type Edit, type Edits } from './keptEdits';

/** The file that edits are kept in. Several sample tenants may share it. */
export class EditsFile {
	/** Tells one state of the file from another; undefined while nothing is known of it. */
	private stamp: string | undefined;

	constructor(private readonly file: string) {}

	/** What the file holds, unless it is as this object has last read or written it. */
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

	/** Another process sees the file as it was or as it is to be, never a part of it. */
	write(edits: Edits): void {
		const temporary = `${this.file}.${randomBytes(6).toString('hex')}.tmp`;
		// If this fails, the file is what counts.
		this.stamp = undefined;
		try {
			mkdirSync(dirname(this.file), { recursive: true });
			writeFileSync(temporary, JSON.stringify({ connectors: Object.fromEntries(edits) }));
			// The new file keeps its stamp when it is renamed; asking later might find another's.
			const stamp = stampOf(temporary);
			renameFileNow(temporary, this.file);
			this.stamp = stamp;
		} catch (error) {
			rmSync(temporary, { force: true });
			throw error;
		}
	}

	/** Keeps a file that cannot be understood out of the way. */
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
