import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addTenant, append, open, uriOf, useTenant, type AddedTenant } from './studio';

interface Deleted {
	readonly tenant: string;
	readonly documents: number;
	readonly versions: number;
	readonly open: number;
}

const run = <T>(command: string, ...options: object[]) =>
	Promise.resolve(vscode.commands.executeCommand<T>(`iscConnectors.${command}`, ...options));

suite('What is kept on this computer', () => {
	const tenant = useTenant({ rateLimit: false });

	async function save(of: AddedTenant): Promise<void> {
		const document = await open(uriOf(of, 'jdbc-angularsc', 'source-config'));
		await append(document, '<!-- saved -->');
		assert.ok(await document.save());
	}

	test('a history goes by a command, also that of a tenant that does not answer any more', async () => {
		const other = await addTenant({ rateLimit: false });
		await save(other);
		await other.sample.stop();
		const gone = (versions: number) => ({ tenant: other.id, documents: versions, versions, open: 0 });
		assert.deepEqual(await run<Deleted>('history.delete', { tenant: other.id }), gone(1));
		assert.deepEqual(await run<Deleted>('history.delete', { tenant: other.id }), gone(0));
	});

	test('the history of a document stays while nobody knows what became of a save', async () => {
		const document = await open(uriOf(tenant(), 'jdbc-angularsc', 'source-config'));
		await append(document, '<!-- lost -->');
		const { sample } = tenant();
		sample.fault({ method: 'PUT' }, { kind: 'reset-before' });
		sample.onRequest = ({ method }) => {
			if (method === 'PUT') {
				sample.fault({ method: 'GET' }, { kind: 'answer', status: 500 }, 99);
			}
		};
		assert.equal(await document.save(), false);
		sample.onRequest = undefined;
		const deleted = await run<Deleted>('history.delete', { tenant: tenant().id });
		assert.equal(deleted.open, 1);
		sample.clearFaults();
	});

	test('backups of deleted connectors go by a command', async () => {
		const names = ['Backup 1', 'Backup 2', 'Backup 3'];
		for (const name of names) {
			const { scriptName } = await run<{ scriptName: string }>('connector.create', {
				tenant: tenant().id,
				name,
				className: 'a.B',
			});
			await run('connector.delete', { tenant: tenant().id, scriptName, name });
		}
		const remove = (more: object) => run('deletedConnectors.delete', { tenant: tenant().id, ...more });
		assert.deepEqual(await remove({ name: 'Backup 2' }), { connectors: 1 });
		await assert.rejects(
			run('connector.restoreDeleted', { tenant: tenant().id, name: 'Backup 2' }),
			/no backup of Backup 2/,
		);
		assert.deepEqual(await remove({}), { connectors: 2 });
		assert.deepEqual(await remove({}), { connectors: 0 });
	});

	for (const command of ['history.delete', 'deletedConnectors.delete']) {
		test(`${command} wants to know of which tenant`, async () => {
			await assert.rejects(run(command, {}), /The argument "tenant" is missing/);
		});
	}
});
