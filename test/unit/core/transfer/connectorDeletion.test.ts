import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ConnectorsApi } from '../../../../src/core/api/connectorsApi';
import { ApiError, WaitedTooLongError } from '../../../../src/core/api/errors';
import { NotKeptError } from '../../../../src/core/remote/saveErrors';
import type { Fault, SampleTenant } from '../../../../src/sample/server/sampleTenant';
import {
	ConnectorDeletion,
	CopyDiffersError,
	NothingToDeleteError,
} from '../../../../src/core/transfer/copy/connectorDeletion';
import { copyLimitsOf } from '../../../../src/core/transfer/copy/copyLimits';
import { DeletedConnectors } from '../../../../src/core/transfer/copy/deletedConnectors';
import { clientOf, useSampleTenant } from '../api/sample';
import { TestClock } from '../../testClock';

const scriptName = 'doomed';
const name = 'Doomed';
const page: Fault = {
	kind: 'answer',
	status: 404,
	headers: { 'Content-Type': 'text/html' },
	body: '<html></html>',
};

suite('Deleting a connector', () => {
	const clock = new TestClock();
	const sample = useSampleTenant({ rateLimit: false, later: clock.later });
	let folder: string;
	/** What the session has been told to look at again. */
	let told: string[];

	setup(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-deletion-'));
		told = [];
		if (isThere()) {
			sample().remove(scriptName);
		}
		sample().add({ ...sample().connector('jdbc-angularsc'), scriptName, name, custom: true });
	});

	teardown(() => fs.rmSync(folder, { recursive: true, force: true }));

	function isThere(): boolean {
		try {
			return sample().connector(scriptName).scriptName === scriptName;
		} catch {
			return false;
		}
	}

	const kept = () => new DeletedConnectors(folder).list();
	const deletes = () => sample().requests.filter(({ method }) => method === 'DELETE').length;

	interface Given {
		/** Where the copies go. */
		readonly deleted?: DeletedConnectors;
		readonly signal?: AbortSignal;
		readonly client?: ConnectorsApi;
	}

	function remove({ deleted = new DeletedConnectors(folder), signal, client: given }: Given = {}) {
		const refresh = () => void told.push('refresh');
		const forgetDeleted = () => Promise.resolve(void told.push('forget'));
		const client = () => Promise.resolve(given ?? clientOf(sample()));
		const deletion = new ConnectorDeletion(
			client,
			{ forgetDeleted, refresh },
			{ refresh },
			deleted,
			clock.wait,
		);
		return deletion.delete('sample', { scriptName, name }, signal);
	}

	/** Befalls what is asked from the DELETE on. */
	function fromDeletion(change: (tenant: SampleTenant) => void): void {
		sample().onRequest = ({ method }) => {
			if (method === 'DELETE') {
				sample().onRequest = undefined;
				change(sample());
			}
		};
	}

	/** A client whose DELETE waits for so long that it does not leave. @param waits what happens meanwhile, for each such wait */
	function clientThatWaits(waits: (() => void)[]) {
		const client = clientOf(sample());
		const deleteConnector: typeof client.deleteConnector = (...args) => {
			const wait = waits.shift();
			wait?.();
			return wait ? Promise.reject(new WaitedTooLongError('acme')) : client.deleteConnector(...args);
		};
		return Object.assign(Object.create(client) as typeof client, { deleteConnector });
	}

	test('that has waited keeps what a colleague has saved meanwhile', async () => {
		const theirs = Buffer.from('<theirs/>');
		const save = () => sample().change(scriptName, connector => (connector.sourceConfig = theirs));
		const deleted = await remove({ client: clientThatWaits([save]) });
		const copy = await new DeletedConnectors(folder).read(deleted);
		assert.deepEqual(Buffer.from(copy?.texts.get('source-config') ?? []), theirs);
		assert.equal((await kept()).length, 1);
	});

	test('that waits time after time deletes nothing, and keeps no copy', async () => {
		const waits = Array.from({ length: 5 }, () => () => undefined);
		await assert.rejects(remove({ client: clientThatWaits(waits) }), WaitedTooLongError);
		assert.deepEqual([waits, deletes(), await kept(), isThere()], [[], 0, [], true]);
	});

	test('keeps a copy that is what the tenant had', async () => {
		const before = sample().connector(scriptName);
		const deleted = await remove();
		assert.ok(!isThere());
		const copy = await new DeletedConnectors(folder).read(deleted);
		assert.deepEqual(Buffer.from(copy?.texts.get('source-config') ?? []), Buffer.from(before.sourceConfig));
		assert.equal(copy?.about.status, before.status);
		assert.ok(told.includes('forget'));
	});

	test('keeps the copy if its answer got lost, and nobody can be asked whether it is gone', async () => {
		fromDeletion(tenant => {
			tenant.fault({ method: 'DELETE' }, { kind: 'reset-after' });
			tenant.fault({ operation: 'getConnector' }, { kind: 'answer', status: 500 });
		});
		await assert.rejects(remove(), { name: 'UnreachableError' });
		assert.ok(!isThere());
		assert.deepEqual(
			(await kept()).map(each => each.name),
			[name],
		);
	});

	test('that takes effect a moment after its answer got lost has deleted it', async () => {
		sample().fault({ method: 'DELETE' }, { kind: 'late', milliseconds: 900, answer: 504 });
		assert.equal((await remove()).name, name);
		assert.ok(told.includes('forget'));
	});

	test('that takes effect later keeps the copy', async () => {
		sample().fault({ method: 'DELETE' }, { kind: 'late', milliseconds: 30_000, answer: 504 });
		await assert.rejects(remove(), ApiError);
		clock.pass(30_000);
		assert.ok(!isThere());
		assert.equal((await kept()).length, 1);
	});

	test('keeps the copy if something in between says that there is nothing', async () => {
		fromDeletion(tenant => tenant.fault({ path: /doomed/ }, page, 2));
		await assert.rejects(remove(), (error: unknown) => error instanceof ApiError && error.status === 404);
		assert.ok(isThere());
		assert.equal((await kept()).length, 1);
		assert.deepEqual(told, []);
	});

	test('keeps none of what the tenant refused to delete, or still has after a 404 for it', async () => {
		fromDeletion(tenant => tenant.fault({ method: 'DELETE' }, { kind: 'answer', status: 403 }));
		await assert.rejects(remove(), ApiError);
		fromDeletion(tenant => tenant.fault({ method: 'DELETE' }, page));
		await assert.rejects(remove(), ApiError);
		assert.deepEqual(await kept(), []);
		assert.deepEqual(fs.readdirSync(folder), []);
	});

	test('that somebody else has deleted meanwhile keeps the copy', async () => {
		fromDeletion(tenant => tenant.remove(scriptName));
		await remove();
		assert.equal((await kept()).length, 1);
	});

	test('forgets a connector only if the service says that it is gone', async () => {
		sample().fault({ operation: 'getConnector' }, page);
		await assert.rejects(remove(), ApiError);
		assert.equal(told.length, 0);
		sample().change(scriptName, connector => (connector.name = 'Another'));
		await assert.rejects(remove(), NothingToDeleteError);
		assert.ok(told.includes('refresh') && !told.includes('forget'), 'another one is there');
		sample().remove(scriptName);
		await assert.rejects(remove(), NothingToDeleteError);
		assert.ok(told.includes('forget'));
	});

	test('does not leave if a document cannot be read', async () => {
		sample().fault({ operation: 'getConnectorTranslations' }, page);
		await assert.rejects(remove(), ApiError);
		assert.deepEqual([deletes(), await kept()], [0, []]);
	});

	/** The disk has something else than was written to it. */
	class Spoilt extends DeletedConnectors {
		constructor(private readonly spoil: (file: string) => void) {
			super(folder);
		}

		override async keep(...args: Parameters<DeletedConnectors['keep']>) {
			const deleted = await super.keep(...args);
			this.spoil(path.join(folder, deleted.id, name));
			return deleted;
		}
	}

	for (const [what, spoil, file] of [
		[
			'has another byte',
			(its: string) => fs.appendFileSync(path.join(its, 'source-template.xml'), ' '),
			'source-template.xml',
		],
		[
			'lacks a document',
			(its: string) => fs.rmSync(path.join(its, 'translations/en.properties')),
			'translations/en.properties',
		],
		[
			'has one too many',
			(its: string) => fs.writeFileSync(path.join(its, 'translations/ja.properties'), ''),
			'translations/ja.properties',
		],
		['cannot be read', (its: string) => fs.writeFileSync(path.join(its, 'connector.json'), '{'), undefined],
		['is not there', (its: string) => fs.rmSync(path.dirname(its), { recursive: true }), undefined],
	] as const) {
		test(`does not leave if the copy ${what}`, async () => {
			await assert.rejects(remove({ deleted: new Spoilt(spoil) }), (error: unknown) => {
				assert.ok(error instanceof CopyDiffersError && error instanceof NotKeptError);
				assert.equal(error.file, file);
				return true;
			});
			assert.ok(isThere());
			assert.deepEqual([deletes(), await kept()], [0, []]);
		});
	}

	test('of a connector whose name no copy can have does not leave', async () => {
		sample().change(scriptName, connector => (connector.name = 'Doo\u0007med'));
		const client = () => Promise.resolve(clientOf(sample()));
		const session = { forgetDeleted: () => Promise.resolve(), refresh: () => undefined };
		const deletion = new ConnectorDeletion(client, session, session, new DeletedConnectors(folder));
		await assert.rejects(deletion.delete('sample', { scriptName, name: 'Doo\u0007med' }), CopyDiffersError);
		assert.deepEqual([deletes(), await kept()], [0, []]);
	});

	test('does not leave after it was cancelled, and leaves no copy', async () => {
		const left = new AbortController();
		await assert.rejects(remove({ deleted: new Spoilt(() => left.abort()), signal: left.signal }), {
			name: 'AbortError',
		});
		assert.deepEqual([deletes(), await kept()], [0, []]);
	});

	test('keeps a status and locales that nobody here knows', async () => {
		sample().change(scriptName, connector => {
			connector.status = 'ARCHIVED' as typeof connector.status;
			Object.assign(connector.translations, {
				'pt-BR': Buffer.from('a=ção\r\n'),
				'../x': Buffer.from('b=\ufeff'),
			});
		});
		const copy = await new DeletedConnectors(folder).read(await remove());
		assert.equal(copy?.about.status, 'ARCHIVED');
		assert.deepEqual(
			copy.otherTranslations,
			new Map([
				['pt-BR', 'a=ção\r\n'],
				['../x', 'b=\ufeff'],
			]),
		);
		assert.deepEqual(
			[...copy.texts.keys()].filter(part => /BR|x$/.test(part)),
			[],
		);
	});

	test('tells before what a copy cannot hold', async () => {
		const limits = () => copyLimitsOf(clientOf(sample()), scriptName);
		sample().change(scriptName, connector => (connector.className = 'a.B'));
		assert.deepEqual(await limits(), { hasNoClassName: false, uploadedFiles: [] });
		const body = JSON.stringify({ name, scriptName, className: null, uploadedFiles: ['driver.jar'] });
		sample().fault({ operation: 'getConnector' }, { kind: 'answer', status: 200, body });
		assert.deepEqual(await limits(), { hasNoClassName: true, uploadedFiles: ['driver.jar'] });
		sample().remove(scriptName);
		assert.equal(await limits(), undefined);
	});
});
