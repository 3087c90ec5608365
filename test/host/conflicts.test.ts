import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { asked, open, until, uriOf, useTenant } from './studio';

suite('A conflict', () => {
	const tenant = useTenant();
	const command = 'iscConnectors.document.resolveConflict';
	const connector = 'jdbc-angularsc';
	const uri = () => uriOf(tenant(), connector, 'correlation-config');
	const stored = () => Buffer.from(tenant().sample.connector(connector).correlationConfig).toString();

	function store(text: string): void {
		tenant().sample.change(connector, each => {
			each.correlationConfig = Buffer.from(text);
		});
	}

	const lines = (...middle: readonly string[]) =>
		['<CorrelationConfig>', ...middle, '</CorrelationConfig>', ''].join('\n');
	const before = lines('\t<a/>', '\t<b/>', '\t<c/>', '\t<d/>');

	/** Opens a text of the tenant, and types into it while a colleague saves another one. */
	async function conflict(theirs: string, type: (document: vscode.TextDocument) => Promise<unknown>) {
		store(before);
		await vscode.commands.executeCommand('iscConnectors.document.refresh', uri());
		const document = await open(uri());
		await until(() => document.getText() === before, 'it is open');
		await type(document);
		store(theirs);
		return document;
	}

	const replace = (line: number, text: string) => async (document: vscode.TextDocument) => {
		const edit = new vscode.WorkspaceEdit();
		edit.replace(document.uri, document.lineAt(line).range, text);
		assert.ok(await vscode.workspace.applyEdit(edit));
	};

	const mergeTabs = () =>
		vscode.window.tabGroups.all
			.flatMap(({ tabs }) => tabs)
			.filter(({ input }) => typeof input === 'object' && input !== null && 'input1' in input);

	/** Resolves in VS Code's merge editor. */
	async function resolve(...commands: readonly string[]): Promise<void> {
		const done = vscode.commands.executeCommand(command, uri());
		await until(() => mergeTabs().length === 1, 'the merge editor is open');
		await new Promise(after => setTimeout(after, 500));
		for (const each of commands) {
			await vscode.commands.executeCommand(each);
		}
		await done;
		assert.deepEqual(mergeTabs(), []);
	}

	test('of changes that do not touch is one unsaved text, and a save then sends it', async () => {
		const document = await conflict(lines('\t<A/>', '\t<b/>', '\t<c/>', '\t<d/>'), replace(4, '\t<D/>'));
		tenant().sample.forgetRequests();
		void vscode.commands.executeCommand(command, uri());
		const merged = lines('\t<A/>', '\t<b/>', '\t<c/>', '\t<D/>');
		await until(() => document.getText() === merged, 'it is merged');
		assert.ok(document.isDirty);
		assert.deepEqual(
			asked(tenant()).filter(each => each.startsWith('PUT')),
			[],
		);
		assert.ok(await document.save());
		assert.equal(stored(), merged);
	});

	test('of changes that touch is decided in the merge editor', async () => {
		const document = await conflict(lines('\t<A/>', '\t<b/>', '\t<C/>', '\t<d/>'), replace(3, '\t<mine/>'));
		tenant().sample.forgetRequests();
		await resolve('merge.acceptAllInput2', 'mergeEditor.acceptMerge');
		assert.equal(document.getText(), lines('\t<A/>', '\t<b/>', '\t<mine/>', '\t<d/>'));
		assert.deepEqual(
			asked(tenant()).filter(each => each.startsWith('PUT')),
			[],
		);
		assert.ok(await document.save());
		assert.equal(stored(), document.getText());
	});

	test('is one again once the merge is undone, and none after a redo; a third change is one', async () => {
		const theirs = lines('\t<A/>', '\t<b/>', '\t<c/>', '\t<d/>');
		const document = await conflict(theirs, replace(4, '\t<D/>'));
		void vscode.commands.executeCommand(command, uri());
		const merged = lines('\t<A/>', '\t<b/>', '\t<c/>', '\t<D/>');
		await until(() => document.getText() === merged, 'it is merged');
		await vscode.commands.executeCommand('undo');
		assert.equal(document.getText(), lines('\t<a/>', '\t<b/>', '\t<c/>', '\t<D/>'));
		assert.equal(await document.save(), false);
		assert.equal(stored(), theirs);
		await vscode.commands.executeCommand('redo');
		assert.equal(document.getText(), merged);
		const third = lines('\t<A/>', '\t<third/>', '\t<c/>', '\t<d/>');
		store(third);
		assert.equal(await document.save(), false);
		assert.equal(stored(), third);
		void vscode.commands.executeCommand(command, uri());
		const again = lines('\t<A/>', '\t<third/>', '\t<c/>', '\t<D/>');
		await until(() => document.getText() === again, 'it is merged again');
		assert.ok(await document.save());
		assert.equal(stored(), again);
	});

	test('with line ends that a colleague changed takes these', async () => {
		const crlf = before.replaceAll('\n', '\r\n');
		const document = await conflict(crlf, replace(4, '\t<D/>'));
		void vscode.commands.executeCommand(command, uri());
		await until(() => document.eol === vscode.EndOfLine.CRLF, 'it is merged');
		assert.ok(await document.save());
		assert.equal(stored(), crlf.replace('<d/>', '<D/>'));
	});

	test('with the very text that is unsaved, or with nothing, leaves the text as it is', async () => {
		const mine = lines('\t<a/>', '\t<b/>', '\t<c/>', '\t<D/>');
		const document = await conflict(mine, replace(4, '\t<D/>'));
		void vscode.commands.executeCommand(command, uri());
		await until(() => asked(tenant()).length > 0, 'the tenant is asked');
		assert.equal(document.getText(), mine);
		assert.ok(await document.save());
		tenant().sample.forgetRequests();
		await vscode.commands.executeCommand(command, uri());
		assert.equal(document.getText(), mine);
	});
});
