import { randomBytes } from 'node:crypto';
import type { ErrorMessageDto, ErrorResponseDto } from '../../core/api/wire';

/** An HTTP response. */
export interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array;
}

/** Thrown where a request is not carried out; `answer` says why. */
export class Refusal extends Error {
	override name = 'Refusal';

	constructor(readonly answer: Answer) {
		super(`Refused with ${answer.status}`);
	}
}

export function json(value: unknown, headers: Readonly<Record<string, string>> = {}, status = 200): Answer {
	return {
		status,
		headers: { 'Content-Type': 'application/json', ...headers },
		body: new TextEncoder().encode(JSON.stringify(value)),
	};
}

/** A refusal whose body is an ErrorResponseDto. */
export function refusal(
	status: keyof typeof detailCodes,
	text: string,
	causes: readonly string[] = [],
): Refusal {
	return new Refusal(errorAnswer(status, text, causes));
}

export function errorAnswer(
	status: keyof typeof detailCodes,
	text: string,
	causes: readonly string[] = [],
	headers: Readonly<Record<string, string>> = {},
): Answer {
	const body: ErrorResponseDto = {
		detailCode: detailCodes[status],
		trackingId: randomBytes(16).toString('hex'),
		messages: [message(text)],
		causes: causes.map(message),
	};
	return json(body, headers, status);
}

const detailCodes = {
	400: '400.1 Bad Request Content',
	403: '403.0 Forbidden',
	404: '404.0 Not Found',
	405: '405.0 Method Not Allowed',
	413: '413.0 Content Too Large',
	500: '500.0 Internal Fault',
} as const;

function message(text: string): ErrorMessageDto {
	return { locale: 'en-US', localeOrigin: 'DEFAULT', text };
}
