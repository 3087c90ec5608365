// Bundles the extension (dist/) and, on demand, the tests and tools (out/).
//   node esbuild.js [--production] [--watch] [--tests] [--sample-tenant]
const fs = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const flag = name => process.argv.includes(`--${name}`);
const production = flag('production');

/** What the extension loads when it is first used: a bundle of its own each, so that activation stays small. */
const lazyModules = {
	fetch: 'src/api/fetch.ts',
	languageChecks: 'src/documents/languageChecks.ts',
	restorePoints: 'src/documents/restorePoints.ts',
	sailpointCli: 'src/tenants/sailpointCli.ts',
	sampleTenant: 'src/sample/sampleTenant.ts',
};

/** Turns `import('…')` of a lazy module into a `require` of the bundle beside this one. */
const lazyBundles = {
	name: 'lazy-bundles',
	setup(build) {
		const bundleOf = new Map(Object.entries(lazyModules).map(([name, file]) => [path.resolve(file), name]));
		build.onResolve({ filter: /^\./ }, args => {
			const name = bundleOf.get(path.resolve(args.resolveDir, args.path) + '.ts');
			return name && args.kind === 'dynamic-import' ? { path: `./${name}.js`, external: true } : undefined;
		});
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
const extension = {
	...common,
	entryPoints: { extension: 'src/extension.ts', ...lazyModules },
	outdir: 'dist',
	external: ['vscode'],
	plugins: [lazyBundles, plainVscode],
	minify: production,
	sourcemap: production ? false : 'linked',
	metafile: true,
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

const builds = [
	flag('sample-tenant')
		? { ...common, entryPoints: { sampleTenant: 'src/sample/main.ts' }, outdir: 'out' }
		: extension,
];
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
		await Promise.all(builds.map(options => esbuild.build(options)));
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

/** The lines by which the background task in .vscode/tasks.json knows when a build begins and ends. */
const watchMarks = {
	name: 'watch-marks',
	setup(build) {
		build.onStart(() => console.log('[watch] build started'));
		build.onEnd(() => console.log('[watch] build finished'));
	},
};

main().catch(() => process.exit(1));
