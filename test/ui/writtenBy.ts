import fs from 'node:fs';
import path from 'node:path';
import type { OpenWorkbench } from './openWorkbench';

/** Everything that a session has written: files of the machine, and what the browser keeps for the window. */
export async function writtenBy({ folder, page }: OpenWorkbench): Promise<Map<string, string>> {
	const files = fs
		.readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter(file => !file.startsWith(path.join('extensions', 'connectorstudio')))
		.map(file => path.join(folder, file))
		.filter(file => fs.statSync(file).isFile());
	const all = new Map(files.map(file => [file, fs.readFileSync(file, 'latin1')]));
	all.set('the browser', JSON.stringify(await page.context().storageState({ indexedDB: true })));
	return all;
}
