import fs from 'node:fs';
import { loadedWith } from '../../rig/loadedWith';
import { kilobytes, type Figure } from '../figure';

/** What the packaged extension loads at activation, and what only when it is first used. */
export function measureBundles(): Figure[] {
	const first = loadedWith('extension.js');
	const others = fs.readdirSync('dist').filter(file => file.endsWith('.js') && !first.includes(file));
	return [
		{
			what: `dist, ${first.length} files loaded at activation`,
			value: kilobytes(bytesOf(first)),
			target: 'at most 10 KB',
		},
		...others.map(file => ({
			what: `dist/${file}, loaded when first used`,
			value: kilobytes(bytesOf([file])),
		})),
	];
}

function bytesOf(files: readonly string[]): number {
	return files.reduce((sum, file) => sum + fs.statSync(`dist/${file}`).size, 0);
}
