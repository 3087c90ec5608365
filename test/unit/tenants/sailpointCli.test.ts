import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cliSuggestions, type TenantSuggestion } from '../../../src/tenants/sailpointCli';

const fromYaml = (yaml: string) =>
	cliSuggestions({ home: '/home/me', env: {}, readFile: () => Promise.resolve(yaml) });
const fromEnvironment = (env: Record<string, string>) =>
	cliSuggestions({ home: '/home/me', env, readFile: () => Promise.resolve(undefined) });

const acme: TenantSuggestion = { source: 'cli', name: 'acme', url: 'https://acme.api.identitynow.com' };

suite("The SailPoint CLI's configuration", () => {
	test('names tenants, the active one first', async () => {
		assert.deepEqual(
			await fromYaml(
				[
					'activeenvironment: sandbox',
					'authtype: pat',
					'debug: false',
					'environments:',
					'    acme:',
					'        baseurl: https://acme.api.identitynow.com',
					'        tenanturl: https://acme.identitynow.com',
					'    other:',
					'        tenanturl: https://other.saas.sailpoint.com',
					'    sandbox:',
					'        baseurl: https://acme-sb.api.identitynow.com',
					'        pat:',
					'            clientid: somebody',
				].join('\n'),
			),
			[
				{ source: 'cli', name: 'sandbox', url: 'https://acme-sb.api.identitynow.com', active: true },
				acme,
				{ source: 'cli', name: 'other', url: 'https://other.api.saas.sailpoint.com' },
			],
		);
	});

	test('is read from the home folder', async () => {
		const files: string[] = [];
		const readFile = (file: string) => {
			files.push(file);
			return Promise.resolve(undefined);
		};
		assert.deepEqual(await cliSuggestions({ home: '/home/me', env: {}, readFile }), []);
		assert.deepEqual(files, [path.join('/home/me', '.sailpoint', 'config.yaml')]);
	});

	test('may call a tenant no, null, 1 or __proto__', async () => {
		const names = ['no', 'null', 'True', '~', '0x10', '1.0', '2020-01-01', '__proto__', 'constructor'];
		const yaml = names.map(name => `  ${name}: { baseurl: https://acme.api.identitynow.com }`);
		const suggestions = await fromYaml(['activeenvironment: no', 'environments:', ...yaml].join('\n'));
		assert.deepEqual(suggestions.map(({ name }) => name).sort(), [...names].sort());
		assert.deepEqual(suggestions[0], { ...acme, name: 'no', active: true });
	});

	test('does not tell upper from lower case, like the CLI itself', async () => {
		assert.deepEqual(
			await fromYaml(
				'ActiveEnvironment: ACME\nEnvironments:\n  acme:\n    baseUrl: acme.api.identitynow.com\n',
			),
			[{ ...acme, active: true }],
		);
	});

	test('may have the marks of Windows', async () => {
		assert.deepEqual(
			await fromYaml(
				'\ufeffenvironments:\r\n  acme:\r\n    baseurl: "https://acme.api.identitynow.com/"\r\n',
			),
			[acme],
		);
	});

	test('falls back to the UI address where the API address is of no use', async () => {
		for (const useless of [
			'""',
			'http://acme.api.identitynow.com',
			'[1]',
			'{ a: b }',
			'https://me:pw@acme',
		]) {
			assert.deepEqual(
				await fromYaml(
					`environments: { acme: { baseurl: ${useless}, tenanturl: https://acme.identitynow.com } }`,
				),
				[acme],
				useless,
			);
		}
	});

	test('keeps what is good beside what is odd', async () => {
		assert.deepEqual(
			await fromYaml(
				[
					'activeenvironment: [acme]',
					'environments:',
					'  nothing:',
					'  text: https://acme.identitynow.com',
					'  list: [https://acme.identitynow.com]',
					'  number: { baseurl: 7 7 }',
					'  script: { baseurl: "javascript:alert(1)" }',
					'  plain: { baseurl: http://acme.identitynow.com }',
					'  " ": { baseurl: https://acme.identitynow.com }',
					'  acme: { baseurl: https://acme.identitynow.com }',
				].join('\n'),
			),
			[acme],
		);
	});

	const nineTimes = (text: string) => `[${Array(9).fill(text).join(', ')}]`;
	const bomb = [`a0: &a0 ${nineTimes('x')}`];
	for (let level = 1; level < 9; level++) {
		bomb.push(`a${level}: &a${level} ${nineTimes(`*a${level - 1}`)}`);
	}
	const good = 'environments: { acme: { baseurl: https://acme.api.identitynow.com } }';
	for (const [name, yaml] of [
		['is empty', ''],
		['is a comment', '# nothing'],
		['is a text', 'environments'],
		['is a list', '- environments'],
		['is nothing', '~'],
		['has environments that are a text', 'environments: acme'],
		['has environments that are a list', 'environments: [acme]'],
		['has environments that are nothing', 'environments:'],
		['has no environments', 'activeenvironment: acme'],
		['is no YAML', `${good}\n\t}{`],
		['is binary', '\u0000\u0001\u0002'],
		['breaks off', good.slice(0, -3)],
		['is several documents', `${good}\n---\n${good}`],
		['says a thing twice', `${good}\n${good}`],
		['has tags of other languages', `x: !!python/object:os.system ls\n${good}`],
		['is a bomb of aliases', [...bomb, good].join('\n')],
		['contains itself', `a: &a { b: *a }\n${good}`],
		['is nested without end', `a: ${'['.repeat(100_000)}`],
		['is longer than a megabyte', `${good}\n#${'x'.repeat(1024 * 1024)}`],
	] as const) {
		test(`suggests nothing if it ${name}`, async () => assert.deepEqual(await fromYaml(yaml), []));
	}

	test('suggests nothing if it cannot be read', async () => {
		const readFile = () => Promise.reject(new Error('EACCES'));
		assert.deepEqual(await cliSuggestions({ home: '/home/me', env: {}, readFile }), []);
	});

	suite('on the disk', () => {
		let home: string;

		setup(async () => {
			home = await fs.mkdtemp(path.join(os.tmpdir(), 'sailpoint-cli-'));
			await fs.mkdir(path.join(home, '.sailpoint'));
		});

		teardown(() => fs.rm(home, { recursive: true, force: true }));

		const configuration = () => path.join(home, '.sailpoint', 'config.yaml');
		const suggestions = () => cliSuggestions({ home, env: {} });

		test('is read', async () => {
			await fs.writeFile(configuration(), good);
			assert.deepEqual(await suggestions(), [acme]);
		});

		test('suggests nothing if it is missing', async () => assert.deepEqual(await suggestions(), []));

		test('suggests nothing if it is a folder', async () => {
			await fs.mkdir(configuration());
			assert.deepEqual(await suggestions(), []);
		});

		test('suggests nothing if it is larger than any memory', async () => {
			await fs.writeFile(configuration(), good);
			await fs.truncate(configuration(), 2 ** 33);
			assert.deepEqual(await suggestions(), []);
		});
	});
});

