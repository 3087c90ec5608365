import assert from 'node:assert/strict';
import v8 from 'node:v8';
import * as vscode from 'vscode';
import { freshForReading } from '../../src/core/remote/remoteDocument';
import {
	aMoment,
	asked,
	closeEditors,
	folderOf,
	insert,
	letProgramsWrite,
	open,
	uriOf,
	useTenant,
} from './studio';

const many = 10;
/** Of the text of each document. */
const characters = 200_000;

suite('Documents that no editor shows any more', () => {
	const tenant = useTenant({ connectors: many + 60, rateLimit: false });
	letProgramsWrite();
	let uris: readonly vscode.Uri[];
	/** How many texts are held beyond those of the tenant: while editors show the documents, and after they were closed. */
	let [shown, closed] = [0, 0];
	const states = new Map<vscode.Uri, vscode.FileStat>();
	/** The language has fetched the texts of one when another program writes one of those; of the other, only the tree has its detail. */
	const [fetched, listed] = ['servicenow-saas', 'active-directory-angularsc'];

	suiteSetup(async function () {
		this.timeout(240_000);
		const { sample } = tenant();
		const names = (await vscode.workspace.fs.readDirectory(folderOf(tenant()))).map(([name]) => name);
		uris = names
			.filter(name => !name.includes('angularsc') && name !== fetched)
			.slice(0, many)
			.map(name => {
				const text = `<!-- ${name} ${`${'x'.repeat(99)}\n`.repeat(characters / 100)} -->\n<CorrelationConfig/>\n`;
				sample.change(name, each => (each.correlationConfig = Buffer.from(text)));
				return uriOf(tenant(), name, 'correlation-config');
			});
		await hover(await open(uriOf(tenant(), fetched, 'translations/de')));
		await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folderOf(tenant(), listed), 'translations'));
		for (const scriptName of [fetched, listed]) {
			const english = uriOf(tenant(), scriptName, 'translations/en');
			await vscode.workspace.fs.writeFile(english, Buffer.from('ShortDesc=Newest of all\n'));
			await vscode.workspace.fs.stat(english); // What the tenant made of it is looked at then.
		}
		await closeEditors();
		const before = heldTexts();
		for (const uri of uris) {
			// What an extension opens, VS Code keeps for minutes.
			await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
			states.set(uri, await vscode.workspace.fs.stat(uri));
		}
		shown = heldTexts() - before;
		await closeEditors();
		closed = shown;
		// A text is let go between one and two such times after it was read. To count before would only hold up the whole host.
		for (let looked = 0; closed > 0 && looked < 40; looked++) {
			await new Promise(resolve => setTimeout(resolve, looked === 0 ? 2 * freshForReading : 2000));
			closed = heldTexts() - before;
		}
	});

	async function hover(document: vscode.TextDocument): Promise<string> {
		const at = document.positionAt(document.getText().indexOf('ShortDesc') + 1);
		const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
			'vscode.executeHoverProvider',
			document.uri,
			at,
		);
		return hovers
			.flatMap(({ contents }) => contents as vscode.MarkdownString[])
			.map(({ value }) => value)
			.join('\n');
	}

	test('leave no bytes in memory', () => {
		assert.ok(shown >= many, `${shown} texts while they are open`);
		assert.ok(closed <= 0, `${closed} texts of ${shown}`);
	});

	test('are the same file for VS Code when it asks again, which costs one request each', async () => {
		for (const uri of uris.slice(0, 5)) {
			assert.deepEqual(await vscode.workspace.fs.stat(uri), states.get(uri));
			await vscode.workspace.fs.readFile(uri);
		}
		assert.deepEqual(
			asked(tenant()),
			uris.slice(0, 5).map(({ path }) => `GET ${path.replace('.xml', '')}`),
		);
	});

	test('are saved over nothing that a colleague has changed meanwhile', async () => {
		const [, , , , , , uri] = uris;
		assert.ok(uri);
		const scriptName = uri.path.split('/')[1] ?? '';
		const document = await open(uri);
		assert.deepEqual(await vscode.workspace.fs.stat(uri), states.get(uri));
		await insert(document, '<!-- mine -->');
		const theirs = Buffer.from(document.getText().replace('<!-- mine -->', '').replace(' -->', '!-->'));
		tenant().sample.change(scriptName, each => (each.correlationConfig = theirs));
		tenant().sample.forgetRequests();
		assert.equal(await document.save(), false);
		assert.ok(document.isDirty);
		assert.deepEqual(
			asked(tenant()).filter(each => each.includes('correlation')),
			[`GET /${scriptName}/correlation-config`],
		);
		assert.deepEqual(Buffer.from(tenant().sample.connector(scriptName).correlationConfig), theirs);
	});

	for (const [scriptName, requests] of [
		[fetched, []],
		[listed, [`GET /${listed}`, `GET /${listed}/translations/de`]],
	] as const) {
		test(`count with the text that was read last: ${scriptName}`, async () => {
			// VS Code still has the document that an extension has opened before.
			const document = await open(uriOf(tenant(), scriptName, 'translations/de'));
			assert.match(await hover(document), /\[Newest of all\]/);
			await aMoment();
			assert.deepEqual([...asked(tenant())].sort(), requests);
		});
	}
});

/** How many arrays of bytes there are in the extension host that are as long as a text of this suite. */
function heldTexts(): number {
	return v8
		.queryObjects(Uint8Array, { format: 'summary' })
		.map(summary => Number(/ (\d+) more (?:bytes|items)/.exec(summary)?.[1]))
		.filter(length => Math.abs(length - characters) < 1000).length;
}
