import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { aMoment, asked, insert, letProgramsWrite, open, until, uriOf, useTenant } from './studio';

suite('What the language remembers of a tenant', () => {
	const tenant = useTenant({ rateLimit: false });
	letProgramsWrite();
	const details = (scriptName: string) =>
		asked(tenant()).filter(each => each === `GET /${scriptName}`).length;
	const form = (scriptName: string) => open(uriOf(tenant(), scriptName, 'source-config'));
	const refresh = (scriptName: string) =>
		vscode.commands.executeCommand('iscConnectors.connector.refresh', {
			tenant: tenant().id,
			scriptName,
		});
	const refuse = (scriptName: string) =>
		tenant().sample.fault(
			{ operation: 'getConnector', path: new RegExp(`/${scriptName}$`) },
			{ kind: 'answer', status: 403 },
			100,
		);

	/** Asks for something at the first place of a text. */
	function lookUp<T>(command: string, document: vscode.TextDocument, text: string, ...more: unknown[]) {
		const offset = document.getText().indexOf(text);
		assert.notEqual(offset, -1, text);
		return vscode.commands.executeCommand<T>(
			`vscode.${command}`,
			document.uri,
			document.positionAt(offset + 1),
			...more,
		);
	}

	async function hover(document: vscode.TextDocument, text: string): Promise<string> {
		const hovers = await lookUp<vscode.Hover[]>('executeHoverProvider', document, text);
		return hovers
			.flatMap(({ contents }) => contents as vscode.MarkdownString[])
			.map(({ value }) => value)
			.join('\n');
	}

	test('a connector that cannot be fetched is not asked for again, whatever is looked up', async () => {
		const scriptName = 'active-directory-angularsc';
		refuse(scriptName);
		const document = await form(scriptName);
		await hover(document, 'HostURL');
		assert.equal(details(scriptName), 1);
		for (const command of ['executeHoverProvider', 'executeDefinitionProvider', 'executeReferenceProvider']) {
			await lookUp(command, document, 'HostURL');
		}
		await lookUp('executeCompletionItemProvider', document, 'HostURL');
		await insert(document, ' ', document.positionAt(document.getText().indexOf('<Field')));
		await aMoment();
		const known = await lookUp<vscode.Location[]>('executeReferenceProvider', document, 'useTls"');
		assert.ok(known.length > 1, 'What editors hold is known.');
		assert.equal(details(scriptName), 1);
	});

	test('problems of the texts themselves are shown while a connector cannot be fetched', async () => {
		const document = await form('active-directory-angularsc');
		await insert(document, '<', document.positionAt(document.getText().indexOf('</Section>')));
		await until(
			() => vscode.languages.getDiagnostics(document.uri).some(({ source }) => source === 'ISC'),
			'a problem is shown',
		);
	});

	test('a person who wants it has it asked for again', async () => {
		const scriptName = 'active-directory-angularsc';
		refuse(scriptName);
		const document = await form(scriptName);
		await assert.rejects(
			Promise.resolve(lookUp('executeDocumentRenameProvider', document, 'HostURL', 'HostAddress')),
		);
		assert.equal(details(scriptName), 1);
		await vscode.commands.executeCommand('iscConnectors.connector.check', {
			tenant: tenant().id,
			scriptName,
		});
		assert.equal(details(scriptName), 2);
		tenant().sample.clearFaults();
		await hover(document, 'HostURL');
		assert.equal(details(scriptName), 2);
		await refresh(scriptName);
		assert.match(await hover(document, 'HostURL'), /\| English /);
	});

	/** The attributes that are proposed for a field. */
	async function proposed(document: vscode.TextDocument): Promise<string[]> {
		const { items } = await lookUp<vscode.CompletionList>(
			'executeCompletionItemProvider',
			document,
			'  name=',
		);
		return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
	}

	/** A form with a gap for another attribute, in view; what Workday's form is written with is known. */
	async function formBesideWorkday(attribute: string): Promise<vscode.TextDocument> {
		tenant().sample.change('workday', connector => {
			const text = new TextDecoder().decode(connector.sourceConfig);
			connector.sourceConfig = new TextEncoder().encode(
				text.replace('<Field ', `<Field ${attribute}="true" `),
			);
		});
		await refresh('workday');
		await lookUp('executeDefinitionProvider', await form('workday'), 'name=');
		const document = await form('servicenow-saas');
		await insert(document, ' ', document.positionAt(document.getText().indexOf('<Field name=') + 6));
		assert.ok((await proposed(document)).includes(attribute));
		return document;
	}

	test('a filter forgets nothing', async () => {
		const document = await formBesideWorkday('beforeFilter');
		tenant().sample.forgetRequests();
		await vscode.commands.executeCommand('iscConnectors.tenant.filter', tenant().id, 'name co "jdbc"');
		assert.ok((await proposed(document)).includes('beforeFilter'));
		await vscode.commands.executeCommand('iscConnectors.tenant.clearFilter', tenant().id);
		assert.ok((await proposed(document)).includes('beforeFilter'));
		assert.equal(details('workday'), 0);
	});

	test('a refresh of a connector that is not listed forgets that one alone', async () => {
		const { sample, id } = tenant();
		sample.change('jdbc-angularsc', connector => (connector.status = 'DEMO'));
		try {
			await vscode.commands.executeCommand('iscConnectors.tenant.refresh', id);
			await vscode.commands.executeCommand('iscConnectors.connector.openByScriptName', {
				tenant: id,
				scriptName: 'jdbc-angularsc',
			});
			const unlisted = await form('jdbc-angularsc');
			await lookUp('executeDefinitionProvider', unlisted, 'name=');
			const document = await formBesideWorkday('beforeRefresh');
			sample.forgetRequests();
			await refresh('jdbc-angularsc');
			assert.ok((await proposed(document)).includes('beforeRefresh'));
			await lookUp('executeDefinitionProvider', unlisted, 'name=');
			assert.equal(details('workday'), 0);
			assert.ok(details('jdbc-angularsc') > 0);
		} finally {
			sample.change('jdbc-angularsc', connector => (connector.status = 'RELEASED'));
			await vscode.commands.executeCommand('iscConnectors.connector.hide', {
				tenant: id,
				scriptName: 'jdbc-angularsc',
			});
		}
	});

	test('of a closed document, what was read last counts', async () => {
		const scriptName = 'servicenow-saas';
		const english = uriOf(tenant(), scriptName, 'translations/en');
		const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(english));
		const [, key = ''] = /^(\w+) ?=/m.exec(text) ?? [];
		const german = await open(uriOf(tenant(), scriptName, 'translations/de'));
		assert.doesNotMatch(await hover(german, key), /Brand new/);
		const write = (value: string) => new TextEncoder().encode(`${key}=${value}\n`);
		tenant().sample.change(scriptName, ({ translations }) => (translations['en'] = write('Brand new')));
		await refresh(scriptName);
		assert.match(await hover(german, key), /\| English \\\(en\\\) \| \[Brand new\]/);
		await vscode.workspace.fs.writeFile(english, write('Newer still'));
		assert.match(await hover(german, key), /\| English \\\(en\\\) \| \[Newer still\]/);
	});

	test('what is typed in a neighbour is proposed at once', async () => {
		const document = await formBesideWorkday('inTenant');
		const neighbour = await form('workday');
		await insert(
			neighbour,
			'inEditor="true" ',
			neighbour.positionAt(neighbour.getText().indexOf('<Field ') + 7),
		);
		assert.ok((await proposed(document)).includes('inEditor'));
	});
});
