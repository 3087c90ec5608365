import type { SampleConnector } from '../service/model';
import { buildConnector } from './documents/buildConnector';
import type { Product } from './products/product';

/** A list with at least one element, so that `around` always finds one. */
type Ring<T> = readonly [T, ...T[]];
const around = <T>(ring: Ring<T>, index: number): T => ring[index % ring.length] ?? ring[0];

const companies: Ring<string> = [
	'Contoso',
	'Fabrikam',
	'Adventure Works',
	'Tailwind Traders',
	'Woodgrove',
	'Litware',
	'Proseware',
];

const systems: Ring<readonly [system: string, type: string, kind: Product['kind']]> = [
	['Payroll', 'JDBC', 'database'],
	['Badge System', 'Web Services', 'saas'],
	['Ticketing', 'Web Services', 'saas'],
	['Time Sheets', 'Delimited File', 'file'],
	['Staff Directory', 'LDAP - Direct', 'directory'],
	['Warehouse', 'JDBC', 'database'],
	['Intranet', 'SCIM 2.0', 'saas'],
	['Branch Offices', 'LDAP - Direct', 'directory'],
	['Suppliers', 'Delimited File', 'file'],
	['Travel Expenses', 'Web Services', 'hr'],
	['Print Service', 'Linux - Direct', 'host'],
];

/** In the documents that are copied, these stand for the connector's name, script name and type. */
const nameMark = '\u0001';
const scriptMark = '\u0002';
const typeMark = '\u0003';

type Model = Pick<Product, 'access' | 'settings' | 'account'>;

/** What the made-up connectors are copied from. */
const models: Readonly<Record<Product['kind'], Model>> = {
	database: {
		access: ['connectionUrl', 'userName', 'password'],
		settings: ['accountQuery', 'timeout'],
		account: ['id', 'userName', 'firstName', 'lastName', 'email', 'employeeNumber', 'roles'],
	},
	saas: {
		access: ['url', 'clientId', 'clientSecret'],
		settings: ['resourcePath', 'aggregateGroups', 'pageSize'],
		account: ['id', 'userName', 'displayName', 'email', 'active', 'groups'],
	},
	hr: {
		access: ['url', 'userName', 'password'],
		settings: ['futureHires', 'pageSize'],
		account: ['id', 'displayName', 'email', 'employeeNumber', 'costCenter', 'startDate'],
	},
	file: {
		access: ['file', 'delimiter', 'hasHeader'],
		settings: ['encoding'],
		account: ['id', 'displayName', 'email', 'employeeNumber', 'department'],
	},
	directory: {
		access: ['host', 'port', 'userName', 'password'],
		settings: ['baseDn', 'userFilter', 'pageSize'],
		account: ['id', 'userName', 'displayName', 'email', 'department', 'phone', 'groups'],
	},
	host: {
		access: ['host', 'port', 'userName', 'privateKey'],
		settings: ['useSudo', 'timeout'],
		account: ['uid', 'userName', 'email', 'homeDirectory', 'shell', 'groups'],
	},
};

type Copy = (names: Pick<SampleConnector, 'name' | 'scriptName' | 'type'>) => SampleConnector;

/** Builds the model once; the function that comes back copies it and puts names into its documents. */
function copyMaker(kind: Product['kind']): Copy {
	const model = buildConnector({
		...models[kind],
		kind,
		name: nameMark,
		scriptName: scriptMark,
		type: typeMark,
		custom: true,
		labels: ['custom', kind],
	});
	const decoder = new TextDecoder();
	const encoder = new TextEncoder();
	const sourceConfig = decoder.decode(model.sourceConfig);
	const sourceTemplate = decoder.decode(model.sourceTemplate);
	const correlationConfig = decoder.decode(model.correlationConfig);
	return ({ name, scriptName, type }) => {
		const fill = (text: string) =>
			text.replaceAll(nameMark, name).replaceAll(scriptMark, scriptName).replaceAll(typeMark, type);
		return {
			...model,
			name,
			type,
			scriptName,
			features: model.features && [...model.features],
			labels: [...model.labels],
			connectorMetadata: {
				...model.connectorMetadata,
				docLink: fill(String(model.connectorMetadata['docLink'])),
			},
			sourceConfig: encoder.encode(fill(sourceConfig)),
			sourceTemplate: encoder.encode(fill(sourceTemplate)),
			correlationConfig: encoder.encode(fill(correlationConfig)),
			translations: { ...model.translations },
		};
	};
}

/** Connectors that fill up a large tenant, always the same ones. */
export function madeUpConnectors(count: number): SampleConnector[] {
	const copyOf: Readonly<Record<Product['kind'], Copy>> = {
		saas: copyMaker('saas'),
		hr: copyMaker('hr'),
		directory: copyMaker('directory'),
		database: copyMaker('database'),
		file: copyMaker('file'),
		host: copyMaker('host'),
	};
	return Array.from({ length: count }, (_, index) => {
		const [system, type, kind] = around(systems, index);
		const name = `${around(companies, index)} ${system} ${String(index + 1).padStart(4, '0')}`;
		return copyOf[kind]({ name, scriptName: name.toLowerCase().replaceAll(' ', '-'), type });
	});
}
