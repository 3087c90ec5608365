import type { BodyInit } from 'node-fetch';
import { UnreachableError, type UnreachableReason } from '../errors';
import { asError, type ApiRequest, type ApiResponse, type RequestBody } from './http';

/**
 * One exchange through node-fetch, which uses node's http and https modules: VS Code patches them for its proxy and
 * certificate settings. Redirects are not followed, so that credentials never reach another host.
 */
export async function nodeFetch(request: ApiRequest): Promise<ApiResponse> {
	const { default: fetch } = await import('node-fetch');
	try {
		const response = await fetch(request.url, {
			method: request.method,
			headers: {
				...request.headers,
				...(request.body?.kind === 'text' && { 'Content-Type': request.body.contentType }),
				// VS Code's patch gives each request a fresh agent, which would close its connection without this.
				Connection: 'keep-alive',
			},
			redirect: 'manual',
			size: largestAnswer,
			...(request.body && { body: await encode(request.body) }),
			...(request.signal && { signal: request.signal }),
		});
		const body = new Uint8Array(await response.arrayBuffer());
		if (response.status !== proxyAuthenticationRequired) {
			return { status: response.status, headers: response.headers, body };
		}
	} catch (error) {
		if (request.signal?.aborted) {
			throw asError(request.signal.reason);
		}
		throw new UnreachableError(request.url.host, reasonOf(error), withoutCredentials(error));
	}
	// A proxy that refuses to open a tunnel answers in place of the tenant.
	throw new UnreachableError(request.url.host, 'proxy-authentication');
}

const proxyAuthenticationRequired = 407;

/** In bytes, unpacked: many times the size of a connector. */
const largestAnswer = 256 * 1024 * 1024;

/** The multipart Content-Type is left to node-fetch: it holds the boundary. */
async function encode(body: RequestBody): Promise<BodyInit> {
	if (body.kind === 'text') {
		return body.text;
	}
	const { Blob, FormData } = await import('node-fetch');
	const form = new FormData();
	form.append('file', new Blob([body.bytes], { type: body.contentType }), body.fileName);
	return form;
}

const reasons: Readonly<Record<string, UnreachableReason>> = {
	ENOTFOUND: 'unknown-host',
	EAI_AGAIN: 'unknown-host',
	ECONNREFUSED: 'refused',
	ECONNRESET: 'interrupted',
	EPIPE: 'interrupted',
	ERR_STREAM_PREMATURE_CLOSE: 'interrupted',
	ETIMEDOUT: 'timeout',
	// OpenSSL's names, as node reports them: https://nodejs.org/api/tls.html#x509-certificate-error-codes
	CERT_HAS_EXPIRED: 'certificate',
	CERT_NOT_YET_VALID: 'certificate',
	CERT_UNTRUSTED: 'certificate',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate',
	ERR_TLS_CERT_ALTNAME_INVALID: 'certificate',
	SELF_SIGNED_CERT_IN_CHAIN: 'certificate',
	UNABLE_TO_GET_ISSUER_CERT: 'certificate',
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate',
};

/** By code, not by class: minifying renames node-fetch's error classes. */
function reasonOf(error: unknown): UnreachableReason {
	const { code, type } = error as { readonly code?: unknown; readonly type?: unknown };
	return type === 'max-size' ? 'too-large' : (reasons[String(code)] ?? 'other');
}

/** Some versions of VS Code name a proxy that cannot be reached together with the password that is set for it. */
function withoutCredentials(error: unknown): unknown {
	const { message, code } = error as { readonly message?: unknown; readonly code?: unknown };
	const harmless = String(message).replace(/[^\s/]+:[^\s/]*@/g, '');
	return harmless === String(message) ? error : Object.assign(new Error(harmless), { code });
}
