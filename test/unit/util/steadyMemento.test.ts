import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import type * as vscode from 'vscode';
import { SteadyMemento } from '../../../src/util/steadyMemento';

/** As VS Code's: a write leaves a moment later, and comes back as the state that it has left. */
class EchoingMemento implements vscode.Memento {
	private values: Record<string, unknown> = {};
	private leaving: Promise<void> | undefined;

	keys(): readonly string[] {
		return Object.keys(this.values);
	}

	get<T>(key: string, byDefault?: T): T | undefined {
		return (this.values[key] as T | undefined) ?? byDefault;
	}

	update(key: string, value: unknown): Promise<void> {
		this.values[key] = value;
		return (this.leaving ??= this.leave());
	}

	private async leave(): Promise<void> {
		await turn();
		this.leaving = undefined;
		const sent = { ...this.values };
		await turn();
		await turn();
		this.values = sent;
	}
}

suite('What is kept over restarts', () => {
	async function writeInARow(memory: vscode.Memento): Promise<void> {
		const writes: PromiseLike<void>[] = [];
		for (let index = 0; index < 20; index++) {
			writes.push(memory.update(`key ${index}`, index));
			await turn();
		}
		await Promise.all(writes);
	}

	test('gets lost in VS Code where one write follows another', async () => {
		const memory = new EchoingMemento();
		await writeInARow(memory);
		assert.ok(memory.keys().length < 20, 'otherwise there is nothing to mend');
	});

	test('does not get lost where each write waits for the one before', async () => {
		const memory = new EchoingMemento();
		await writeInARow(new SteadyMemento(memory));
		assert.equal(memory.keys().length, 20);
	});

	test('can be read at once, and the last write of a key counts', async () => {
		const memory = new EchoingMemento();
		const steady = new SteadyMemento(memory);
		const written = [1, 2, 3].map(value => steady.update('key', value));
		assert.equal(steady.get('key'), 3);
		assert.deepEqual(steady.keys(), ['key']);
		await Promise.all(written);
		assert.equal(memory.get('key'), 3);
		const removed = steady.update('key', undefined);
		assert.equal(steady.get('key', 'nothing'), 'nothing');
		assert.deepEqual(steady.keys(), []);
		await removed;
		assert.equal(steady.get('key'), undefined);
	});

	test('that cannot be written rejects, and is tried again with the next write', async () => {
		const memory = new EchoingMemento();
		const update = memory.update.bind(memory);
		memory.update = () => Promise.reject(new Error('disk full'));
		const steady = new SteadyMemento(memory);
		await assert.rejects(steady.update('key', 1), /disk full/);
		memory.update = update;
		await steady.update('other', 2);
		assert.equal(memory.get('key'), 1);
	});
});
