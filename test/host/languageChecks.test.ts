import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { CheckReport } from '../../src/commands/connector/checkCommands';
import { aMoment, asked, closeEditors, folderOf, insert, open, until, uriOf, useTenant } from './studio';

const scriptName = 'jdbc-angularsc';

suite('What does not fit together', () => {
	const tenant = useTenant({ rateLimit: false });
	const form = () => uriOf(tenant(), scriptName, 'source-config');
	const codesIn = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).map(({ code }) => code as string);
	const shows = (uri: vscode.Uri, code: string) =>
		until(() => codesIn(uri).includes(code), `${code} is shown among ${codesIn(uri).join()}`);
	const setSeverity = (name: string, value: unknown) =>
		vscode.workspace
			.getConfiguration('iscConnectors.checks')
			.update(name, value, vscode.ConfigurationTarget.Global);
	const check = async (command: 'connector' | 'tenant', options: object) =>
		vscode.commands.executeCommand<CheckReport>(`iscConnectors.${command}.check`, {
			tenant: tenant().id,
			...options,
		});

	teardown(async () => {
		for (const name of ['severity', 'label-untranslated', 'name-unknown']) {
			await setSeverity(name, undefined);
		}
	});

	/** Puts a text in the place of another one. */
	async function replace(document: vscode.TextDocument, old: string, text: string): Promise<void> {
		const at = document.getText().indexOf(old);
		assert.ok(at >= 0, old);
		const edit = new vscode.WorkspaceEdit();
		const range = new vscode.Range(document.positionAt(at), document.positionAt(at + old.length));
		edit.replace(document.uri, range, text);
		assert.ok(await vscode.workspace.applyEdit(edit));
	}

	test('is shown for what is malformed as long as it is, at its place', async () => {
		const document = await open(form());
		await replace(document, 'label="DB_other"', 'label="DB & other"');
		await shows(form(), 'ampersand-not-escaped');
		const [found] = vscode.languages.getDiagnostics(form());
		assert.equal(document.getText(found?.range), '&');
		assert.equal(found?.message, '& must be written as &amp;');
		await replace(document, 'DB & other', 'DB_other');
		await until(() => codesIn(form()).length === 0, 'nothing is shown');
	});

	test('is an error for a prefix that nothing declares in the form, and a warning elsewhere', async () => {
		const template = uriOf(tenant(), scriptName, 'source-template');
		for (const [uri, root, severity] of [
			[form(), '<Form ', vscode.DiagnosticSeverity.Error],
			[template, '<Application ', vscode.DiagnosticSeverity.Warning],
		] as const) {
			const document = await open(uri);
			await replace(document, root, `${root}p:a="b" `);
			await shows(uri, 'prefix-undeclared');
			const found = vscode.languages.getDiagnostics(uri).find(({ code }) => code === 'prefix-undeclared');
			assert.equal(found?.severity, severity);
		}
	});

	test('is shown for the others of a connector’s documents as one of them is typed in', async () => {
		const de = uriOf(tenant(), scriptName, 'translations/de');
		await open(de);
		const document = await open(form());
		await replace(document, '"menuLabel_advanced"', '"menuLabel_more"');
		await shows(form(), 'label-untranslated');
		await shows(de, 'translation-unused');
	});

	/** VS Code gives back the same object until the problems of a document are set again. */
	const firstOf = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri)[0];

	test('is set again for those documents alone that have other problems', async () => {
		const de = uriOf(tenant(), scriptName, 'translations/de');
		await open(de);
		const document = await open(form());
		await replace(document, '"menuLabel_advanced"', '"menuLabel_more"');
		await shows(form(), 'label-untranslated');
		await shows(de, 'translation-unused');
		const before = firstOf(de);
		await replace(document, '<Field ', '<Field colour="red" ');
		await shows(form(), 'name-unknown');
		assert.equal(firstOf(de), before);
	});

	test('is set again where an edit may have moved it, though it is the same', async () => {
		const document = await open(form());
		await replace(document, '<Field ', '<Field colour="red" ');
		await shows(form(), 'name-unknown');
		const before = firstOf(form());
		await Promise.all([
			vscode.commands.executeCommand('type', { text: ' ' }),
			vscode.commands.executeCommand('deleteLeft'),
		]);
		await until(() => firstOf(form()) !== before, 'it is set again');
		assert.deepEqual(firstOf(form())?.range, before?.range);
	});

	test('is mended where it stands in the present text', async () => {
		const document = await open(form());
		await replace(document, '<Section ', '<Sectionx ');
		await replace(document, '</Section>', '</Sectionx>');
		await until(() => codesIn(form()).join() === 'name-unknown', 'the name is unknown');
		const fixes = async () => {
			const at = document.positionAt(document.getText().indexOf('<Sectionx') + 1);
			const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
				'vscode.executeCodeActionProvider',
				form(),
				new vscode.Range(at, at.translate(0, 'Sectionx'.length)),
				vscode.CodeActionKind.QuickFix.value,
			);
			return actions.filter(({ title }) => title === 'Change to Section').map(({ edit }) => edit);
		};
		const isRight = (edit: vscode.WorkspaceEdit | undefined) =>
			edit?.get(form()).every(({ range }) => document.getText(range) === 'Sectionx');
		// What is found in the text before has no fix in this one.
		while ((await fixes()).length === 0) {
			await aMoment();
		}
		assert.deepEqual((await fixes()).map(isRight), [true]);
		await insert(document, '\n<!-- above -->\n', document.positionAt(document.getText().indexOf('<Menu')));
		assert.ok((await fixes()).every(isRight), 'no problem of the text before is mended');
		await until(
			() => document.getText(vscode.languages.getDiagnostics(form())[0]?.range) === 'Sectionx',
			'the new place is shown',
		);
		const [edit, ...others] = await fixes();
		assert.ok(edit && others.length === 0);
		assert.ok(await vscode.workspace.applyEdit(edit));
		assert.ok(!document.getText().includes('Sectionx'));
	});

	test('is as serious as the settings say, or is not told', async () => {
		const document = await open(form());
		await replace(document, '"menuLabel_advanced"', '"menuLabel_more"');
		await shows(form(), 'label-untranslated');
		const found = () =>
			vscode.languages.getDiagnostics(form()).find(each => each.code === 'label-untranslated');
		assert.equal(found()?.severity, vscode.DiagnosticSeverity.Hint);
		await setSeverity('label-untranslated', 'error');
		await until(() => found()?.severity === vscode.DiagnosticSeverity.Error, 'it is an error');
		await setSeverity('label-untranslated', 'off');
		await until(() => found() === undefined, 'it is off');
	});

	test('is as serious as the deprecated setting says only where its own is not set, or is nonsense', async () => {
		const document = await open(form());
		await replace(document, '"menuLabel_advanced"', '"menuLabel_more"');
		const is = (severity: vscode.DiagnosticSeverity | undefined) =>
			until(
				() =>
					vscode.languages.getDiagnostics(form()).find(each => each.code === 'label-untranslated')
						?.severity === severity,
				`it is ${severity === undefined ? 'off' : vscode.DiagnosticSeverity[severity]}`,
			);
		const { Error: error, Warning, Hint } = vscode.DiagnosticSeverity;
		await is(Hint);
		await setSeverity('severity', { 'label-untranslated': 'error', 'name-unknown': 'off' });
		await is(error);
		await setSeverity('label-untranslated', 'warning');
		await is(Warning);
		await setSeverity('label-untranslated', 'loud');
		await is(error);
		await setSeverity('severity', { 'label-untranslated': 'loud' });
		await is(Hint);
		await setSeverity('severity', { 'label-untranslated': 'off' });
		await is(undefined);
		await setSeverity('label-untranslated', 'hint');
		await is(Hint);
	});

	test('is a warning for a misspelt element, which is put right at both tags', async () => {
		const document = await open(form());
		await replace(document, '<Section ', '<Sectionx ');
		await replace(document, '</Section>', '</Sectionx>');
		await until(() => codesIn(form()).join() === 'name-unknown', 'the name is unknown, and nothing else');
		const [found] = vscode.languages.getDiagnostics(form());
		assert.equal(found?.message, 'Unknown element <Sectionx>. Did you mean <Section>?');
		assert.equal(found.severity, vscode.DiagnosticSeverity.Warning);
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
			'vscode.executeCodeActionProvider',
			form(),
			found.range,
			vscode.CodeActionKind.QuickFix.value,
		);
		const fix = actions.find(({ title }) => title === 'Change to Section');
		assert.ok(fix?.edit, actions.map(({ title }) => title).join());
		assert.ok(await vscode.workspace.applyEdit(fix.edit));
		assert.ok(!document.getText().includes('Sectionx'));
		await until(() => codesIn(form()).length === 0, 'nothing is shown');
	});

	test('is a hint for a name that nobody knows, and as serious as the settings say', async () => {
		const document = await open(form());
		await replace(document, '<Field ', '<Field colour="red" validateJSNO="x" ');
		const severitiesOf = () =>
			vscode.languages
				.getDiagnostics(form())
				.filter(({ code }) => code === 'name-unknown')
				.map(({ severity }) => severity);
		const { Warning, Hint, Error: error } = vscode.DiagnosticSeverity;
		await until(() => severitiesOf().join() === [Hint, Warning].join(), 'one is a warning');
		await setSeverity('name-unknown', 'error');
		await until(() => severitiesOf().join() === [error, error].join(), 'both are errors');
		await setSeverity('name-unknown', 'off');
		await until(() => severitiesOf().length === 0, 'it is off');
	});

	test('is information for a displayAttribute that names nothing, unless the settings say otherwise', async () => {
		const uri = uriOf(tenant(), scriptName, 'source-template');
		const document = await open(uri);
		const old = /displayAttribute="[^"]*"/.exec(document.getText())?.[0] ?? '';
		await replace(document, old, 'displayAttribute="User ID"');
		const severity = () =>
			vscode.languages.getDiagnostics(uri).find(({ code }) => code === 'schema-attribute-unknown')?.severity;
		await until(() => severity() === vscode.DiagnosticSeverity.Information, 'it is information');
		await setSeverity('severity', { 'schema-attribute-unknown': 'error' });
		await until(() => severity() === vscode.DiagnosticSeverity.Error, 'it is an error');
	});

	test('is mended with a text in English, which the other languages lack then, and nothing is sent', async () => {
		const document = await open(form());
		await replace(document, '"menuLabel_advanced"', '"menuLabel_more"');
		await shows(form(), 'label-untranslated');
		const at = document.positionAt(document.getText().indexOf('menuLabel_more'));
		const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
			'vscode.executeCodeActionProvider',
			form(),
			new vscode.Range(at, at.translate(0, 3)),
			vscode.CodeActionKind.QuickFix.value,
			20,
		);
		const fix = actions.find(({ title }) => title === 'Add English Text for menuLabel_more…');
		assert.equal(
			fix?.command?.command,
			'iscConnectors.labels.addText',
			actions.map(({ title }) => title).join(),
		);
		const options = { tenant: tenant().id, scriptName, key: 'menuLabel_more' };
		const add = (text: string) =>
			Promise.resolve(vscode.commands.executeCommand('iscConnectors.labels.addText', { ...options, text }));
		await assert.rejects(add('menuLabel_more'), /other than the key/);
		await add('More');
		await assert.rejects(add('Much more'), /already has a text/);
		for (const locale of ['en', 'de'] as const) {
			const translation = await vscode.workspace.openTextDocument(
				uriOf(tenant(), scriptName, `translations/${locale}`),
			);
			assert.equal(/^menuLabel_more ?= ?More$/m.test(translation.getText()), locale === 'en');
		}
		await until(
			() => codesIn(uriOf(tenant(), scriptName, 'translations/de')).includes('locale-incomplete'),
			'German lacks it',
		);
		await until(() => !codesIn(form()).includes('label-untranslated'), 'it is mended');
		assert.ok(asked(tenant()).every(request => request.startsWith('GET')));
	});

	test('is found in documents that no editor shows, by a check of the connector', async () => {
		const report = await check('connector', { scriptName });
		const { checked, errors, warnings, others, failed } = report;
		assert.deepEqual(
			{ checked, errors, warnings, others, failed },
			{ checked: 1, errors: 0, warnings: 0, others: 1, failed: [] },
		);
		const [found] = vscode.languages.getDiagnostics(uriOf(tenant(), scriptName, 'translations/es'));
		assert.equal(found?.code, 'locale-incomplete');
		assert.match(found.message, /^Spanish \(es\) is missing 10 keys: /);
	});

	test('is found in a whole tenant, for one request a connector; what cannot be read is told', async () => {
		tenant().sample.fault({ operation: 'getConnector', path: /workday$/ }, { kind: 'answer', status: 403 });
		const connectors = await vscode.workspace.fs.readDirectory(folderOf(tenant()));
		const report = await check('tenant', {});
		assert.equal(report.checked + report.failed.length, connectors.length);
		assert.deepEqual([report.errors, report.warnings], [0, 0]);
		assert.equal(report.failed.length, 1);
		assert.match(report.failed[0]?.message ?? '', /does not allow this/);
		const details = asked(tenant()).filter(request => /^GET \/[^/]+$/.test(request));
		assert.equal(new Set(details).size, details.length);
	});

	test('is refused for a connector that is not there', async () => {
		await assert.rejects(check('connector', { scriptName: 'nobody' }), /has no connector nobody/);
	});

	test('is shown in exported folders, too', async () => {
		const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-checks-'));
		try {
			fs.mkdirSync(path.join(folder, 'translations'));
			fs.writeFileSync(path.join(folder, 'translations/en.properties'), 'a=A\n');
			const file = path.join(folder, 'source-config.xml');
			fs.writeFileSync(
				file,
				'<Form xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd"><Menu name="m" label="a"><Section name="s" label="a"><Field name="f" type="text" displayName="a" parentKey="g" parentValue="x"/></Section></Menu></Form>\n',
			);
			const uri = vscode.Uri.file(file);
			const document = await open(uri);
			await shows(uri, 'parent-key-unknown');
			await insert(document, '<', document.positionAt(document.getText().length - 1));
			await shows(uri, 'less-than-not-escaped');
			await vscode.commands.executeCommand('workbench.action.files.revert');
		} finally {
			await closeEditors();
			fs.rmSync(folder, { recursive: true, force: true });
		}
	});
});
