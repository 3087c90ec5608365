import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, until, uriOf, useTenant } from './studio';

suite('White space that VS Code would trim', () => {
	const tenant = useTenant();
	const jdbc = 'jdbc-angularsc';
	const files = () => vscode.workspace.getConfiguration('files');
	const trimming = ['trimTrailingWhitespace', 'insertFinalNewline', 'trimFinalNewlines'];
	const set = (names: readonly string[], value: boolean | undefined) =>
		Promise.all(names.map(name => files().update(name, value, vscode.ConfigurationTarget.Global)));
	const sourceConfig = () => Buffer.from(tenant().sample.connector(jdbc).sourceConfig).toString();
	const translations = () => Buffer.from(tenant().sample.connector(jdbc).translations.en ?? '').toString();

	suiteSetup(() => set(trimming, true));
	suiteTeardown(() => set(trimming, undefined));

	/** Opens English texts, and replaces the whole. */
	async function opened(text: string): Promise<vscode.TextDocument> {
		tenant().sample.change(jdbc, connector => (connector.translations.en = Buffer.from(text)));
		const uri = uriOf(tenant(), jdbc, 'translations/en');
		await vscode.commands.executeCommand('iscConnectors.document.refresh', uri);
		return open(uri);
	}

	async function change(document: vscode.TextDocument, from: string, to: string): Promise<void> {
		const at = document.getText().indexOf(from);
		const edit = new vscode.WorkspaceEdit();
		const range = new vscode.Range(document.positionAt(at), document.positionAt(at + from.length));
		edit.replace(document.uri, range, to);
		assert.ok(await vscode.workspace.applyEdit(edit));
	}

	/** Saves; where VS Code has trimmed after it announced that, the editor reads again what was sent. */
	async function save(document: vscode.TextDocument, wanted: string): Promise<void> {
		assert.ok(await document.save());
		/** As an editor has it, which keeps a byte order mark and mixed line ends for itself. */
		const plain = (text: string) => text.replace('\uFEFF', '').replaceAll('\r', '');
		const text = plain(document.languageId === 'xml' ? sourceConfig() : translations());
		assert.ok(document.languageId === 'xml' ? text.includes(wanted) : text === wanted, text);
		await until(
			() => plain(document.getText()) === text && !document.isDirty,
			'the editor shows what was sent',
		);
	}

	/** Nobody presses a key and saves in the same moment. */
	const asAPerson = () => new Promise(resolve => setTimeout(resolve, 2000));

	test('is sent as it stands in the editor', async () => {
		const document = await opened('a=1\nplaceHolder_q=Suche: \n\t\nb=2  \n\n\n');
		await change(document, 'a=1', 'a=3');
		await save(document, 'a=3\nplaceHolder_q=Suche: \n\t\nb=2  \n\n\n');
	});

	test('is not added at the end', async () => {
		const document = await opened('a=1\nb=2 ');
		await change(document, 'a=1', 'a=3');
		await save(document, 'a=3\nb=2 ');
	});

	test('goes where people take it away', async () => {
		const document = await opened('a=1 \nb=2\n\n');
		await change(document, '1 \n', '1\n');
		await asAPerson();
		await save(document, 'a=1\nb=2\n\n');
		await change(document, '2\n\n', '2\n');
		await asAPerson();
		await save(document, 'a=1\nb=2\n');
	});

	test('goes where people take it away, and stays elsewhere', async () => {
		const document = await opened('a=1 \nb=2 \nc=3\n');
		await change(document, '1 \n', '1\n');
		await save(document, 'a=1\nb=2 \nc=3\n');
	});

	test('stays in XML that is formatted at the same time', async () => {
		const editor = vscode.workspace.getConfiguration('editor');
		await editor.update('formatOnSave', true, vscode.ConfigurationTarget.Global);
		try {
			tenant().sample.change(jdbc, connector => {
				const text = Buffer.from(connector.sourceConfig).toString();
				connector.sourceConfig = Buffer.from(text.replace('</Form>', '<!-- a  \n\n b --></Form>'));
			});
			const uri = uriOf(tenant(), jdbc, 'source-config');
			await vscode.commands.executeCommand('iscConnectors.document.refresh', uri);
			const document = await open(uri);
			await change(document, ' b -->', ' c -->');
			await save(document, '<!-- a  \n\n c -->');
		} finally {
			await editor.update('formatOnSave', undefined, vscode.ConfigurationTarget.Global);
		}
	});

	test('stays also where VS Code leaves that of strings', async () => {
		const inStrings = ['trimTrailingWhitespaceInRegexAndStrings'];
		await set(inStrings, false);
		try {
			const wanted = '<!-- a  \n\n c --><p a="b  \nb"/>';
			tenant().sample.change(jdbc, connector => {
				const text = Buffer.from(connector.sourceConfig).toString();
				connector.sourceConfig = Buffer.from(text.replace('</Form>', `${wanted.replace('c', 'b')}</Form>`));
			});
			const uri = uriOf(tenant(), jdbc, 'source-config');
			await vscode.commands.executeCommand('iscConnectors.document.refresh', uri);
			const document = await open(uri);
			await change(document, ' b -->', ' c -->');
			await save(document, wanted);
		} finally {
			await set(inStrings, undefined);
		}
	});

	test('comes back with the next save that is sent, where automatic ones are not', async () => {
		await files().update('autoSaveDelay', 200, vscode.ConfigurationTarget.Global);
		await files().update('autoSave', 'afterDelay', vscode.ConfigurationTarget.Global);
		try {
			const document = await opened('a=1\nplaceHolder_q=Suche: \nb=2\n');
			await change(document, 'a=1', 'a=3');
			await until(() => !document.getText().includes('Suche: '), 'it is trimmed');
			await asAPerson();
			const { version } = document;
			await asAPerson();
			assert.equal(document.version, version, 'is not trimmed and taken back without end');
			await change(document, 'b=2', 'b=4');
			await save(document, 'a=3\nplaceHolder_q=Suche: \nb=4\n');
		} finally {
			await files().update('autoSave', 'off', vscode.ConfigurationTarget.Global);
			await files().update('autoSaveDelay', undefined, vscode.ConfigurationTarget.Global);
		}
	});
});
