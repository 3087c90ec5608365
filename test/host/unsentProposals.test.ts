import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DocumentPart } from '../../src/core/remote/documentPath';
import { call, useAgents } from './agents';
import { append, asked, changing, insert, open, set, until, uriOf, useTenant } from './studio';

const jdbc = 'jdbc-angularsc';

// The test driver answers no question, as if there was nobody: what is sent is sent without a person's word.
suite('A proposal in a live tenant stays unsent', () => {
	const tenant = useTenant({ rateLimit: false });
	useAgents(() => [tenant()]);
	suiteSetup(async () => {
		await set('save.byPrograms', 'send');
		await set('save.withoutFormatting', 'send');
		await set('save.automatic', true);
	});
	suiteTeardown(async () => {
		await set('save.byPrograms', undefined);
		await set('save.withoutFormatting', undefined);
		await set('save.automatic', undefined);
	});
	setup(async () => {
		tenant().sample.change(jdbc, connector => {
			connector.sourceTemplate = Buffer.from('<Application>\n  <a/>\n  <b/>\n  <c/>\n</Application>\n');
		});
		await vscode.commands.executeCommand('iscConnectors.tenant.refresh', tenant().id);
		tenant().sample.forgetRequests();
	});

	const uri = (part: DocumentPart = 'source-template') => uriOf(tenant(), jdbc, part);
	const shown = (part?: DocumentPart) =>
		vscode.workspace.textDocuments.find(document => document.uri.toString() === uri(part).toString());
	const propose = (change: object, more: object = {}) =>
		call('isc_proposeChange', {
			tenant: tenant().id,
			scriptName: jdbc,
			summary: 'To show it.',
			changes: [change],
			...more,
		});

	async function proposed(
		document: DocumentPart = 'source-template',
		change: object = { edits: [{ oldText: '<a/>', newText: '<a proposed="yes"/>' }] },
	): Promise<vscode.TextDocument> {
		await propose({ document, ...change });
		const found = shown(document);
		assert.ok(found?.isDirty);
		return found;
	}

	async function assertUnsent(document: vscode.TextDocument): Promise<void> {
		assert.ok(document.isDirty);
		assert.equal(await document.save(), false);
		await vscode.window.showTextDocument(document);
		await vscode.commands.executeCommand('workbench.action.files.save');
		await vscode.commands.executeCommand('iscConnectors.document.save', document.uri);
		await vscode.commands.executeCommand('workbench.action.files.saveWithoutFormatting');
		assert.ok(document.isDirty);
		assert.deepEqual(
			asked(tenant()).filter(request => changing.test(request)),
			[],
		);
	}

	test('when its document gets another language', async () => {
		const document = await proposed();
		await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
		await assertUnsent(document);
	});

	test('when its lines get other ends', async () => {
		const document = await proposed();
		const editor = await vscode.window.showTextDocument(document);
		assert.ok(await editor.edit(edit => edit.setEndOfLine(vscode.EndOfLine.CRLF)));
		assert.match(document.getText(), /\r\n/);
		await assertUnsent(document);
	});

	test('when the changes of somebody else are merged into it', async () => {
		const document = await proposed();
		tenant().sample.change(jdbc, connector => {
			connector.sourceTemplate = Buffer.from(
				'<Application>\n  <a/>\n  <b/>\n  <c other="yes"/>\n</Application>\n',
			);
		});
		// It ends when people have closed what it tells.
		void vscode.commands.executeCommand('iscConnectors.document.resolveConflict', document.uri);
		await until(() => /proposed="yes"[^]*other="yes"/.test(document.getText()), 'both changes are there');
		await assertUnsent(document);
	});

	test('when it is thrown away and brought back', async () => {
		const document = await proposed();
		const text = document.getText();
		await vscode.window.showTextDocument(document);
		await vscode.commands.executeCommand('workbench.action.files.revert');
		assert.ok(!document.isDirty);
		await vscode.commands.executeCommand('undo');
		assert.equal(document.getText(), text);
		await assertUnsent(document);
	});

	test('when a program changes it step by step, and with the text before in between', async () => {
		const document = await proposed();
		await append(document, '<!-- one -->');
		await append(document, '<!-- two -->');
		await assertUnsent(document);
		await vscode.commands.executeCommand('undo');
		await assertUnsent(document);
	});

	test('when it is formatted', async () => {
		const document = await proposed('source-template', {
			text: '<Application>\n<a/><b/>\n      <proposed/></Application>\n',
		});
		const before = document.getText();
		await vscode.window.showTextDocument(document);
		await vscode.commands.executeCommand('editor.action.formatDocument');
		assert.notEqual(document.getText(), before);
		await assertUnsent(document);
	});

	test('when people edit a label of it elsewhere, and save the translations together', async () => {
		const document = await proposed('translations/en', {
			edits: [{ oldText: '# Texts of the source form', newText: '# Proposed' }],
		});
		const place = { tenant: tenant().id, scriptName: jdbc };
		const label = { ...place, key: 'ShortDesc', text: 'Edited', locale: 'en' };
		await vscode.commands.executeCommand('iscConnectors.labels.editText', label);
		assert.match(document.getText(), /# Proposed[^]*ShortDesc=Edited/);
		await assertUnsent(document);
		await vscode.workspace.saveAll();
		await assertUnsent(document);
	});

	test('when VS Code saves what a rename has changed', async () => {
		const document = await proposed('source-config', {
			edits: [{ oldText: '<Form ', newText: '<!-- proposed --><Form ' }],
		});
		const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
			'vscode.executeDocumentRenameProvider',
			document.uri,
			document.positionAt(document.getText().indexOf('sectionLabel_database') + 2),
			'sectionLabel_renamed',
		);
		assert.ok(edit.size > 1);
		await vscode.workspace.applyEdit(edit, { isRefactoring: true });
		await until(() => document.getText().includes('sectionLabel_renamed'), 'the key is renamed');
		await assertUnsent(document);
	});

	for (const [part, text] of [
		['translations/en', 'proposed=yes\n'],
		['connector-metadata', '{"proposed": "yes"}\n'],
		['correlation-config', '<CorrelationConfig name="proposed"/>\n'],
		['source-config', '<Form><BaseConfig/></Form>\n'],
	] as const) {
		test(`when it is of ${part}`, async () => {
			await assertUnsent(await proposed(part, { text }));
		});
	}

	test('when two come at the same time, of which one is opened', async () => {
		const results = await Promise.allSettled(
			['one', 'two', 'three'].map(name =>
				propose({ document: 'source-template', text: `<Application name="${name}"/>\n` }),
			),
		);
		assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
		const document = shown();
		assert.ok(document && /name="(one|two|three)"/.test(document.getText()));
		await assertUnsent(document);
	});

	test('when it is cancelled at any time', async () => {
		for (const after of [0, 5, 10, 20, 40, 80]) {
			const source = new vscode.CancellationTokenSource();
			const input = { document: 'source-template', text: `<Application name="${after}"/>\n` };
			const proposing = call(
				'isc_proposeChange',
				{ tenant: tenant().id, scriptName: jdbc, summary: 'x', changes: [input] },
				source.token,
			);
			setTimeout(() => source.cancel(), after);
			await proposing.catch(() => undefined);
			const document = shown();
			if (document?.isDirty) {
				await assertUnsent(document);
				await vscode.window.showTextDocument(document);
				await vscode.commands.executeCommand('workbench.action.files.revert');
			}
		}
	});

	test('when it is closed, and what people write then is theirs', async () => {
		const document = await proposed();
		const text = document.getText();
		await vscode.window.showTextDocument(document);
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
		await vscode.commands.executeCommand('workbench.action.closeAllEditors');
		const again = await open(uri());
		assert.notEqual(again.getText(), text);
		assert.deepEqual(
			asked(tenant()).filter(request => changing.test(request)),
			[],
		);
	});

	test('when the next page of its answer is asked for, which proposes nothing again', async () => {
		await assert.rejects(
			propose({ document: 'source-template', text: '<Application name="again"/>' }, { offset: 5000 }),
			/Nothing was proposed/,
		);
		assert.ok(!shown()?.isDirty);
	});

	test('when it is copied as context', async () => {
		const document = await proposed();
		const context = await vscode.commands.executeCommand<string>('iscConnectors.connector.copyContext', {
			tenant: tenant().id,
			scriptName: jdbc,
		});
		assert.match(context, /proposed="yes"/);
		await insert(document, '<!-- more -->', document.lineAt(1).range.start);
		await assertUnsent(document);
	});
});
