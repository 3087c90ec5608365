import { isObject, type ErrorDetails } from './errors';
import type { ApiResponse } from './send/http';
import { httpDate, retryAfter } from './send/retryAfter';

/** Reads any of the bodies with which the API, its token endpoint or a gateway reports an error; never throws. */
export function errorDetails(response: ApiResponse): ErrorDetails {
	const text = new TextDecoder().decode(response.body).trim();
	// A date goes by the sender's clock; this machine's may be wrong.
	const seconds = retryAfter(response.headers.get('Retry-After'), httpDate(response.headers.get('Date')));
	const location = response.headers.get('Location');
	return {
		...(seconds !== undefined && { retryAfter: seconds }),
		...(location && { location }),
		...(looksLikeHtml(text, response) ? { texts: titleOf(text), html: true } : fromJson(text)),
	};
}

function fromJson(text: string): ErrorDetails {
	const body = parseObject(text);
	if (!body) {
		return { texts: [] };
	}
	const messages = dtoTexts(body['messages']);
	const texts = [
		body['error_description'] ?? body['error'],
		body['message'],
		...messages,
		...dtoTexts(body['causes']),
	]
		.filter(isText)
		.map(line => line.trim());
	return {
		texts: [...new Set(texts)],
		...(messages.length > 0 && { hasMessages: true }),
		...(isText(body['detailCode']) && { detailCode: body['detailCode'] }),
		...(isText(body['trackingId']) && { trackingId: body['trackingId'] }),
	};
}

function parseObject(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined; // Broken JSON, plain text or nothing: only the status is left.
	}
}

function dtoTexts(messages: unknown): unknown[] {
	return Array.isArray(messages)
		? messages.map(message => (isObject(message) ? message['text'] : undefined))
		: [];
}

function looksLikeHtml(text: string, response: ApiResponse): boolean {
	return (
		(response.headers.get('Content-Type')?.includes('text/html') ?? false) ||
		/^<(!doctype html|html)/i.test(text)
	);
}

function titleOf(html: string): string[] {
	const title = /<title>([^<]{1,200})/i.exec(html)?.[1]?.trim();
	return title ? [title] : [];
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}
