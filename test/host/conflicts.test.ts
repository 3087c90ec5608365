import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { aMoment, asked, open, until, uriOf, useTenant } from './studio';

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
	async function conflict(
		theirs: string,
		type: (document: vscode.TextDocument) => Promise<unknown>,
		mark = '',
	) {
		store(mark + before);
		await vscode.commands.executeCommand('iscConnectors.document.refresh', uri());
		const document = await open(uri());
		await until(() => document.getText() === before, 'it is open');
		await type(document);
		store(mark + theirs);
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

	const save = () => vscode.commands.executeCommand('iscConnectors.document.save');

	/** Keeps one's own in VS Code's merge editor, which hears of neither command until it has compared the texts. */
	async function keepMine(): Promise<void> {
		await until(() => mergeTabs().length === 1, 'the merge editor is open');
		const input = mergeTabs()[0]?.input as { readonly result: vscode.Uri };
		const result = await vscode.workspace.openTextDocument(input.result);
		const isMine = () => result.getText().includes('\t<mine/>') && !result.getText().includes('<<<<<<<');
		for (let tried = 0; !isMine(); tried++) {
			assert.ok(tried < 30, 'the merge editor takes no side');
			await vscode.commands.executeCommand('merge.acceptAllInput2');
			await aMoment();
		}
		await vscode.commands.executeCommand('mergeEditor.acceptMerge');
		await until(() => mergeTabs().length === 0, 'the merge is complete');
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
		const resolved = vscode.commands.executeCommand(command, uri());
		await keepMine();
		await resolved;
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

	test('that a save met, and that was merged, holds the next save back no longer', async () => {
		const document = await conflict(lines('\t<A/>', '\t<b/>', '\t<c/>', '\t<d/>'), replace(4, '\t<D/>'));
		void save();
		const merged = lines('\t<A/>', '\t<b/>', '\t<c/>', '\t<D/>');
		await until(() => document.getText() === merged, 'it is merged');
		await aMoment();
		void save(); // The message of the merge is still there.
		await until(() => !document.isDirty, 'it is saved');
		assert.equal(stored(), merged);
	});

	suite('in the merge editor', () => {
		const theirs = lines('\t<A/>', '\t<b/>', '\t<C/>', '\t<d/>');

		/** Lets a save meet a conflict. */
		async function meet(): Promise<vscode.TextDocument> {
			const document = await conflict(theirs, replace(3, '\t<mine/>'));
			tenant().sample.forgetRequests();
			void save();
			await until(() => mergeTabs().length === 1, 'the merge editor is open');
			await aMoment();
			return document;
		}

		async function complete(): Promise<void> {
			await vscode.commands.executeCommand(command, uri());
			await keepMine();
			await aMoment(); // The document has the result then.
		}

		const puts = () => asked(tenant()).filter(each => each.startsWith('PUT'));

		test('sends nothing when it is complete, though people pressed Save on the document before', async () => {
			const document = await meet();
			await vscode.window.showTextDocument(document);
			await replace(4, '\t<typed/>')(document);
			await save(); // It does not wait for the merge, which it would send.
			await complete();
			const merged = lines('\t<A/>', '\t<b/>', '\t<mine/>', '\t<typed/>');
			await until(() => document.getText() === merged, 'the document has what was merged');
			assert.deepEqual(puts(), []);
			assert.ok(document.isDirty);
		});

		test('gives its result to the document, though people closed that without saving', async () => {
			const document = await meet();
			await vscode.window.showTextDocument(document);
			await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
			await until(() => !document.isDirty, 'it is reverted');
			await complete();
			const again = await vscode.workspace.openTextDocument(uri());
			assert.equal(again.getText(), lines('\t<A/>', '\t<b/>', '\t<mine/>', '\t<d/>'));
			assert.ok(again.isDirty);
			assert.deepEqual(puts(), []);
		});

		test('keeps what people type while they are asked about what they typed before', async () => {
			const document = await meet();
			await vscode.window.showTextDocument(document);
			await replace(1, '\t<typed/>')(document);
			await complete();
			await replace(4, '\t<later/>')(document);
			await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
			await until(() => document.getText().includes('<mine/>'), 'it is merged');
			await aMoment();
			assert.equal(document.getText(), lines('\t<typed/>', '\t<b/>', '\t<mine/>', '\t<later/>'));
		});
	});

	test('keeps the byte order mark of a document, and puts none into its text', async () => {
		const mark = '\uFEFF';
		const theirs = lines('\t<A/>', '\t<b/>', '\t<c/>', '\t<d/>');
		const document = await conflict(theirs, replace(4, '\t<D/>'), mark);
		void vscode.commands.executeCommand(command, uri());
		const merged = lines('\t<A/>', '\t<b/>', '\t<c/>', '\t<D/>');
		await until(() => document.getText() === merged, 'it is merged');
		assert.ok(await document.save());
		assert.equal(stored(), mark + merged);
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
