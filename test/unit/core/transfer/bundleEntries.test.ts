import assert from 'node:assert/strict';
import { ArchiveError, type ArchiveProblem } from '../../../../src/core/transfer/archive/archiveError';
import { entriesOf } from '../../../../src/core/transfer/archive/bundleEntries';
import { readBundles } from '../../../../src/core/transfer/archive/readBundles';
import { activeDirectory, bundleOf, entriesFrom, textsOf } from './bundles';

suite('The files of connectors', () => {
	test('are the documents as they are, and what is told of the connector', () => {
		assert.deepEqual(textsOf(entriesOf([activeDirectory])), {
			'Active Directory/connector-metadata.json': '{\n\t"category": "directory"\n}\n',
			'Active Directory/connector.json':
				'{\n\t"name": "Active Directory",\n\t"type": "Active Directory - Direct",\n' +
				'\t"className": "sailpoint.connector.ADLDAPConnector",\n\t"directConnect": true,\n' +
				'\t"status": "RELEASED"\n}\n',
			'Active Directory/source-config.xml': '<Form>\r\n</Form>',
			'Active Directory/source-template.xml': '\ufeff<Application/>',
			'Active Directory/translations/zh-TW.properties': 'a=\\u4e00',
		});
	});

	test('leave out what is not known', () => {
		assert.deepEqual(textsOf(entriesOf([bundleOf({ name: 'A', directConnect: false }, {})])), {
			'A/connector.json': '{\n\t"name": "A",\n\t"directConnect": false\n}\n',
		});
	});

	test('are in an order that does not depend on that of the connectors', () => {
		const bundles = ['b', 'a', 'C', 'c'].map(name => bundleOf({ name }));
		const paths = entriesOf(bundles).map(({ path }) => path);
		assert.deepEqual(paths, [...paths].sort());
		assert.deepEqual(entriesOf(bundles.toReversed()), entriesOf(bundles));
	});

	test('are not there for two connectors of one name', () => {
		assert.throws(
			() => entriesOf([bundleOf({ name: 'A' }), bundleOf({ name: 'A' })]),
			(error: unknown) =>
				error instanceof ArchiveError && error.problem.kind === 'name-repeated' && error.problem.name === 'A',
		);
	});
});

