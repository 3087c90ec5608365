import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { aMoment, append, letProgramsWrite, open, until, uriOf, useTenant } from './studio';

suite('A text that an undo brings back', () => {
	const tenant = useTenant({ rateLimit: false });
	letProgramsWrite();
	let count = 0;
	let scriptName: string;
	let document: vscode.TextDocument;

	const lines = (...middle: readonly string[]) =>
		['<CorrelationConfig>', ...middle, '</CorrelationConfig>', ''].join('\n');
	const before = lines('\t<a/>', '\t<b/>', '\t<c/>');
	const theirs = lines('\t<A/>', '\t<b/>', '\t<c/>');
	const mine = `${before}<!-- mine -->`;

	setup(async () => {
		scriptName = `undone-${++count}`;
		const { sample } = tenant();
		const connector = { ...sample.connector('jdbc-angularsc'), scriptName, name: scriptName };
		sample.add({ ...connector, correlationConfig: Buffer.from(before) });
		document = await open(uriOf(tenant(), scriptName, 'correlation-config'));
	});

	const stored = () => Buffer.from(tenant().sample.connector(scriptName).correlationConfig).toString();
	const save = () => vscode.commands.executeCommand('iscConnectors.document.save');
	const run = (command: string) => vscode.commands.executeCommand(command);

	function colleagueSaves(text: string): void {
		tenant().sample.change(scriptName, each => (each.correlationConfig = Buffer.from(text)));
	}

	/** A clean editor shows what a colleague has saved. */
	async function reload(text: string): Promise<void> {
		colleagueSaves(text);
		await vscode.commands.executeCommand('iscConnectors.document.refresh', document.uri);
		await until(() => document.getText() === text, 'the editor shows it');
		assert.ok(!document.isDirty);
	}

	/** The tenant's text comes into the editor in place of an unsaved one. */
	async function revert(): Promise<void> {
		await append(document, '<!-- mine -->');
		colleagueSaves(theirs);
		await vscode.commands.executeCommand('iscConnectors.document.refresh', document.uri);
		await run('workbench.action.files.revert');
		assert.equal(document.getText(), theirs);
		assert.ok(!document.isDirty);
	}

	/** Saves; the text has left then, and the answer is not there yet. */
	async function sending(): Promise<() => Promise<void>> {
		const { sample } = tenant();
		const isSent = new Promise<void>(resolve => {
			sample.onRequest = ({ method }) => {
				if (method === 'PUT') {
					sample.latency = 1000;
					resolve();
				}
			};
		});
		const saving = save();
		await isSent;
		return async () => {
			await saving;
			[sample.onRequest, sample.latency] = [undefined, 0];
		};
	}

	async function assertHeldBack(text: string, present: string): Promise<void> {
		assert.equal(document.getText(), text);
		assert.ok(document.isDirty);
		assert.equal(await document.save(), false, 'VS Code shows the conflict');
		assert.equal(stored(), present);
		assert.equal(await vscode.workspace.saveAll(), false);
		assert.equal(stored(), present);
		assert.ok(document.isDirty);
	}

	test('after a revert is merged with the version that the revert had brought', async () => {
		await revert();
		await run('undo');
		await assertHeldBack(mine, theirs);
		void save();
		await until(() => document.getText() === `${theirs}<!-- mine -->`, 'it is merged');
		assert.equal(stored(), theirs);
		await aMoment();
		assert.ok(await document.save());
		assert.equal(stored(), `${theirs}<!-- mine -->`);
	});

	test('after a revert is no conflict where the tenant has the same version still', async () => {
		await append(document, '<!-- mine -->');
		await run('workbench.action.files.revert');
		await run('undo');
		assert.equal(document.getText(), mine);
		assert.ok(await document.save());
		assert.equal(stored(), mine);
	});

	test('after a revert, and goes again with a redo, is no conflict', async () => {
		await revert();
		await run('undo');
		await run('redo');
		assert.equal(document.getText(), theirs);
		assert.ok(!document.isDirty);
		await append(document, '<!-- more -->');
		assert.ok(await document.save());
		assert.equal(stored(), `${theirs}<!-- more -->`);
	});

	test('after VS Code read what a colleague saved is held back, and neither version is lost unasked', async () => {
		await reload(theirs);
		await run('undo');
		await assertHeldBack(before, theirs);
		void save();
		await aMoment();
		assert.equal(stored(), theirs);
		assert.equal(document.getText(), before);
		for (let tries = 0; stored() !== before; tries++) {
			assert.ok(tries < 20, 'the question comes, and its first answer lets the text be saved');
			await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
			await aMoment();
			assert.equal(document.getText(), before, 'one’s own is kept');
			await document.save();
		}
	});

	test('after VS Code read what a colleague saved, and is typed into, is merged', async () => {
		await reload(theirs);
		await run('undo');
		await append(document, '<!-- mine -->');
		await assertHeldBack(mine, theirs);
		void save();
		await until(() => document.getText() === `${theirs}<!-- mine -->`, 'it is merged');
	});

	test('after VS Code read other line ends and another text is held back', async () => {
		await reload(theirs.replaceAll('\n', '\r\n'));
		await run('undo');
		await assertHeldBack(before, theirs.replaceAll('\n', '\r\n'));
	});

	test('after VS Code read other line ends alone is held back', async () => {
		await reload(before.replaceAll('\n', '\r\n'));
		await run('undo');
		await assertHeldBack(before, before.replaceAll('\n', '\r\n'));
	});

	test('past two versions is held back at each', async () => {
		await reload(theirs);
		const third = lines('\t<A/>', '\t<third/>', '\t<c/>');
		await reload(third);
		await run('undo');
		await assertHeldBack(theirs, third);
		await run('undo');
		await assertHeldBack(before, third);
	});

	test('after another program wrote to the tenant is held back', async () => {
		await vscode.workspace.fs.writeFile(document.uri, Buffer.from(theirs));
		await until(() => document.getText() === theirs, 'the editor shows it');
		await run('undo');
		await assertHeldBack(before, theirs);
	});

	test('past a save of one’s own is no conflict', async () => {
		await append(document, '<!-- mine -->');
		assert.ok(await document.save());
		await run('undo');
		assert.equal(document.getText(), before);
		assert.ok(await document.save());
		assert.equal(stored(), before);
	});

	test('past a save, and past what a colleague saved before, is held back', async () => {
		await reload(theirs);
		await append(document, '<!-- mine -->');
		assert.ok(await document.save());
		const present = stored();
		await run('undo');
		await run('undo');
		await assertHeldBack(before, present);
	});

	test('while a save is sent, past what a colleague saved before, is held back', async () => {
		await reload(theirs);
		await append(document, '<!-- mine -->');
		const saving = await sending();
		await run('undo');
		await run('undo');
		await saving();
		await aMoment();
		assert.equal(document.getText(), before);
		const sent = `${theirs}<!-- mine -->`;
		assert.equal(await document.save(), false, 'VS Code shows the conflict');
		assert.equal(stored(), sent);
		assert.equal(document.getText(), before);
	});

	test('is known as such also if the document gets another language meanwhile', async () => {
		await reload(theirs);
		document = await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
		await run('undo');
		await assertHeldBack(before, theirs);
	});

	test('whose change a person takes back by hand is no conflict', async () => {
		await reload(theirs);
		const edit = new vscode.WorkspaceEdit();
		edit.replace(document.uri, document.lineAt(1).range, '\t<a/>');
		assert.ok(await vscode.workspace.applyEdit(edit));
		assert.equal(document.getText(), before);
		assert.ok(await document.save());
		assert.equal(stored(), before);
	});

	for (const [when, typesOn] of [
		['while it is sent', false],
		['after it was sent, where more had been typed meanwhile', true],
	] as const) {
		test(`is not taken for what the tenant has, where one undoes ${when}`, async () => {
			await append(document, '<!-- mine -->');
			const saving = await sending();
			if (typesOn) {
				await append(document, '<!-- more -->');
			} else {
				await run('undo');
				assert.equal(document.getText(), before);
			}
			await saving();
			assert.equal(stored(), mine);
			if (typesOn) {
				await run('undo');
				await run('undo');
				assert.equal(document.getText(), before);
			}
			const isRight = () => document.isDirty || document.getText() === mine;
			await until(isRight, 'the editor has unsaved text, or that of the tenant');
			await aMoment();
			assert.ok(isRight());
			while (document.getText() !== before) {
				await run('undo');
			}
			await save();
			assert.equal(stored(), before, 'it can be saved');
		});
	}
});
