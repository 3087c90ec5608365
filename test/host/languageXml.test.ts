import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { asked, aMoment, open, until, uriOf, useTenant } from './studio';

const connector = 'active-directory-angularsc';

suite('Editing XML', () => {
	const tenant = useTenant({ rateLimit: false });

	/** An editor with this text; the carets stand at the bars. */
	async function editorWith(marked: string): Promise<vscode.TextEditor> {
		const document = await open(uriOf(tenant(), connector, 'correlation-config'));
		const [first = '', ...rest] = marked.split('|');
		const edit = new vscode.WorkspaceEdit();
		const whole = new vscode.Range(0, 0, document.lineCount, 0);
		edit.replace(document.uri, whole, [first, ...rest].join(''));
		assert.ok(await vscode.workspace.applyEdit(edit));
		const editor = vscode.window.activeTextEditor;
		assert.equal(editor?.document, document);
		let offset = first.length;
		const carets = rest.map(part => {
			const caret = document.positionAt(offset);
			offset += part.length;
			return new vscode.Selection(caret, caret);
		});
		if (carets.length > 0) {
			editor.selections = carets;
			await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
		}
		return editor;
	}

	const type = (text: string) => vscode.commands.executeCommand('type', { text });

	/** The text of an editor with bars at its carets. */
	function shown({ document, selections }: vscode.TextEditor): string {
		const offsets = selections
			.map(({ active }) => document.offsetAt(active))
			.sort((one, other) => other - one);
		return offsets.reduce(
			(text, offset) => `${text.slice(0, offset)}|${text.slice(offset)}`,
			document.getText(),
		);
	}

	async function assertTyped(marked: string, typed: string, expected: string): Promise<vscode.TextEditor> {
		const editor = await editorWith(marked);
		await type(typed);
		await until(() => shown(editor) === expected, `it is ${expected}`).catch(() =>
			assert.equal(shown(editor), expected),
		);
		return editor;
	}

	test('the outline names elements as people do', async () => {
		const { uri } = await open(uriOf(tenant(), connector, 'source-config'));
		const [form] = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
			'vscode.executeDocumentSymbolProvider',
			uri,
		);
		assert.equal(form?.name, 'Form Active Directory');
		const menu = form.children.find(({ name }) => name === 'Menu menuLabel_connection');
		const section = menu?.children.find(({ name }) => name === 'Section sectionLabel_directory');
		const field = section?.children.find(({ name }) => name === 'Field directoryUrl');
		assert.equal(field?.detail, 'url required');
		assert.equal(field.kind, vscode.SymbolKind.Field);
	});

	test('an outline of ten thousand levels comes', async () => {
		const { document } = await editorWith('<a>'.repeat(10_000));
		const [top] = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
			'vscode.executeDocumentSymbolProvider',
			document.uri,
		);
		assert.equal(top?.name, 'a');
	});

	test('elements and comments fold', async () => {
		const { document } = await editorWith('<a>\n\t<b>\n\t\t<!-- c\n\t\t-->\n\t\t<d/>\n\t</b>\n</a>');
		const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
			'vscode.executeFoldingRangeProvider',
			document.uri,
		);
		assert.deepEqual(
			folds.map(({ start, end }) => [start, end]),
			[
				[0, 5],
				[1, 4],
				[2, 3],
			],
		);
	});

	test('a selection grows from a value to its tag', async () => {
		const { document, selection } = await editorWith('<a><b c="x|y"/></a>');
		const [grown] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
			'vscode.executeSelectionRangeProvider',
			document.uri,
			[selection.active],
		);
		const texts: string[] = [];
		for (let at = grown; at; at = at.parent) {
			texts.push(document.getText(at.range));
		}
		const expected = ['xy', '"xy"', 'c="xy"', '<b c="xy"/>', '<a><b c="xy"/></a>'];
		assert.deepEqual(
			texts.filter(text => expected.includes(text)),
			expected,
		);
	});

	test('an end tag is written behind a >, and undone by itself', async () => {
		const editor = await assertTyped('<a>\n\t<b|\n</a>', '>', '<a>\n\t<b>|</b>\n</a>');
		await vscode.commands.executeCommand('undo');
		await until(() => shown(editor) === '<a>\n\t<b>|\n</a>', 'the end tag is undone');
		await vscode.commands.executeCommand('redo');
		await until(() => editor.document.getText().includes('</b>'), 'it is redone');
		await aMoment();
		assert.equal(editor.document.getText(), '<a>\n\t<b>\n</a>'.replace('<b>', '<b></b>'));
	});

	test('what is typed at once behind a > stands before the end tag', async () => {
		for (const [marked, expected] of [
			['<r>\n|\n</r>', '<r>\n<a>x|</a>\n</r>'],
			['<r>|😀</r>', '<r><a>x|</a>😀</r>'],
			['|', '<a>x|</a>'],
			['<r>\n|\n|\n</r>', '<r>\n<a>x|</a>\n<a>x|</a>\n</r>'],
		] as const) {
			const editor = await editorWith(marked);
			for (const character of '<a>x') {
				await type(character);
			}
			await until(() => shown(editor) === expected, `it is ${expected}`).catch(() =>
				assert.equal(shown(editor), expected),
			);
		}
	});

	test('an end tag is written at several carets', async () => {
		await assertTyped('<a>\n<b|\n<b|\n</a>', '>', '<a>\n<b>|</b>\n<b>|</b>\n</a>');
		await assertTyped('<a>\n<b|\n<cc|\n</a>', '>', '<a>\n<b>|</b>\n<cc>|</cc>\n</a>');
	});

	test('a </ is completed, at several carets with different names', async () => {
		await assertTyped('<a>\n<b>x<|\n</a>', '/', '<a>\n<b>x</b>|\n</a>');
		await assertTyped('<a>\n<b>x<|\n<c>y<|\n</a>', '/', '<a>\n<b>x</b>|\n<c>y</c>|\n</a>');
	});

	test('nothing is written where nothing is wanted', async () => {
		for (const [marked, typed] of [
			['<a><!-- <b| --></a>', '>'],
			['<a b="<c|"></a>', '>'],
			['<a><b|</b></a>', '>'],
			['<a>x |</a>', '>'],
			['<a b="|"/>', '/'],
		] as const) {
			const editor = await editorWith(marked);
			await type(typed);
			await aMoment();
			assert.equal(shown(editor), marked.replace('|', `${typed}|`));
		}
	});

	test('what is edited otherwise gets no end tag', async () => {
		const { document } = await editorWith('<a><b|</a>');
		const edit = new vscode.WorkspaceEdit();
		edit.insert(document.uri, new vscode.Position(0, 5), '>');
		await vscode.workspace.applyEdit(edit);
		await aMoment();
		assert.equal(document.getText(), '<a><b></a>');
	});

	test('end tags are left to people who want it so', async () => {
		const settings = vscode.workspace.getConfiguration('iscConnectors.xml');
		await settings.update('autoClosingTags', false, vscode.ConfigurationTarget.Global);
		try {
			const editor = await editorWith('<a><b|</a>');
			await type('>');
			await aMoment();
			assert.equal(shown(editor), '<a><b>|</a>');
		} finally {
			await settings.update('autoClosingTags', undefined, vscode.ConfigurationTarget.Global);
		}
	});

	test('a start tag is renamed with its end tag', async () => {
		const settings = vscode.workspace.getConfiguration('editor');
		await settings.update('linkedEditing', true, vscode.ConfigurationTarget.Global);
		try {
			const editor = await editorWith('<a>\n<bb|>x</bb>\n</a>');
			await aMoment();
			await aMoment();
			await type('c');
			await until(() => shown(editor) === '<a>\n<bbc|>x</bbc>\n</a>', 'both names are changed');
		} finally {
			await settings.update('linkedEditing', undefined, vscode.ConfigurationTarget.Global);
		}
	});

	test('a document is formatted, and a selection', async () => {
		const editor = await editorWith('<a>\n<b>\n<c/></b> </a>');
		editor.options = { insertSpaces: false };
		await vscode.commands.executeCommand('editor.action.formatDocument');
		await until(() => editor.document.getText() === '<a>\n\t<b>\n\t\t<c/>\n\t</b>\n</a>', 'it is formatted');
		const other = await editorWith('<a>\n<b/>\n<c/>\n</a>');
		other.selection = new vscode.Selection(1, 0, 1, 4);
		await vscode.commands.executeCommand('editor.action.formatSelection');
		await until(() => other.document.getText() === '<a>\n\t<b/>\n<c/>\n</a>', 'the selection is formatted');
	});

	test('a line is indented as one types', async () => {
		const { document } = await editorWith('<a>\n<b/>\n</a>');
		const edits = await vscode.commands.executeCommand<vscode.TextEdit[]>(
			'vscode.executeFormatOnTypeProvider',
			document.uri,
			new vscode.Position(1, 4),
			'>',
			{ insertSpaces: true, tabSize: 2 },
		);
		assert.deepEqual(
			edits.map(({ range, newText }) => [range.start.line, range.start.character, newText]),
			[[1, 0, '  ']],
		);
	});

	test('what is malformed can be put right', async () => {
		const { document } = await editorWith('<a b="x&y"><c></a>');
		const fixesAt = async (character: number) => {
			const range = new vscode.Range(0, character, 0, character);
			return vscode.commands.executeCommand<vscode.CodeAction[]>(
				'vscode.executeCodeActionProvider',
				document.uri,
				range,
			);
		};
		const [escape] = await fixesAt(7);
		assert.equal(escape?.title, 'Change to &amp;');
		assert.ok(escape.edit && (await vscode.workspace.applyEdit(escape.edit)));
		const [close] = await fixesAt(16);
		assert.equal(close?.title, 'Insert </c>');
		await until(
			() => vscode.languages.getDiagnostics(document.uri).some(({ code }) => code === 'tag-not-closed'),
			'the problem is shown',
		);
		const [known] = await fixesAt(16);
		assert.equal(known?.title, 'Insert </c>');
		assert.ok(close.edit && (await vscode.workspace.applyEdit(close.edit)));
		assert.equal(document.getText(), '<a b="x&amp;y"><c></c></a>');
	});

	test('a fix is preferred, unless it takes an element away', async () => {
		for (const [text, character, title, isPreferred] of [
			['<a><b>if (i<n) {}</b></a>', 12, 'Wrap Text of <b> in CDATA', true],
			['<a><b>text<b></a>', 12, 'Insert </b>', false],
		] as const) {
			const { document } = await editorWith(text);
			const range = new vscode.Range(0, character, 0, character);
			const [fix] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
				'vscode.executeCodeActionProvider',
				document.uri,
				range,
			);
			assert.equal(fix?.title, title);
			assert.equal(fix.isPreferred ?? false, isPreferred);
		}
	});

	test('no request is made for any of this', async () => {
		const editor = await editorWith('<a><b|</a>');
		await aMoment();
		tenant().sample.forgetRequests();
		await type('>');
		await vscode.commands.executeCommand('vscode.executeDocumentSymbolProvider', editor.document.uri);
		await vscode.commands.executeCommand('editor.action.formatDocument');
		await aMoment();
		assert.deepEqual(asked(tenant()), []);
	});
});
