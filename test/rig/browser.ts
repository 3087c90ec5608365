import fs from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { chromiumIn } from './chromium';
import type { Rig } from './rigInstall';
import { errorText } from './testResult';

const common: LaunchOptions = {
	headless: true,
	// Ending is the process group's business, which ends everything at once.
	handleSIGINT: false,
	handleSIGTERM: false,
	handleSIGHUP: false,
	args: [
		'--no-sandbox',
		'--disable-gpu',
		'--disable-quic',
		'--disable-dev-shm-usage',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--no-first-run',
	],
};

/** Starts the rig's own Chromium or, where that does not run, one that is installed. */
export async function launchBrowser(rig: Rig): Promise<Browser> {
	const candidates: LaunchOptions[] = [
		ownChromium(rig),
		{ channel: 'chrome' },
		{ channel: 'msedge' },
		{ executablePath: '/usr/bin/chromium' },
	];
	const problems: string[] = [];
	for (const candidate of candidates) {
		try {
			return await chromium.launch({ ...common, ...candidate });
		} catch (error) {
			problems.push(errorText(error).slice(0, 1000));
		}
	}
	throw new Error(`No browser could be started.\n${problems.join('\n')}`);
}

/** On a machine without the libraries and fonts a browser needs, it uses those that come with it. */
function ownChromium(rig: Rig): LaunchOptions {
	const { program, libraries, fonts } = chromiumIn(rig.folder);
	const env: NodeJS.ProcessEnv = { ...process.env };
	if (!isLibraryInstalled('libnss3.so') || !isLibraryInstalled('libnspr4.so')) {
		env['LD_LIBRARY_PATH'] = libraries;
	}
	if (!fs.existsSync('/usr/share/fonts') || fs.readdirSync('/usr/share/fonts').length === 0) {
		env['FONTCONFIG_PATH'] = fonts;
	}
	return { executablePath: program, env };
}

function isLibraryInstalled(name: string): boolean {
	const folders = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/lib/x86_64-linux-gnu'];
	return folders.some(folder => fs.existsSync(`${folder}/${name}`));
}
