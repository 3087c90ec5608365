import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { AnnouncedSaves } from '../../src/documents/origins/announcedSaves';
import { RefactoredTexts } from '../../src/documents/origins/refactoredTexts';
import { append, asked, insert, letProgramsWrite, open, set, until, uriOf, useTenant } from './studio';

const puts = (requests: readonly string[]) => requests.filter(request => request.startsWith('PUT'));
/** VS Code announces this save to nobody, as it does with an agent's. */
const saveWithoutFormatting = () =>
	vscode.commands.executeCommand('workbench.action.files.saveWithoutFormatting');

suite('A save that VS Code has announced', () => {
	const tenant = useTenant({ rateLimit: false });
	letProgramsWrite();

	/** Has one announced, and what the tenant has reported for it: its text is on its way from the window then. */
	async function announced(saves: AnnouncedSaves, scriptName: string, text: string) {
		tenant().sample.change(scriptName, connector => (connector.translations.en = Buffer.from(text)));
		const document = await open(uriOf(tenant(), scriptName, 'translations/en'));
		await append(document, '#');
		assert.equal(await document.save(), true);
		saves.compared(document.uri);
		return () => saves.take(document.uri, Buffer.from(document.getText()))?.by;
	}

	test('is known as that for as long as its text may be on its way', async () => {
		const refactored = new RefactoredTexts();
		const saves = new AnnouncedSaves(refactored);
		const large = await announced(saves, 'workday', 'key=a value of a certain length\n'.repeat(20_000));
		const small = await announced(saves, 'jdbc-angularsc', 'key=value\n');
		await new Promise(resolve => setTimeout(resolve, 5500));
		assert.equal(small(), undefined);
		assert.equal(large(), 'person');
		vscode.Disposable.from(saves, refactored).dispose();
	});
});

suite('A save that nobody has announced', () => {
	const tenant = useTenant({ rateLimit: false });
	const template = () => uriOf(tenant(), 'jdbc-angularsc', 'source-template');
	const sent = () => puts(asked(tenant())).length;
	const write = (text: string) =>
		Promise.resolve(vscode.workspace.fs.writeFile(template(), Buffer.from(text)));

	teardown(async () => {
		await set('save.byPrograms', undefined);
		await set('save.withoutFormatting', undefined);
	});

	// The test driver answers no question, as if there was nobody.
	test('of what a program changed in an editor is not sent, and the text stays', async () => {
		for (const byPrograms of ['refuse', 'send', 7]) {
			await set('save.byPrograms', byPrograms);
			const document = await open(template());
			await append(document, `<!-- ${byPrograms} -->`);
			await saveWithoutFormatting();
			assert.ok(document.isDirty, String(byPrograms));
		}
		assert.equal(sent(), 0);
	});

	test('is not sent either after a person has saved the same document', async () => {
		const document = await open(template());
		await append(document, '<!-- mine -->');
		assert.equal(await document.save(), true);
		assert.equal(sent(), 1);
		await append(document, '<!-- of an agent -->');
		await saveWithoutFormatting();
		assert.ok(document.isDirty);
		assert.equal(sent(), 1);
		assert.equal(await document.save(), true);
		assert.equal(sent(), 2);
	});

	test('is not sent after a save of a person that VS Code itself held back', async () => {
		const document = await open(template());
		await append(document, '<!-- mine -->');
		tenant().sample.change('jdbc-angularsc', connector => {
			connector.sourceTemplate = Buffer.from('<Application name="theirs"/>\n');
		});
		assert.equal(await document.save(), false);
		await append(document, '<!-- of an agent -->');
		await saveWithoutFormatting();
		assert.equal(sent(), 0);
		assert.ok(document.isDirty);
	});

	test('of a program is sent where people let programs write, and says so where not', async () => {
		await assert.rejects(write('<Application name="a"/>'), /nobody has confirmed it.*save\.byPrograms/);
		await set('save.byPrograms', 'refuse');
		await assert.rejects(write('<Application name="b"/>'), /programs may not save.*save\.byPrograms/);
		assert.equal(sent(), 0);
		await set('save.byPrograms', 'send');
		await write('<Application name="c"/>');
		assert.equal(sent(), 1);
	});

	test('of a program is not sent over an editor with unsaved text', async () => {
		await set('save.byPrograms', 'send');
		const document = await open(template());
		await append(document, '<!-- mine -->');
		await assert.rejects(write('<Application name="a program"/>'), /nobody has confirmed it/);
		assert.equal(sent(), 0);
		assert.match(document.getText(), /mine/);
	});

	test('of a program is not sent for what a person has typed, whatever they save without formatting', async () => {
		await set('save.withoutFormatting', 'send');
		const document = await open(template());
		await vscode.commands.executeCommand('type', { text: 'mine' });
		await until(() => document.isDirty, 'the text is typed');
		await assert.rejects(write('<Application name="a program"/>'), /nobody has confirmed it/);
		assert.equal(sent(), 0);
		assert.match(document.getText(), /mine/);
	});

	test('of a program does not take the place of a save that a person has begun', async () => {
		const document = await open(template());
		await append(document, '<!-- mine -->');
		let writing: Promise<unknown> | undefined;
		const watch = vscode.workspace.onWillSaveTextDocument(event => {
			writing = assert.rejects(write('<Application name="a program"/>'), /nobody has confirmed it/);
			event.waitUntil(writing);
		});
		try {
			assert.equal(await document.save(), true);
		} finally {
			watch.dispose();
		}
		assert.ok(writing);
		assert.equal(sent(), 1);
		assert.match(Buffer.from(tenant().sample.connector('jdbc-angularsc').sourceTemplate).toString(), /mine/);
	});

	test('of no change asks nothing', async () => {
		const bytes = await vscode.workspace.fs.readFile(template());
		await vscode.workspace.fs.writeFile(template(), bytes);
		await open(template());
		await saveWithoutFormatting();
		assert.equal(sent(), 0);
	});
});

