import fs from 'node:fs';
import path from 'node:path';
import { type ProcessGroup, runProgram, spawnGroup } from './processGroup';
import type { Rig } from './rigInstall';
import { addSettings, type Settings } from './userSettings';

export interface ServerOptions {
	readonly rig: Rig;
	/** Holds everything the server writes: user data, extensions, a home folder. What is there already stays. */
	readonly folder: string;
	/**
	 * `tests`: runs suites in the extension host; shows neither toasts nor modal dialogs.
	 * `person`: everything shows as it does for a person, and secrets survive a reload.
	 */
	readonly mode: 'tests' | 'person';
	readonly settings?: Settings;
	readonly env?: NodeJS.ProcessEnv;
	/** An extension to install: its folder, or a .vsix. */
	readonly extension?: string | undefined;
	/** Folders of further extensions. */
	readonly besides?: readonly string[];
	/** Which of the extensions that come with VS Code there are; all, if nothing is said. */
	readonly builtIn?: readonly string[] | undefined;
	readonly port?: number;
}

export interface VSCodeServer {
	readonly port: number;
	/** Settles when the server has ended, whatever ended it. */
	readonly ended: Promise<void>;
	/** What the server has printed so far. */
	log(): string;
	/** Ends the extension host without warning, as a crash does. */
	killExtensionHost(): void;
	/** Adds to the user settings; a window takes them over when it is loaded the next time. */
	changeSettings(settings: Settings): void;
	stop(): Promise<void>;
}

