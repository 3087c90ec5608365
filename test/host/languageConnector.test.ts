import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DocumentPart } from '../../src/core/remote/documentPath';
import { fromUri } from '../../src/documents/documentUri';
import { append, asked, insert, open, until, uriOf, useTenant } from './studio';

const connector = 'active-directory-angularsc';

suite('Names across the documents of a connector', () => {
	const tenant = useTenant({ rateLimit: false });
	const opened = (part: DocumentPart) => open(uriOf(tenant(), connector, part));

	/** Where a text begins, or a place in it. */
	function placeOf(document: vscode.TextDocument, text: string, further = 0): vscode.Position {
		const at = document.getText().indexOf(text);
		assert.notEqual(at, -1, text);
		return document.positionAt(at + further);
	}

	const run = <T>(
		command: string,
		document: vscode.TextDocument,
		position: vscode.Position,
		...more: unknown[]
	) => vscode.commands.executeCommand<T>(command, document.uri, position, ...more);

	/** The document and the text of each place. */
	async function shown(places: readonly (vscode.Location | vscode.LocationLink)[]): Promise<string[]> {
		const texts = places.map(async place => {
			const [uri, range] =
				'targetUri' in place ? [place.targetUri, place.targetRange] : [place.uri, place.range];
			const document = await vscode.workspace.openTextDocument(uri);
			return `${fromUri(uri)?.part}: ${document.getText(range)}`;
		});
		return Promise.all(texts);
	}

	async function definitionsAt(
		document: vscode.TextDocument,
		text: string,
		further: number,
	): Promise<string[]> {
		const position = placeOf(document, text, further);
		const links = await run<vscode.LocationLink[]>('vscode.executeDefinitionProvider', document, position);
		return (await shown(links)).sort();
	}

	test('a label key leads to its text in the language of the labels, and a text to the form', async () => {
		const form = await opened('source-config');
		const label = 'displayName="HostURL"';
		const labels = vscode.workspace.getConfiguration('iscConnectors.labels');
		assert.deepEqual(await definitionsAt(form, label, 14), ['translations/en: HostURL']);
		await labels.update('locale', 'fr-CA', vscode.ConfigurationTarget.Global);
		try {
			assert.deepEqual(await definitionsAt(form, label, 14), ['translations/fr: HostURL']);
			const place = placeOf(form, label, 14);
			await vscode.window.showTextDocument(form, { selection: new vscode.Range(place, place) });
			await vscode.commands.executeCommand('editor.action.revealDefinition');
			const shownPart = (editor = vscode.window.activeTextEditor) =>
				editor && fromUri(editor.document.uri)?.part;
			await until(() => shownPart() === 'translations/fr', 'the French text is shown');
		} finally {
			await labels.update('locale', undefined, vscode.ConfigurationTarget.Global);
		}
		const places = await run<vscode.Location[]>(
			'vscode.executeReferenceProvider',
			form,
			placeOf(form, label, 14),
		);
		assert.deepEqual((await shown(places)).sort(), [
			'source-config: HostURL',
			'translations/de: HostURL',
			'translations/en: HostURL',
			'translations/fr: HostURL',
			'translations/ja: HostURL',
		]);
		const german = await opened('translations/de');
		assert.deepEqual(await definitionsAt(german, 'HostURL', 1), ['source-config: HostURL']);
	});

	test('fields, conditions, entries and attributes lead to one another', async () => {
		const form = await opened('source-config');
		assert.deepEqual(await definitionsAt(form, 'parentKey="useTls"', 12), ['source-config: useTls']);
		const template = await opened('source-template');
		assert.deepEqual(await definitionsAt(template, 'key="useTls"', 6), ['source-config: useTls']);
		assert.deepEqual(await definitionsAt(template, 'displayAttribute="sAMAccountName"', 19), [
			'source-template: sAMAccountName',
		]);
		const correlation = await opened('correlation-config');
		assert.deepEqual(await definitionsAt(correlation, 'value="mail"', 8), ['source-template: mail']);
	});

	test('references are in documents that no editor has shown', async () => {
		const form = await opened('source-config');
		const position = placeOf(form, 'name="useTls"', 7);
		const places = await run<vscode.Location[]>('vscode.executeReferenceProvider', form, position);
		assert.deepEqual((await shown(places)).sort(), [
			'source-config: useTls',
			'source-config: useTls',
			'source-template: useTls',
		]);
	});

	test('what is typed counts before it is saved', async () => {
		const form = await opened('source-config');
		await insert(form, 'displayName="Brand_New" ', placeOf(form, 'name="useTls"'));
		const german = await opened('translations/de');
		await insert(german, 'Brand_New=Ganz neu\n');
		assert.deepEqual(await definitionsAt(form, 'Brand_New', 2), ['translations/de: Brand_New']);
	});

	async function rename(document: vscode.TextDocument, position: vscode.Position, name: string) {
		const edit = await run<vscode.WorkspaceEdit>(
			'vscode.executeDocumentRenameProvider',
			document,
			position,
			name,
		);
		assert.ok(await vscode.workspace.applyEdit(edit));
		return edit.entries().map(([uri]) => String(fromUri(uri)?.part));
	}

	const textOf = async (part: DocumentPart) =>
		(await vscode.workspace.openTextDocument(uriOf(tenant(), connector, part))).getText();

	test('a label key is renamed in the form and in all locales at once, and nothing is sent', async () => {
		const german = await opened('translations/de');
		tenant().sample.forgetRequests();
		const parts = await rename(german, placeOf(german, 'HostURL', 2), 'Übung 1');
		assert.deepEqual(parts.sort(), [
			'source-config',
			...['de', 'en', 'fr', 'ja'].map(locale => `translations/${locale}`),
		]);
		assert.match(await textOf('source-config'), /displayName="Übung 1"/);
		assert.match(german.getText(), /^Übung\\ 1 = /m);
		assert.match(await textOf('translations/ja'), /^\\u00DCbung\\ 1=/m);
		assert.deepEqual(
			asked(tenant()).filter(request => !request.startsWith('GET')),
			[],
		);
	});

	test('a field is renamed with its conditions and its entry', async () => {
		const form = await opened('source-config');
		await rename(form, placeOf(form, 'parentKey="useTls"', 12), 'encrypted');
		assert.doesNotMatch(form.getText(), /"useTls"/);
		assert.match(await textOf('source-template'), /<entry key="encrypted">/);
	});

	test('a rename begins with the name, and is refused where there is none and where it is taken', async () => {
		const form = await opened('source-config');
		const position = placeOf(form, 'name="useTls"', 7);
		const begun = await run<{ placeholder: string }>('vscode.prepareRename', form, position);
		assert.equal(begun.placeholder, 'useTls');
		await assert.rejects(
			Promise.resolve(run('vscode.prepareRename', form, placeOf(form, 'type="SourceConfig"', 1))),
			/cannot rename this element/,
		);
		await assert.rejects(
			Promise.resolve(run('vscode.executeDocumentRenameProvider', form, position, 'referrals')),
			/referrals is already in use/,
		);
	});

	test('a label shows its text in every language as a link, with nothing in it taken for markup', async () => {
		const form = await opened('source-config');
		const german = await opened('translations/de');
		await append(german, '\nDomain_Name=a *b* | [c](command:d) <e>\n');
		const position = placeOf(form, 'Domain_Name', 2);
		const hovers = await run<vscode.Hover[]>('vscode.executeHoverProvider', form, position);
		const contents = hovers.flatMap(({ contents: each }) => each as vscode.MarkdownString[]);
		const table = contents.find(({ value }) => value.startsWith('| Language'));
		assert.ok(table);
		assert.deepEqual(table.isTrusted, { enabledCommands: ['iscConnectors.labels.editText'] });
		assert.ok(contents.every(each => each === table || !each.isTrusted));
		const link =
			/\| English \\\(en\\\) \| \[Domain Name\]\(command:iscConnectors\.labels\.editText\?([^ )]*)\) \|/.exec(
				table.value,
			);
		const [document, ...named] = JSON.parse(decodeURIComponent(link?.[1] ?? '')) as unknown[];
		assert.equal(vscode.Uri.from(document as vscode.Uri).toString(), form.uri.toString());
		assert.deepEqual(named, ['Domain_Name', 'en']);
		const withoutLinks = table.value.replace(/\[((?:\\.|[^\]\\])*)\]\(command:iscConnectors[^)]*\)/g, '$1');
		assert.match(withoutLinks, /a \\\*b\\\*/);
		assert.doesNotMatch(withoutLinks, /[^\\][*[<]/);
	});

	suite('Editing the text of a label', () => {
		const edit = async (more: object) =>
			vscode.commands.executeCommand('iscConnectors.labels.editText', {
				tenant: tenant().id,
				scriptName: connector,
				...more,
			});

		test('changes it in one language, as an unsaved edit with the escapes of that document', async () => {
			tenant().sample.forgetRequests();
			await edit({ key: 'HostURL', locale: 'ja', text: 'Übung = 1' });
			const japanese = await vscode.workspace.openTextDocument(uriOf(tenant(), connector, 'translations/ja'));
			assert.ok(japanese.isDirty);
			assert.match(japanese.getText(), /^HostURL ?= ?\\u00DCbung = 1$/m);
			const dirty = vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && fromUri(uri));
			assert.deepEqual(
				dirty.map(({ uri }) => fromUri(uri)?.part),
				['translations/ja'],
			);
			await edit({ key: 'HostURL', text: 'Host address' });
			assert.match(await textOf('translations/en'), /^HostURL ?= ?Host address$/m);
			assert.deepEqual(
				asked(tenant()).filter(request => !request.startsWith('GET')),
				[],
			);
		});

		test('adds a key that the language lacks, and refuses a language that the connector lacks', async () => {
			await edit({ key: 'Set_Passwords', locale: 'ja', text: 'Kennwort' });
			assert.match(await textOf('translations/ja'), /^Set_Passwords ?= ?Kennwort$/m);
			await assert.rejects(
				edit({ key: 'HostURL', locale: 'sv', text: 'Adress' }),
				/not translated into Swedish/,
			);
			await assert.rejects(edit({ key: 'HostURL', text: 'HostURL' }), /other than the key/);
		});

		test('is offered on the key, without a problem', async () => {
			const form = await opened('source-config');
			await definitionsAt(form, 'Domain_Name', 1);
			const offered = async (text: string) => {
				const place = placeOf(form, text, 2);
				const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
					'vscode.executeCodeActionProvider',
					form.uri,
					new vscode.Range(place, place),
				);
				return actions.filter(({ command }) => command?.command === 'iscConnectors.labels.editText');
			};
			const [action] = await offered('Domain_Name');
			assert.equal(action?.title, 'Edit Text of Domain_Name…');
			assert.deepEqual(action.command?.arguments?.slice(1), ['Domain_Name']);
			assert.deepEqual(await offered('<Form'), []);
		});
	});

	suite('Label hints', () => {
		const configuration = () => vscode.workspace.getConfiguration('iscConnectors.labels');

		suiteTeardown(() => configuration().update('locale', undefined, vscode.ConfigurationTarget.Global));

		async function hints(document: vscode.TextDocument): Promise<ReadonlyMap<string, string>> {
			const all = new vscode.Range(0, 0, document.lineCount, 0);
			const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
				'vscode.executeInlayHintProvider',
				document.uri,
				all,
			);
			return new Map(
				found.map(({ position, label }) => {
					const before = document.getText(new vscode.Range(position.with(undefined, 0), position));
					const [part] = label as vscode.InlayHintLabelPart[];
					return [/"([^"]*)"$/.exec(before)?.[1] ?? '', part?.value ?? ''];
				}),
			);
		}

		test('show the text of the chosen language behind each key, and mark what it lacks', async () => {
			const form = await opened('source-config');
			// Hints ask the tenant for nothing; a definition does.
			await definitionsAt(form, 'Domain_Name', 1);
			assert.equal((await hints(form)).get('Domain_Name'), 'Domain Name');
			await configuration().update('locale', 'de', vscode.ConfigurationTarget.Global);
			assert.equal((await hints(form)).get('Domain_Name'), 'Domänenname');
			await configuration().update('locale', 'ja', vscode.ConfigurationTarget.Global);
			assert.equal((await hints(form)).get('Set_Passwords'), 'Set Passwords (not in Japanese)');
			await insert(form, 'helpKey="help_me" ', placeOf(form, 'name="useTls"'));
			assert.equal((await hints(form)).get('help_me'), 'not translated');
			await configuration().update('locale', '', vscode.ConfigurationTarget.Global);
			assert.equal((await hints(form)).size, 0);
			await vscode.commands.executeCommand('iscConnectors.labels.chooseLocale', { locale: 'de' });
			assert.equal((await hints(form)).get('Domain_Name'), 'Domänenname');
			await assert.rejects(
				async () => vscode.commands.executeCommand('iscConnectors.labels.chooseLocale', { locale: 'xx' }),
				/"locale" is not a language/,
			);
		});
	});

	test('a connector is asked for once, however much is looked up', async () => {
		const form = await opened('source-config');
		await definitionsAt(form, 'parentKey="useTls"', 12);
		tenant().sample.forgetRequests();
		for (const text of ['displayName="HostURL"', 'name="useTls"']) {
			await run('vscode.executeReferenceProvider', form, placeOf(form, text, 14));
			await run('vscode.executeHoverProvider', form, placeOf(form, text, 14));
		}
		assert.deepEqual(asked(tenant()), []);
	});
});
