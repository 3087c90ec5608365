import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { commandIds } from '../../src/commands/ids';
import { usualSeverity } from '../../src/core/connector/problem';
import { scheme } from '../../src/core/remote/documentPath';

interface MenuEntry {
	readonly command: string;
	readonly when?: string;
	readonly group?: string;
}

interface Manifest {
	readonly engines: { readonly vscode: string };
	readonly extensionKind: readonly string[];
	readonly activationEvents: readonly string[];
	readonly devDependencies: Readonly<Record<string, string>>;
	readonly dependencies?: unknown;
	readonly contributes: {
		readonly commands: readonly {
			readonly command: string;
			readonly category?: string;
			readonly title: string;
			readonly enablement?: string;
		}[];
		readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
		readonly keybindings: readonly MenuEntry[];
		readonly viewsWelcome: readonly { readonly when?: string }[];
		readonly walkthroughs: readonly {
			readonly steps: readonly {
				readonly completionEvents: readonly string[];
				readonly media: { readonly image: Readonly<Record<'dark' | 'light' | 'hc' | 'hcLight', string>> };
			}[];
		}[];
		readonly views: Readonly<Record<string, readonly { readonly id: string; readonly when?: string }[]>>;
		readonly configuration: readonly {
			readonly title: string;
			readonly order: number;
			readonly properties: Readonly<Record<string, Setting>>;
		}[];
	};
}

interface Setting {
	readonly default: unknown;
	readonly scope?: string;
	readonly order?: number;
	readonly enum?: readonly string[];
	readonly markdownDescription: string;
	readonly markdownDeprecationMessage?: string;
}

const readText = (file: string) => fs.readFileSync(file, 'utf8');
const readJson = (file: string): unknown => JSON.parse(readText(file));

const sources = fs
	.readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter(file => file.endsWith('.ts'))
	.map(file => path.join('src', file));

/** What a pattern has in its brackets, wherever it is in these files, once and in order. */
function foundIn(files: readonly string[], pattern: RegExp): readonly string[] {
	const found = files.flatMap(file => [...readText(file).matchAll(pattern)].map(([, text]) => String(text)));
	return [...new Set(found)].sort();
}

/** `a && !b` and `c == d`, as [key, value] for each of the three. */
function conditionsOf(when: string): readonly (readonly [key: string, value: string])[] {
	return when.split(/&&|\|\|/).map(condition => {
		const [, key, value = ''] = /^ *!?([\w.]+)(?: (?:==|=~) (.*?))? *$/.exec(condition) ?? [];
		assert.ok(key, when);
		return [key, value];
	});
}

/** The keys that VS Code itself sets, as far as the manifest uses them. */
const keysOfVscode = [
	'activeWebviewPanelId',
	'explorerResourceIsFolder',
	'false',
	'filesExplorerFocus',
	'focusedView',
	'inputFocus',
	'isInDiffEditor',
	'isMergeEditor',
	'listFocus',
	'listHasSelectionOrFocus',
	'listMultiSelection',
	'mergeEditorResultUri',
	'openEditorsFocus',
	'resourceExtname',
	'resourceFilename',
	'resourcePath',
	'resourceScheme',
	'terminalFocus',
	'treestickyScrollFocused',
	'view',
	'viewItem',
];

/** The commands that are in the command palette alone: each is about the active editor, or asks. */
const paletteOnly = [
	'connector.impact',
	'connector.sources',
	'document.open',
	'document.save',
	'field.showSources',
	'labels.addText',
	'labels.chooseLocale',
];

/** What a click or a key does with a row. */
const rowsOnly: readonly string[] = ['iscConnectors.transfer.openRow', 'iscConnectors.transfer.toggleRow'];

/** They do what a program or the walkthrough passes. */
const programsOnly: readonly string[] = ['iscConnectors.proposal.open', 'iscConnectors.walkthrough.begin'];

