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
		}[];
		readonly menus: Readonly<Record<string, readonly MenuEntry[]>>;
		readonly configuration: {
			readonly properties: Readonly<Record<string, { readonly default: unknown; readonly scope?: string }>>;
		};
	};
}

const readJson = (file: string): unknown => JSON.parse(fs.readFileSync(file, 'utf8'));

suite('The manifest', () => {
	const text = fs.readFileSync('package.json', 'utf8');
	const manifest = JSON.parse(text) as Manifest;
	const { commands, menus } = manifest.contributes;

	test('declares the commands that the code registers', () => {
		assert.deepEqual(commands.map(({ command }) => command).sort(), [...commandIds].sort());
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
					assert.match(when ?? '', /viewItem (== \w+$|=~ \/\^.*\$\/$)/);
				}
			}
		}
	});

	test('shows how serious each check is', () => {
		const setting = manifest.contributes.configuration.properties['iscConnectors.checks.severity'];
		assert.deepEqual(setting?.default, { ...usualSeverity, 'name-unknown': 'hint' });
	});

	test('activates for its documents wherever they are restored from', () => {
		assert.ok(manifest.activationEvents.includes(`onFileSystem:${scheme}`));
	});

	test('runs on the machine of the person where it can, so that history and settings are the same in every window', () => {
		assert.deepEqual(manifest.extensionKind, ['ui', 'workspace']);
		const { properties } = manifest.contributes.configuration;
		const ofMachines = Object.keys(properties).filter(name => properties[name]?.scope?.startsWith('machine'));
		// A remote window reads those from the other machine: people are asked there, unless they have said so there as well.
		assert.deepEqual(ofMachines, ['iscConnectors.save.byPrograms', 'iscConnectors.save.withoutFormatting']);
	});

	test('lets no workspace change what is sent or kept', () => {
		for (const [name, { scope }] of Object.entries(manifest.contributes.configuration.properties)) {
			const isOfPeople = scope === 'application' || scope === 'machine';
			assert.equal(isOfPeople, /\.(save|history|sampleTenant|requestTimeout)/.test(name), name);
		}
	});

	test('pins exact versions, and needs no package at run time', () => {
		assert.equal(manifest.dependencies, undefined);
		for (const [name, version] of Object.entries(manifest.devDependencies)) {
			assert.match(version, /^\d+\.\d+\.\d+$/, name);
		}
		assert.equal(manifest.engines.vscode, `^${manifest.devDependencies['@types/vscode']}`);
	});
});

suite('The texts for translators', () => {
	test('are those of the code; `npm run l10n` brings them up to date', async function () {
		this.timeout(60_000); // The whole code is read.
		const files = fs
			.readdirSync('src', { recursive: true, encoding: 'utf8' })
			.filter(file => file.endsWith('.ts'));
		const texts = await getL10nJson(
			files.map(file => ({ extension: '.ts', contents: fs.readFileSync(path.join('src', file), 'utf8') })),
		);
		assert.deepEqual(readJson('l10n/bundle.l10n.json'), texts);
	});
});
