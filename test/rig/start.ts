// Opens VS Code with the extension as it is in this folder, and with its sample tenant.
//   node out/rig/start.js [--browser]
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { displayOfThisMachine, wayToVSCode } from './desktop';
import { spawnGroup } from './processGroup';
import { installRig } from './rigInstall';
import { addSettings } from './userSettings';
import { startServer } from './vscodeServer';

const settings = {
	'chat.disableAIFeatures': true,
	'files.autoSave': 'off',
	'iscConnectors.sampleTenant.enabled': true,
	'security.workspace.trust.enabled': false,
	'telemetry.telemetryLevel': 'off',
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.startupEditor': 'none',
};

/** Kept between starts. */
const folder = path.resolve('.vscode-test/start');

async function startOnDesktop(): Promise<void> {
	const program = await downloadAndUnzipVSCode('stable');
	const userData = path.join(folder, 'desktop');
	addSettings(path.join(userData, 'User'), settings);
	const { child } = spawnGroup(
		program,
		[
			`--extensionDevelopmentPath=${process.cwd()}`,
			...['--user-data-dir', userData, '--extensions-dir', path.join(folder, 'extensions')],
			...['--skip-welcome', '--skip-release-notes', '--disable-updates', '--new-window', '--wait'],
		],
		{ stdio: 'inherit' },
	);
	console.log('VS Code opens with the extension; close its window or press Ctrl+C here to end.');
	await once(child, 'exit');
}

async function startInBrowser(): Promise<void> {
	const rig = await installRig('stable', console.log);
	const port = (await isFree(8123)) ? 8123 : 0;
	const server = await startServer({ rig, folder, mode: 'person', settings, extension: '.', port });
	console.log(`Open http://localhost:${server.port}/?ew=true in a browser. Ctrl+C ends VS Code.`);
	const interrupted = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
	await Promise.race([server.ended.then(() => Promise.reject(new Error(server.log()))), interrupted]);
	await server.stop();
}

function isFree(port: number): Promise<boolean> {
	const probe = createServer();
	return new Promise(resolve => {
		probe.once('error', () => resolve(false));
		probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
	});
}

async function main(): Promise<void> {
	const inBrowser =
		process.argv.includes('--browser') ||
		displayOfThisMachine() !== 'real' ||
		(await wayToVSCode()) === 'server';
	await (inBrowser ? startInBrowser() : startOnDesktop());
}

main().then(
	() => process.exit(),
	(error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exit(1);
	},
);
