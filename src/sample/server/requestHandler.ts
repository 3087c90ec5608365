import type { IncomingHttpHeaders } from 'node:http';
import { errorAnswer, json, Refusal, type Answer } from '../service/answers';
import type { ConnectorStore } from '../service/connectorStore';
import type { ChangeDetail } from '../service/operationRequest';
import { operate } from '../service/operations';
import type { User } from '../service/sources/sourceAccess';
import { operateSources } from '../service/sources/sourceOperations';
import type { SourceStore } from '../service/sources/sourceStore';
import type { RateLimit } from './rateLimit';
import type { Route } from '../service/routes';
import type { Tokens } from './tokens';

export interface ReceivedRequest {
	readonly route: Route;
	readonly query: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: Uint8Array;
	/** The body was larger than the tenant takes. */
	readonly tooLarge: boolean;
	/** Changes what a PUT of a document stores. */
	readonly rewrite: ((text: string) => string) | undefined;
}

/** Answers requests; the network is the gateway's. */
export class RequestHandler {
	changeDetail: ChangeDetail | undefined;
	readonly user: User = { level: 'ORG_ADMIN', missingScopes: [] };

	constructor(
		private readonly stores: { readonly connectors: ConnectorStore; readonly sources: SourceStore },
		private readonly tokens: Tokens,
		private readonly rateLimit: RateLimit | undefined,
		private readonly clientId: string,
	) {}

	/** Never throws: what goes wrong is an answer too. */
	answer(request: ReceivedRequest): Answer {
		try {
			this.stores.connectors.refresh();
			return this.dispatch(request);
		} catch (error) {
			return error instanceof Refusal
				? error.answer
				: errorAnswer(500, 'An unexpected error occurred.', [String(error)]);
		}
	}

	private dispatch({ route, query, headers, body, tooLarge, rewrite }: ReceivedRequest): Answer {
		const contentType = headers['content-type'] ?? '';
		switch (route.kind) {
			case 'malformed':
				return errorAnswer(400, 'The path is not percent-encoded as it should be.');
			case 'unknown':
				return errorAnswer(404, 'There is nothing at this path.');
			case 'wrong-method':
				return errorAnswer(405, 'This path does not take that method.', [], {
					Allow: route.allowed.join(', '),
				});
			case 'token':
				return this.tokens.answer(contentType, body);
			case 'info':
				return this.tokens.info();
			case 'connectors':
			case 'sources': {
				this.tokens.check(headers.authorization);
				const wait = this.rateLimit?.secondsToWait(`${this.clientId} ${route.version}`);
				if (wait !== undefined) {
					return json({ message: ' Rate Limit Exceeded ' }, { 'Retry-After': String(wait) }, 429);
				}
				if (tooLarge) {
					return errorAnswer(413, 'The body is larger than 32 MB.');
				}
				const { changeDetail, user, stores } = this;
				const asked = new URLSearchParams(query);
				if (route.kind === 'sources') {
					return operateSources(route.operation, { id: route.id, query: asked, user }, stores);
				}
				const { operation, scriptName, locale } = route;
				const parameters = { scriptName, locale, query: asked };
				return operate(
					operation,
					{ ...parameters, contentType, body, rewrite, changeDetail },
					stores.connectors,
				);
			}
		}
	}
}
