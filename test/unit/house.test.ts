import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

/** The files of src/, and what each imports from there: types and late imports count. */
function importsOfFiles(): ReadonlyMap<string, readonly string[]> {
	const names = fs.readdirSync('src', { recursive: true, encoding: 'utf8' });
	const files = new Set(
		names.filter(name => /\.tsx?$/.test(name)).map(name => name.replaceAll(path.sep, '/')),
	);
	const imports = new Map<string, readonly string[]>();
	for (const file of files) {
		const text = fs.readFileSync(`src/${file}`, 'utf8');
		const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']*)'/g)].map(([, found]) =>
			String(found),
		);
		const goals = specifiers.map(specifier => {
			const goal = path.posix.join(path.posix.dirname(file), specifier);
			return [goal, `${goal}.ts`, `${goal}.tsx`, `${goal}/index.ts`].find(each => files.has(each));
		});
		assert.ok(!goals.includes(undefined), `${file} imports ${specifiers.join()}`);
		imports.set(file, goals as string[]);
	}
	return imports;
}

/** Groups of files of which each leads to each other one (Tarjan's strongly connected components). */
function circles(imports: ReadonlyMap<string, readonly string[]>): readonly string[][] {
	const order = new Map<string, number>();
	const open: string[] = [];
	const found: string[][] = [];
	const visit = (file: string): number => {
		let low = order.size;
		order.set(file, low);
		open.push(file);
		for (const goal of imports.get(file) ?? []) {
			const reached = order.has(goal) ? (open.includes(goal) ? order.get(goal) : undefined) : visit(goal);
			low = Math.min(low, reached ?? low);
		}
		if (low === order.get(file)) {
			const circle = open.splice(open.indexOf(file));
			if (circle.length > 1) {
				found.push(circle.sort());
			}
		}
		return low;
	};
	for (const file of imports.keys()) {
		if (!order.has(file)) {
			visit(file);
		}
	}
	return found;
}

suite('The house', () => {
	const imports = importsOfFiles();

	test('has no circles of imports, but for the fields of a form, which hold fields', () => {
		const others = circles(imports).filter(
			files => !files.every(file => file.startsWith('pages/form/page/fields/')),
		);
		assert.deepEqual(others, []);
	});

	test('has no folder with more files than one can take in', () => {
		const folders = new Map<string, number>();
		for (const file of imports.keys()) {
			folders.set(path.dirname(file), (folders.get(path.dirname(file)) ?? 0) + 1);
		}
		assert.deepEqual(
			[...folders].filter(([, count]) => count > 20),
			[],
		);
	});

	test('has no two files of one name, but for the same part of sibling rooms', () => {
		const files = new Map<string, string[][]>();
		for (const file of imports.keys()) {
			const name = path.posix.basename(file).replace(/\.tsx?$/, '');
			files.set(name, [...(files.get(name) ?? []), path.posix.dirname(file).split('/')]);
		}
		const differences = (one: readonly string[], other: readonly string[]) =>
			one.length === other.length ? one.filter((folder, index) => folder !== other[index]).length : Infinity;
		const confusing = [...files].filter(([, [first = [], ...others]]) =>
			others.some(other => differences(first, other) > 1),
		);
		assert.deepEqual(
			confusing.map(([name]) => name),
			[],
		);
	});
});
