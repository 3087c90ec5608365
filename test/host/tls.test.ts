import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { tls, untrustedTls } from '../tls';
import { addTenant, append, asked, folderOf, open, uriOf, useTenant } from './studio';

suite('A tenant over https, whose authority VS Code was told to trust by NODE_EXTRA_CA_CERTS', () => {
	const tenant = useTenant({ tls });

	test('can be added, read and saved to', async () => {
		const document = await open(uriOf(tenant(), 'jdbc-angularsc', 'source-config'));
		await append(document, '<!-- over https -->\n');
		assert.equal(await document.save(), true);
		const stored = Buffer.from(tenant().sample.connector('jdbc-angularsc').sourceConfig).toString();
		assert.ok(stored.endsWith('<!-- over https -->\n'));
		assert.ok(tenant().sample.url.startsWith('https:'));
	});

	test('answers twenty requests one after another over one connection', async () => {
		const root = folderOf(tenant());
		const folders = (await vscode.workspace.fs.readDirectory(root)).slice(0, 20);
		tenant().sample.forgetRequests();
		const before = tenant().sample.connections;
		for (const [scriptName] of folders) {
			await vscode.workspace.fs.readFile(uriOf(tenant(), scriptName, 'source-template'));
		}
		assert.equal(asked(tenant()).length, 20);
		assert.ok(tenant().sample.connections - before <= 1);
	});
});

suite('A tenant whose certificate nobody vouches for', () => {
	test('is refused before any credential leaves, and the message names the certificate', async () => {
		let added = false;
		try {
			const { sample } = await addTenant({ tls: untrustedTls });
			added = true;
			await sample.stop();
		} catch (error) {
			assert.match((error as Error).message, /certificate of .* not trusted/);
		}
		assert.equal(added, false);
	});
});
