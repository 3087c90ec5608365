import assert from 'node:assert/strict';
import type { ErrorResponseDto, UpdateDetail } from '../../../src/core/api/wire';
import type { SampleConnector } from '../../../src/sample/service/model';
import {
	startSampleTenant,
	type SampleTenant,
	type SampleTenantOptions,
} from '../../../src/sample/server/sampleTenant';

export interface CallOptions {
	readonly headers?: Record<string, string>;
	readonly body?: NonNullable<RequestInit['body']>;
	readonly signal?: AbortSignal;
}

/** A sample tenant and a client that has a token for it. */
export interface Served {
	readonly tenant: SampleTenant;
	readonly call: (method: string, path: string, options?: CallOptions) => Promise<Response>;
}

/** Tenants are stopped by `stopTenants` in a suite's `teardown`. */
export async function serve(options: SampleTenantOptions = {}): Promise<Served> {
	const tenant = await startSampleTenant({ rateLimit: false, ...options });
	running.push(tenant);
	const token = await fetchToken(tenant);
	return {
		tenant,
		call: (method, path, { headers = {}, ...rest } = {}) =>
			fetch(tenant.url + path, {
				method,
				headers: { Authorization: `Bearer ${token}`, ...headers },
				...rest,
			}),
	};
}

const running: SampleTenant[] = [];

export async function stopTenants(): Promise<void> {
	await Promise.all(running.splice(0).map(tenant => tenant.stop()));
}

export async function fetchToken(tenant: SampleTenant): Promise<string> {
	const response = await requestToken(tenant);
	assert.equal(response.status, 200);
	return ((await response.json()) as { access_token: string }).access_token;
}

export function requestToken(tenant: SampleTenant, form: Record<string, string> = {}): Promise<Response> {
	const { clientId, clientSecret } = tenant;
	const fields = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
	return fetch(`${tenant.url}/oauth/token`, {
		method: 'POST',
		body: new URLSearchParams({ ...fields, ...form }),
	});
}

/** A form with one file, as a browser sends it. */
export function formWith(content: string | Uint8Array, part = 'file'): FormData {
	const form = new FormData();
	form.append(
		part,
		new Blob([typeof content === 'string' ? content : new Uint8Array(content)]),
		'document.xml',
	);
	return form;
}

export async function put(served: Served, path: string, content: string | Uint8Array): Promise<UpdateDetail> {
	const response = await served.call('PUT', path, { body: formWith(content) });
	assert.equal(response.status, 200);
	return (await response.json()) as UpdateDetail;
}

export async function bytesOf(response: Response): Promise<Buffer> {
	return Buffer.from(await response.arrayBuffer());
}

/** Checks that this is a refusal in the API's words, and returns those. */
export async function assertRefused(
	response: Response,
	status: number,
	text: RegExp,
): Promise<ErrorResponseDto> {
	assert.equal(response.status, status);
	assert.equal(response.headers.get('Content-Type'), 'application/json');
	const error = (await response.json()) as ErrorResponseDto;
	assert.match(error.detailCode ?? '', new RegExp(`^${status}\\.\\d `));
	assert.match(error.trackingId ?? '', /^[0-9a-f]{32}$/);
	assert.match(error.messages?.[0]?.text ?? '', text);
	assert.equal(error.messages?.[0]?.locale, 'en-US');
	assert.equal(error.messages[0].localeOrigin, 'DEFAULT');
	return error;
}

export const form =
	'<Form xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd" name="Tests" type="SourceConfig"/>';

/** A connector for tests; its script name is `tested` unless said otherwise. */
export function aConnector(changes: Partial<SampleConnector> = {}): SampleConnector {
	return {
		name: 'Tested',
		type: 'tested type',
		scriptName: 'tested',
		className: 'sailpoint.connector.OpenConnectorAdapter',
		features: ['PROVISIONING', 'SEARCH'],
		directConnect: true,
		fileUpload: false,
		status: 'RELEASED',
		custom: true,
		category: 'Testing',
		labels: ['alpha', 'beta'],
		connectorMetadata: { platform: 'ccg' },
		sourceConfig: Buffer.from(form),
		sourceTemplate: Buffer.from('<Application name="Tested"/>'),
		correlationConfig: Buffer.from('<CorrelationConfig name="Tested"/>'),
		translations: { en: Buffer.from('Host=Host\n'), de: Buffer.from('Host=Rechner\n') },
		...changes,
	};
}
