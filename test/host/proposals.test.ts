import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { locales } from '../../src/core/api/wire';
import { call, useAgents } from './agents';
import {
	addTenant,
	append,
	asked,
	changing,
	closeEditors,
	open,
	set,
	setInVSCode,
	uriOf,
	useTenant,
	type AddedTenant,
} from './studio';

const jdbc = 'jdbc-angularsc';
const template = '<Application name="proposed"/>\n';

interface Report {
	readonly files: readonly string[];
	readonly opened: boolean;
	readonly problemsBefore: number;
	readonly problemsAfter: number;
	readonly newProblems: readonly { readonly message: string }[];
	readonly effects: readonly string[];
}

suite('What an agent proposes', () => {
	const tenant = useTenant({ rateLimit: false });
	let readOnly: AddedTenant;
	suiteSetup(async () => {
		readOnly = await addTenant({ rateLimit: false }, { access: 'read-only' });
	});
	suiteTeardown(() => readOnly.sample.stop());
	useAgents(() => [tenant(), readOnly]);

	const uri = (part: 'source-template' | 'source-config' | 'correlation-config' = 'source-template') =>
		uriOf(tenant(), jdbc, part);
	const input = (change: object = { text: template }, document = 'source-template') => ({
		tenant: tenant().id,
		scriptName: jdbc,
		summary: 'To show it.',
		changes: [{ document, ...change }],
	});
	const propose = (...args: Parameters<typeof input>) => call('isc_proposeChange', input(...args));
	const sent = () => asked(tenant()).filter(request => changing.test(request)).length;
	const documentAt = (at = uri()) =>
		vscode.workspace.textDocuments.find(document => document.uri.toString() === at.toString());
	const stored = () => Buffer.from(tenant().sample.connector(jdbc).sourceTemplate).toString();

	async function proposed(): Promise<vscode.TextDocument> {
		await propose({ text: `${template}<!-- ${Math.random()} -->` });
		const document = documentAt();
		assert.ok(document?.isDirty);
		return document;
	}

	teardown(async () => {
		for (const setting of ['save.byPrograms', 'save.withoutFormatting', 'save.automatic']) {
			await set(setting, undefined);
		}
	});

	test('is opened as an unsaved text beside what the tenant has, and nothing is sent', async () => {
		const answer = await propose();
		assert.match(answer, /^Opened as unsaved changes: source-template\.xml\. Nothing was sent/);
		assert.match(answer, /Problems before: \d+, after: \d+/);
		assert.equal(documentAt()?.getText(), template);
		assert.ok(documentAt()?.isDirty);
		const tabs = vscode.window.tabGroups.all.flatMap(({ tabs: all }) => all);
		assert.ok(tabs.some(({ input: shown }) => shown instanceof vscode.TabInputTextDiff));
		assert.equal(sent(), 0);
	});

	test('can be several documents, by exact edits, with the line ends that they have', async () => {
		tenant().sample.change(jdbc, connector => {
			connector.correlationConfig = Buffer.from('<CorrelationConfig>\r\n  <a/>\r\n</CorrelationConfig>\r\n');
		});
		await vscode.commands.executeCommand('iscConnectors.tenant.refresh', tenant().id);
		const changes = [
			{ document: 'correlation-config', edits: [{ oldText: '>\n  <a/>', newText: '>\n  <b/>\n  <a/>' }] },
			{ document: 'source-template', text: template },
		];
		await call('isc_proposeChange', { ...input(), changes });
		assert.equal(
			documentAt(uri('correlation-config'))?.getText(),
			'<CorrelationConfig>\r\n  <b/>\r\n  <a/>\r\n</CorrelationConfig>\r\n',
		);
		assert.equal(documentAt()?.getText(), template);
		assert.equal(sent(), 0);
	});

	test('keeps secrets that it cannot see, and cannot bring them to light', async () => {
		const text =
			'<Application><Attributes><Map><entry key="password" value="open-sesame"/></Map></Attributes></Application>';
		tenant().sample.change(jdbc, connector => {
			connector.sourceTemplate = Buffer.from(text);
		});
		await vscode.commands.executeCommand('iscConnectors.tenant.refresh', tenant().id);
		const shown = text.replace('open-sesame', '‹secret 1›');
		await assert.rejects(
			propose({ text: shown.replace('<Application>', '<Application name="‹secret 1›">') }),
			/A secret of source-template\.xml was moved/,
		);
		await assert.rejects(propose({ edits: [{ oldText: 'open', newText: 'x' }] }), /not in the document/);
		for (const guess of ['open-sesame', 'open-says-me']) {
			await assert.rejects(propose({ text: text.replace('open-sesame', guess) }), /Only secrets of/);
		}
		await propose({ text: shown.replace('<Application>', '<Application name="n">') });
		assert.equal(documentAt()?.getText(), text.replace('<Application>', '<Application name="n">'));
		await closeEditors();
		tenant().sample.change(jdbc, connector => {
			connector.sourceTemplate = Buffer.from('<Application name="n"/>\n');
		});
		await vscode.commands.executeCommand('iscConnectors.tenant.refresh', tenant().id); // No conflict for the next test.
	});

	test('is refused in one sentence where it cannot be made, and opens nothing', async () => {
		const missing =
			locales.find(each => tenant().sample.connector(jdbc).translations[each] === undefined) ?? '';
		const refused: readonly [object, RegExp][] = [
			[
				input({ text: '<Application>' }),
				/source-template\.xml would be refused: The text is not well-formed XML/,
			],
			[input({ text: '' }), /would be refused: The document is empty/],
			[input({ text: template, edits: [{ oldText: 'a', newText: 'b' }] }), /either "text" or "edits"/],
			[input({}), /either "text" or "edits"/],
			[input({ edits: [{ oldText: 'not there', newText: '' }] }), /oldText of edit 1 is not in the document/],
			[input({ edits: [{ oldText: 'a', newText: 'b' }] }), /occurs more than once/],
			[input({ text: 'key=x\n' }, `translations/${missing}`), /has no document translations\//],
			[input({ text: template }, '../source-template'), /There is no document/],
			[{ ...input(), summary: '' }, /1 to 500 characters/],
			[{ ...input(), changes: [] }, /1 to 30 items/],
			[{ ...input(), tenant: readOnly.id }, /is read-only for this user/],
			[{ ...input(), save: true }, /must not have "save"/],
		];
		for (const [arguments_, expected] of refused) {
			await assert.rejects(call('isc_proposeChange', arguments_), expected);
		}
		const ours = vscode.workspace.textDocuments.filter(each => each.uri.authority === tenant().id);
		assert.deepEqual(
			ours.filter(({ isDirty }) => isDirty).map(({ uri: { path } }) => path),
			[],
		);
	});

	test('is refused for a document with unsaved changes, whoever made them', async () => {
		const document = await open(uri());
		await append(document, '<!-- mine -->');
		await assert.rejects(propose(), /has unsaved changes/);
		assert.match(document.getText(), /<!-- mine -->/);
		await vscode.commands.executeCommand('workbench.action.files.revert');
		await propose();
		await assert.rejects(propose({ text: '<Application name="again"/>' }), /has unsaved changes/);
	});

	test('can be tried without opening anything', async () => {
		const answer = await call('isc_proposeChange', {
			...input({ edits: [{ oldText: '</Form>', newText: '<Unknown/></Form>' }] }, 'source-config'),
			dryRun: true,
		});
		assert.match(
			answer,
			/^Nothing was opened\. It would change source-config\.xml\. Problems before: (\d+), after/,
		);
		assert.match(answer, /Unknown/);
		assert.ok(!documentAt(uri('source-config'))?.isDirty);
	});

	test('is what programs get by a command, with plain data', async () => {
		const report = await vscode.commands.executeCommand<Report>('iscConnectors.proposal.open', input());
		assert.deepEqual(report.files, ['source-template.xml']);
		assert.ok(report.opened && documentAt()?.isDirty);
		await assert.rejects(
			Promise.resolve(vscode.commands.executeCommand('iscConnectors.proposal.open', { tenant: tenant().id })),
			/lacks "scriptName"/,
		);
	});

	// The test driver answers no question, as if there was nobody.
	test('is not sent by a save without a word of a person, in live mode either', async () => {
		const document = await proposed();
		assert.equal(await document.save(), false);
		await vscode.workspace.saveAll();
		await vscode.commands.executeCommand('workbench.action.files.saveAll');
		await vscode.commands.executeCommand('iscConnectors.document.save');
		await vscode.commands.executeCommand('iscConnectors.changes.send');
		assert.ok(document.isDirty);
		assert.equal(sent(), 0);
	});

	test('is not sent by Save without Formatting, a program or Auto Save, whatever people let them do', async () => {
		await set('save.byPrograms', 'send');
		await set('save.withoutFormatting', 'send');
		await set('save.automatic', true);
		const document = await proposed();
		await vscode.window.showTextDocument(document);
		await vscode.commands.executeCommand('workbench.action.files.saveWithoutFormatting');
		const write = (text: string) => Promise.resolve(vscode.workspace.fs.writeFile(uri(), Buffer.from(text)));
		await assert.rejects(write(document.getText()));
		await assert.rejects(write('<Application name="in its place"/>'));
		await setInVSCode('files.autoSave', 'afterDelay');
		await setInVSCode('files.autoSaveDelay', 50);
		await append(document, '<!-- by the agent -->');
		await new Promise(resolve => setTimeout(resolve, 600));
		await setInVSCode('files.autoSave', 'off');
		await setInVSCode('files.autoSaveDelay', undefined);
		assert.ok(document.isDirty);
		assert.equal(sent(), 0);
	});

	test("is still the agent's after it was undone and redone, or changed by a program", async () => {
		const document = await proposed();
		await vscode.window.showTextDocument(document);
		await vscode.commands.executeCommand('undo');
		await vscode.commands.executeCommand('redo');
		assert.equal(await document.save(), false);
		await append(document, '<!-- by a program -->');
		assert.equal(await document.save(), false);
		assert.equal(sent(), 0);
	});

	test("is a person's once they have edited it", async () => {
		const document = await proposed();
		await vscode.window.showTextDocument(document);
		await vscode.commands.executeCommand('cursorTop');
		await new Promise<void>((resolve, reject) => {
			const listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
				if (
					textEditor.document.getText().startsWith(' ') &&
					kind === vscode.TextEditorSelectionChangeKind.Keyboard
				) {
					listener.dispose();
					resolve();
				}
			});
			vscode.commands.executeCommand('type', { text: ' ' }).then(undefined, reject);
		});
		assert.ok(await document.save());
		assert.equal(sent(), 1);
		assert.equal(stored(), document.getText());
	});

	test('leaves the saves of other documents alone', async () => {
		await proposed();
		const other = await open(uri('correlation-config'));
		await append(other, '<!-- mine -->');
		assert.ok(await other.save());
		assert.equal(sent(), 1);
	});
});
