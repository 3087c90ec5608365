import fs from 'node:fs';
import path from 'node:path';
import { kilobytes, type Figure } from '../figure';

/** What the packaged extension loads at activation, and what only when it is first used. */
export function measureBundles(): Figure[] {
	return fs
		.readdirSync('dist')
		.filter(file => file.endsWith('.js'))
		.map(file => {
			const isMain = file === 'extension.js';
			return {
				what: `dist/${file}, loaded ${isMain ? 'at activation' : 'when first used'}`,
				value: kilobytes(fs.statSync(path.join('dist', file)).size),
				...(isMain && { target: 'at most 70 KB' }),
			};
		});
}