suite("The environment's variables", () => {
	test('give a tenant with its credentials', async () => {
		assert.deepEqual(
			await fromEnvironment({
				SAIL_BASE_URL: 'https://acme.api.identitynow.com/',
				SAIL_CLIENT_ID: 'id',
				SAIL_CLIENT_SECRET: ' secret\n',
			}),
			[
				{
					source: 'environment',
					name: 'acme',
					url: 'https://acme.api.identitynow.com',
					credentials: { clientId: 'id', clientSecret: 'secret' },
				},
			],
		);
	});

	for (const env of [
		{},
		{ SAIL_CLIENT_ID: 'id' },
		{ SAIL_CLIENT_SECRET: 'secret' },
		{ SAIL_CLIENT_ID: 'id', SAIL_CLIENT_SECRET: '' },
		{ SAIL_CLIENT_ID: ' ', SAIL_CLIENT_SECRET: 'secret' },
	] as Record<string, string>[]) {
		test(`give no credentials for ${JSON.stringify(env)}`, async () => {
			const [suggestion] = await fromEnvironment({ SAIL_BASE_URL: 'acme', ...env });
			assert.deepEqual(suggestion, { ...acme, source: 'environment' });
		});
	}

	for (const url of [undefined, '', ' ', 'http://acme.identitynow.com', 'no address']) {
		test(`give nothing if the address is ${JSON.stringify(url)}`, async () => {
			const env = { SAIL_CLIENT_ID: 'id', SAIL_CLIENT_SECRET: 'secret' };
			assert.deepEqual(await fromEnvironment(url === undefined ? env : { ...env, SAIL_BASE_URL: url }), []);
		});
	}

	test("come before the CLI's tenants, as they do for the CLI", async () => {
		const suggestions = await cliSuggestions({
			home: '/home/me',
			env: { SAIL_BASE_URL: 'https://other.api.identitynow.com' },
			readFile: () =>
				Promise.resolve('activeenvironment: acme\nenvironments: { acme: { baseurl: acme.identitynow.com } }'),
		});
		assert.deepEqual(
			suggestions.map(({ source, name }) => [source, name]),
			[
				['environment', 'other'],
				['cli', 'acme'],
			],
		);
	});
});