/** Starts a VS Code server and waits until it listens. */
export async function startServer(options: ServerOptions): Promise<VSCodeServer> {
	const { rig, folder, mode, port = 0 } = options;
	const changeSettings = (settings: Settings) => {
		addSettings(path.join(folder, 'data/User'), settings);
		// A window on a server takes settings of the scope "machine" from the machine's file only.
		const own = Object.entries(settings).filter(([name]) => name.startsWith('iscConnectors.'));
		addSettings(path.join(folder, 'data/Machine'), Object.fromEntries(own));
	};
	fs.mkdirSync(path.join(folder, 'home'), { recursive: true });
	changeSettings(options.settings ?? {});

	const env = { ...serverEnv(), HOME: path.join(folder, 'home'), EXTENSIONS_GALLERY: '{}', ...options.env };
	if (options.extension !== undefined) {
		await installExtensions(options.extension, options, env);
	}
	const args = mode === 'tests' ? plainServer(rig, folder, port) : wrappedServer(options);
	const server = spawnGroup(rig.node, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
	let log = '';
	server.child.stdout?.on('data', (chunk: Buffer) => (log += chunk.toString()));
	server.child.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
	const ended = new Promise<void>(resolve => server.child.once('close', () => resolve()));
	return {
		port: await listening(server, ended, () => log),
		ended,
		log: () => log,
		killExtensionHost: () => killInGroup(server.child.pid ?? 0, 'extensionHost'),
		changeSettings,
		stop: () => server.stop(),
	};
}

/** This process's environment without what would steer a VS Code or a Node inside it. */
function serverEnv(): NodeJS.ProcessEnv {
	const steers =
		/^(npm_|VSCODE_|CODE_SERVER|ELECTRON_|XDG_)|^(PORT|PASSWORD|HASHED_PASSWORD|NODE_OPTIONS|NODE_CHANNEL_FD)$/;
	return Object.fromEntries(Object.entries(process.env).filter(([name]) => !steers.test(name)));
}

const quiet = ['--disable-workspace-trust', '--disable-getting-started-override'];

function dataFolders(folder: string): string[] {
	return ['--user-data-dir', path.join(folder, 'data'), '--extensions-dir', path.join(folder, 'extensions')];
}

function plainServer(rig: Rig, folder: string, port: number): string[] {
	return [
		path.join(rig.vscode, 'out/server-main.js'),
		...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
		...['--accept-server-license-terms', '--telemetry-level', 'off', '--enable-smoke-test-driver'],
		'--disable-websocket-compression',
		...['--server-data-dir', folder, ...dataFolders(folder), ...quiet],
	];
}

function wrappedServer({ rig, folder, port = 0, builtIn }: ServerOptions): string[] {
	const optionsOfVSCode = ['disable-websocket-compression'];
	if (builtIn) {
		optionsOfVSCode.push(`builtin-extensions-dir=${folderWith(builtIn, rig, folder)}`);
	}
	return [
		rig.wrapper,
		...['--bind-addr', `127.0.0.1:${port}`, '--auth', 'none', '--config', path.join(folder, 'server.yaml')],
		...['--disable-telemetry', '--disable-update-check'],
		...optionsOfVSCode.flatMap(option => ['--vscode-option', option]),
		...dataFolders(folder),
		...quiet,
	];
}

/** A folder with some of the extensions that come with VS Code. */
function folderWith(names: readonly string[], rig: Rig, folder: string): string {
	const extensions = path.join(folder, 'built-in');
	fs.mkdirSync(extensions, { recursive: true });
	for (const name of names) {
		fs.symlinkSync(path.join(rig.vscode, 'extensions', name), path.join(extensions, name));
	}
	return extensions;
}

/** An extension is linked, so that a reload of the window shows what was built since. */
async function installExtensions(
	extension: string,
	{ rig, folder, besides = [] }: ServerOptions,
	env: NodeJS.ProcessEnv,
): Promise<void> {
	const extensions = path.join(folder, 'extensions');
	fs.rmSync(extensions, { recursive: true, force: true });
	fs.mkdirSync(extensions, { recursive: true });
	const own = extension.endsWith('.vsix') ? await installedOnce(extension, rig, env) : extension;
	[...besides, own].forEach(each => linkExtension(each, extensions));
}

/** The folder into which VS Code itself has installed a .vsix, for all windows that want it. */
async function installedOnce(vsix: string, rig: Rig, env: NodeJS.ProcessEnv): Promise<string> {
	const place = path.resolve('out/installed', String(fs.statSync(vsix).mtimeMs));
	if (!fs.existsSync(place)) {
		const building = `${place}.${process.pid}`;
		const config = ['--config', path.join(building, 'server.yaml'), ...dataFolders(building)];
		const install = ['--install-extension', path.resolve(vsix)];
		await runProgram(rig.node, [rig.wrapper, ...config, ...install], { env });
		try {
			fs.renameSync(building, place);
		} catch {
			fs.rmSync(building, { recursive: true }); // Another process was faster.
		}
	}
	const extensions = path.join(place, 'extensions');
	const names = fs
		.readdirSync(extensions)
		.filter(name => fs.existsSync(path.join(extensions, name, 'package.json')));
	return path.join(extensions, names[0] ?? '');
}

function linkExtension(extension: string, extensions: string): void {
	const manifest = JSON.parse(fs.readFileSync(path.join(extension, 'package.json'), 'utf8')) as {
		publisher: string;
		name: string;
		version: string;
	};
	const name = `${manifest.publisher}.${manifest.name}-${manifest.version}`;
	fs.symlinkSync(path.resolve(extension), path.join(extensions, name));
}

/** Ends the programs of a process group whose command line holds a word; by what Linux tells of its processes. */
function killInGroup(group: number, word: string): void {
	const pids = fs.readdirSync('/proc').filter(name => /^\d+$/.test(name));
	const found = pids.filter(pid => {
		const [stat, command] = ['stat', 'cmdline'].map(file => readIfThere(`/proc/${pid}/${file}`));
		// The fields after the name in parentheses: state, parent, group.
		const fields = (stat ?? '').slice((stat ?? '').lastIndexOf(')') + 2).split(' ');
		return Number(fields[2]) === group && (command ?? '').includes(word);
	});
	if (found.length === 0) {
		throw new Error(`No program of group ${group} is called ${word}.`);
	}
	found.forEach(pid => process.kill(Number(pid), 'SIGKILL'));
}

/** A process may end while one looks. */
function readIfThere(file: string): string | undefined {
	try {
		return fs.readFileSync(file, 'utf8');
	} catch {
		return undefined;
	}
}

/** The port that the server says it listens on. */
async function listening(server: ProcessGroup, ended: Promise<void>, log: () => string): Promise<number> {
	const port = new Promise<number>(resolve => {
		server.child.stdout?.on('data', () => {
			const match = /listening on (?:http:\/\/127\.0\.0\.1:)?(\d+)/.exec(log());
			if (match) {
				resolve(Number(match[1]));
			}
		});
	});
	let timer: NodeJS.Timeout | undefined;
	const limit = new Promise<void>(resolve => (timer = setTimeout(resolve, 60_000)));
	try {
		const answer = await Promise.race([port, ended, limit]);
		if (answer === undefined) {
			await server.stop();
			throw new Error(`The VS Code server did not start.\n${log()}`);
		}
		return answer;
	} finally {
		clearTimeout(timer);
	}
}
