import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Documents } from '../../src/documents/documents';
import { fromUri } from '../../src/documents/documentUri';
import type { WriteRequest } from '../../src/documents/remoteDocument';
import type { RestorePoints } from '../../src/documents/restorePoints';
import type { SaveQuestions } from '../../src/documents/saveQuestions';
import { Saves } from '../../src/documents/saves';
import type { Tenants } from '../../src/tenants/tenants';
import { append, open, until, uriOf, useTenant } from './studio';

suite('A save that VS Code has begun by itself', () => {
	const tenant = useTenant({ rateLimit: false });
	const files = () => vscode.workspace.getConfiguration('files');

	teardown(() => files().update('autoSave', 'off', vscode.ConfigurationTarget.Global));

	test('is still one after a program has written the same document', async () => {
		const uri = uriOf(tenant(), 'jdbc-angularsc', 'source-config');
		const id = fromUri(uri);
		assert.ok(id);
		const requests: WriteRequest[] = [];
		const write = (request: WriteRequest) => {
			requests.push(request);
			return Promise.resolve({ sent: false });
		};
		const saves = new Saves(
			{} as unknown as Tenants,
			{ get: () => ({ write }) } as unknown as Documents,
			() => Promise.resolve({} as unknown as RestorePoints),
			() => Promise.resolve({} as unknown as SaveQuestions),
		);
		let isBegun = false;
		const watch = vscode.workspace.onWillSaveTextDocument(({ document }) => {
			isBegun ||= document.uri.toString() === uri.toString();
		});
		await files().update('autoSaveDelay', 100, vscode.ConfigurationTarget.Global);
		await files().update('autoSave', 'afterDelay', vscode.ConfigurationTarget.Global);
		await append(await open(uri), '<!-- typed -->');
		await until(() => isBegun, 'VS Code saves');
		await files().update('autoSave', 'off', vscode.ConfigurationTarget.Global);
		const bytes = Buffer.from('<Form/>');
		await saves.save(id, bytes, { fromEditor: false, action: 'undo' });
		await saves.save(id, bytes, { fromEditor: true });
		await saves.save(id, bytes, { fromEditor: true });
		assert.deepEqual(
			requests.map(({ rules }) => rules.isUnwanted()),
			[false, true, false],
		);
		watch.dispose();
		saves.dispose();
	});
});
