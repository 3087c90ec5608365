import type { Locale } from '../../../core/api/wire';
import type { SampleConnector } from '../../service/model';
import type { AttributeName } from './attributeTable';
import type { FieldName } from './fieldTable';

/** A simple connector: a form with one menu and two sections. What is left out comes from its kind. */
export interface Product {
	readonly name: string;
	readonly scriptName: string;
	readonly kind: Kind;
	/** The name, if left out; `custom ` and the name for a custom one. */
	readonly type?: string;
	readonly className?: string | null;
	readonly features?: readonly string[] | null;
	readonly status?: SampleConnector['status'];
	readonly custom?: boolean;
	readonly category?: string;
	readonly labels: readonly string[];
	/** The fields of the first section: how the connector gets at the application. */
	readonly access: readonly FieldName[];
	/** The fields of the second section. */
	readonly settings: readonly FieldName[];
	/** The identity attribute first, then the one that is shown. */
	readonly account: readonly [AttributeName, AttributeName, ...AttributeName[]];
	/** Besides English. */
	readonly locales?: readonly Locale[];
	/** Indented by spaces or tabs; `windows`: by spaces, with Windows line ends. */
	readonly layout?: 'plain' | 'tabs' | 'windows';
}

type Kind = 'saas' | 'hr' | 'directory' | 'database' | 'file' | 'host';

const classOf: Readonly<Record<Kind, string | null>> = {
	saas: 'sailpoint.connector.OpenConnectorAdapter',
	hr: 'sailpoint.connector.webservices.WebServicesConnector',
	directory: 'sailpoint.connector.LDAPConnector',
	database: 'sailpoint.connector.JDBCConnector',
	file: 'sailpoint.connector.DelimitedFileConnector',
	host: 'sailpoint.connector.HostConnector',
};

const featuresOf: Readonly<Record<Kind, readonly string[]>> = {
	saas: ['PROVISIONING', 'SYNC_PROVISIONING', 'ENABLE'],
	hr: ['SYNC_PROVISIONING', 'DISCOVER_SCHEMA'],
	directory: ['PROVISIONING', 'SYNC_PROVISIONING', 'ENABLE', 'PASSWORD', 'AUTHENTICATE'],
	database: ['PROVISIONING', 'ENABLE', 'PASSWORD', 'DIRECT_PERMISSIONS'],
	file: ['NO_RANDOM_ACCESS', 'DISCOVER_SCHEMA'],
	host: ['PROVISIONING', 'ENABLE', 'UNLOCK', 'PASSWORD'],
};

export type CompleteProduct = Required<Product>;

export function complete(product: Product): CompleteProduct {
	const { name, kind, custom = false } = product;
	return {
		type: custom ? `custom ${name}` : name,
		className: classOf[kind],
		features: featuresOf[kind],
		status: 'RELEASED',
		custom,
		category: kind,
		locales: [],
		layout: 'plain',
		...product,
	};
}

/** The sections of the form; only the first has a link to the documentation. */
export function sectionsOf({ kind, access, settings }: CompleteProduct) {
	return [
		{ id: kind === 'file' ? 'file' : 'access', docLink: 'guide', fields: access },
		{ id: 'settings', docLink: undefined, fields: settings },
	];
}

/** Where the imaginary handbook is. */
export function guideOf({ scriptName }: CompleteProduct): string {
	return `https://docs.example.com/connectors/${scriptName.toLowerCase()}`;
}