suite('The manifest', () => {
	const text = readText('package.json');
	const manifest = JSON.parse(text) as Manifest;
	const { commands, menus, keybindings, views, viewsWelcome, walkthroughs } = manifest.contributes;
	const groups = manifest.contributes.configuration;
	const properties = Object.assign({}, ...groups.map(group => group.properties)) as Record<string, Setting>;
	const settings = Object.keys(properties);
	const allViews = Object.values(views).flat();
	const steps = walkthroughs.flatMap(walkthrough => walkthrough.steps);
	const conditions = [...Object.values(menus).flat(), ...keybindings, ...allViews, ...viewsWelcome]
		.map(({ when }) => when)
		.concat(commands.map(({ enablement }) => enablement))
		.concat(
			steps.flatMap(({ completionEvents }) => completionEvents.map(event => event.replace('onContext:', ''))),
		)
		.flatMap(when => (when === undefined ? [] : conditionsOf(when)));
	const valuesOf = (key: string) => conditions.filter(([each]) => each === key).map(([, value]) => value);

	test('declares the commands that the code registers', () => {
		assert.deepEqual(commands.map(({ command }) => command).sort(), [...commandIds].sort());
	});

	test('has for each step of the walkthrough a way to be done, and a picture for each kind of theme', () => {
		assert.equal(steps.length, 6);
		const shown = steps.flatMap(({ completionEvents, media: { image } }) => {
			assert.ok(completionEvents.length === 1 && completionEvents[0]?.startsWith('onContext:'));
			return Object.values(image);
		});
		const files = fs.readdirSync('media/walkthrough').map(name => `media/walkthrough/${name}`);
		assert.deepEqual([...new Set(shown)].sort(), files.sort());
		for (const file of files) {
			assert.ok(fs.statSync(file).size <= 200_000, file);
		}
	});

	test('names each command by noun and verb, in the common category, with a title from package.nls.json', () => {
		for (const { command, category, title } of commands) {
			assert.match(command, /^iscConnectors\.[a-z]\w*\.[a-z]\w*$/);
			assert.equal(category, '%category%');
			assert.equal(title, `%command.${command.replace('iscConnectors.', '')}%`);
		}
	});

	test('uses every text of package.nls.json, and no other', () => {
		const used = [...text.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
		assert.deepEqual([...new Set(used)].sort(), Object.keys(readJson('package.nls.json') as object).sort());
	});

	test('puts declared commands into menus, each with a place', () => {
		for (const [menu, entries] of Object.entries(menus)) {
			for (const { command, when, group } of entries) {
				assert.ok(
					commands.some(declared => declared.command === command),
					command,
				);
				if (menu === 'view/item/context') {
					assert.match(group ?? '', /^(inline|\d_[a-z]+)@\d$/);
					assert.match(when ?? '', /viewItem =~ \/(\^.*|.*\$)\/( && !listMultiSelection)?$/);
				}
			}
		}
	});

	test('puts each command into a menu, unless it is for the command palette alone', () => {
		const { commandPalette = [], ...others } = menus;
		const inMenus = new Set(Object.values(others).flatMap(entries => entries.map(({ command }) => command)));
		const hidden = commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command);
		assert.deepEqual(
			commandIds.filter(id => !inMenus.has(id) && ![...rowsOnly, ...programsOnly].includes(id)).sort(),
			paletteOnly.map(name => `iscConnectors.${name}`),
		);
		assert.deepEqual(
			hidden.toSorted(),
			['iscConnectors.node.retry', ...programsOnly, ...rowsOnly].sort(),
			'every other command asks what it is about',
		);
	});

	test('asks in its conditions for what the code or VS Code sets, and for all that the code sets', () => {
		const keys = conditions.map(([key]) => key).filter(key => !keysOfVscode.includes(key));
		const ofSettings = keys.filter(key => key.startsWith('config.'));
		assert.deepEqual(
			ofSettings.filter(key => !settings.includes(key.replace('config.', ''))),
			[],
		);
		assert.deepEqual(
			[...new Set(keys)].filter(key => !ofSettings.includes(key)).sort(),
			foundIn(sources, /new ContextKey<\w+>\('([^']+)'\)/g),
		);
	});

	const kinds = foundIn(
		['src/views/treeNode.ts', 'src/views/history/historyView.ts'],
		/readonly kind: '(\w+)'/g,
	);
	const [, table = ''] = /const states = \{([^}]+)\}/.exec(readText('src/views/treeItems.ts')) ?? [];
	const states = [...table.matchAll(/(\w+):/g)].map(([, state]) => state!);

	test("has in a row's menu what its small icons do, for those who cannot hit them", () => {
		const rows = [...kinds, 'sample'].flatMap(kind => [
			kind,
			...states.flatMap(state => [`${kind}.${state}`, ...states.map(other => `${kind}.${state}.${other}`)]),
		]);
		const entries = (menus['view/item/context'] ?? []).map(entry => {
			const [, pattern = ''] = /viewItem =~ \/(.*?)\/(?: |$)/.exec(entry.when ?? '') ?? [];
			return { ...entry, isInline: entry.group?.startsWith('inline') === true, pattern: new RegExp(pattern) };
		});
		const icons = entries.filter(({ isInline }) => isInline);
		assert.ok(icons.length > 0);
		for (const { command, pattern } of icons) {
			const others = entries.filter(each => each.command === command && !each.isInline);
			assert.deepEqual(
				rows.filter(row => pattern.test(row) && !others.some(other => other.pattern.test(row))),
				[],
				command,
			);
		}
	});

	test('knows the views that it declares, and the rows that the tree has', () => {
		const ids = allViews.map(({ id }) => id);
		assert.deepEqual(
			[...valuesOf('view'), ...valuesOf('focusedView')].filter(id => id !== '' && !ids.includes(id)),
			[],
		);
		const words = valuesOf('viewItem').flatMap(value => value.match(/\w+/g) ?? []);
		assert.deepEqual(
			words.filter(word => ![...kinds, 'sample', ...states].includes(word)),
			[],
		);
	});

	test('declares the commands that the code runs, that the keys are bound to and that docs/automation.md has for programs', () => {
		const run = foundIn(sources, /(?:executeCommand(?:<.*>)?\(|command: )\s*'(iscConnectors\.[^']+)'/g);
		const bound = keybindings.map(({ command }) => command);
		const rows = foundIn(['docs/automation.md'], /^\| (`[a-z]+[A-Za-z]*\.[^|]*)\|/gm);
		const named = rows.flatMap(row => row.match(/\w+\.\w+/g) ?? []).map(name => `iscConnectors.${name}`);
		assert.ok(run.length > 0 && named.length > 0);
		assert.deepEqual(
			[...run, ...bound, ...named].filter(id => !commands.some(({ command }) => command === id)),
			[],
		);
	});

	test('declares the settings and commands that sentences and documents name', () => {
		const names = /(iscConnectors(?:\.[\w-]+)+)/g;
		const known = [...settings, ...commandIds, ...allViews.map(({ id }) => `${id}.focus`)];
		const inSentences = foundIn(['package.nls.json', 'l10n/bundle.l10n.json'], names);
		assert.deepEqual(
			inSentences.filter(name => !known.includes(name)),
			[],
		);
		const documents = fs.readdirSync('docs').filter(file => file.endsWith('.md'));
		const inDocuments = foundIn(['README.md', ...documents.map(file => `docs/${file}`)], names);
		assert.deepEqual(
			inDocuments.filter(name => !settings.includes(name)),
			[],
		);
	});

	test('has a setting for each check, with its usual severity', () => {
		const checks = Object.entries(properties).filter(
			([name, { markdownDeprecationMessage }]) =>
				name.startsWith('iscConnectors.checks.') && markdownDeprecationMessage === undefined,
		);
		assert.deepEqual(
			Object.fromEntries(checks.map(([name, setting]) => [name, setting.default])),
			Object.fromEntries(
				Object.entries({ ...usualSeverity, 'name-unknown': 'hint' }).map(([code, severity]) => [
					`iscConnectors.checks.${code}`,
					severity,
				]),
			),
		);
		for (const [, setting] of checks) {
			assert.deepEqual(setting.enum, ['error', 'warning', 'information', 'hint', 'off']);
		}
	});

	test('has its settings in groups, each described, in an order', () => {
		const texts = readJson('package.nls.json') as Readonly<Record<string, string>>;
		assert.deepEqual(
			groups.map(({ title }) => texts[title.slice(1, -1)]),
			['Saving', 'History', 'Editor', 'Checks', 'Connection', 'Agents'],
		);
		assert.deepEqual(
			groups.map(({ order }) => order),
			[1, 2, 3, 4, 5, 6],
		);
		for (const group of groups) {
			const current = Object.entries(group.properties).filter(([, each]) => !each.markdownDeprecationMessage);
			assert.deepEqual(
				current.map(([, { order }]) => order),
				current.map((_, index) => index + 1),
			);
			for (const [name, { markdownDescription }] of Object.entries(group.properties)) {
				assert.equal(markdownDescription, `%${name.replace('iscConnectors', 'setting')}%`);
			}
		}
	});

	test('activates for its documents wherever they are restored from', () => {
		assert.ok(manifest.activationEvents.includes(`onFileSystem:${scheme}`));
	});

	test('runs on the machine of the person where it can, so that history and settings are the same in every window', () => {
		assert.deepEqual(manifest.extensionKind, ['ui', 'workspace']);
		const ofMachines = Object.keys(properties).filter(name => properties[name]?.scope?.startsWith('machine'));
		// A remote window reads those from the other machine: people are asked there, unless they have said so there as well.
		assert.deepEqual(ofMachines, ['iscConnectors.save.byPrograms', 'iscConnectors.save.withoutFormatting']);
	});

	test('lets no workspace change what is sent, kept or opened at first', () => {
		for (const [name, { scope }] of Object.entries(properties)) {
			const isOfPeople = scope === 'application' || scope === 'machine';
			assert.equal(
				isOfPeople,
				/\.(save|history|sampleTenant|walkthrough|requestTimeout|sources\.beforeSaving|agents)/.test(name),
				name,
			);
		}
	});

	test('pins exact versions, and needs no package at run time', () => {
		assert.equal(manifest.dependencies, undefined);
		for (const [name, version] of Object.entries(manifest.devDependencies)) {
			assert.match(version, /^(npm:@?[\w./-]+@)?\d+\.\d+\.\d+$/, name); // Another package may stand under this name.
		}
		assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
	});
});

suite('The texts for translators', () => {
	test('are those of the code; `npm run l10n` brings them up to date', async () => {
		// The tool takes as long for each import as for all of the code.
		const imported = "import * as vscode from 'vscode';\n";
		const code = sources.map(readText).filter(text => text.includes('l10n'));
		const contents = imported + code.map(text => text.replace(imported, '')).join('');
		const texts = await getL10nJson([{ extension: '.ts', contents }]);
		assert.deepEqual(readJson('l10n/bundle.l10n.json'), texts);
	});
});
