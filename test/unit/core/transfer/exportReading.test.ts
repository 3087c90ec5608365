import assert from 'node:assert/strict';
import type { ConnectorsApi } from '../../../../src/core/api/connectorsApi';
import { locales, type ConnectorDetail } from '../../../../src/core/api/wire';
import type { DocumentPart } from '../../../../src/core/remote/documentPath';
import { ExportReading, type ExportOptions } from '../../../../src/core/transfer/copy/exportReading';
import type { SampleConnector } from '../../../../src/sample/service/model';
import { seeded, seededTest } from '../../../seeds';

import { clientOf, operationsOf, useSampleTenant } from '../api/sample';

const count = 40;
const languages = locales.slice(0, 9);
const documents = 3 + languages.length;
/** 5 % of all documents. */
const sampleSize = (count * documents) / 20;
const names = Array.from({ length: count }, (_, index) => `many-${index}`);

function ownTexts(connector: SampleConnector): ReadonlyMap<string, Uint8Array> {
	const { sourceConfig, sourceTemplate, correlationConfig, translations } = connector;
	return new Map([
		['source-config', sourceConfig],
		['source-template', sourceTemplate],
		['correlation-config', correlationConfig],
		...Object.entries(translations).map(([locale, bytes]) => [`translations/${locale}`, bytes] as const),
	]);
}

/** A detail in which every text is changed. */
function changed(detail: ConnectorDetail, change: (text: string) => string | null) {
	const { sourceConfigXml = '', applicationXml = '', correlationConfigXml = '' } = detail;
	const translations = Object.entries(detail.translationProperties ?? {});
	return {
		...detail,
		sourceConfigXml: change(sourceConfigXml),
		applicationXml: change(applicationXml),
		correlationConfigXml: change(correlationConfigXml),
		translationProperties: Object.fromEntries(
			translations.map(([locale, text]) => [locale, text === null ? null : change(text)]),
		),
	};
}

const ways: Readonly<Record<string, (text: string) => string | null>> = {
	'other line ends': text => text.replace(/\r\n/g, '\n'),
	'no byte order mark': text => text.replace(/^\uFEFF/, ''),
	'an XML declaration of its own': text => `<?xml version="1.0"?>${text}`,
	'one blank at the end': text => `${text} `,
	null: () => null,
	'an empty text': () => '',
};

