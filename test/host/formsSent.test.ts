import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addFormWithSources, field, form } from './formWithSources';
import {
	aMoment,
	asked,
	closeEditors,
	letProgramsWrite,
	open,
	set,
	setInVSCode,
	until,
	uriOf,
	useTenant,
} from './studio';

const [host, port] = [field('host'), field('port')];
const ignoreFailure = (work: PromiseLike<unknown>) =>
	Promise.resolve(work).then(
		() => undefined,
		() => undefined,
	);

/** Makes the text what an editor holds. */
async function write(uri: vscode.Uri, text: string): Promise<vscode.TextDocument> {
	const document = await open(uri);
	const edit = new vscode.WorkspaceEdit();
	edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
	assert.ok(await vscode.workspace.applyEdit(edit));
	return document;
}

const byCommand = (command: string) => async (uri: vscode.Uri, text: string) => {
	await write(uri, text);
	await vscode.commands.executeCommand(command);
};

suite('A form by which sources lose a value', () => {
	const tenant = useTenant({ rateLimit: false });
	let connector = '';
	let count = 0;
	const uri = () => uriOf(tenant(), connector, 'source-config');
	const stored = () => Buffer.from(tenant().sample.connector(connector).sourceConfig).toString();
	const requests = (method: string) =>
		asked(tenant()).filter(request => request.startsWith(method) && request.includes(connector)).length;
	const lists = () => asked(tenant()).filter(request => request.includes('/sources')).length;

	letProgramsWrite();
	suiteSetup(async () => {
		await set('sources.codeLens', false); // It reads the list when a form is shown.
		await set('save.withoutFormatting', 'send');
		await set('save.automatic', true);
		await setInVSCode('files.autoSaveDelay', 100);
	});
	suiteTeardown(async () => {
		for (const name of ['sources.codeLens', 'save.withoutFormatting', 'save.automatic']) {
			await set(name, undefined);
		}
		await setInVSCode('files.autoSaveDelay', undefined);
	});
	setup(async () => {
		connector = `forms-${++count}`;
		addFormWithSources(tenant().sample, { scriptName: connector, name: `Forms ${count}` });
		await vscode.commands.executeCommand('iscConnectors.tenant.refresh', tenant().id);
		tenant().sample.forgetRequests();
	});
	teardown(async () => {
		await set('sources.beforeSaving', undefined);
		await setInVSCode('files.autoSave', 'off');
		await setInVSCode('files.saveConflictResolution', undefined);
	});

	/** How a text can be sent. What goes wrong is for what the tenant has then to show. */
	const ways: Readonly<Record<string, (uri: vscode.Uri, text: string) => Promise<unknown>>> = {
		'a save by another extension': async (to, text) => (await write(to, text)).save(),
		'Save to Tenant': byCommand('iscConnectors.document.save'),
		'File: Save': byCommand('workbench.action.files.save'),
		'File: Save All': byCommand('workbench.action.files.saveAll'),
		'Save without Formatting': async to => {
			const document = await open(to);
			const start = document.getText().indexOf(port);
			const [from, behind] = [start, start + port.length].map(offset => document.positionAt(offset));
			const editor = vscode.window.activeTextEditor ?? assert.fail('no editor');
			editor.selection = new vscode.Selection(from!, behind!);
			await vscode.commands.executeCommand('type', { text: ' ' }); // An edit would be that of an agent.
			await until(() => document.isDirty, 'it is typed');
			await aMoment();
			await vscode.commands.executeCommand('workbench.action.files.saveWithoutFormatting');
		},
		'a write of a file': (to, text) => Promise.resolve(vscode.workspace.fs.writeFile(to, Buffer.from(text))),
		'a text in UTF-16': (to, text) =>
			Promise.resolve(vscode.workspace.fs.writeFile(to, Buffer.from(`\uFEFF${text}`, 'utf16le'))),
		'Auto Save': async (to, text) => {
			await setInVSCode('files.autoSave', 'afterDelay');
			await write(to, text);
			await until(() => requests('PUT') + lists() > 0, 'it is on its way');
			await aMoment();
		},
		'Auto Save when the editor is left': async (to, text) => {
			await setInVSCode('files.autoSave', 'onFocusChange');
			await write(to, text);
			await open(uriOf(tenant(), connector, 'correlation-config'));
			await until(() => requests('PUT') + lists() > 0, 'it is on its way');
			await aMoment();
		},
		'a save over what a colleague has changed': async (to, text) => {
			const overwrite = 'overwriteFileOnDisk';
			await setInVSCode('files.saveConflictResolution', overwrite);
			const document = await write(to, text);
			tenant().sample.change(connector, each => {
				each.sourceConfig = Buffer.from(form(port, host));
			});
			await document.save();
		},
		'Save to Tenant, pressed twice': async (to, text) => {
			await write(to, text);
			const press = () => vscode.commands.executeCommand('iscConnectors.document.save');
			await Promise.all([press(), press()]);
		},
		'saves while the list of sources is read': async (to, text) => {
			tenant().sample.latency = 200;
			const document = await write(to, text);
			const first = document.save();
			await until(() => lists() + requests('PUT') > 0, 'it is on its way');
			await vscode.workspace.fs.writeFile(to, Buffer.from(text)).then(undefined, () => undefined);
			await first;
		},
	};

	for (const [way, send] of Object.entries(ways)) {
		// The test driver answers no question, as if there was nobody.
		test(`is not sent without an answer by ${way}`, async () => {
			const before = stored();
			await ignoreFailure(send(uri(), form(host)));
			assert.equal(requests('PUT'), 0);
			assert.ok([before, form(port, host)].includes(stored()));
			assert.ok(lists() > 0, 'the sources are looked at');
		});

		test(`is sent by ${way} where people want no question`, async () => {
			await set('sources.beforeSaving', 'off');
			await ignoreFailure(send(uri(), form(host)));
			assert.ok(requests('PUT') > 0);
			assert.equal(lists(), 0);
		});
	}

	test('is sent all the same where the list of sources does not come, for which nobody waits twice', async () => {
		tenant().sample.fault({ operation: 'listSources' }, { kind: 'stall' }, Infinity);
		const document = await write(uri(), form(host));
		const timeToSave = async () => {
			const begun = performance.now();
			assert.ok(await document.save());
			return performance.now() - begun;
		};
		const first = await timeToSave();
		assert.equal(stored(), form(host));
		await write(uri(), form());
		assert.ok((await timeToSave()) < first / 2);
		assert.equal(lists(), 1);
	});

	test('is asked about again once the list that came late is there', async () => {
		const late = 12_000; // Later than a save waits.
		tenant().sample.onRequest = ({ operation }) => {
			tenant().sample.latency = operation === 'listSources' ? late : 0;
		};
		const document = await write(uri(), form(port));
		assert.ok(await document.save());
		tenant().sample.onRequest = undefined;
		tenant().sample.latency = 0;
		const sources = await vscode.commands.executeCommand<readonly unknown[]>(
			'iscConnectors.connector.sources',
			{ tenant: tenant().id, scriptName: connector },
		);
		assert.equal(sources.length, 2);
		await write(uri(), form());
		assert.equal(await document.save(), false);
		assert.equal(stored(), form(port));
	});

	teardown(closeEditors);
});