suite('What a rename has changed in several documents', () => {
	const tenant = useTenant({ rateLimit: false });
	const sent = () => puts(asked(tenant()));

	async function edits(document: vscode.TextDocument, key: string, newName: string) {
		const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
			'vscode.executeDocumentRenameProvider',
			document.uri,
			document.positionAt(document.getText().indexOf(key) + 2),
			newName,
		);
		assert.ok(edit.size > 1);
		return edit;
	}

	const german = () => open(uriOf(tenant(), 'servicenow-saas', 'translations/de'));
	// As after F2, VS Code saves what it has changed: files.refactoring.autoSave.
	const make = (edit: vscode.WorkspaceEdit) => vscode.workspace.applyEdit(edit, { isRefactoring: true });

	async function rename(key: string, newName: string): Promise<vscode.TextDocument> {
		const document = await german();
		await make(await edits(document, key, newName));
		return document;
	}

	test('is not sent because VS Code saves it by itself', async () => {
		const document = await rename('HostURL', 'Renamed_1');
		await until(() => document.isDirty, 'the text is changed');
		assert.match(document.getText(), /Renamed_1/);
		assert.deepEqual(sent(), []);
		assert.equal(await document.save(), true);
		assert.equal(sent().length, 1);
	});

	test('is not sent either if others were asked for before it is made', async () => {
		const document = await german();
		const chosen = await edits(document, 'Page_Size', 'Chosen');
		await edits(document, 'Page_Size', 'Looked_At');
		await make(chosen);
		await until(() => document.isDirty, 'the text is changed');
		assert.match(document.getText(), /Chosen/);
		assert.deepEqual(sent(), []);
	});

	test('is not sent either if a person leaves out some of it in the preview', async () => {
		const document = await open(uriOf(tenant(), 'servicenow-saas', 'source-config'));
		const all = await edits(document, '"useProxy"', 'usesProxy');
		assert.ok(all.get(document.uri).length > 1);
		const fewer = new vscode.WorkspaceEdit();
		all
			.entries()
			.forEach(([uri, [first, ...others]]) => fewer.set(uri, first ? [first, ...others.slice(1)] : []));
		await make(fewer);
		await until(() => document.isDirty, 'the text is changed');
		assert.match(document.getText(), /usesProxy/);
		assert.match(document.getText(), /useProxy/);
		assert.deepEqual(sent(), []);
	});

	test('is sent when a person saves it, where VS Code does not', async () => {
		const files = vscode.workspace.getConfiguration('files');
		await files.update('refactoring.autoSave', false, vscode.ConfigurationTarget.Global);
		const document = await rename('Page_Size', 'Renamed_2');
		assert.ok(document.isDirty);
		assert.equal(await document.save(), true);
		assert.equal(sent().length, 1);
		await files.update('refactoring.autoSave', undefined, vscode.ConfigurationTarget.Global);
	});

	test('leaves the setting of VS Code as people have it', () => {
		const found = vscode.workspace.getConfiguration('files').inspect('refactoring.autoSave');
		assert.equal(found?.defaultValue, true);
	});
});

