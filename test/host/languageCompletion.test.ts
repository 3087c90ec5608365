import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { XmlName } from '../../src/core/connector/documentName';
import { elementWords, rootOf } from '../../src/core/connector/vocabulary/vocabulary';
import { describe } from '../../src/language/words/vocabularyTexts';
import { asked, insert, open, uriOf, useTenant } from './studio';

const connector = 'active-directory-angularsc';

suite('Completion and hover', () => {
	const tenant = useTenant({ rateLimit: false });
	const opened = async (part: Parameters<typeof uriOf>[2], scriptName = connector) =>
		open(uriOf(tenant(), scriptName, part));

	/** Types a text in front of the first place of another one, and gives what is proposed behind it. */
	async function typed(
		document: vscode.TextDocument,
		before: string,
		text: string,
	): Promise<readonly vscode.CompletionItem[]> {
		const offset = document.getText().indexOf(before);
		assert.notEqual(offset, -1, `no ${before} in the document`);
		await insert(document, text, document.positionAt(offset));
		return proposals(document, offset + text.length);
	}

	async function proposals(document: vscode.TextDocument, offset: number, trigger?: string) {
		const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
			'vscode.executeCompletionItemProvider',
			document.uri,
			document.positionAt(offset),
			trigger,
		);
		return items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Snippet);
	}

	async function hoverAt(document: vscode.TextDocument, text: string, behind = 0): Promise<string> {
		const position = document.positionAt(document.getText().indexOf(text) + behind);
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
			'vscode.executeHoverProvider',
			document.uri,
			position,
		);
		const contents = hovers.flatMap(({ contents: each }) => each as vscode.MarkdownString[]);
		assert.ok(contents.every(({ isTrusted, supportHtml }) => !isTrusted && !supportHtml));
		return contents.map(({ value }) => value).join('\n');
	}

	const nameOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);
	const named = (items: readonly vscode.CompletionItem[], name: string) => {
		const found = items.find(item => nameOf(item) === name);
		assert.ok(found, `${name} is not among ${items.map(nameOf).join(', ')}`);
		return found;
	};
	const helpOf = ({ documentation }: vscode.CompletionItem) =>
		typeof documentation === 'string' ? documentation : (documentation?.value ?? '');

	test('an element brings the attributes that it needs', async () => {
		const form = await opened('source-config');
		const items = await typed(form, '</Section>', '<');
		assert.deepEqual(items.map(nameOf), ['Field', '/Section']);
		const snippet = named(items, 'Field').insertText as vscode.SnippetString;
		assert.equal(snippet.value, 'Field name="$1" displayName="$2" type="${3:text}"$0/>');
	});

	test('a type says what it does', async () => {
		const form = await opened('source-config');
		const items = await typed(form, '</Section>', '<Field type="sec');
		assert.match(helpOf(named(items, 'secrettextarea')), /private key/);
		assert.match(
			String(named(items, 'secret').detail),
			/Used by (?:this connector|\d+ of \d+ connectors read so far)/,
		);
	});

	test('a label is proposed with its English text, plainly', async () => {
		const en = await opened('translations/en');
		await insert(en, 'sectionInfo_mine=<a href="command:x">[x](command:x)</a>\n');
		const form = await opened('source-config');
		const items = await typed(form, '</Section>', '<Field displayName="');
		assert.equal(
			(named(items, 'Domain_Name').label as vscode.CompletionItemLabel).description,
			'Domain Name',
		);
		const { documentation } = named(items, 'sectionInfo_mine');
		assert.ok(documentation instanceof vscode.MarkdownString && !documentation.isTrusted);
		assert.match(documentation.value, /\\<a href\\=\\\"command\\:x\\\"\\>\\\[x\\\]\\\(command\\:x\\\)/);
	});

	test('an entry of the template is one of the form’s fields that has none', async () => {
		const form = await opened('source-config');
		await insert(
			form,
			'<Field name="brandNew" displayName="Domain_Name" type="text"/>',
			form.positionAt(form.getText().indexOf('</Section>')),
		);
		const template = await opened('source-template');
		const items = await typed(template, '<entry key', '<entry key="');
		assert.equal(nameOf(items[0]!), 'brandNew');
	});

	test('a correlation knows the account schema', async () => {
		const correlation = await opened('correlation-config');
		const items = await typed(correlation, '</AttributeAssignments>', '<Filter value="');
		assert.ok(named(items, 'sAMAccountName'));
	});

	test('a translation gets the keys that it lacks', async () => {
		const german = await opened('translations/de');
		const line = german
			.getText()
			.split(/\r?\n/)
			.findIndex(each => each.startsWith('menuLabel_connection'));
		const range = german.lineAt(line).rangeIncludingLineBreak;
		const edit = new vscode.WorkspaceEdit();
		edit.delete(german.uri, range);
		assert.ok(await vscode.workspace.applyEdit(edit));
		const items = await proposals(german, german.offsetAt(range.start.with({ line: german.lineCount - 1 })));
		const item = named(items, 'menuLabel_connection');
		assert.match(item.insertText as string, /^menuLabel_connection ?[=: ] ?$/);
		assert.equal(helpOf(item).trim(), 'Connection');
	});

	test('what is chosen while typing takes the place of what was typed', async () => {
		const form = await opened('source-config');
		const editor = vscode.window.activeTextEditor!;
		const end = form.positionAt(form.getText().indexOf('</Section>'));
		editor.selection = new vscode.Selection(end, end);
		await vscode.commands.executeCommand('type', { text: '<Field type=' });
		await vscode.commands.executeCommand('type', { text: '"' });
		await vscode.commands.executeCommand('type', { text: 'secrett' });
		const isThere = () => form.getText().includes('<Field type="secrettextarea"');
		for (let tries = 0; tries < 100 && !isThere(); tries++) {
			await vscode.commands.executeCommand('editor.action.triggerSuggest');
			await new Promise(resolve => setTimeout(resolve, 100));
			await vscode.commands.executeCommand('acceptSelectedSuggestion');
		}
		assert.ok(isThere());
	});

	test('typing asks the tenant for nothing', async () => {
		const form = await opened('source-config');
		await typed(form, '</Section>', '<');
		tenant().sample.forgetRequests();
		for (const text of ['<Field ', '<Field type="', '<Field displayName="', '<Field parentKey="']) {
			assert.ok((await typed(form, '</Section>', text)).length > 0);
		}
		assert.deepEqual(asked(tenant()), []);
	});

	test('words are proposed while the tenant tells nothing of the connector', async () => {
		tenant().sample.fault({ operation: 'getConnector' }, { kind: 'answer', status: 500 }, 100);
		const form = await opened('source-config', 'workday');
		for (const text of ['<', '<Field ', '<Field type="']) {
			assert.ok((await typed(form, '</Section>', text)).length > 0);
		}
	});

	test('a hover says what a word means and how many use it', async () => {
		const form = await opened('source-config');
		assert.match(await hoverAt(form, '<Section', 2), /group of fields/);
		assert.match(await hoverAt(form, 'sectionInfo=', 2), /text under the heading/);
		assert.match(await hoverAt(form, 'type="toggle"', 8), /switch/);
		// Once something has been proposed in it, memory holds the connector.
		await proposals(await opened('source-config', 'jdbc-angularsc'), 0);
		assert.match(await hoverAt(form, '<Section', 2), /Used by \d+ of \d+ connectors/);
	});

	test('a hover knows words in whatever case and with whatever prefix they are written', () => {
		for (const status of ['released', 'RELEASED', 'Released']) {
			assert.match(describe('source-config', 'Form', 'status', status) ?? '', /ready/);
		}
		assert.match(
			describe('source-template', 'Application', 'featuresString', 'UNLOCK') ?? '',
			/reads whether/,
		);
		assert.match(describe('source-template', 'entry', 'key', 'groupMemberAttribute') ?? '', /In a Schema/);
		assert.match(describe('correlation-config', 'Filter', 'operation', 'LEFT_JOIN') ?? '', /another object/);
	});

	test('every word has its sentence', () => {
		const kinds: readonly XmlName[] = ['source-config', 'source-template', 'correlation-config'];
		const without: string[] = [];
		const look = (...word: Parameters<typeof describe>) => {
			if (!describe(...word)) {
				without.push(word.join(' '));
			}
		};
		for (const kind of kinds) {
			const seen = new Set<string>();
			const waiting = [rootOf(kind)];
			for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
				const { children = [], attributes = {} } = elementWords(kind, name) ?? {};
				look(kind, name);
				for (const [attribute, { values = [] }] of Object.entries(attributes)) {
					look(kind, name, attribute);
					const plain = values.filter(value => !/^(true|false|\d+|http.*)$/.test(value));
					plain.forEach(value => look(kind, name, attribute, value));
				}
				waiting.push(...children.filter(child => !seen.has(child)));
				children.forEach(child => seen.add(child));
			}
		}
		assert.deepEqual(without, []);
	});
});
