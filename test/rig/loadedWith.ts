import fs from 'node:fs';

/** The files of the package that are loaded with one of them, without those that it may load later. */
export function loadedWith(entry: string): readonly string[] {
	const loaded = new Set([entry]);
	for (const file of loaded) {
		const script = fs.readFileSync(`dist/${file}`, 'utf8');
		for (const [, name] of script.matchAll(/(?<!then\(\(\)=>[\w$]*\(?)require\("\.\/([^"]+)"\)/g)) {
			loaded.add(String(name));
		}
	}
	return [...loaded];
}
