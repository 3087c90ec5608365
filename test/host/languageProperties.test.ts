import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseProperties } from '../../src/core/properties/parse';
import { open, until, uriOf, useTenant } from './studio';

const connector = 'jdbc-angularsc';

suite('Translations in the editor', () => {
	const tenant = useTenant({ rateLimit: false });
	const opened = (locale: 'de' | 'en') => open(uriOf(tenant(), connector, `translations/${locale}`));

	async function replaced(document: vscode.TextDocument, text: string): Promise<void> {
		const edit = new vscode.WorkspaceEdit();
		const all = new vscode.Range(new vscode.Position(0, 0), document.positionAt(document.getText().length));
		edit.replace(document.uri, all, text);
		assert.ok(await vscode.workspace.applyEdit(edit));
	}

	async function actions(
		document: vscode.TextDocument,
		kind: vscode.CodeActionKind,
		range = new vscode.Range(0, 0, 0, 0),
	): Promise<readonly vscode.CodeAction[]> {
		const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
			'vscode.executeCodeActionProvider',
			document.uri,
			range,
			kind.value,
		);
		return found.toSorted((one, other) => one.title.localeCompare(other.title));
	}

	async function run(
		document: vscode.TextDocument,
		title: string,
		kind: vscode.CodeActionKind,
		range?: vscode.Range,
	): Promise<string> {
		const all = await actions(document, kind, range);
		const action = all.find(each => each.title === title);
		assert.ok(action?.edit, `${title} is not among ${all.map(each => each.title).join(', ')}`);
		assert.ok(await vscode.workspace.applyEdit(action.edit));
		return document.getText();
	}

	async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
			'vscode.executeHoverProvider',
			document.uri,
			document.positionAt(document.getText().indexOf(text)),
		);
		const contents = hovers.flatMap(({ contents: each }) => each as vscode.MarkdownString[]);
		assert.ok(contents.every(({ supportHtml }) => !supportHtml));
		return contents.map(({ value }) => value).join('\n');
	}

	const { QuickFix, RefactorRewrite, Source } = vscode.CodeActionKind;
	const pairs = (text: string) =>
		parseProperties(text).entries.map(({ key, value }) => [key, value] as const);

	test('have an outline of families with their keys and texts', async () => {
		const document = await opened('de');
		const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
			'vscode.executeDocumentSymbolProvider',
			document.uri,
		);
		assert.deepEqual(
			symbols.slice(0, 4).map(({ name }) => name),
			['Description', 'Menus', 'Sections', 'Section Introductions'],
		);
		const menus = symbols.find(({ name }) => name === 'Menus')?.children ?? [];
		assert.deepEqual(
			menus.map(({ name, detail }) => [name, detail]),
			[
				['menuLabel_connection', 'Verbindung'],
				['menuLabel_queries', 'Abfragen'],
				['menuLabel_advanced', 'Erweitert'],
			],
		);
		assert.equal(document.getText(menus[0]?.range), 'menuLabel_connection=Verbindung');
	});

	test('have an outline whatever is typed', async () => {
		const document = await opened('de');
		await replaced(document, '=\n\\u12\n\\');
		const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
			'vscode.executeDocumentSymbolProvider',
			document.uri,
		);
		assert.deepEqual(
			symbols.flatMap(({ children }) => children.map(({ name }) => name)),
			['(no key)', '\\u12', '(no key)'],
		);
	});

	test('show what escapes stand for, as text and nothing else', async () => {
		const document = await opened('de');
		await replaced(document, 'a=\\u00fcber [all](command:x) <b>\nb=plain\n');
		assert.match(await hoverAt(document, '\\u00fc'), /über \\\[all\\\]\\\(command\\:x\\\) \\<b\\>/);
		assert.doesNotMatch(await hoverAt(document, 'plain'), /^plain/m); // Only in the table of all languages.
	});

	test('can be written in ASCII and back, and say the same', async () => {
		const document = await opened('de');
		const before = document.getText();
		const ascii = await run(document, 'Escape All Non-ASCII Characters', RefactorRewrite);
		assert.match(ascii, /^[\0-\x7f]+$/);
		assert.deepEqual(pairs(ascii), pairs(before));
		assert.equal(await run(document, 'Unescape All Characters', RefactorRewrite), before);
	});

	test('can be written in ASCII where they are selected', async () => {
		const document = await opened('de');
		await replaced(document, 'a=ü\nb=ü\n');
		const text = await run(
			document,
			'Escape Selected Non-ASCII Characters',
			RefactorRewrite,
			new vscode.Range(1, 0, 1, 3),
		);
		assert.equal(text, 'a=ü\nb=\\u00FC\n');
	});

	test('can be written in ASCII and back in the entry of the cursor by a quick fix', async () => {
		const document = await opened('de');
		await replaced(document, 'a=ü\nb=ü\n');
		const cursor = new vscode.Range(1, 2, 1, 2);
		const titles = ['Escape Non-ASCII Characters of This Entry', 'Unescape Characters of This Entry'];
		assert.equal(await run(document, titles[0] ?? '', QuickFix, cursor), 'a=ü\nb=\\u00FC\n');
		assert.equal(await run(document, titles[1] ?? '', QuickFix, cursor), 'a=ü\nb=ü\n');
	});

	test('have ways out of a malformed escape', async () => {
		const document = await opened('de');
		await replaced(document, 'a=C:\\users\nb=\\ufc\n');
		const problems = () =>
			vscode.languages.getDiagnostics(document.uri).filter(({ code }) => code === 'unicode-escape-malformed');
		await until(() => problems().length === 2, 'both problems are shown');
		await run(document, 'Escape Backslash', QuickFix, problems()[0]?.range);
		await until(() => problems().length === 1, 'one problem is left');
		assert.equal(
			await run(document, 'Add Leading Zeros', QuickFix, problems()[0]?.range),
			'a=C:\\\\users\nb=\\u00fc\n',
		);
	});

	test('can be sorted as the English one', async () => {
		const english = (await opened('en')).getText();
		const document = await opened('de');
		const before = document.getText();
		const order = pairs(english).map(([key]) => key);
		await replaced(document, before.split('\n').reverse().join('\n'));
		const text = await run(document, 'Sort Keys Like English', Source);
		const keys = pairs(text).map(([key]) => key);
		assert.deepEqual(
			keys.filter(key => order.includes(key)),
			order.filter(key => keys.includes(key)),
		);
		assert.deepEqual(pairs(text).sort(), pairs(before).sort());
		const titles = (await actions(document, Source)).map(({ title }) => title);
		assert.ok(!titles.includes('Sort Keys Like English'));
	});

	test('can be given the keys that they lack', async () => {
		const english = pairs((await opened('en')).getText()).map(([key]) => key);
		const document = await opened('de');
		const lines = document.getText().split('\n');
		await replaced(
			document,
			lines.filter(line => !/^(menuLabel_queries|sectionLabel_delta)=/.test(line)).join('\n'),
		);
		const [action] = (await actions(document, Source)).filter(({ title }) => /Missing Key/.test(title));
		assert.ok(action?.edit);
		assert.ok(await vscode.workspace.applyEdit(action.edit));
		const text = document.getText();
		const german = new Map(pairs(text).map(([key, value]) => [key, value]));
		assert.deepEqual(
			english.filter(key => !german.has(key)),
			[],
		);
		assert.equal(german.get('menuLabel_queries'), 'Queries');
		assert.match(text, /menuLabel_connection=Verbindung\nmenuLabel_queries=Queries\nmenuLabel_advanced/);
		assert.deepEqual(
			(await actions(document, Source)).filter(({ title }) => /Missing Key/.test(title)),
			[],
		);
	});

	test('offer nothing for the English one that it is measured by', async () => {
		const document = await opened('en');
		const titles = (await actions(document, Source)).map(({ title }) => title);
		assert.deepEqual(
			titles.filter(title => /English/.test(title)),
			[],
		);
	});
});
