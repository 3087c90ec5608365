import type { Client } from '../../../src/core/api/client';
import type { ConnectorPart } from '../../../src/core/api/connectorsApi';
import type { ServiceList } from '../../../src/core/api/urls';
import type { ConnectorOperation, SourceOperation } from '../../../src/core/api/send/http';
import type { Locale } from '../../../src/core/api/wire';

type ApiCall = (api: Client) => Promise<unknown>;
type Calls<Operation extends string> = Readonly<Record<Operation, readonly [ApiCall, ...ApiCall[]]>>;

/** A connector and a source of the tests' own, whose name and id need every kind of encoding. */
export const oddName = 'Größe 1/2 ?#%&+';
/** Another one, which is there to be deleted. */
export const doomedName = 'doomed';

const read =
	(part: ConnectorPart): ApiCall =>
	api =>
		api.readPart(oddName, part);
const write =
	(part: ConnectorPart, text: string): ApiCall =>
	api =>
		api.writePart(oddName, part, new TextEncoder().encode(text));
const create =
	(name: string, more: object = {}): ApiCall =>
	api =>
		api.createConnector({ name, className: 'sailpoint.connector.OpenConnectorAdapter', ...more });

const metadata = '/connectorMetadata';

const connectorCalls: Calls<ConnectorOperation> = {
	getConnectorList: [
		api => api.listPage(),
		api => api.listConnectors(),
		api => api.listConnectors({ filters: 'name co "a" and features ca ("SEARCH")', locale: 'zh-TW' }),
		api => api.listPage({ limit: 0, offset: 0, count: false }),
		api =>
			api.listPage({ filters: 'directConnect eq "true"', limit: 250, offset: 7, count: true, locale: 'no' }),
	],
	createCustomConnector: [
		create('Plain'),
		create('Größe "1" <2>', { type: 'of a type', directConnect: false, status: 'DEMO' }),
	],
	getConnector: [api => api.getConnector(oddName), api => api.getConnector(oddName, { locale: 'de' })],
	updateConnector: [
		api => api.patchConnector(oddName, [{ op: 'add', path: `${metadata}/owner`, value: 'me' }]),
		api =>
			api.patchConnector(oddName, [
				{ op: 'test', path: `${metadata}/platform`, value: 'ccg' },
				{ op: 'replace', path: metadata, value: { a: 1, b: { c: [true] } } },
				{ op: 'add', path: `${metadata}/list`, value: ['001', 2, {}] },
				{ op: 'remove', path: `${metadata}/b` },
			]),
	],
	deleteCustomConnector: [api => api.deleteConnector(doomedName)],
	getConnectorSourceConfig: [read('source-config')],
	getConnectorSourceTemplate: [read('source-template')],
	getConnectorCorrelationConfig: [read('correlation-config')],
	getConnectorTranslations: [
		read('translations/de'),
		...eachLocale(locale => read(`translations/${locale}`)),
	],
	putConnectorSourceConfig: [write('source-config', '<Form/>'), write('source-config', '')],
	putConnectorSourceTemplate: [write('source-template', '\uFEFF<Application/>\r\n')],
	putConnectorCorrelationConfig: [write('correlation-config', '--<!-- not XML')],
	putConnectorTranslations: [
		write('translations/de', 'a=ä\n'),
		...eachLocale(locale => write(`translations/${locale}`, '')),
	],
};

const sourceCalls: Calls<SourceOperation> = {
	listSources: [
		({ sources }) => sources.listPage(),
		({ sources }) => sources.listSources(),
		({ sources }) => sources.listPage({ limit: 250, offset: 7, count: true, forSubadmin: true }),
		({ sources }) => sources.listPage({ limit: 0, count: true }),
	],
	getSource: [({ sources }) => sources.getSource(oddName)],
	getSourceConfig: [
		({ sources }) => sources.getSourceConfig(oddName),
		...eachLocale(
			locale =>
				({ sources }) =>
					sources.getSourceConfig(oddName, locale),
		),
	],
	getCorrelationConfig: [({ sources }) => sources.getCorrelationConfig(oddName)],
	getSourceSchemas: [({ sources }) => sources.getSchemas(oddName)],
};

/** What the client offers of a service, by the operation that it leads to, the plainest call first. */
export function clientCalls(service: ServiceList): Calls<string> {
	return service === 'connectors' ? connectorCalls : sourceCalls;
}

function eachLocale(call: (locale: Locale) => ApiCall): ApiCall[] {
	return (['no', 'zh-CN', 'en'] as const).map(call);
}