suite('Reading many connectors for an export', function () {
	this.timeout(30_000); // Hundreds of requests.
	const sample = useSampleTenant({ rateLimit: false });
	/** What was seen of a tenant is remembered by its client. */
	let client: ConnectorsApi;

	suiteSetup(() => {
		const jdbc = sample().connector('jdbc-angularsc');
		for (const [index, scriptName] of names.entries()) {
			const text = (name: string) => Buffer.from(`\uFEFF<${name} n="${index}">\r\n</${name}>\r\n`);
			sample().add({
				...jdbc,
				scriptName,
				name: `Many ${index}`,
				sourceConfig: text('Form'),
				sourceTemplate: text('Application'),
				correlationConfig: text('CorrelationConfig'),
				translations: Object.fromEntries(
					languages.map(locale => [locale, Buffer.from(`a=${locale} ${index}\r\nb=2\r\n`)]),
				),
			});
		}
	});

	const quickClient = () =>
		clientOf(sample(), { pace: { underWay: 8, requests: 100_000, milliseconds: 1000 } });

	setup(() => {
		client = quickClient();
		sample().changeDetail = undefined;
	});

	async function read(options: Partial<ExportOptions> = {}, seed = 1) {
		const reading = new ExportReading(client, names, {
			signal: new AbortController().signal,
			isExact: false,
			random: seeded(seed),
			...options,
		});
		return { results: await reading.run(), differing: reading.differing };
	}

	/** Every text that was read, against what the document's own request answers with. */
	function assertOwn(
		results: Awaited<ReturnType<typeof read>>['results'],
		but: readonly string[] = [],
	): void {
		assert.deepEqual(
			results.map(({ scriptName }) => scriptName),
			names,
		);
		for (const { scriptName, bundle } of results) {
			const own = ownTexts(sample().connector(scriptName));
			assert.equal(bundle?.texts.size, own.size + 1, `${scriptName}, with its metadata`);
			for (const [part, bytes] of own) {
				const text = bundle.texts.get(part as DocumentPart);
				assert.ok(but.includes(part) || (text && Buffer.compare(text, bytes) === 0), `${scriptName}/${part}`);
			}
		}
	}

	function countsOf() {
		const operations = operationsOf(sample()).filter(operation => operation !== 'token');
		const details = operations.filter(operation => operation === 'getConnector').length;
		return { details, own: operations.length - details };
	}

	test('takes one request for each, those of the first connector, and those of a few documents', async () => {
		const { results, differing } = await read();
		assertOwn(results);
		assert.deepEqual(differing, []);
		const { details, own } = countsOf();
		assert.equal(details, count);
		assert.ok(own >= sampleSize && own <= sampleSize + documents, `${own} documents`);
	});

	test('looks at the first connector once a session only, and at a few documents each time', async () => {
		await read();
		sample().forgetRequests();
		await read({}, 2);
		assert.deepEqual(countsOf(), { details: count, own: sampleSize });
	});

	test('takes one for each document if it is to be exact, whatever the details say (long)', async () => {
		sample().changeDetail = detail => changed(detail, text => `${text} `);
		assertOwn((await read({ isExact: true })).results);
		assert.deepEqual(countsOf(), { details: count, own: count * documents });
	});

	for (const [way, change] of Object.entries(ways)) {
		test(`gives every document its own bytes, also if details have ${way}`, async () => {
			sample().changeDetail = detail => changed(detail, change);
			assertOwn((await read()).results);
		});

		test(`gives every document its own bytes, also if only later details have ${way}`, async () => {
			sample().changeDetail = detail =>
				names.indexOf(detail.scriptName ?? '') < count / 2 ? { ...detail } : changed(detail, change);
			assertOwn((await read()).results);
		});
	}

	test('reads a kind by single requests as a whole if one of it differs, and the other kinds as before', async () => {
		sample().changeDetail = detail => ({
			...detail,
			correlationConfigXml: (detail.correlationConfigXml ?? '').trimEnd(),
		});
		const { results, differing } = await read();
		assertOwn(results);
		assert.deepEqual(differing, ['correlation-config']);
		const correlations = operationsOf(sample()).filter(each => each === 'getConnectorCorrelationConfig');
		assert.equal(correlations.length, count, 'each once');
		assert.ok(countsOf().own <= count + sampleSize + documents);
		sample().forgetRequests();
		assertOwn((await read({}, 2)).results);
		assert.ok(countsOf().own <= count + sampleSize, 'the next export knows it');
	});

	test('asks for the one document of which a detail says nothing', async () => {
		await read();
		sample().forgetRequests();
		sample().changeDetail = detail =>
			detail.scriptName === 'many-39'
				? { ...detail, sourceConfigXml: null, applicationXml: undefined }
				: { ...detail };
		assertOwn((await read({}, 2)).results);
		const asked = sample().requests.filter(({ path }) => path.includes('many-39/source-'));
		assert.equal(asked.length, 2);
	});

	seededTest('believes no text that may stand for bytes which are no UTF-8', 3, async seeds => {
		sample().change('many-30', each => {
			each.sourceTemplate = Buffer.from([0x3c, 0x41, 0xe4, 0x2f, 0x3e]);
		});
		for (const seed of seeds) {
			assertOwn((await read({}, seed)).results);
		}
	});

	test('gives the reasons for those that cannot be read, and reads the others', async () => {
		const failing = /\/many-7\b/;
		sample().fault({ operation: 'getConnector', path: failing }, { kind: 'answer', status: 403 });
		sample().fault({ path: /\/many-0\/translations\/de/ }, { kind: 'answer', status: 403 });
		sample().remove('many-39');
		const { results } = await read();
		const without = results.filter(({ bundle }) => !bundle);
		assert.deepEqual(
			without.map(({ scriptName, error }) => [scriptName, error instanceof Error]),
			[
				['many-0', true],
				['many-7', true],
				['many-39', false],
			],
		);
	});

	test('lets Node.js warn of no leak, though many requests wait for one signal', async () => {
		const warnings: Error[] = [];
		const warn = (warning: Error) => warnings.push(warning);
		sample().changeDetail = detail => changed(detail, () => null);
		process.on('warning', warn);
		try {
			await read();
			await new Promise(resolve => setImmediate(resolve));
		} finally {
			process.off('warning', warn);
		}
		assert.deepEqual(warnings, []);
	});

	test('ends when it is cancelled', async () => {
		const left = new AbortController();
		sample().onRequest = () => {
			if (sample().requests.length > 10) {
				left.abort();
			}
		};
		await assert.rejects(read({ signal: left.signal }), { name: 'AbortError' });
		assert.ok(sample().requests.length < count);
	});
});
