import { equal, menu, plain, section } from '../builders';
import {
	catalogueAttribute,
	catalogueField,
	groupAttributes,
	type AttributeName,
	type FieldName,
} from './products';
import type { Definition, Filter, Layout, Locale, Schema } from '../definition';

/** A simple connector: one menu, two sections. What is left out comes from its kind. */
export interface Product {
	readonly name: string;
	readonly scriptName: string;
	readonly kind: Kind;
	/** The name, if left out; `custom ` and the name for a custom one. */
	readonly type?: string;
	readonly className?: string | null;
	readonly features?: readonly string[] | null;
	readonly status?: Definition['status'];
	readonly custom?: boolean;
	readonly category?: string;
	readonly labels: readonly string[];
	readonly access: readonly FieldName[];
	readonly settings: readonly FieldName[];
	/** The identity attribute first, then the one that is shown. */
	readonly account: readonly [AttributeName, AttributeName, ...AttributeName[]];
	/** Besides English. */
	readonly locales?: readonly Locale[];
	readonly layout?: Layout;
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

function schemasOf({ account }: Product): Schema[] {
	const [identityAttribute, displayAttribute] = account;
	const accounts: Schema = {
		objectType: 'account',
		nativeObjectType: 'account',
		identityAttribute,
		displayAttribute,
		...(account.includes('groups') && { more: { groupAttribute: 'groups' } }),
		attributes: account.map(catalogueAttribute).join('\n'),
	};
	const groups: Schema = {
		objectType: 'group',
		nativeObjectType: 'group',
		identityAttribute: 'id',
		displayAttribute: 'name',
		attributes: groupAttributes,
	};
	return account.includes('groups') ? [accounts, groups] : [accounts];
}

/** By what both sides know: the employee number before the address before the logon name. */
function filtersOf({ account }: Product): Filter[] {
	const filters: Filter[] = [];
	if (account.includes('employeeNumber')) {
		filters.push(equal('employeeNumber', 'employeeNumber'));
	}
	if (account.includes('email')) {
		filters.push(equal('email', 'email', { ignoreCase: true }));
	}
	return filters.length > 0 ? filters : [equal('uid', account[1], { ignoreCase: true })];
}

/** All that a simple connector is, its kind's habits included. */
export function definitionOf(product: Product): Definition {
	const { name, kind, custom = false, className = classOf[kind], features = featuresOf[kind] } = product;
	const asked: AttributeName[] = ['userName', 'firstName', 'lastName', 'email', 'department'];
	return {
		name,
		scriptName: product.scriptName,
		type: product.type ?? (custom ? `custom ${name}` : name),
		className,
		features,
		directConnect: kind !== 'file',
		fileUpload: kind === 'file',
		status: product.status ?? 'RELEASED',
		custom,
		category: product.category ?? kind,
		labels: product.labels,
		platform: kind === 'saas' ? 'saas' : 'ccg',
		shortDesc: `ShortDesc_${custom ? 'custom' : kind}`,
		base: [],
		menus: [
			menu('connection', [
				section(kind === 'file' ? 'file' : 'access', product.access.map(catalogueField), 'guide'),
				section('settings', product.settings.map(catalogueField)),
			]),
		],
		attributes: {},
		schemas: schemasOf(product),
		asked: features?.includes('PROVISIONING') ? asked.filter(one => product.account.includes(one)) : [],
		correlation: { filters: filtersOf(product) },
		layout: product.layout ?? plain,
		translations: [{ locale: 'en' }, ...(product.locales ?? []).map(locale => ({ locale }))],
	};
}
