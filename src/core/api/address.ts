/** A text cannot be a tenant's address; `problem` says why. */
export class AddressError extends Error {
	override name = 'AddressError';

	constructor(readonly problem: 'empty' | 'not-an-address' | 'not-https') {
		super(`Not a tenant's address: ${problem}`);
	}
}

/** The domains whose UI and API hosts differ by the label `api` behind the tenant's name. */
const serviceDomains = /^([^.]+)\.((?:identitynow|identitynow-demo)\.com|saas\.sailpoint(?:fedramp)?\.com)$/;

/**
 * The API address of a tenant from whatever people type: `acme`, the address in the browser, the API
 * address itself with or without a path. A host of another domain is taken to be the API's own.
 */
export function apiAddress(typed: string): URL {
	const text = typed.trim();
	if (text === '') {
		throw new AddressError('empty');
	}
	const [, name] = /^([a-z\d][a-z\d-]*)\.?$/i.exec(text) ?? [];
	const url = parse(name && name.toLowerCase() !== 'localhost' ? `${name}.identitynow.com` : text);
	if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
		throw new AddressError('not-https');
	}
	const [, tenant, domain] = serviceDomains.exec(url.hostname) ?? [];
	const host = tenant && domain ? `${tenant}.api.${domain}${url.port && `:${url.port}`}` : url.host;
	return new URL(`${url.protocol}//${host}/`);
}

function parse(text: string): URL {
	const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (!url || url.username !== '' || url.password !== '') {
		throw new AddressError('not-an-address');
	}
	url.hostname = url.hostname.replace(/\.$/, ''); // With its final dot it is the same host.
	if (url.hostname.split('.').includes('')) {
		throw new AddressError('not-an-address');
	}
	return url;
}

/** Credentials may travel without TLS only where they do not leave the machine. */
function isLoopback(hostname: string): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

const apiDomains = /^([^.]+)\.api\.((?:identitynow|identitynow-demo)\.com|saas\.sailpoint(?:fedramp)?\.com)$/;

/** Where people find the tenant in a browser, by its API address; a host of another domain may well be both. */
export function browserAddress(apiAddress: string): URL {
	const url = new URL(apiAddress);
	const [, tenant, domain] = apiDomains.exec(url.hostname) ?? [];
	return new URL(tenant && domain ? `${url.protocol}//${tenant}.${domain}/` : url.origin);
}

/** The page of a source in the tenant's administration, as links of people to it are. */
export function browserAddressOfSource(apiAddress: string, id: string): URL {
	return new URL(`ui/a/admin/connections/sources/${encodeURIComponent(id)}`, browserAddress(apiAddress));
}

/** The tenant's id: host and port, lower case. */
export function tenantId(url: URL): string {
	return url.host;
}

/** A first proposal for a display name: what people call the tenant. */
export function proposedName(url: URL): string {
	return /^[\d.]+$|^\[|^localhost$/.test(url.hostname) ? url.host : (url.hostname.split('.')[0] ?? url.host);
}
