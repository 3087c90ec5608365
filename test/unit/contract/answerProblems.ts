import type { ContractOperation } from './contract';
import type { Answer } from './contractClient';
import { schemaProblems } from './schema';

/** What an answer has against what the contract declares of it: its status, its media type, its body. */
export function answerProblems(
	{ responses }: ContractOperation,
	{ status, headers, bytes }: Answer,
): string[] {
	const response = responses[status];
	if (!response) {
		return [`the status ${status} is not declared`];
	}
	if (!response.content) {
		return status === 204 && bytes.length > 0 ? ['there is a body'] : [];
	}
	const mediaType = mediaTypeOf(headers.get('Content-Type'));
	const media = response.content[mediaType];
	if (!media) {
		return [`the media type "${mediaType}" is not declared for ${status}`];
	}
	const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	return schemaProblems(media.schema, mediaType === 'application/json' ? JSON.parse(text) : text);
}

/** A content type without its parameters. */
export function mediaTypeOf(contentType: string | null | undefined): string {
	return (contentType ?? '').split(';')[0]?.trim() ?? '';
}
