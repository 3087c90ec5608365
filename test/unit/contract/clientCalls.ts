import type { ConnectorPart, ConnectorsApi } from '../../../src/core/api/connectorsApi';
import type { ConnectorOperation } from '../../../src/core/api/send/http';
import type { Locale } from '../../../src/core/api/wire';

type ApiCall = (api: ConnectorsApi) => Promise<unknown>;

/** A connector of the tests' own, whose name needs every kind of encoding. */
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

/** What the client offers, by the operation that it leads to, the plainest call first. */
export const clientCalls: Readonly<Record<ConnectorOperation, readonly [ApiCall, ...ApiCall[]]>> = {
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

function eachLocale(call: (locale: Locale) => ApiCall): ApiCall[] {
	return (['no', 'zh-CN', 'en'] as const).map(call);
}
