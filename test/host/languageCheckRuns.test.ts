import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import * as vscode from 'vscode';
import { insert, open, until, uriOf, useTenant } from './studio';

const scriptName = 'jdbc-angularsc';

suite('Checks of what is typed', () => {
	const tenant = useTenant({ rateLimit: false });
	const form = () => uriOf(tenant(), scriptName, 'source-config');
	let checks = 0;
	/** How many checks have looked at a connector, or at a document, as it was at some time. */
	const byText = new Map<unknown, number>();
	let onCheck = () => {};
	const listen = (text: unknown) => {
		checks++;
		byText.set(text, (byText.get(text) ?? 0) + 1);
		onCheck();
	};

	setup(() => {
		checks = 0;
		byText.clear();
		subscribe('isc-connector-studio.checked', listen);
	});
	teardown(() => {
		onCheck = () => {};
		unsubscribe('isc-connector-studio.checked', listen);
	});

	/** The names that conditions are said to ask for in vain. */
	const namesIn = (uri: vscode.Uri) =>
		vscode.languages
			.getDiagnostics(uri)
			.filter(({ code }) => code === 'parent-key-unknown')
			.map(({ message }) => /gone\d/.exec(message)?.[0]);

	const place = (document: vscode.TextDocument, text: string) =>
		document.positionAt(document.getText().indexOf(text) + text.length);

	async function replace(document: vscode.TextDocument, old: string, text: string): Promise<void> {
		const at = document.getText().indexOf(old);
		const edit = new vscode.WorkspaceEdit();
		const range = new vscode.Range(document.positionAt(at), document.positionAt(at + old.length));
		edit.replace(document.uri, range, text);
		assert.ok(await vscode.workspace.applyEdit(edit));
	}

	const fixesAt = (uri: vscode.Uri, range: vscode.Range) =>
		vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);

	test('do not run again for those who look at quick fixes', async () => {
		const document = await open(form());
		await insert(document, ' colour="red" parentKey="ussr"', place(document, '<Field'));
		const codes = () => vscode.languages.getDiagnostics(form()).map(({ code }) => code);
		await until(() => codes().includes('name-unknown'), 'an unknown attribute is shown');
		assert.ok(checks > 5);
		checks = 0;
		for (const { range } of vscode.languages.getDiagnostics(form())) {
			await fixesAt(form(), range);
		}
		assert.equal(checks, 0);
	});

	test('run once, though quick fixes are looked for before they have begun', async () => {
		const document = await open(form());
		await insert(document, ' parentKey="gone1"', place(document, '<Field'));
		await until(() => namesIn(form()).includes('gone1'), 'the condition is shown');
		const shown = vscode.languages.getDiagnostics(form()).find(({ code }) => code === 'parent-key-unknown');
		const once = Math.max(...byText.values());
		assert.ok(shown && once > 5);
		byText.clear();
		await replace(document, 'gone1', 'gone2');
		await fixesAt(form(), shown.range);
		await until(() => namesIn(form()).includes('gone2'), 'the other name is shown');
		assert.equal(Math.max(...byText.values()), once);
	});

	test('are left at that when another text comes between them, and nothing of the old one is shown', async () => {
		const document = await open(form());
		await insert(document, ' parentKey="gone1"', place(document, '<Field'));
		await until(() => namesIn(form()).includes('gone1'), 'the first name is shown');
		const wrong: string[] = [];
		let seen = '';
		let watching = true;
		const watch = () => {
			const names = namesIn(form()).join();
			if (names !== seen && !names.split(',').every(name => document.getText().includes(name))) {
				wrong.push(names);
			}
			seen = names;
			if (watching) {
				setImmediate(watch);
			}
		};
		watch();
		// So that the other text comes between two checks.
		const slowly = () => {
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
		};
		const after = (name: string) => name.replace(/\d/, digit => String(Number(digit) + 1));
		for (const [old, name] of [
			['gone1', 'gone2'],
			['gone3', 'gone4'],
			['gone5', 'gone6'],
		] as const) {
			onCheck = () => {
				onCheck = slowly;
				void replace(
					document,
					name,
					name.replace(/\d/, digit => String(Number(digit) + 1)),
				);
			};
			await replace(document, old, name);
			await until(() => namesIn(form()).includes(after(name)), `${after(name)} is shown`);
		}
		watching = false;
		assert.deepEqual(wrong, []);
	});
});
