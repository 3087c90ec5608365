// Bundles the extension (dist/) and, on demand, the tests and tools (out/).
//   node esbuild.js [--production] [--watch] [--tests] [--sample-tenant]
const fs = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const flag = name => process.argv.includes(`--${name}`);
const production = flag('production');

const entry = path.resolve('src/extension.ts');
/** What is loaded before everything else that is loaded late. */
const base = path.resolve('src/browsing');

/**
 * A module that is loaded late also imports the extension's entry, so that all that activation needs is in one chunk, which
 * the others share, instead of in as many as there are late modules; and the base of what is loaded late, for the same reason.
 */
const lateImports = {
	name: 'late-imports',
	setup(build) {
		build.onResolve({ filter: /^\./ }, ({ kind, resolveDir, path: specifier }) =>
			kind === 'dynamic-import'
				? { path: path.resolve(resolveDir, specifier), namespace: 'late' }
				: undefined,
		);
		build.onLoad({ filter: /.*/, namespace: 'late' }, ({ path: file }) => ({
			contents: `${[entry, base].map(each => `import ${JSON.stringify(each)};`).join('')}\nexport * from ${JSON.stringify(file)};`,
			resolveDir: __dirname,
		}));
	},
};

/** `import files from 'folder:./connectors'`: the texts of all files in that folder, by their paths in there. */
const folderModules = {
	name: 'folder-modules',
	setup(build) {
		build.onResolve({ filter: /^folder:/ }, ({ resolveDir, path: specifier }) => ({
			path: path.resolve(resolveDir, specifier.slice('folder:'.length)),
			namespace: 'folder',
		}));
		build.onLoad({ filter: /.*/, namespace: 'folder' }, ({ path: folder }) => {
			const files = filesBelow(folder);
			const paths = files.map(file => path.join(folder, file));
			const texts = files.map((file, index) => [file, fs.readFileSync(paths[index], 'utf8')]);
			return {
				contents: JSON.stringify(Object.fromEntries(texts)),
				loader: 'json',
				watchFiles: paths,
				watchDirs: [folder, ...paths.map(path.dirname)],
			};
		});
	},
};

/**
 * The chunks as CommonJS: VS Code loads ES modules more slowly, its oldest version through a thread of their own. What would
 * be an ES module there gets no getters around its exports, nor around the API of `vscode`, which esbuild's own would.
 */
const commonJs = {
	name: 'common-js',
	setup(build) {
		build.onEnd(async ({ outputFiles = [] }) => {
			const scripts = scriptsOf(outputFiles);
			for (const { output, text, map } of scripts) {
				const { code, map: newMap } = await esbuild.transform(
					withSourceMap(withPlainExports(requiringVscode(text)), map),
					{
						format: 'cjs',
						target: common.target,
						supported: { 'dynamic-import': false },
						minify: production,
						sourcemap: map ? 'external' : false,
						sourcefile: output,
					},
				);
				fs.mkdirSync(path.dirname(output), { recursive: true });
				fs.writeFileSync(output, map ? `${code}//# sourceMappingURL=${path.basename(output)}.map\n` : code);
				if (map) {
					fs.writeFileSync(`${output}.map`, newMap);
				}
			}
		});
	},
};

/** The scripts that were built, each with its map; a chunk takes the place of the script that only passes on what it exports. */
function scriptsOf(outputFiles) {
	const scripts = outputFiles.filter(file => file.path.endsWith('.js'));
	const chunks = new Map(scripts.map(file => [path.basename(file.path), passedOnBy(file.text)]));
	const places = new Map([...chunks].filter(([, chunk]) => chunk).map(([name, chunk]) => [chunk, name]));
	const placeOf = name => places.get(chunks.get(name) ?? name) ?? name;
	return scripts
		.filter(file => !chunks.get(path.basename(file.path)))
		.map(file => ({
			output: path.resolve('dist', placeOf(path.basename(file.path))),
			text: file.text.replace(/"\.\/([^"]+\.js)"/g, (_, name) => `"./${placeOf(name)}"`),
			map: outputFiles.find(({ path }) => path === `${file.path}.map`),
		}));
}

/** The chunk whose exports are all that there is in a script, beside imports for what they do. */
function passedOnBy(code) {
	const parts = /^import (\{[^}]*\}) from "\.\/([^"]+)";\s*(?:import "[^"]+";\s*)*export (\{[^}]*\});/.exec(
		code,
	);
	return parts?.[1] === parts?.[3] ? parts?.[2] : undefined;
}

