import assert from 'node:assert/strict';
import fs from 'node:fs';

type Texts = Readonly<Record<string, string>>;

const readText = (file: string) => fs.readFileSync(file, 'utf8');
const readTexts = (file: string) => JSON.parse(readText(file)) as Texts;

const languagesOf = (name: string, files: readonly string[]) =>
	files.flatMap(file =>
		file.startsWith(`${name}.`) ? (/\.([\w-]+)\.json$/.exec(file.slice(name.length)) ?? []).slice(1) : [],
	);
const ofManifest = languagesOf('package.nls', fs.readdirSync('.'));
const ofCode = languagesOf('bundle.l10n', fs.readdirSync('l10n'));

/** What stays as it is in every language: placeholders, icons, code, links to commands, settings, scopes, files, markup. */
const kept =
	/\$?\{\w+\}|\$\([\w-]+\)|`[^`]+`|\(command:[^)]*\)|\b(?:iscConnectors|files|http)\.[\w.]+\w|idn:[\w:]+\w|[\w-]+\.(?:xml|json)\b|<\/?\w+>|&\w+;|\b[A-Z]+_[A-Z_]+\b/g;
const keptIn = (text: string) => [...new Set(text.match(kept))].sort();

const longestButton = 30;

/** The labels of buttons below messages, as the code has them: constants after the first argument, `yes` of a question, and `help`. */
function messageButtons(code: string): readonly string[] {
	const calls = [...code.matchAll(/show(?:Information|Warning|Error)Message(?:<[^>]*>)?\([^,;]*,([^;]*)/g)];
	const used = new Set(calls.flatMap(([, args]) => args!.match(/\w+/g) ?? []));
	const constants = [...code.matchAll(/const (\w+) = vscode\.l10n\.t\(\s*'([^']+)'/g)]
		.filter(([, name, text]) => used.has(name!) && !/[.?]$/.test(text!))
		.map(([, , text]) => text!);
	const properties =
		/\byes: vscode\.l10n\.t\('([^']+)'|\btitle: vscode\.l10n\.t\('([^']+)'\)(?:,\s*command:| \} \})/g;
	return [...constants, ...[...code.matchAll(properties)].map(([, yes, help]) => (yes ?? help)!)];
}

/** The keys of the commands that stand above an editor with their words, because they have no icon. */
function editorButtons(): readonly string[] {
	const { contributes } = JSON.parse(readText('package.json')) as {
		contributes: {
			commands: readonly { command: string; title: string; shortTitle?: string; icon?: string }[];
			menus: Readonly<Record<'editor/title', readonly { command: string; group: string }[]>>;
		};
	};
	const above = contributes.menus['editor/title'].filter(({ group }) => group.startsWith('navigation'));
	return contributes.commands
		.filter(({ command, icon }) => icon === undefined && above.some(entry => entry.command === command))
		.map(({ title, shortTitle = title }) => shortTitle.replaceAll('%', ''));
}

const sources = fs
	.readdirSync('src', { recursive: true, encoding: 'utf8' })
	.filter(file => file.endsWith('.ts'));
const buttons = new Set([
	...sources.flatMap(file => messageButtons(readText(`src/${file}`))),
	...editorButtons(),
]);

suite('The languages', () => {
	test('have texts for the manifest as well as for the code', () => {
		assert.ok(ofCode.includes('de'));
		assert.deepEqual(ofManifest.toSorted(), ofCode.toSorted());
	});

	test('have buttons whose texts are found', () => {
		for (const button of [
			'Send Anyway',
			'Delete',
			'Sign In…',
			'Update Credentials…',
			'command.changes.send.short',
		]) {
			assert.ok(buttons.has(button), button);
		}
	});

	for (const [name, language] of [
		...ofManifest.map(each => ['package.nls', each] as const),
		...ofCode.map(each => ['l10n/bundle.l10n', each] as const),
	]) {
		suite(`${name}.${language}.json`, () => {
			const english = readTexts(`${name}.json`);
			const texts = readTexts(`${name}.${language}.json`);
			const both = Object.entries(english).map(([key, text]) => ({ key, text, theirs: texts[key] ?? '' }));

			test('has the keys of the English file in their order; `npm run l10n:missing` adds what is missing', () => {
				assert.deepEqual(Object.keys(texts), Object.keys(english));
			});

			test('has no empty text', () => {
				assert.deepEqual(
					both.filter(({ theirs }) => theirs.trim() === '').map(({ key }) => key),
					[],
				);
			});

			test('keeps placeholders, code, links, settings, files and markup', () => {
				const different = both.filter(({ text, theirs }) => keptIn(text).join() !== keptIn(theirs).join());
				assert.deepEqual(different, []);
			});

			test('has the blanks and the … of the English text at its ends', () => {
				const ends = (text: string) => /^\s*/.exec(text)![0] + /…?\s*$/.exec(text)![0];
				assert.deepEqual(
					both.filter(({ text, theirs }) => ends(text) !== ends(theirs)),
					[],
				);
			});

			test(`has at most ${longestButton} characters on a button`, () => {
				const long = both.filter(({ key, theirs }) => buttons.has(key) && theirs.length > longestButton);
				assert.deepEqual(long, []);
			});
		});
	}
});
