import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../rig/browser';
import { installRig } from '../rig/rigInstall';
import { still } from '../rig/still';
import { type Settings, testSettings } from '../rig/userSettings';
import { vsix } from '../rig/steps/packageStep';
import { startServer, type VSCodeServer } from '../rig/vscodeServer';
import { workbenchUrl } from '../rig/workbenchUrl';
import { Workbench } from './workbench';

export interface WorkbenchOptions {
	readonly settings?: Settings;
	readonly env?: NodeJS.ProcessEnv;
	/** Folders of further extensions. */
	readonly besides?: readonly string[];
	/** The folder to open; without one the window is empty. */
	readonly folder?: string;
	/** In pixels as a page counts them, and how many of a picture's there are to each. */
	readonly size?: { readonly width: number; readonly height: number; readonly scale: number };
	/** What VS Code speaks, by its code; its own words stay English without a language pack. */
	readonly language?: string;
}

/** A VS Code window together with the server and the browser behind it. */
export class OpenWorkbench extends Workbench {
	constructor(
		page: Page,
		private readonly server: VSCodeServer,
		/** What VS Code writes on the machine. */
		readonly folder: string,
		private readonly shut: () => Promise<void>,
	) {
		super(page);
	}

	/** Adds to the user settings and reloads the window, which does not watch them. */
	async changeSettings(settings: Settings): Promise<void> {
		this.server.changeSettings(settings);
		await this.reload();
	}

	/** Opens one more window of the same VS Code. */
	async anotherWindow(): Promise<Workbench> {
		const window = new Workbench(await this.page.context().newPage());
		await window.open(workbenchUrl(this.server.port));
		return window;
	}

	/** Ends the extension host without warning, and reloads the window, as VS Code asks people to then. */
	async breakOff(): Promise<void> {
		this.server.killExtensionHost();
		await this.reload();
	}

	close(): Promise<void> {
		return this.shut();
	}
}

/**
 * What comes with VS Code and meets connectors, their documents, the settings or the colours of a window. Half of what a window's
 * server does at its start is to read and begin the others, beside which the host tests run.
 */
const builtIn = [
	...['configuration-editing', 'css', 'emmet', 'html', 'html-language-features', 'ini', 'javascript', 'json'],
	...['json-language-features', 'search-result', 'theme-defaults', 'theme-seti', 'xml'],
];

/** Opens VS Code with the packaged extension installed. */
export async function openWorkbench(options: WorkbenchOptions = {}): Promise<OpenWorkbench> {
	const rig = await installRig('stable', console.log);
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-ui-'));
	const cleanUp = [
		() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
	] as (() => unknown)[];
	const shut = async () => {
		for (const step of cleanUp.splice(0).reverse()) {
			await step();
		}
	};
	try {
		const server = await startServer({
			rig,
			folder,
			mode: 'person',
			settings: { ...testSettings, 'iscConnectors.walkthrough.openOnFirstUse': false, ...options.settings },
			extension: vsix,
			builtIn,
			...(options.besides && { besides: options.besides }),
			...(options.env && { env: options.env }),
		});
		cleanUp.push(() => server.stop());
		const browser = await launchBrowser(rig);
		cleanUp.push(() => browser.close());
		const { width, height, scale } = options.size ?? { width: 1280, height: 800, scale: 1 };
		const context = await browser.newContext({
			viewport: { width, height },
			deviceScaleFactor: scale,
			reducedMotion: 'reduce',
			extraHTTPHeaders: { 'accept-encoding': 'identity' }, // On one machine, packing costs more than it saves.
		});
		context.setDefaultTimeout(30_000);
		await context.addInitScript(still);
		if (options.language !== undefined) {
			await context.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(options.language)};`);
		}
		const workbench = new OpenWorkbench(await context.newPage(), server, folder, shut);
		await workbench.open(workbenchUrl(server.port, { folder: options.folder }));
		return workbench;
	} catch (error) {
		await shut();
		throw error;
	}
}
