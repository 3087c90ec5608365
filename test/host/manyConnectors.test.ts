import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { ImportReport } from '../../src/commands/transfer/importing';
import type { TransferReport } from '../../src/commands/transfer/transferDesk';
import { locales, type ConnectorDetail, type Locale } from '../../src/core/api/wire';
import type { UndoResult } from '../../src/core/transfer/send/transferUndo';
import { sampleConnectors } from '../../src/sample/data/sampleConnectors';
import type { SampleConnector } from '../../src/sample/service/model';
import { addTenant, asked, letProgramsWrite, type AddedTenant } from './studio';

const many = 40;
const names = Array.from({ length: many }, (_, index) => `many-${index}`);
const [first = ''] = names;

const run = <T>(command: string, options: object) =>
	Promise.resolve(vscode.commands.executeCommand<T>(`iscConnectors.${command}`, options));

const text = (content: string) => new Uint8Array(Buffer.from(content));

/** A connector with all its documents; their bytes are such that whatever an answer may change in texts is seen. */
function connectorOf(scriptName: string, of: readonly Locale[]): SampleConnector {
	const [any] = sampleConnectors(0);
	assert.ok(any);
	const xml = (root: string, more = '') =>
		text(`\uFEFF<${root} name="${scriptName}"${more}>\r\n</${root}>\r\n`);
	return {
		...any,
		scriptName,
		name: scriptName,
		className: 'a.B',
		status: 'RELEASED',
		connectorMetadata: { of: scriptName },
		sourceConfig: xml('Form', ' xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd"'),
		sourceTemplate: xml('Application'),
		correlationConfig: xml('CorrelationConfig'),
		translations: Object.fromEntries(
			of.map(locale => [locale, text(`\uFEFFName=${scriptName} ${locale}\r\n`)]),
		),
	};
}

/** A tenant that has these connectors, and no others. */
async function tenantOf(
	scriptNames: readonly string[],
	of: (scriptName: string) => SampleConnector = each => connectorOf(each, locales),
): Promise<AddedTenant> {
	const tenant = await addTenant({ rateLimit: false });
	for (const { scriptName } of sampleConnectors(0)) {
		tenant.sample.remove(scriptName);
	}
	scriptNames.forEach(each => tenant.sample.add(of(each)));
	tenant.sample.forgetRequests();
	return tenant;
}

