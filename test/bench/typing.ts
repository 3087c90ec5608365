import fs from 'node:fs';
import * as vscode from 'vscode';
import { startSampleTenant } from '../../src/sample/server/sampleTenant';
import { errorText } from '../rig/testResult';
import { extensionTime, type ExtensionTime } from './extensionTime';
import { largeForm } from './largeForm';

const scriptName = 'jdbc-angularsc';
/** About as many bytes as the largest real document has, and as many elements. */
const [sections, fields] = [76, 58];
const more = ' type="text" required="false"';
const keystrokes = 15;
/** Milliseconds after which everything has been done that follows a keystroke. */
const calm = 1500;

/** What VS Code calls in its extension host: types in a form of 312 KB, and writes the times to the file that the environment names. */
export async function run(): Promise<void> {
	const result = { name: 'typing can be measured', ok: true, ms: 0 };
	try {
		const times = await typed();
		fs.writeFileSync(process.env['ISC_BENCH_TYPING'] ?? '', JSON.stringify(times));
		finish(result);
	} catch (error) {
		finish({ ...result, ok: false, error: errorText(error) });
		throw error;
	}
}

function finish(result: object): void {
	fs.writeFileSync(process.env['ISC_RIG_RESULT'] ?? '', JSON.stringify({ done: true, results: [result] }));
}

async function typed(): Promise<readonly ExtensionTime[]> {
	const sample = await startSampleTenant({ rateLimit: false });
	try {
		sample.change(scriptName, connector => {
			connector.sourceConfig = Buffer.from(largeForm(sections, fields, more));
			connector.translations.en = Buffer.from(labels());
		});
		const { url, clientId, clientSecret } = sample;
		const { id } = await vscode.commands.executeCommand<{ id: string }>('iscConnectors.tenant.add', {
			name: 'typing',
			url,
			clientId,
			clientSecret,
		});
		const path = `/${scriptName}/source-config.xml`;
		const uri = vscode.Uri.from({ scheme: 'isc-connector', authority: id, path });
		const editor = await vscode.window.showTextDocument(uri);
		const { document } = editor;
		const label = 'displayName="';
		const text = document.getText();
		const place = document.positionAt(text.indexOf(label, text.length / 2) + label.length);
		editor.selection = new vscode.Selection(place, place);
		editor.revealRange(editor.selection);
		const { extensionPath = '' } =
			vscode.extensions.getExtension('connectorstudio.isc-connector-studio') ?? {};
		await new Promise(resolve => setTimeout(resolve, 2 * calm));
		const times: ExtensionTime[] = [];
		for (let round = 0; round < keystrokes; round++) {
			const time = await extensionTime(extensionPath, async () => {
				await vscode.commands.executeCommand('type', { text: 'x' });
				await new Promise(resolve => setTimeout(resolve, calm));
			});
			times.push(time);
		}
		return times.slice(5); // What runs for the first times is not compiled yet.
	} finally {
		await sample.stop();
	}
}

function labels(): string {
	const keys = [
		'menuLabel',
		...Array.from({ length: sections }, (_, section) => `sectionLabel_${section}`),
		...Array.from({ length: fields }, (_, field) => `L${field}`),
	];
	return keys.map(key => `${key}=Text of ${key}\n`).join('');
}
