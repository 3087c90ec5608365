import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import * as vscode from 'vscode';
import { scheme, type DocumentPart } from '../../src/core/remote/documentPath';
import { placeUri, toUri } from '../../src/documents/documentUri';
import {
	startSampleTenant,
	type SampleTenant,
	type SampleTenantOptions,
} from '../../src/sample/server/sampleTenant';

export interface AddedTenant {
	readonly id: string;
	readonly name: string;
	readonly sample: SampleTenant;
}

/** Starts a sample tenant and adds it the way another extension would. */
export async function addTenant(
	options: SampleTenantOptions = {},
	more: { readonly access?: 'live' | 'ask' | 'read-only'; readonly version?: 'v2025' } = {},
): Promise<AddedTenant> {
	const sample = await startWhereNobodyWas(options);
	const added = await vscode.commands.executeCommand<{ id: string; name: string }>(
		'iscConnectors.tenant.add',
		{
			name: `Tenant ${new URL(sample.url).port}`,
			url: sample.url,
			clientId: sample.clientId,
			clientSecret: sample.clientSecret,
			...more,
		},
	);
	return { ...added, sample };
}

/** Also where no sample tenant of another test was, whose port the system may give away again. */
async function startWhereNobodyWas(options: SampleTenantOptions): Promise<SampleTenant> {
	const sample = await startSampleTenant(options);
	const folder = placeUri(new URL(sample.url).host, { kind: 'tenant' });
	const isKnown = await vscode.workspace.fs.stat(folder).then(
		() => true,
		() => false,
	);
	if (!isKnown) {
		return sample;
	}
	const other = await startWhereNobodyWas(options); // Before the port is free again.
	await sample.stop();
	return other;
}

/** Gives a suite a tenant of its own; every test leaves its editors closed and its tenant without faults. */
export function useTenant(options: SampleTenantOptions = {}): () => AddedTenant {
	let tenant: AddedTenant;
	suiteSetup(async () => {
		tenant = await addTenant(options);
	});
	setup(() => {
		tenant.sample.clearFaults();
		tenant.sample.forgetRequests();
		tenant.sample.latency = 0;
	});
	teardown(closeEditors);
	suiteTeardown(() => tenant.sample.stop());
	return () => tenant;
}

/** In a suite, what other programs write is sent without a question, as people may set it. */
export function letProgramsWrite(): void {
	suiteSetup(() => set('save.byPrograms', 'send'));
	suiteTeardown(() => set('save.byPrograms', undefined));
}

/** Changes a setting of the extension, or takes the change back. */
export function set(setting: string, value: unknown): Promise<void> {
	return setInVSCode(`iscConnectors.${setting}`, value);
}

/** Changes a setting by its whole name. One that is as wanted stays: each change keeps VS Code busy for a quarter of a second. */
export async function setInVSCode(name: string, value: unknown): Promise<void> {
	const settings = vscode.workspace.getConfiguration();
	if (!isDeepStrictEqual(settings.inspect(name)?.globalValue, value)) {
		await settings.update(name, value, vscode.ConfigurationTarget.Global);
	}
}

/** Throws away what was not saved: no editor of a test may reach into the next. */
export async function closeEditors(): Promise<void> {
	const ours = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === scheme);
	for (const document of ours.filter(({ isDirty }) => isDirty)) {
		await vscode.window.showTextDocument(document);
		// Also where the tenant is not there any more, so that its text cannot be read again.
		await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
	}
	await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export function uriOf({ id }: AddedTenant, scriptName: string, part: DocumentPart): vscode.Uri {
	return toUri({ tenant: id, scriptName, part });
}

export function folderOf({ id }: AddedTenant, scriptName?: string): vscode.Uri {
	return placeUri(id, scriptName === undefined ? { kind: 'tenant' } : { kind: 'connector', scriptName });
}

/** Opens a document in an editor. */
export async function open(uri: vscode.Uri): Promise<vscode.TextDocument> {
	const document = await vscode.workspace.openTextDocument(uri);
	await vscode.window.showTextDocument(document, { preview: false });
	return document;
}

/** Types into an open document. */
export async function insert(
	document: vscode.TextDocument,
	text: string,
	at = new vscode.Position(0, 0),
): Promise<void> {
	const edit = new vscode.WorkspaceEdit();
	edit.insert(document.uri, at, text);
	assert.ok(await vscode.workspace.applyEdit(edit));
	assert.ok(document.isDirty);
}

/** Types at the end of an open document. */
export function append(document: vscode.TextDocument, text: string): Promise<void> {
	return insert(document, text, document.lineAt(document.lineCount - 1).range.end);
}

/** What the tenant was asked, as method and path without the version. */
export function asked({ sample }: AddedTenant): string[] {
	return sample.requests.map(({ method, path }) => `${method} ${path.replace(/^\/v2024\/connectors/, '')}`);
}

/** What changes a tenant, among what it was asked. */
export const changing = /^(PUT|PATCH|POST|DELETE) (?!.*\/oauth\/token)/;

/** Waits until `condition` holds. */
export async function until(condition: () => boolean, what: string, patience = 10_000): Promise<void> {
	for (let waited = 0; !condition(); waited += 20) {
		assert.ok(waited < patience, `waited in vain until ${what}`);
		await new Promise(resolve => setTimeout(resolve, 20));
	}
}

/** Long enough for a request that should not be made to be seen. */
export function aMoment(): Promise<void> {
	return new Promise(resolve => setTimeout(resolve, 300));
}
