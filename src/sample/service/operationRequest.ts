import type { ConnectorDetail } from '../../core/api/wire';
import { refusal } from './answers';
import { MultipartError, parseMultipart } from './multipart';

interface Body {
	readonly contentType: string;
	readonly body: Uint8Array;
}

/** What operations look at in a request. */
export interface OperationRequest extends Body {
	readonly scriptName: string;
	readonly locale: string;
	readonly query: URLSearchParams;
	/** Changes what a PUT of a document stores. */
	readonly rewrite: ((text: string) => string) | undefined;
	/** Changes what a connector's detail says. */
	readonly changeDetail: ChangeDetail | undefined;
}

/** Makes what is answered of a detail; its texts may then differ from those of the documents. */
export type ChangeDetail = (detail: ConnectorDetail) => Readonly<Record<string, unknown>>;

/** The JSON that a request carries as this content type. Throws a Refusal if it does not. */
export function jsonBody({ contentType, body }: Body, expected: string): unknown {
	if (mediaType(contentType) !== expected) {
		throw refusal(400, `The content type must be ${expected}, not "${contentType}".`);
	}
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
	} catch {
		throw refusal(400, 'The body is not JSON.');
	}
}

/** The bytes of the part `file`. Throws a Refusal if there is none. */
export function fileBody({ contentType, body }: Body): Uint8Array {
	try {
		const file = parseMultipart(contentType, body).find(part => part.name === 'file');
		if (file?.filename === undefined) {
			throw refusal(400, 'A part named "file" with a file name is required.');
		}
		// A copy, so that the whole body does not stay in memory for a part of it.
		return new Uint8Array(file.content);
	} catch (error) {
		throw error instanceof MultipartError ? refusal(400, error.message) : error;
	}
}

/** A content type without its parameters. */
export function mediaType(contentType: string): string {
	return (contentType.split(';')[0] ?? '').trim().toLowerCase();
}