suite('Connectors in a folder or a zip', () => {
	function found(texts: Readonly<Record<string, string>>) {
		const { bundles, problems } = readBundles(entriesFrom(texts));
		return {
			connectors: Object.fromEntries(
				bundles.map(({ about, texts }) => [about.name, [...texts.keys()].sort()]),
			),
			problems,
		};
	}

	/** Beside a good one, which is found all the same. */
	function assertProblem(texts: Readonly<Record<string, string>>, problem: ArchiveProblem): void {
		assert.deepEqual(found({ ...texts, 'good/connector.json': '{"name":"good"}' }), {
			connectors: { good: [] },
			problems: [problem],
		});
	}

	test('are what was written', () => {
		const { bundles, problems } = readBundles(entriesOf([activeDirectory]));
		assert.deepEqual(problems, []);
		assert.deepEqual(bundles, [activeDirectory]);
	});

	test('are found in the folder itself and at whatever depth, beside anything', () => {
		const expected = { connectors: { A: ['source-config', 'translations/no'] }, problems: [] };
		for (const root of ['', 'A/', 'repository-main/connectors/', '1/2/3/4/5/6/']) {
			assert.deepEqual(
				found({
					'README.md': '',
					[`${root}connector.json`]: '{"name":"A"}',
					[`${root}source-config.xml`]: '<Form/>',
					[`${root}notes.txt`]: '',
					[`${root}translations/no.properties`]: '',
					[`${root}translations/README.md`]: '',
					[`${root}translations/.properties`]: '',
					[`${root}more/source-config.txt`]: '',
				}),
				expected,
			);
		}
	});

	test('are not looked for in the folders of tools, nor deeper than anybody has them', () => {
		const hidden = ['.git', '__MACOSX/A', 'x/node_modules/y', '.history/A', '1/2/3/4/5/6/7'];
		const files = hidden.map(folder => [`${folder}/connector.json`, 'broken'] as const);
		assert.deepEqual(found({ ...Object.fromEntries(files), 'A/._connector.json': 'x', 'A/.DS_Store': '' }), {
			connectors: {},
			problems: [],
		});
	});

	test('may be called as the folder of translations is', () => {
		const bundle = bundleOf({ name: 'translations' }, { 'source-config': '<Form/>', 'translations/de': '' });
		assert.deepEqual(readBundles(entriesOf([bundle])), { bundles: [bundle], problems: [] });
	});

	test('may have more in their connector.json, a byte order mark, and null', () => {
		const about = '\ufeff{"name":"A","$schema":"x","scriptName":1,"type":null,"status":"DEMO"}\r\n';
		assert.deepEqual(readBundles(entriesFrom({ 'A/connector.json': about })).bundles, [
			bundleOf({ name: 'A', status: 'DEMO' }, {}),
		]);
	});

	test('have a problem if their connector.json is no JSON', () => {
		const path = 'A/connector.json';
		for (const text of ['', '{', "{name:'A'}", '<<<<<<< HEAD\n{"name":"A"}', '{"name":"A"}}']) {
			const { connectors, problems } = found({ [path]: text, 'A/source-config.xml': '' });
			assert.deepEqual(connectors, {});
			assert.deepEqual(
				problems.map(problem => [problem.kind, 'path' in problem && problem.path]),
				[['about-malformed', path]],
			);
		}
		const latin1 = { path, bytes: Buffer.from('{"name":"Zo\xeb"}', 'latin1') };
		assert.equal(readBundles([latin1]).problems[0]?.kind, 'about-malformed');
	});

	test('have a problem if they have no name', () => {
		const path = 'A/connector.json';
		for (const text of [
			'{}',
			'[]',
			'"A"',
			'null',
			'{"name":null}',
			'{"name":" "}',
			'{"__proto__":{"name":"A"}}',
		]) {
			assertProblem({ [path]: text }, { kind: 'about-without-name', path });
		}
	});

	test('have a problem if something told of them has another type', () => {
		const path = 'A/connector.json';
		for (const [key, value] of [
			['name', 1],
			['type', {}],
			['className', ['x']],
			['status', true],
		] as const) {
			const text = JSON.stringify({ name: 'A', [key]: value });
			assertProblem({ [path]: text }, { kind: 'about-wrong-type', path, key, expected: 'string' });
		}
		assertProblem(
			{ [path]: '{"name":"A","directConnect":"true"}' },
			{ kind: 'about-wrong-type', path, key: 'directConnect', expected: 'boolean' },
		);
	});

	test('have a problem if their status is none', () => {
		const path = 'A/connector.json';
		for (const status of ['released', 'toString', '']) {
			const text = JSON.stringify({ name: 'A', status });
			assertProblem({ [path]: text }, { kind: 'about-unknown-status', path, status });
		}
	});

	test('have a problem if their connector.json is missing', () => {
		assertProblem({ 'A/correlation-config.xml': '' }, { kind: 'about-missing', path: 'A/connector.json' });
		assertProblem({ 'source-config.xml': '' }, { kind: 'about-missing', path: 'connector.json' });
	});

	test('have their problems in the order of their paths', () => {
		const { problems } = found({
			'c/connector.json': '{}',
			'a/source-config.xml': '',
			'b/connector.json': '{"name":"b"}',
			'b/translations/xx.properties': '',
		});
		assert.deepEqual(
			problems.map(problem => 'path' in problem && problem.path),
			['a/connector.json', 'b/translations/xx.properties', 'c/connector.json'],
		);
	});

	test('are not missing where other software has its translations', () => {
		const { connectors, problems } = found({ 'src/translations/de.properties': '' });
		assert.deepEqual({ connectors, problems }, { connectors: {}, problems: [] });
	});

	test('have a problem with a locale that the service does not know, and are there without it', () => {
		const file = (locale: string) => `A/translations/${locale}.properties`;
		const locales = ['DE', 'xx', 'zh-cn'];
		const files = [...locales, 'zh-CN'].map(locale => [file(locale), ''] as const);
		assert.deepEqual(found({ 'A/connector.json': '{"name":"A"}', ...Object.fromEntries(files) }), {
			connectors: { A: ['translations/zh-CN'] },
			problems: locales.map(locale => ({ kind: 'unknown-locale', path: file(locale), locale })),
		});
	});

	test('have a problem if there are two of one name, and neither is taken', () => {
		for (const name of ['JDBC', 'jdbc', ' Jdbc ']) {
			assertProblem(
				{
					'b/connector.json': JSON.stringify({ name }),
					'a/connector.json': '{"name":"JDBC"}',
				},
				{ kind: 'connector-repeated', path: 'b/connector.json', other: 'a/connector.json', name },
			);
		}
	});
});
