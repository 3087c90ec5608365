import * as vscode from 'vscode';
import { ReadOnlyError } from '../../core/api/errors';
import { sampleProductionId, sampleTenantId } from '../../core/api/tenant';
import { placeUri, toUri } from '../../documents/documentUri';
import { UserError } from '../../messages/userError';
import { northwind } from '../../sample/northwind';
import { commandTitle } from '../ask/commandTitle';
import { showForm } from '../connector/previewCommands';
import { openDocument } from '../find/opening';
import { revealToo } from '../find/revealing';
import type { Studio } from '../studio';
import { isWalkthrough } from './walkthrough';

const id = { tenant: sampleTenantId, scriptName: northwind.scriptName, part: 'source-config' } as const;
const folder = placeUri(sampleTenantId, { kind: 'connector', scriptName: northwind.scriptName });

/** Attributes of a field of the form: what stands before the value, and the value. */
const fieldType = /(<Field name="apiVersion"[^>]*? type=")([^"]*)/;
const defaultValue = /(<Field name="apiVersion"[^>]*? defaultValue=")([^"]*)/;
/** The options of that field. */
const versions = ['v1', 'v2', 'latest'];

const restore = 'iscConnectors.document.restoreVersion';

/** What the buttons of the walkthrough do, all of it in the sample tenants. */
export class WalkthroughActions {
	constructor(private readonly studio: Studio) {}

	async run(name: string): Promise<void> {
		await this.showSample();
		switch (name) {
			case 'form':
				await this.open();
				return showForm(this.studio, folder);
			case 'break':
				return this.misspell();
			case 'change':
				return this.change();
			case 'colleague':
				return this.saveAsColleague();
			case 'compare':
				return this.compare();
			default:
				throw new Error(`The walkthrough has no action "${name}".`);
		}
	}

	/** Shows the sample tenant, and the connector that everything happens to. */
	private async showSample(): Promise<void> {
		const { tenants, tree } = this.studio;
		await tenants.showSample(sampleTenantId);
		const node = () => tree.connectorNode(sampleTenantId, northwind.scriptName);
		await revealToo(this.studio, node, { expand: true, select: true, focus: false });
	}

	private async misspell(): Promise<void> {
		await this.write(fieldType, 'selct');
		void vscode.window.showInformationMessage(vscode.l10n.t('Select a fix from the light bulb.'));
	}

	private async change(): Promise<void> {
		const { document } = await this.open();
		await this.write(fieldType, valueIn(document.getText(), fieldType) === 'radio' ? 'select' : 'radio');
		void vscode.window.showInformationMessage(
			vscode.l10n.t('Save, then select the version in the History view.'),
		);
	}

	/** Changes a line in the sample tenant that the editor has changed, too: in the editor first, unless somebody has. */
	private async saveAsColleague(): Promise<void> {
		const { document } = await this.open();
		const sample = await this.studio.tenants.startSample(sampleTenantId);
		const stored = new TextDecoder().decode(sample.connector(northwind.scriptName).sourceConfig);
		const before = valueIn(stored, defaultValue);
		if (!document.isDirty || valueIn(document.getText(), defaultValue) === before) {
			await this.write(defaultValue, otherThan(before));
		}
		const mine = valueIn(document.getText(), defaultValue);
		// Not what the editor has begun with: a second press would take the colleague's change back.
		const base = this.studio.documents.get(id).baseBytes;
		const theirs = otherThan(mine, base ? valueIn(new TextDecoder().decode(base), defaultValue) : before);
		sample.change(northwind.scriptName, connector => {
			connector.sourceConfig = new TextEncoder().encode(stored.replace(defaultValue, `$1${theirs}`));
		});
		void vscode.window.showInformationMessage(
			vscode.l10n.t('A colleague has saved the same line. Save, too.'),
		);
	}

	private async compare(): Promise<void> {
		await this.studio.tenants.showSample(sampleProductionId);
		await vscode.commands.executeCommand('iscConnectors.connector.compareWithTenant', {
			tenant: sampleTenantId,
			scriptName: northwind.scriptName,
			otherTenant: sampleProductionId,
		});
	}

	/** Where it is open already, or else beside the walkthrough: VS Code opens nothing beside one that is narrow. */
	private open(): Promise<vscode.TextEditor> {
		const uri = toUri(id);
		const { all, activeTabGroup } = vscode.window.tabGroups;
		const { viewColumn } =
			all.find(({ tabs }) => tabs.some(tab => isOf(tab, uri))) ??
			all.find(({ activeTab }) => activeTab && !isWalkthrough(activeTab)) ??
			activeTabGroup;
		return openDocument(this.studio, id, { viewColumn });
	}

	/** Writes a value into the editor, unsaved, and selects it. */
	private async write(attribute: RegExp, value: string): Promise<void> {
		const { document, viewColumn } = await this.open();
		if (this.studio.tenants.getNow(sampleTenantId)?.access === 'read-only') {
			throw new ReadOnlyError(sampleTenantId);
		}
		const [, before = '', old = ''] = find(document.getText(), attribute);
		const start = document.getText().search(attribute) + before.length;
		const edit = new vscode.WorkspaceEdit();
		edit.replace(document.uri, rangeAt(document, start, old.length), value);
		if (!(await vscode.workspace.applyEdit(edit))) {
			throw new Error('VS Code has not applied the edit of the walkthrough');
		}
		const selection = rangeAt(document, start, value.length);
		await vscode.window.showTextDocument(document, { selection, ...(viewColumn && { viewColumn }) });
	}
}

function isOf({ input }: vscode.Tab, uri: vscode.Uri): boolean {
	return input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
}

function valueIn(text: string, attribute: RegExp): string {
	return find(text, attribute)[2] ?? '';
}

/** @throws UserError if somebody has removed it */
function find(text: string, attribute: RegExp): RegExpExecArray {
	const found = attribute.exec(text);
	if (!found) {
		throw new UserError(
			vscode.l10n.t(
				'The walkthrough needs the field apiVersion. Undo its removal, or restore a version of source-config.xml that has it.',
			),
			{ help: { title: `${commandTitle(restore)}…`, command: restore, arguments: [toUri(id)] } },
		);
	}
	return found;
}

function otherThan(...values: readonly string[]): string {
	return versions.find(version => !values.includes(version)) ?? '';
}

function rangeAt(document: vscode.TextDocument, start: number, length: number): vscode.Range {
	return new vscode.Range(document.positionAt(start), document.positionAt(start + length));
}
