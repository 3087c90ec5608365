// Bundles the extension (dist/) and, on demand, the tests and tools (out/).
//   node esbuild.js [--production] [--watch] [--tests] [--sample-tenant]
const fs = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const flag = name => process.argv.includes(`--${name}`);
const production = flag('production');

/**
 * What the extension loads when it is first used: bundles of their own, so that activation stays small. Modules that have
 * much in common are in one bundle: the understanding of documents, the check before a save and the pages read XML.
 */
const lazyBundles = {
	client: ['src/api/client.ts'],
	commands: ['src/commands/handlers.ts'],
	fetch: ['src/api/fetch.ts'],
	language: ['src/language/language.ts', 'src/documents/languageChecks.ts', 'src/preview/previews.ts'],
	messages: ['src/documents/messages.ts', 'src/documents/saveQuestions.ts'],
	restorePoints: ['src/documents/restorePoints.ts', 'src/util/localUser.ts'],
	sailpointCli: ['src/tenants/sailpointCli.ts'],
	saveNotices: ['src/documents/saveNotices.ts'],
	sampleTenant: ['src/sample/sampleTenant.ts'],
};

/** The scripts of webview pages, which run in a browser. */
const pages = ['src/preview/page/formPreview.tsx', 'src/preview/page/translationTable.tsx'];

/**
 * What the lazy bundles have in common with the extension's: they take it from there. A module in two bundles would be two
 * modules, and an error of the one's class no `instanceof` the other's. (The step `package` of the tests looks for that.)
 */
const sharedModules = [
	'api/accessToken',
	'api/connector',
	'api/errors',
	'api/http',
	'api/unlessMissing',
	'api/urls',
	'api/wire',
	'commands/callerError',
	'documents/documentPath',
	'documents/documents',
	'documents/documentUri',
	'documents/metadata',
	'documents/openDocuments',
	'documents/saveErrors',
	'documents/textProblem',
	'documents/versions',
	'documents/versionTexts',
	'tenants/address',
	'tenants/tenant',
	'tenants/unknownTenantError',
	'util/contextKey',
	'util/disposables',
	'util/settings',
	'util/userError',
	'views/accessLooks',
	'views/treeNode',
].map(name => path.resolve('src', `${name}.ts`));

/** `import('…')` of a lazy module becomes a `require` of the bundle that it is in. */
const lazyImports = {
	name: 'lazy-imports',
	setup(build) {
		const bundleOf = new Map(
			Object.entries(lazyBundles).flatMap(([name, files]) => files.map(file => [path.resolve(file), name])),
		);
		build.onResolve({ filter: /^\./ }, args => {
			const name = bundleOf.get(path.resolve(args.resolveDir, args.path) + '.ts');
			return name && args.kind === 'dynamic-import' ? { path: `./${name}.js`, external: true } : undefined;
		});
	},
};

/** The entry of a lazy bundle, which hands out what its modules do. */
const lazyEntry = {
	name: 'lazy-entry',
	setup(build) {
		build.onResolve({ filter: /^lazy-entry:/ }, ({ path }) => ({
			path: path.slice('lazy-entry:'.length),
			namespace: 'lazy-entry',
		}));
		build.onLoad({ filter: /.*/, namespace: 'lazy-entry' }, ({ path }) => ({
			contents: lazyBundles[path].map(file => `export * from './${file}';`).join('\n'),
			resolveDir: __dirname,
		}));
	},
};

/** The extension's entry, which also hands out the shared modules. */
const sharingEntry = {
	name: 'sharing-entry',
	setup(build) {
		build.onResolve({ filter: /^sharing-entry$/ }, ({ path }) => ({ path, namespace: 'sharing-entry' }));
		build.onLoad({ filter: /.*/, namespace: 'sharing-entry' }, () => ({
			contents: [
				"export * from './src/extension.ts';",
				...sharedModules.map((file, index) => `import * as shared${index} from ${JSON.stringify(file)};`),
				`export const shared = [${sharedModules.map((_, index) => `shared${index}`).join()}];`,
			].join('\n'),
			resolveDir: __dirname,
		}));
	},
};

