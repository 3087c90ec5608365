import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runHostTests } from '../../rig/hostTests';
import type { ExtensionTime } from '../extensionTime';
import { median, milliseconds, type Figure } from '../figure';

/** What follows a keystroke in a form as large as the largest real one, inside VS Code. */
export async function measureTyping(): Promise<Figure[]> {
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-bench-'));
	const file = path.join(folder, 'times.json');
	try {
		const { results } = await runHostTests({
			version: 'stable',
			extensionPath: '.',
			testsPath: 'out/bench/typing.js',
			env: { ISC_BENCH_TYPING: file },
		});
		const failure = results.find(({ ok }) => !ok);
		if (failure) {
			throw new Error(`${failure.name}: ${failure.error ?? ''}`);
		}
		const times = JSON.parse(fs.readFileSync(file, 'utf8')) as readonly ExtensionTime[];
		return [
			{
				what: 'a keystroke in a form of 312 KB: all that the extension does',
				value: milliseconds(median(times.map(({ total }) => total))),
				target: 'under 30 ms',
			},
			{
				what: 'the most of it without a pause',
				value: milliseconds(median(times.map(({ longest }) => longest))),
				target: 'under 10 ms',
			},
		];
	} finally {
		fs.rmSync(folder, { recursive: true, force: true });
	}
}