/** In how many ways the tenants' answers differ from the documents: the texts of details are not documented to be the same. */
const ways: readonly ((content: string) => string | null)[] = [
	content => content.replace(/\r\n/g, '\n'),
	content => content.replace(/^\uFEFF/, ''),
	content => `<?xml version="1.0"?>${content.replace(/^\uFEFF/, '')}`,
	content => content.replace(/"/g, "'"),
	() => null,
	() => '',
];

function changed(
	detail: ConnectorDetail,
	way: (content: string) => string | null,
): Readonly<Record<string, unknown>> {
	const change = (content: string | null | undefined) => way(content ?? '');
	const translations = Object.entries(detail.translationProperties ?? {});
	return {
		...detail,
		sourceConfigXml: change(detail.sourceConfigXml),
		applicationXml: change(detail.applicationXml),
		correlationConfigXml: change(detail.correlationConfigXml),
		translationProperties: Object.fromEntries(
			translations.map(([locale, content]) => [locale, change(content)]),
		),
	};
}

/** Requests by what they ask for, without the names of connectors and languages. */
function counted(tenant: AddedTenant): Readonly<Record<string, number>> {
	const counts: Record<string, number> = {};
	for (const request of asked(tenant)) {
		const what = request
			.replace(/\/many-\d+/, '/:name')
			.replace(/translations\/[\w-]+/, 'translations/:locale')
			.replace(/ \/v2024\/.*|\?.*/, '');
		counts[what] = (counts[what] ?? 0) + 1;
	}
	return counts;
}

suite('What is asked of tenants when many connectors are sent', () => {
	letProgramsWrite();
	const tenants: AddedTenant[] = [];
	let folder: string;

	setup(() => {
		folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-many-'));
	});

	teardown(async () => {
		fs.rmSync(folder, { recursive: true, force: true });
		await Promise.all(tenants.splice(0).map(({ sample }) => sample.stop()));
	});

	const use = async (...args: Parameters<typeof tenantOf>) => {
		const tenant = await tenantOf(...args);
		tenants.push(tenant);
		return tenant;
	};

	/** Changes a document of each kind. */
	const change = (from: AddedTenant, scriptName: string) =>
		from.sample.change(scriptName, each => {
			each.correlationConfig = text(`\uFEFF<CorrelationConfig name="${scriptName}, changed"/>\r\n`);
			each.connectorMetadata = { of: 'somebody else' };
			each.translations.de = text(`\uFEFFName=${scriptName} changed\r\n`);
		});

	const promote = (from: AddedTenant, to: AddedTenant, scriptName: string) =>
		run<TransferReport>('connector.promote', { tenant: from.id, scriptName, otherTenant: to.id });

	/** One request for each connector, and the documents of the first one, which is looked at both ways. */
	const plan = {
		'GET ': 1,
		'GET /:name': many,
		'GET /:name/source-config': 1,
		'GET /:name/source-template': 1,
		'GET /:name/correlation-config': 1,
		'GET /:name/translations/:locale': locales.length,
	};

	test('a promotion reads each connector once on each side, and what differs', async () => {
		const [from, to] = [await use(names), await use(names)];
		const differing = names.slice(-3);
		differing.forEach(scriptName => change(from, scriptName));
		for (const scriptName of names) {
			const report = await promote(from, to, scriptName);
			assert.deepEqual([report.sent.length, report.failed], [differing.includes(scriptName) ? 3 : 0, []]);
		}
		const sent = differing.length;
		assert.deepEqual(counted(from), {
			...plan,
			'GET /:name/correlation-config': 1 + sent,
			'GET /:name/translations/:locale': locales.length + sent,
		});
		assert.deepEqual(counted(to), {
			...plan,
			'GET /:name': many + sent + 2 * sent, // Which languages there are, and the metadata.
			'PATCH /:name': sent,
			'GET /:name/correlation-config': 1 + 2 * sent,
			'PUT /:name/correlation-config': sent,
			'GET /:name/translations/:locale': locales.length + 2 * sent,
			'PUT /:name/translations/:locale': sent,
		});
	});

	test('an import reads each connector once, and what differs; so does its undo', async () => {
		const to = await use(names);
		for (const scriptName of names) {
			writeFolder(scriptName, connectorOf(scriptName, locales));
		}
		const differing = names.slice(-2);
		for (const scriptName of differing) {
			const place = path.join(folder, scriptName);
			fs.appendFileSync(path.join(place, 'correlation-config.xml'), '<!-- changed -->');
			fs.appendFileSync(path.join(place, 'translations/de.properties'), 'More=changed');
		}
		const { result } = await run<ImportReport>('tenant.import', {
			tenant: to.id,
			source: folder,
			send: true,
		});
		assert.deepEqual([result?.sent.length, result?.failed], [4, []]);
		const sent = differing.length;
		const each = {
			'GET /:name/correlation-config': 2 * sent,
			'PUT /:name/correlation-config': sent,
			'GET /:name/translations/:locale': 2 * sent,
			'PUT /:name/translations/:locale': sent,
		};
		assert.deepEqual(counted(to), {
			...plan,
			...each,
			'GET /:name': many + sent,
			'GET /:name/correlation-config': 1 + 2 * sent,
			'GET /:name/translations/:locale': locales.length + 2 * sent,
		});
		to.sample.forgetRequests();
		const { restored } = await run<UndoResult>('transfer.undo', { tenant: to.id });
		assert.equal(restored.length, 4);
		assert.deepEqual(counted(to), each);
	});

	function writeFolder(scriptName: string, connector: SampleConnector): void {
		const place = path.join(folder, scriptName);
		fs.mkdirSync(path.join(place, 'translations'), { recursive: true });
		const write = (name: string, content: string | Uint8Array) =>
			fs.writeFileSync(path.join(place, name), content);
		write('connector.json', JSON.stringify({ name: connector.name, className: 'a.B' }));
		write('source-config.xml', connector.sourceConfig);
		write('source-template.xml', connector.sourceTemplate);
		write('correlation-config.xml', connector.correlationConfig);
		for (const [locale, content] of Object.entries(connector.translations)) {
			write(`translations/${locale}.properties`, content);
		}
	}

	test('a clone reads its source once, and each document', async () => {
		const [from, to] = [await use([first]), await use([])];
		await run('connector.clone', { tenant: from.id, scriptName: first, toTenant: to.id });
		assert.deepEqual(counted(from), { ...plan, 'GET /:name': 1 });
		const { 'GET /:name': details = 0, ...others } = counted(to);
		assert.deepEqual(others, {
			'POST ': 1,
			'GET /:name/source-config': 2,
			'PUT /:name/source-config': 1,
			'GET /:name/source-template': 2,
			'PUT /:name/source-template': 1,
			'GET /:name/correlation-config': 2,
			'PUT /:name/correlation-config': 1,
			'PATCH /:name': 1,
			'PUT /:name/translations/:locale': locales.length,
			'GET /:name/translations/:locale': locales.length,
		});
		// A look at the languages takes the place of a text that is not there yet. A slow machine looks again after a second.
		assert.ok(details <= 2 * locales.length, `${details} details`);
		assertSame(from, to, [first]);
	});

	test('what is sent has the bytes of the documents, however details that are read late differ from those', async () => {
		const late = names.slice(1, 1 + ways.length);
		const of = (scriptName: string) => connectorOf(scriptName, ['en', 'de']);
		const [from, to] = [await use([first, ...late], of), await use([first, ...late], of)];
		[first, ...late].forEach(scriptName => change(from, scriptName));
		for (const { sample } of [from, to]) {
			sample.changeDetail = detail => {
				const way = ways[late.indexOf(detail.scriptName ?? '')];
				return way ? changed(detail, way) : { ...detail };
			};
		}
		for (const scriptName of [first, ...late]) {
			const { failed } = await promote(from, to, scriptName);
			assert.deepEqual(failed, []);
		}
		assertSame(from, to, [first, ...late]);
	});

	test('what is exported has the bytes of the documents, however details that are read late differ from those', async () => {
		for (const [index, way] of ways.entries()) {
			const all = names.slice(0, 4);
			const from = await use(all, each => connectorOf(each, each === first ? ['en'] : locales.slice(0, 9)));
			from.sample.changeDetail = detail =>
				detail.scriptName === first ? { ...detail } : changed(detail, way);
			const target = path.join(folder, String(index));
			await run('tenant.export', { tenant: from.id, target });
			for (const scriptName of all) {
				const own = from.sample.connector(scriptName);
				const file = (name: string) => fs.readFileSync(path.join(target, scriptName, name));
				assert.ok(file('source-config.xml').equals(own.sourceConfig), scriptName);
				assert.ok(file('source-template.xml').equals(own.sourceTemplate), scriptName);
				assert.ok(file('correlation-config.xml').equals(own.correlationConfig), scriptName);
				for (const [locale, bytes] of Object.entries(own.translations)) {
					assert.ok(file(`translations/${locale}.properties`).equals(bytes), `${scriptName} ${locale}`);
				}
			}
		}
	});

	function assertSame(one: AddedTenant, other: AddedTenant, scriptNames: readonly string[]): void {
		for (const scriptName of scriptNames) {
			const [expected, actual] = [one, other].map(({ sample }) => {
				const { sourceConfig, sourceTemplate, correlationConfig, translations } =
					sample.connector(scriptName);
				const bytes = { sourceConfig, sourceTemplate, correlationConfig, ...translations };
				return Object.entries(bytes).map(([name, each]) => `${name} ${Buffer.from(each).toString()}`);
			});
			assert.deepEqual(actual?.sort(), expected?.sort());
		}
	}
});
