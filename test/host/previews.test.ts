import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { aMoment, asked, closeEditors, open, until, uriOf, useTenant } from './studio';

suite('Pages about connectors', () => {
	const tenant = useTenant();

	const panels = () =>
		vscode.window.tabGroups.all
			.flatMap(({ tabs }) => tabs)
			.filter(({ input }) => input instanceof vscode.TabInputWebview)
			.map(({ label }) => label);
	const named = (kind: string, name: string) => `${name} in ${tenant().name}: ${kind}`;
	const isVisible = (uri: vscode.Uri) =>
		vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === uri.toString());

	test('a program opens a form by the connector, beside its text', async () => {
		await vscode.commands.executeCommand('iscConnectors.connector.previewForm', {
			tenant: tenant().id,
			scriptName: 'jdbc-angularsc',
		});
		await until(() => panels()[0] === named('Form', 'JDBC'), 'the panel is there, with its name');
		assert.deepEqual(panels(), [named('Form', 'JDBC')]);
		assert.ok(isVisible(uriOf(tenant(), 'jdbc-angularsc', 'source-config')));
		assert.equal(vscode.window.tabGroups.all.length, 2);
	});

	test('each connector has one panel of a kind', async () => {
		await open(uriOf(tenant(), 'jdbc-angularsc', 'source-config'));
		await vscode.commands.executeCommand('iscConnectors.connector.previewForm');
		await vscode.commands.executeCommand(
			'iscConnectors.connector.previewForm',
			uriOf(tenant(), 'jdbc-angularsc', 'source-config'),
		);
		await vscode.commands.executeCommand(
			'iscConnectors.connector.editTranslations',
			uriOf(tenant(), 'jdbc-angularsc', 'translations/en'),
		);
		await until(() => panels().length >= 2, 'both panels are there');
		await aMoment();
		assert.deepEqual(panels().sort(), [named('Form', 'JDBC'), named('Translations', 'JDBC')]);
	});

	test('a table costs the tenant the one answer that has all texts, and nothing when it is shown again', async function () {
		this.timeout(90_000); // The oldest VS Code now and then takes half a minute to load a page.
		const uri = uriOf(tenant(), 'servicenow-saas', 'translations/en');
		await vscode.commands.executeCommand('iscConnectors.connector.editTranslations', uri);
		// A page of the test before may ask for its connector as late as now.
		const requests = () => asked(tenant()).filter(request => request.includes('servicenow'));
		await until(() => requests().length > 0, 'the texts are asked for', 60_000);
		await vscode.commands.executeCommand('iscConnectors.connector.editTranslations', uri);
		await aMoment();
		assert.deepEqual(requests(), ['GET /servicenow-saas']);
	});

	test('a command that is given nothing is about the connector whose page is in front', async () => {
		const uri = uriOf(tenant(), 'servicenow-saas', 'translations/en');
		await vscode.commands.executeCommand('iscConnectors.connector.editTranslations', uri);
		await until(() => panels().length === 1, 'the table is there');
		await vscode.commands.executeCommand('workbench.action.focusNextGroup');
		await until(() => vscode.window.activeTextEditor === undefined, 'no text has the focus');
		await vscode.commands.executeCommand('iscConnectors.connector.previewForm');
		await until(() => panels().every(label => label.startsWith('ServiceNow')), 'they have their names');
		await until(() => panels().length === 2, 'the form is there');
		assert.deepEqual(panels().sort(), [named('Form', 'ServiceNow'), named('Translations', 'ServiceNow')]);
	});

	test('a connector that a tenant does not have is an error for the program, and no panel', async () => {
		const opened = vscode.commands.executeCommand('iscConnectors.connector.previewForm', {
			tenant: tenant().id,
			scriptName: 'nobody-has-it',
		});
		await assert.rejects(Promise.resolve(opened), /has no connector nobody-has-it/);
		assert.deepEqual(panels(), []);
	});

	test('an exported connector is shown from its folder', async () => {
		const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-preview-'));
		try {
			const file = vscode.Uri.file(path.join(folder, 'source-config.xml'));
			fs.writeFileSync(file.fsPath, '<Form name="On Disk"><Menu><Section/></Menu></Form>');
			await vscode.commands.executeCommand('iscConnectors.connector.previewForm', file);
			await until(() => panels().length === 1, 'the panel is there');
			assert.deepEqual(panels(), [`${path.basename(folder)}: Form`]);
			assert.ok(isVisible(file));
			assert.deepEqual(asked(tenant()), []);
		} finally {
			await closeEditors();
			fs.rmSync(folder, { recursive: true });
		}
	});
});
