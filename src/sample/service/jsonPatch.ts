import { isDeepStrictEqual } from 'node:util';
import type { JsonPatchOperation } from '../../core/api/wire';

/** The patch is not one, or does not fit the document. */
export class PatchError extends Error {
	override name = 'PatchError';
}

/** Checks that parsed JSON is a list of RFC 6902 operations. */
export function asPatch(json: unknown): JsonPatchOperation[] {
	if (!Array.isArray(json)) {
		throw new PatchError('A JSON Patch is an array of operations.');
	}
	for (const operation of json as unknown[]) {
		const { op, path, from, value } = (isContainer(operation) ? operation : {}) as Record<string, unknown>;
		if (typeof op !== 'string' || !['add', 'remove', 'replace', 'move', 'copy', 'test'].includes(op)) {
			throw new PatchError(`Unknown operation "${String(op)}".`);
		}
		if (typeof path !== 'string' || (['move', 'copy'].includes(op) && typeof from !== 'string')) {
			throw new PatchError(`The operation "${op}" lacks its path.`);
		}
		if (['add', 'replace', 'test'].includes(op) && value === undefined) {
			throw new PatchError(`The operation "${op}" at "${path}" lacks its value.`);
		}
	}
	return json as JsonPatchOperation[];
}

/** The document after all operations; `document` itself stays as it is. All of them apply, or it throws. */
export function applyPatch(document: unknown, operations: readonly JsonPatchOperation[]): unknown {
	// Every pointer then has a parent to work on, the empty one too.
	const holder = { '': structuredClone(document) };
	for (const operation of operations) {
		apply(holder, operation);
	}
	return holder[''];
}

function apply(holder: object, { op, path, from = '', value }: JsonPatchOperation): void {
	switch (op) {
		case 'add':
			add(holder, path, structuredClone(value));
			break;
		case 'remove':
			remove(holder, path);
			break;
		case 'replace':
			read(holder, path);
			replace(holder, path, structuredClone(value));
			break;
		case 'move':
			if (path.startsWith(`${from}/`)) {
				throw new PatchError(`"${from}" cannot move into itself.`);
			}
			add(holder, path, remove(holder, from));
			break;
		case 'copy':
			add(holder, path, structuredClone(read(holder, from)));
			break;
		case 'test':
			if (!isDeepStrictEqual(read(holder, path), value)) {
				throw new PatchError(`The value at "${path}" is not the one that was tested for.`);
			}
	}
}

function read(holder: object, path: string): unknown {
	return segmentsOf(path).reduce<unknown>((value, segment) => member(value, segment, path), holder);
}

function add(holder: object, path: string, value: unknown): void {
	const { parent, key } = parentOf(holder, path);
	if (!Array.isArray(parent)) {
		set(parent, key, value);
	} else if (key === '-' || key === String(parent.length)) {
		parent.push(value);
	} else {
		member(parent, key, path);
		parent.splice(Number(key), 0, value);
	}
}

function replace(holder: object, path: string, value: unknown): void {
	const { parent, key } = parentOf(holder, path);
	set(parent, key, value);
}

function remove(holder: object, path: string): unknown {
	const { parent, key } = parentOf(holder, path);
	const removed = member(parent, key, path);
	if (Array.isArray(parent)) {
		parent.splice(Number(key), 1);
	} else {
		Reflect.deleteProperty(parent, key);
	}
	return removed;
}

function parentOf(holder: object, path: string): { readonly parent: object; readonly key: string } {
	const segments = segmentsOf(path);
	const key = segments.pop() ?? '';
	const parent = segments.reduce<unknown>((value, segment) => member(value, segment, path), holder);
	if (!isContainer(parent)) {
		throw new PatchError(`Nothing can be put at "${path}".`);
	}
	return { parent, key };
}

function segmentsOf(path: string): string[] {
	if ((path !== '' && !path.startsWith('/')) || /~(?![01])/.test(path)) {
		throw new PatchError(`"${path}" is not a JSON Pointer.`);
	}
	return path.split('/').map(segment => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function member(value: unknown, key: string, path: string): unknown {
	const exists =
		isContainer(value) && Object.hasOwn(value, key) && (!Array.isArray(value) || /^(0|[1-9]\d*)$/.test(key));
	if (!exists) {
		throw new PatchError(`There is nothing at "${path}".`);
	}
	return (value as Record<string, unknown>)[key];
}

/** Unlike an assignment, this takes `__proto__` for a key like any other. */
function set(target: object, key: string, value: unknown): void {
	Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

function isContainer(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}
