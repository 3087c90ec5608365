import fetch, { Blob, FormData } from 'node-fetch';
import { UnreachableError, type UnreachableReason } from './errors';
import { asError, type ApiRequest, type ApiResponse, type RequestBody } from './http';

/**
 * One exchange through node-fetch, which uses node's own http and https modules: these VS Code patches for its proxy
 * and certificate settings. Redirects are not followed, so that credentials never reach another host.
 */
export async function nodeFetch(request: ApiRequest): Promise<ApiResponse> {
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
			...(request.body && { body: encode(request.body) }),
			...(request.signal && { signal: request.signal }),
		});
		return {
			status: response.status,
			headers: response.headers,
			body: new Uint8Array(await response.arrayBuffer()),
		};
	} catch (error) {
		if (request.signal?.aborted) {
			throw asError(request.signal.reason);
		}
		throw new UnreachableError(request.url.host, reasonOf(error), error);
	}
}

/** The multipart Content-Type is left to node-fetch: it holds the boundary. */
function encode(body: RequestBody): string | FormData {
	if (body.kind === 'text') {
		return body.text;
	}
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
	const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
	if (/\b407\b/.test(String(message))) {
		return 'proxy-authentication';
	}
	return reasons[String(code)] ?? 'other';
}
