import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { vscodeKeys } from '../vscodeKeys';

suite('The accessibility help', () => {
	test('is a document with the titles and keys of the commands', async () => {
		await vscode.commands.executeCommand('iscConnectors.help.accessibility');
		const document = vscode.window.activeTextEditor?.document;
		assert.equal(document?.languageId, 'markdown');
		const text = document.getText();
		assert.match(text, /^# Accessibility Help of ISC Connectors\n/);
		assert.match(text, /"Save to Tenant" \(Ctrl\+S\) sends the document\./);
		assert.match(text, /"Open Accessibility Help" \(Alt\+F1\)/);
		assert.match(text, /^- Ctrl\+Z, Ctrl\+Y: Undo, redo$/m);
		assert.doesNotMatch(text, /[<>`*]/);
	});

	test('is read by whatever brings its editor back', async () => {
		const shown = vscode.window.activeTextEditor?.document.uri;
		const notKept = shown?.with({ path: '/Again.md' });
		assert.ok(notKept);
		const restored = await vscode.workspace.openTextDocument(notKept);
		assert.match(restored.getText(), /^# Accessibility Help of ISC Connectors\n/);
	});

	test("names VS Code's keys as they are", async () => {
		const uri = vscode.Uri.parse('vscode://defaultsettings/keybindings.json');
		const text = (await vscode.workspace.openTextDocument(uri)).getText();
		const isBound = ([key, command]: readonly [string, string]) =>
			[...text.matchAll(/"key": "([^"]+)",\s+"command": "([^"]+)"/g)].some(
				([, bound, name]) => bound === key.toLowerCase() && name === command,
			);
		assert.deepEqual(
			Object.entries(vscodeKeys).filter(entry => !isBound(entry)),
			[],
		);
	});
});
