import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { settingChecks, type Settings } from '../../src/util/settingChecks';
import { setting } from '../../src/util/settings';
import { open, set, setInVSCode, uriOf, useTenant } from './studio';

/** Values that a settings.json can hold, and that are none of any setting. */
const nonsense: readonly unknown[] = [null, -1, 0, 1e10, '60', 'no', [], ['refuse'], { a: null }];

suite('A setting', () => {
	const tenant = useTenant({ rateLimit: false });
	const { fs } = vscode.workspace;

	for (const [index, name] of (Object.keys(settingChecks) as (keyof Settings)[]).entries()) {
		const refused = nonsense.filter(each => !settingChecks[name](each));
		test(`${name} is what it usually is where somebody has set nonsense`, async () => {
			const settings = vscode.workspace.getConfiguration('iscConnectors');
			const { defaultValue: usual, globalValue: before } = settings.inspect(name)!;
			try {
				// Two values each, all of them over all settings: VS Code takes long to change one.
				for (const value of [index, index + 4].map(each => refused[each % refused.length])) {
					await set(name, value);
					assert.deepEqual(setting(name), usual, JSON.stringify(value));
				}
			} finally {
				await set(name, before);
			}
		});
	}

	/** Each time another connector: what is known is not asked for again. */
	let count = 0;
	function freshDocument(): vscode.Uri {
		const scriptName = `fresh-setting-${++count}`;
		const { sample } = tenant();
		sample.add({ ...sample.connector('jdbc-angularsc'), scriptName, name: scriptName });
		return uriOf(tenant(), scriptName, 'source-config');
	}

	test('requestTimeout holds from the next request on, also for a tenant that was asked before', async () => {
		await fs.readFile(freshDocument());
		try {
			await set('requestTimeout', 1);
			tenant().sample.fault({ operation: 'getConnectorSourceConfig' }, { kind: 'stall' });
			await assert.rejects(Promise.resolve(fs.readFile(freshDocument())), /did not answer in time/);
			await set('requestTimeout', 2);
			tenant().sample.latency = 1300;
			await fs.readFile(freshDocument());
		} finally {
			await set('requestTimeout', undefined);
		}
	});

	for (const value of [0, -5, 'soon', null, 1e12]) {
		test(`requestTimeout may be ${JSON.stringify(value)} without harm to any request`, async () => {
			try {
				await set('requestTimeout', value);
				tenant().sample.latency = 30;
				await fs.readFile(freshDocument());
			} finally {
				await set('requestTimeout', undefined);
			}
		});
	}

	test('save.automatic that is a text sends nothing by itself', async () => {
		try {
			await set('save.automatic', 'no');
			const document = await open(freshDocument());
			await setInVSCode('files.autoSaveDelay', 100);
			await setInVSCode('files.autoSave', 'afterDelay');
			const edit = new vscode.WorkspaceEdit();
			edit.insert(document.uri, new vscode.Position(0, 0), '<!-- typed -->');
			await vscode.workspace.applyEdit(edit);
			await new Promise(resolve => setTimeout(resolve, 1000));
			assert.ok(document.isDirty);
			assert.ok(tenant().sample.requests.every(({ method }) => method !== 'PUT'));
		} finally {
			await setInVSCode('files.autoSave', 'off');
			await set('save.automatic', undefined);
		}
	});
});
