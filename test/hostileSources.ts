import type { SampleTenant } from '../src/sample/server/sampleTenant';
import { cipherText } from '../src/sample/data/sources/sampleValues';

/** Makes the tenant answer about one source, or about all, as services sometimes do; faults last until they are cleared. */
export type Hostility = (sample: SampleTenant, id: string) => void;

const json = { 'Content-Type': 'application/json' };
const error = (status: number, text: string, headers: Record<string, string> = {}) =>
	({
		kind: 'answer',
		status,
		headers: { ...json, ...headers },
		body: JSON.stringify({ detailCode: `${status}.0`, messages: [{ locale: 'en-US', text }] }),
	}) as const;

const pathOf = (id: string, part = '') => new RegExp(`/${encodeURIComponent(id)}${part}(\\?|$)`);

const withAttributes =
	(attributes: Record<string, unknown> | null): Hostility =>
	(sample, id) =>
		sample.changeSource(id, source => {
			source.attributes = attributes && { ...source.attributes, ...attributes };
		});

/** A value of each key that is easily taken for something else; `__proto__` is a key like any other in JSON. */
const oddKeys = JSON.parse('{"__proto__":"x","a/b":"x","a~b":"x","a.b":"x","a b":"x"}') as Record<
	string,
	unknown
>;

/** Every answer that a reader of sources has to bear. */
export const hostileSources = {
	'an error whose Content-Encoding is UTF-8': (sample, id) =>
		sample.fault(
			{ operation: 'getSource', path: pathOf(id) },
			error(404, 'Gone.', { 'Content-Encoding': 'UTF-8' }),
			Infinity,
		),
	'no owner': (sample, id) =>
		sample.changeSource(id, ({ fields }) => {
			fields.owner = null;
		}),
	'a feature that is not specified': (sample, id) =>
		sample.changeSource(id, ({ fields }) => {
			fields.features = [...(fields.features ?? []), 'TELEPATHY'];
		}),
	'nulls wherever they may be': (sample, id) =>
		sample.changeSource(id, ({ fields }) => {
			Object.assign(fields, { cluster: null, category: null, passwordPolicies: null, description: null });
		}),
	'connectorAttributes that are null': withAttributes(null),
	'no connectorAttributes': (sample, id) =>
		sample.fault(
			{ operation: 'getSource', path: pathOf(id) },
			{ kind: 'change', json: source => ({ ...(source as object), connectorAttributes: undefined }) },
			Infinity,
		),
	'values of other types than their fields': withAttributes({
		timeout: 'soon',
		pageSize: [100],
		aggregateGroups: { on: true },
		excludedAccounts: 7,
	}),
	'secrets that are cipher text, empty and null': withAttributes({
		password: cipherText('hostile'),
		clientSecret: '',
		apiKey: null,
		encrypted: 'password,clientSecret,apiKey',
	}),
	'odd keys': withAttributes(oddKeys),
	'a connector that is not there': (sample, id) =>
		sample.changeSource(id, ({ fields }) => {
			fields.connector = 'no-such-connector';
		}),
	'404 between list and read': (sample, id) =>
		sample.fault({ path: pathOf(id, '(/.*)?') }, error(404, 'There is no such source.'), Infinity),
	'403 for one source': (sample, id) =>
		sample.changeSource(id, source => {
			source.isRefused = true;
		}),
	'403 for the source-config alone': (sample, id) =>
		sample.fault(
			{ operation: 'getSourceConfig', path: pathOf(id, '/connectors/source-config') },
			error(403, 'The server understood the request but refuses to authorize it.'),
			Infinity,
		),
	'a record on two pages': sample => {
		let first: unknown;
		const change = (rows: unknown) => {
			const [row, ...others] = rows as unknown[];
			first ??= row;
			return [first, ...others];
		};
		sample.fault({ operation: 'listSources' }, { kind: 'change', json: change }, Infinity);
	},
	'no X-Total-Count': sample =>
		sample.fault(
			{ operation: 'listSources' },
			{ kind: 'change', headers: { 'X-Total-Count': undefined } },
			Infinity,
		),
	'429 without Retry-After': sample =>
		sample.fault(
			{ path: /\/sources/ },
			{ kind: 'answer', status: 429, headers: json, body: '{"message":" Rate Limit Exceeded "}' },
		),
	'200 with HTML': sample =>
		sample.fault(
			{ path: /\/sources/ },
			{ kind: 'answer', status: 200, headers: { 'Content-Type': 'text/html' }, body: '<h1>Sign in</h1>' },
			Infinity,
		),
} satisfies Record<string, Hostility>;
