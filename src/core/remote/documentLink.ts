import { pathOf, placeAt, type DocumentId } from './documentPath';

/** Whom a link is for: the scheme that this VS Code is registered for, and the extension in it. */
export interface LinkTarget {
	readonly scheme: string;
	readonly extensionId: string;
}

/** A link that opens the document wherever the extension is installed and the tenant has been added. */
export function linkOf(
	{ tenant, scriptName, part }: DocumentId,
	{ scheme, extensionId }: LinkTarget,
): string {
	const document = pathOf({ kind: 'document', scriptName, part });
	return `${scheme}://${extensionId}/open?tenant=${encode(tenant)}&document=${encode(document)}`;
}

/**
 * The inverse of `linkOf`, for a query as VS Code hands it to a URI handler. Undefined for whatever else it contains:
 * a link comes from anywhere, and can name a document but nothing that would steer how it is opened.
 */
export function documentAtLink(query: string): DocumentId | undefined {
	const parameters = query.split('&').map(readParameter);
	const [tenant, ...otherTenants] = parameters.filter(each => each?.name === 'tenant');
	const [document, ...otherDocuments] = parameters.filter(each => each?.name === 'document');
	if (!tenant || !document || otherTenants.length + otherDocuments.length > 0 || parameters.length !== 2) {
		return undefined;
	}
	const place = placeAt(document.value);
	return place?.kind === 'document' && isTenantId(tenant.value)
		? { tenant: tenant.value, scriptName: place.scriptName, part: place.part }
		: undefined;
}

/**
 * VS Code decodes a query as a whole before a URI handler sees it. What would end a parameter is therefore encoded
 * twice; slashes and colons end none and stay readable.
 */
function encode(text: string): string {
	return encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%', '%25');
}

function readParameter(text: string): { readonly name: string; readonly value: string } | undefined {
	const [, name, encoded] = /^(\w+)=([^=]+)$/.exec(text) ?? [];
	if (name === undefined || encoded === undefined) {
		return undefined;
	}
	try {
		return { name, value: decodeURIComponent(encoded) };
	} catch {
		return undefined; // A percent sign that encodes nothing: `linkOf` writes none.
	}
}

/** A host as `tenantId` makes it, with the port where there is one; the id of a sample tenant could be one, too. */
function isTenantId(text: string): boolean {
	return text.length <= 261 && hostAndPort.test(text) && hasPossiblePort(text);
}

const label = '[a-z\\d](?:[a-z\\d-]*[a-z\\d])?';
const hostAndPort = new RegExp(
	`^(?:${label}(?:\\.${label})*|\\[[\\da-f:.]*:[\\da-f:.]*\\])(?::[1-9]\\d{0,4})?$`,
);

function hasPossiblePort(host: string): boolean {
	return Number(/:(\d+)$/.exec(host)?.[1] ?? 1) <= 65535;
}
