import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { aMoment, closeEditors, open } from './studio';

suite('A connector on a disk whose translations are no UTF-8', () => {
	const encoding = (value: string | undefined) =>
		vscode.workspace
			.getConfiguration('files', { languageId: 'properties' })
			.update('encoding', value, vscode.ConfigurationTarget.Global, true);
	let folder = '';

	suiteSetup(async () => {
		await encoding('iso88591');
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-encodings-'));
		fs.mkdirSync(path.join(folder, 'translations'));
		fs.writeFileSync(path.join(folder, 'translations/en.properties'), Buffer.from('A=gr\xfcn\n', 'latin1'));
		fs.writeFileSync(
			path.join(folder, 'source-config.xml'),
			'<Form><Menu label="A"><Section/></Menu></Form>\n',
		);
	});

	suiteTeardown(async () => {
		await closeEditors();
		await encoding(undefined);
		fs.rmSync(folder, { recursive: true, force: true });
	});

	const form = () => open(vscode.Uri.file(path.join(folder, 'source-config.xml')));
	const label = (document: vscode.TextDocument) => document.positionAt(document.getText().indexOf('"A"') + 1);

	test('is read as its editor would show it', async () => {
		const document = await form();
		const hovered = async () => {
			const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
				'vscode.executeHoverProvider',
				document.uri,
				label(document),
			);
			return hovers.flatMap(({ contents }) => contents.map(each => (each as vscode.MarkdownString).value));
		};
		let texts: readonly string[] = [];
		for (let tries = 0; tries < 100 && texts.length === 0; tries++) {
			texts = await hovered(); // What understands documents is loaded with the first of them.
			await aMoment();
		}
		assert.match(texts.join('\n'), /grün/);
	});

	test('is given no character that its file could not hold', async () => {
		const document = await form();
		const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
			'vscode.executeDocumentRenameProvider',
			document.uri,
			label(document),
			'Bü€',
		);
		assert.ok(await vscode.workspace.applyEdit(edit));
		const translation = await open(vscode.Uri.file(path.join(folder, 'translations/en.properties')));
		assert.ok(await translation.save());
		const saved = fs.readFileSync(translation.uri.fsPath, 'latin1');
		assert.equal(saved, 'B\xfc\\u20AC=gr\xfcn\n');
	});
});
