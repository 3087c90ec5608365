import { fetchStableVersions } from '@vscode/test-electron/out/download';
import fs from 'node:fs';
import path from 'node:path';
import { type ProcessGroup, spawnGroup } from './processGroup';
import { rigRunsOn } from './rigInstall';

/** A desktop VS Code from its own download host, or a server out of npm packages with a browser. */
export type Way = 'electron' | 'server';

/** How to get a VS Code on this machine; `ISC_RIG` decides, if set to one of the two. */
export async function wayToVSCode(): Promise<Way> {
	const forced = process.env['ISC_RIG'];
	if (forced === 'electron' || forced === 'server') {
		return forced;
	}
	if (displayOfThisMachine() !== 'none' && (await doesDownloadHostAnswer())) {
		return 'electron';
	}
	if (rigRunsOn(process)) {
		return 'server';
	}
	throw new Error(
		'VS Code cannot be downloaded from here; without a download, the tests run on Linux x64 only.',
	);
}

/** What a desktop VS Code can show its windows on. */
export function displayOfThisMachine(): 'real' | 'virtual' | 'none' {
	if (process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']) {
		return 'real';
	}
	const folders = process.env['PATH']?.split(path.delimiter) ?? [];
	return folders.some(folder => fs.existsSync(path.join(folder, 'Xvfb'))) ? 'virtual' : 'none';
}

async function doesDownloadHostAnswer(): Promise<boolean> {
	try {
		return (await fetchStableVersions(true, 3000)).length > 0;
	} catch {
		return false;
	}
}

/** Starts a display that nobody sees, on the first free number. */
export async function startVirtualDisplay(): Promise<{ display: string } & Pick<ProcessGroup, 'stop'>> {
	const { child, stop } = spawnGroup('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24'], {
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	const number = await new Promise<string>((resolve, reject) => {
		child.once('error', reject);
		child.once('exit', code => reject(new Error(`Xvfb ended with ${code ?? 'a signal'}`)));
		child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
	});
	return { display: `:${number}`, stop };
}