/** In a lazy bundle, a shared module is the extension's. */
const borrowedModules = {
	name: 'borrowed-modules',
	setup(build) {
		build.onResolve({ filter: /^\./ }, args => {
			const index = sharedModules.indexOf(path.resolve(args.resolveDir, args.path) + '.ts');
			return index < 0 ? undefined : { path: String(index), namespace: 'borrowed' };
		});
		build.onLoad({ filter: /.*/, namespace: 'borrowed' }, args => ({
			contents: `module.exports = require('./extension.js').shared[${args.path}];`,
		}));
	},
};

/**
 * For each file that imports `vscode`, esbuild would copy the whole API behind hundreds of getters: 1 MB of heap at
 * activation. A plain `require` gives the API as it is.
 */
const plainVscode = {
	name: 'plain-vscode',
	setup(build) {
		build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async args => {
			const source = await fs.promises.readFile(args.path, 'utf8');
			return {
				contents: source.replace("import * as vscode from 'vscode';", "const vscode = require('vscode');"),
				loader: 'ts',
			};
		});
	},
};

/** @type {esbuild.BuildOptions} */
const common = {
	bundle: true,
	platform: 'node',
	target: 'node20',
	format: 'cjs',
	// node-fetch and its blobs are ES modules only; `module` first lets esbuild inline them.
	mainFields: ['module', 'main'],
	logLevel: 'warning',
};

/** @type {esbuild.BuildOptions} */
const packaged = {
	...common,
	outdir: 'dist',
	external: ['vscode', './extension.js'],
	minify: production,
	sourcemap: production ? false : 'linked',
	metafile: true,
};

const extension = {
	...packaged,
	entryPoints: { extension: 'sharing-entry' },
	plugins: [sharingEntry, lazyImports, plainVscode],
};

const lazy = Object.keys(lazyBundles).map(name => ({
	...packaged,
	entryPoints: { [name]: `lazy-entry:${name}` },
	plugins: [lazyEntry, lazyImports, borrowedModules, plainVscode],
}));

/** @type {esbuild.BuildOptions} */
const pageScripts = {
	...packaged,
	platform: 'browser',
	// VS Code 1.100, the oldest that is supported, has Chromium 132.
	target: 'chrome132',
	format: 'iife',
	external: [],
	entryPoints: pages,
	jsx: 'automatic',
	jsxImportSource: 'preact',
};

/** Everything below test/ that is started by name: suites, the rig's programs, the bench. */
function testEntryPoints() {
	const files = fs.readdirSync('test', { recursive: true }).map(file => file.split(path.sep).join('/'));
	return files
		.filter(
			file => /\.test\.ts$/.test(file) || /^(rig|bench)\/[^/]+\.ts$/.test(file) || /\/index\.ts$/.test(file),
		)
		.map(file => ({ in: `test/${file}`, out: file.replace(/\.ts$/, '') }));
}

const builds = flag('sample-tenant')
	? [{ ...common, entryPoints: { sampleTenant: 'src/sample/main.ts' }, outdir: 'out' }]
	: [extension, ...lazy, pageScripts];
if (flag('tests')) {
	builds.push({
		...common,
		entryPoints: testEntryPoints(),
		outdir: 'out',
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
	if (builds.includes(extension)) {
		fs.rmSync('dist', { recursive: true, force: true });
	}
	if (!flag('watch')) {
		const results = await Promise.all(builds.map(options => esbuild.build(options)));
		if (builds.includes(extension)) {
			reportBundles(results);
		}
		return;
	}
	for (const options of builds) {
		const context = await esbuild.context({
			...options,
			logLevel: 'info',
			plugins: [...(options.plugins ?? []), watchMarks],
		});
		await context.watch();
	}
}

/** Writes down which of our files are in which bundle, for the tests. */
function reportBundles(results) {
	const outputs = results.flatMap(({ metafile }) => Object.entries(metafile?.outputs ?? {}));
	const bundles = outputs
		.filter(([file]) => /^dist\/.*\.js$/.test(file))
		.map(([file, { inputs }]) => [file, Object.keys(inputs).filter(input => input.startsWith('src/'))]);
	fs.mkdirSync('out', { recursive: true });
	fs.writeFileSync('out/bundles.json', JSON.stringify(Object.fromEntries(bundles), undefined, '\t'));
}

/** The lines by which the background task in .vscode/tasks.json knows when a build begins and ends. */
const watchMarks = {
	name: 'watch-marks',
	setup(build) {
		build.onStart(() => console.log('[watch] build started'));
		build.onEnd(() => console.log('[watch] build finished'));
	},
};

main().catch(() => process.exit(1));
