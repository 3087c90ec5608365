import path from 'node:path';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser';
import type { Ending, HostRun } from './hostTests';
import { tail } from './processGroup';
import { installRig } from './rigInstall';
import { still } from './still';
import { startServer } from './vscodeServer';
import { workbenchUrl } from './workbenchUrl';

/** Runs suites in the extension host of a VS Code server, whose window is a page in a browser nobody sees. */
export async function runInServer(run: HostRun): Promise<Ending> {
	const rig = await installRig(run.version, console.log);
	const stable = await installRig('stable', console.log);
	const { folder, settings, env } = run;
	const server = await startServer({ rig, folder, mode: 'tests', settings, env });
	const browser = await launchBrowser(stable);
	try {
		// Small and still, because nobody looks: painting is what such a window does most of the time.
		const page = await browser.newPage({ viewport: { width: 480, height: 320 }, reducedMotion: 'reduce' });
		await page.addInitScript(still);
		const messages: string[] = [];
		page.on('console', message => {
			if (message.type() === 'error') {
				messages.push(`[page] ${message.text().split('\n', 1).join().slice(0, 300)}`);
			}
		});
		const crash = new Promise<void>(resolve => page.once('crash', () => resolve()));
		const exit = testExit(page);
		const url = workbenchUrl(server.port, {
			workspace: run.workspace,
			tests: { extension: run.extensionPath, suites: run.testsPath },
		});
		await page.goto(url);
		const why = await Promise.race([
			exit.then(code => `VS Code ended the run with code ${code}`),
			crash.then(() => 'the page crashed'),
			server.ended.then(() => 'the server ended'),
			run.timeIsUp.then(() => `it took longer than ${run.limit / 1000} s`),
		]);
		if (run.result().done) {
			return { why, log: '' };
		}
		const log = tail(server.log(), 20) + '\n' + tail(messages.join('\n'), 10);
		const picture = path.resolve('out/pictures', `FAIL-host-${run.version}.png`);
		const taken = await page.screenshot({ path: picture, timeout: 5000 }).catch(() => undefined);
		return { why, log, picture: taken && path.relative('.', picture) };
	} finally {
		await browser.close();
		await server.stop();
	}
}

/** The functions that a window with the test driver calls at the end of a run and for what the suites print. */
async function testExit(page: Page): Promise<number> {
	await page.exposeFunction('codeAutomationLog', () => undefined);
	return new Promise((resolve, reject) => {
		page.exposeFunction('codeAutomationExit', (code: number) => resolve(code)).catch(reject);
	});
}