/** What chunks export is there before another one is loaded, and stays: its values will do. */
function withPlainExports(code) {
	return code
		.replace(/^export \{([^}]*)\};/m, (_, names) => {
			const properties = names.split(',').map(name => {
				const [local, exported = local] = name.trim().split(' as ');
				if (timesAssigned(code, local) > 1) {
					throw new Error(`\`${local}\` changes after other chunks have taken its value: export a function.`);
				}
				return `${exported}: ${local}`;
			});
			return `module.exports = { ${properties.join(', ')} };`;
		})
		.replace(/\bimport\(("\.\/[^"]+")\)/g, 'Promise.resolve().then(() => require($1))');
}

/** How often a variable of a chunk is given a value; one that a function declares with the same name is another one. */
function timesAssigned(code, name) {
	const escaped = name.replaceAll('$', '\\$');
	const assignment = `(?<![.\\w$]|\\b(?:let|const) )${escaped}\\s*(?:=(?![=>])|[-+*/|&?]{1,2}=|\\+\\+|--)`;
	return [...code.matchAll(new RegExp(assignment, 'g'))].length;
}

/** VS Code looks at each `require` of `vscode`, to give every extension its own: one in a chunk is enough. */
function requiringVscode(code) {
	let first;
	const plain = code.replace(/import\s*\*\s*as\s+([\w$]+)\s*from\s*"vscode";/g, (_, name) => {
		const value = first ?? 'require("vscode")';
		first ??= name;
		return `const ${name} = ${value};`;
	});
	if (/(from|import) ?"vscode"/.test(plain)) {
		throw new Error("`vscode` is imported otherwise than by `import * as vscode from 'vscode'`.");
	}
	return plain;
}

/** esbuild follows a map that stands in the text. */
function withSourceMap(code, map) {
	return map
		? `${code}\n//# sourceMappingURL=data:application/json;base64,${Buffer.from(map.contents).toString('base64')}`
		: code;
}

/** The scripts of webview pages, which run in a browser. */
const pages = {
	formPreview: 'src/pages/form/page/main.tsx',
	translationTable: 'src/pages/translations/page/main.tsx',
};

/** @type {esbuild.BuildOptions} */
const common = {
	bundle: true,
	platform: 'node',
	target: 'node20',
	format: 'cjs',
	// node-fetch and its blobs are ES modules only; `module` first lets esbuild inline them.
	mainFields: ['module', 'main'],
	// fetch-blob takes the polyfill, 60 KB of it, only where Node.js has no streams of its own: 16 and older.
	alias: { 'web-streams-polyfill/dist/ponyfill.es2018.js': 'node:stream/web' },
	plugins: [folderModules],
	logLevel: 'warning',
};

/** @type {esbuild.BuildOptions} */
const packaged = { ...common, outdir: 'dist', minify: production, sourcemap: production ? false : 'linked' };

/** @type {esbuild.BuildOptions} */
const extension = {
	...packaged,
	entryPoints: [entry],
	external: ['vscode'],
	format: 'esm',
	splitting: true,
	// The chunks get the rest one by one, when they no longer have to find each other's names.
	minify: false,
	minifySyntax: production,
	write: false,
	plugins: [folderModules, lateImports, commonJs],
};

/** @type {esbuild.BuildOptions} */
const pageScripts = {
	...packaged,
	platform: 'browser',
	// VS Code 1.100, the oldest that is supported, has Chromium 132.
	target: 'chrome132',
	format: 'iife',
	entryPoints: pages,
	jsx: 'automatic',
	jsxImportSource: 'preact',
};

function filesBelow(folder) {
	const files = fs
		.readdirSync(folder, { recursive: true })
		.filter(file => fs.statSync(path.join(folder, file)).isFile());
	return files.map(file => file.split(path.sep).join('/')).sort();
}

const testFolders = ['out/src', 'out/unit', 'out/host', 'out/ui', 'out/readme', 'out/bench'];

/** The name of a module in `out`: `unit/x` for `test/unit/x.ts`, and `src/x` for `src/x.ts`. */
const testModule = file => file.replace(/^test\/|\.tsx?$/g, '');

/** Each module of the project stays a file: suites that run in one process share it, and what is compiled and kept of it. */
const fileByFile = {
	name: 'file-by-file',
	setup(build) {
		build.onResolve({ filter: /^\.\.?\// }, async ({ path: specifier, pluginData, ...from }) => {
			if (from.kind === 'entry-point' || pluginData === fileByFile) {
				return undefined;
			}
			const { path: file } = await build.resolve(specifier, { ...from, pluginData: fileByFile });
			if (!/\.tsx?$/.test(file)) {
				return undefined;
			}
			const [own, other] = [from.importer, file].map(each => testModule(path.relative('.', each)));
			return { path: `./${path.relative(path.dirname(own), other)}.js`, external: true };
		});
	},
};

const builds = flag('sample-tenant')
	? [{ ...common, entryPoints: { sampleTenant: 'src/sample/server/serve.ts' }, outdir: 'out' }]
	: [extension, pageScripts];
if (flag('tests')) {
	builds.push({
		...common,
		entryPoints: ['src', 'test']
			.flatMap(folder => filesBelow(folder).map(file => `${folder}/${file}`))
			.filter(file => /(?<!\.d)\.tsx?$/.test(file))
			.map(file => ({ in: file, out: testModule(file) })),
		outdir: 'out',
		plugins: [folderModules, fileByFile],
		external: [
			'vscode',
			'mocha',
			'playwright-core',
			'@vscode/test-electron',
			'@vscode/l10n-dev',
			'esbuild',
			'libxml2-wasm',
		],
		sourcemap: 'inline',
		sourcesContent: false,
	});
}

async function main() {
	// What is left of files that are there no longer would be packaged, or run as a test.
	const leftovers = [...(builds.includes(extension) ? ['dist'] : []), ...(flag('tests') ? testFolders : [])];
	leftovers.forEach(folder => fs.rmSync(folder, { recursive: true, force: true }));
	if (!flag('watch')) {
		await Promise.all(builds.map(options => esbuild.build(options)));
		return;
	}
	for (const options of builds) {
		const context = await esbuild.context({
			...options,
			logLevel: 'info',
			plugins: [...options.plugins, watchMarks],
		});
		await context.watch();
	}
}

/** The lines by which the background task in .vscode/tasks.json knows when a build begins and ends. */
const watchMarks = {
	name: 'watch-marks',
	setup(build) {
		build.onStart(() => console.log('[watch] build started'));
		build.onEnd(() => console.log('[watch] build finished'));
	},
};

/** esbuild itself prints what it finds wrong in sources, but not what is found once a build has ended. */
function fail({ errors = [], message }) {
	const late = errors.filter(({ pluginName }) => pluginName === commonJs.name).map(({ text }) => text);
	for (const text of errors.length === 0 ? [message] : late) {
		console.error(text);
	}
	process.exit(1);
}

main().catch(fail);
