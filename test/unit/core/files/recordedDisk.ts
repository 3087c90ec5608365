import assert from 'node:assert/strict';
import { constants, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import fs, { type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/** Something that was done to the disk. */
interface Operation {
	readonly what: 'mkdir' | 'create' | 'rename' | 'remove' | 'write' | 'flush';
	/** Path of what it was done to. */
	readonly place: string;
	/** The folder of whose names it changes some. */
	readonly folder?: string;
	/** What the name stands for from then on. */
	readonly node?: Node;
	/** The name that was given up for it. */
	readonly from?: string;
	/** All that the file holds from then on. */
	readonly content?: Buffer;
	/** How many operations there were when a flush of it had ended: a power cut before that may take it. */
	flushedAt: number;
}

/** A file, whatever its names; a folder where it holds nothing. */
interface Node {
	readonly content?: Buffer;
	now?: Buffer;
}

function isFile(node: Node | undefined): boolean {
	return (node?.now ?? node?.content) !== undefined;
}

/** Path below the root → what is there; undefined for a folder. */
type Disk = ReadonlyMap<string, Buffer | undefined>;

/** What comes of the bytes that were written and not flushed. */
const remains = ['lost', 'torn', 'zeros', 'there'] as const;

/**
 * Records what is done below a folder, one disk operation after another, and knows what a power cut may leave of it: each change
 * of a name, and each text, that was not flushed may be there or not, whatever came after it.
 */
export class RecordedDisk {
	private readonly operations: Operation[] = [];
	private readonly names = new Map<string, Node>();
	private before: ReadonlyMap<string, Node> = new Map();
	private readonly real = { ...fs };
	/** The number of the operation that finds the disk full; the next ones find room again. */
	failAt = Infinity;

	constructor(private readonly root: string) {}

	async start(): Promise<void> {
		const found = await fs.readdir(this.root, { recursive: true, withFileTypes: true });
		for (const entry of found) {
			const place = path.join(entry.parentPath, entry.name);
			this.names.set(place, entry.isFile() ? { content: await fs.readFile(place) } : {});
		}
		this.before = new Map(this.names);
		Object.assign(fs, {
			open: (place: string, flags: number, mode?: number) => this.open(place, flags, mode),
			writeFile: (place: string, content: string, options: object) => this.writeFile(place, content, options),
			mkdir: (place: string, options: object) => this.mkdir(place, options),
			rename: (from: string, to: string) => this.rename(from, to),
			unlink: (place: string) => this.remove(place),
		});
	}

	stop(): void {
		Object.assign(fs, this.real);
	}

	/** How many operations there were. */
	get count(): number {
		return this.operations.length;
	}

	/** How many of the operations are flushes, of a file or of a folder. */
	flushes(from: number, to = this.count): number {
		return this.operations.slice(from, to).filter(({ what }) => what === 'flush').length;
	}

	/**
	 * Stops recording, and tries every disk that may be found after a power cut behind each operation.
	 * @param phaseAt what is true after so many operations: what it asks for is tried once on each disk
	 * @param assertFound gets a folder with that disk
	 * @returns how many were tried
	 */
	async cutEverywhere<T>(
		phaseAt: (count: number) => T,
		assertFound: (root: string, phase: T) => Promise<void>,
	): Promise<number> {
		this.stop();
		const seen = new Set<string>();
		for (let count = 0; count <= this.count; count++) {
			const phase = phaseAt(count);
			for (const { disk, lost, remain } of this.disksAfter(count)) {
				const key = `${JSON.stringify(phase)}\n${textOf(disk)}`;
				if (!seen.has(key)) {
					seen.add(key);
					await this.tryOn(disk, root => assertFound(root, phase)).catch((error: unknown) => {
						const told = this.operations.slice(0, count).map(each => {
							const state = lost.has(each) ? ' (lost)' : each.flushedAt > count ? ' (not flushed)' : '';
							return `${each.what} ${path.relative(this.root, each.place)}${state}`;
						});
						assert.fail([String(error), ...told, `unflushed bytes: ${remain}`].join('\n'));
					});
				}
			}
		}
		return seen.size;
	}

	private async tryOn(disk: Disk, work: (root: string) => Promise<void>): Promise<void> {
		const root = mkdtempSync(`${this.root}-cut-`);
		try {
			putBack(disk, root);
			await work(root);
		} finally {
			rmSync(root, { recursive: true, force: true });
		}
	}

	private *disksAfter(count: number) {
		const pending = this.operations
			.slice(0, count)
			.filter(({ folder, flushedAt }) => folder !== undefined && flushedAt > count);
		for (const some of subsets(pending)) {
			for (const remain of remains) {
				const lost = new Set(some);
				yield { disk: this.disk(count, lost, remain), lost, remain };
			}
		}
	}

	private disk(count: number, lost: ReadonlySet<Operation>, remain: (typeof remains)[number]): Disk {
		const names = new Map(this.before);
		const contents = new Map<Node, Buffer>();
		for (const operation of this.operations.slice(0, count)) {
			const { what, place, node, from, content, flushedAt } = operation;
			if (what === 'write' && node && content) {
				const old = contents.get(node) ?? node.content ?? Buffer.alloc(0);
				contents.set(node, flushedAt <= count ? content : remainOf(old, content, remain));
			} else if (lost.has(operation)) {
				continue;
			} else if (what === 'remove') {
				names.delete(place);
			} else if (node) {
				names.delete(from ?? place);
				names.set(place, node);
			}
		}
		const hasFolder = (place: string): boolean => {
			const folder = path.dirname(place);
			return folder === this.root || (names.has(folder) && hasFolder(folder));
		};
		return new Map(
			[...names]
				.filter(([place]) => hasFolder(place))
				.map(([place, node]) => [
					path.relative(this.root, place),
					isFile(node) ? (contents.get(node) ?? node.content ?? Buffer.alloc(0)) : undefined,
				]),
		);
	}

	private note(operation: Omit<Operation, 'flushedAt'>): void {
		this.operations.push({ ...operation, flushedAt: Infinity });
	}

	private isWatched(place: string): boolean {
		return place === this.root || place.startsWith(`${this.root}${path.sep}`);
	}

	private failIfFull(): void {
		if (this.failAt-- === 0) {
			throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
		}
	}

	private async open(place: string, flags: number, mode?: number): Promise<FileHandle> {
		if (!this.isWatched(place)) {
			return this.real.open(place, flags, mode);
		}
		const isCreated = (flags & constants.O_CREAT) !== 0;
		if (isCreated) {
			this.failIfFull();
		}
		const handle = await this.real.open(place, flags, mode);
		if (isCreated) {
			this.created(place);
		}
		const node = this.names.get(place);
		const real = { writeFile: handle.writeFile.bind(handle), sync: handle.sync.bind(handle) };
		return Object.assign(handle, {
			writeFile: async (content: string | Uint8Array) => {
				this.failIfFull();
				await real.writeFile(content);
				this.wrote(place, node, content);
			},
			sync: async () => {
				this.failIfFull();
				const covered = this.operations.filter(each =>
					isFile(node) ? each.what === 'write' && each.node === node : each.folder === place,
				);
				await real.sync();
				this.note({ what: 'flush', place });
				for (const each of covered) {
					each.flushedAt = Math.min(each.flushedAt, this.count);
				}
			},
		});
	}

	private created(place: string): void {
		const node = { now: Buffer.alloc(0) };
		this.names.set(place, node);
		this.note({ what: 'create', place, folder: path.dirname(place), node });
	}

	private wrote(place: string, node: Node | undefined, content: string | Uint8Array): void {
		if (node) {
			node.now = Buffer.concat([node.now ?? node.content ?? Buffer.alloc(0), Buffer.from(content)]);
			this.note({ what: 'write', place, node, content: node.now });
		}
	}

	private async writeFile(place: string, content: string, options: object): Promise<void> {
		if (!this.isWatched(place)) {
			return this.real.writeFile(place, content, options);
		}
		this.failIfFull();
		await this.real.writeFile(place, content, options);
		this.created(place);
		this.wrote(place, this.names.get(place), content);
	}

	private async mkdir(place: string, options: object): Promise<string | undefined> {
		if (this.isWatched(place)) {
			this.failIfFull();
		}
		const first: string | undefined = await this.real.mkdir(place, { ...options, recursive: true });
		const made: string[] = [];
		for (let each = place; first !== undefined && each.length >= first.length; each = path.dirname(each)) {
			made.unshift(each);
		}
		for (const each of this.isWatched(place) ? made : []) {
			const node = {};
			this.names.set(each, node);
			this.note({ what: 'mkdir', place: each, folder: path.dirname(each), node });
		}
		return first;
	}

	private async rename(from: string, to: string): Promise<void> {
		this.failIfFull();
		await this.real.rename(from, to);
		const node = this.names.get(from);
		if (node) {
			this.names.delete(from);
			this.names.set(to, node);
			this.note({ what: 'rename', place: to, folder: path.dirname(to), node, from });
		}
	}

	private async remove(place: string): Promise<void> {
		await this.real.unlink(place);
		if (this.names.delete(place)) {
			this.note({ what: 'remove', place, folder: path.dirname(place) });
		}
	}
}

function textOf(disk: Disk): string {
	const lines = [...disk].map(([place, content]) => `${place} ${content?.toString('latin1') ?? '/'}`);
	return lines.sort().join('\n');
}

/** Puts what a power cut left into an empty folder. */
function putBack(disk: Disk, root: string): void {
	for (const [place, content] of [...disk].sort(([one], [other]) => one.length - other.length)) {
		const full = path.join(root, place);
		if (content) {
			writeFileSync(full, content);
		} else {
			mkdirSync(full);
		}
	}
}

/** All of them where they are few; otherwise none, all, one, and all but one. */
function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
	return all.length <= 4
		? Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((_, index) => bits & (1 << index)))
		: [[], all, ...all.flatMap(one => [[one], all.filter(each => each !== one)])];
}

function remainOf(old: Buffer, content: Buffer, remain: (typeof remains)[number]): Buffer {
	const kept = content.subarray(0, old.length).equals(old) ? old.length : 0;
	const added = content.length - kept;
	switch (remain) {
		case 'lost':
			return old;
		case 'torn':
			return content.subarray(0, kept + Math.floor(added / 2));
		case 'zeros':
			return Buffer.concat([content.subarray(0, kept), Buffer.alloc(added)]);
		case 'there':
			return content;
	}
}