suite('A document in another encoding', () => {
	const tenant = useTenant({ rateLimit: false });
	let scriptName = '';
	let count = 0;
	const use = (languageId: string, encoding: string | undefined) =>
		vscode.workspace
			.getConfiguration('files', { languageId })
			.update('encoding', encoding, vscode.ConfigurationTarget.Global, true);

	setup(() => {
		scriptName = `encoded-${++count}`;
		tenant().sample.add({ ...tenant().sample.connector('jdbc-angularsc'), scriptName });
	});

	function opened(part: 'translations/de' | 'source-template', text: string) {
		const bytes = Buffer.from(text, 'latin1');
		tenant().sample.change(scriptName, connector => {
			connector.translations = { ...connector.translations, de: bytes };
			connector.sourceTemplate = bytes;
		});
		return open(uriOf(tenant(), scriptName, part));
	}

	const stored = (part: 'translations/de' | 'source-template') => {
		const connector = tenant().sample.connector(scriptName);
		const bytes = part === 'source-template' ? connector.sourceTemplate : connector.translations.de;
		return Buffer.from(bytes ?? []).toString('latin1');
	};

	teardown(async () => {
		await use('properties', undefined);
		await use('xml', undefined);
	});

	for (const encoding of ['iso88591', 'windows1252', 'utf16le', 'shiftjis']) {
		test(`is not sent as ${encoding}, which the tenant would not read as the editor shows it`, async () => {
			await use('properties', encoding);
			const document = await opened('translations/de', 'Size=Groesse\n');
			await append(document, 'Size_2=Größe\n');
			assert.equal(await document.save(), false);
			assert.ok(document.isDirty);
			assert.equal(stored('translations/de'), 'Size=Groesse\n');
		});
	}

	test('is sent where its bytes are the same in UTF-8', async () => {
		await use('properties', 'iso88591');
		const document = await opened('translations/de', 'Size=Groesse\n');
		await append(document, 'Size_2=Gr\\u00f6\\u00dfe\n');
		assert.equal(await document.save(), true);
		assert.equal(stored('translations/de'), 'Size=Groesse\nSize_2=Gr\\u00f6\\u00dfe\n');
	});

	test('is sent in the encoding of what the tenant has, if that is no UTF-8', async () => {
		await use('properties', 'iso88591');
		const document = await opened('translations/de', 'Size=Gr\xf6\xdfe\n');
		await append(document, 'Size_2=Größe\n');
		assert.equal(await document.save(), true);
		assert.equal(stored('translations/de'), 'Size=Gr\xf6\xdfe\nSize_2=Gr\xf6\xdfe\n');
	});

	for (const [declaration, isSent] of [
		['<?xml version="1.0" encoding="UTF-8"?>', false],
		['', false],
		["<?xml version='1.0' encoding = 'ISO-8859-1'?>", true],
		['<?xml version="1.0" encoding="latin1"?>', true],
		['<?xml version="1.0" encoding="ISO-8859-2"?>', false],
	] as const) {
		test(`is XML with ${declaration || 'no declaration'}`, async () => {
			await use('xml', 'iso88591');
			const text = `${declaration}<Application name="a"/>`;
			const document = await opened('source-template', text);
			await append(document, '<!-- Größe -->');
			await document.save(); // The sample tenant refuses what is not UTF-8.
			const [put] = tenant().sample.requests.filter(({ method }) => method === 'PUT');
			assert.equal(
				put && Buffer.from(put.body).includes(Buffer.from('Größe', 'latin1')),
				isSent || undefined,
			);
		});
	}

	test('that a program writes is not sent if it is no text of that encoding', async () => {
		await set('save.byPrograms', 'send');
		for (const part of ['source-template', 'connector-metadata'] as const) {
			const text = part === 'source-template' ? '<Application name="\xf6"/>' : '{"a": "\xf6"}';
			await assert.rejects(
				Promise.resolve(
					vscode.workspace.fs.writeFile(uriOf(tenant(), scriptName, part), Buffer.from(text, 'latin1')),
				),
				/not valid UTF-8/,
			);
		}
		const metadata = uriOf(tenant(), scriptName, 'connector-metadata');
		await vscode.workspace.fs.writeFile(metadata, Buffer.from('\ufeff{ "a": "ö" }'));
		assert.deepEqual(tenant().sample.connector(scriptName).connectorMetadata, { a: 'ö' });
		await set('save.byPrograms', undefined);
	});

	test('keeps characters that only look like line ends', async () => {
		const document = await opened('translations/de', 'A=b\n');
		await insert(document, 'C=one\u2028two\u2029three\n');
		assert.equal(await document.save(), true);
		assert.equal(
			Buffer.from(stored('translations/de'), 'latin1').toString(),
			'C=one\u2028two\u2029three\nA=b\n',
		);
		const settings = vscode.workspace.getConfiguration('editor', document);
		assert.equal(settings.get('unusualLineTerminators'), 'off');
	});
});
