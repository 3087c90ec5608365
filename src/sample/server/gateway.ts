import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from '../service/answers';
import { Faults, type Fault } from './faults';
import { receive, send } from './listener';
import { RequestLog, type RecordedRequest } from './requestLog';
import { findRoute, type Route } from '../service/routes';
import type { RequestHandler } from './requestHandler';

export type RequestListener = (request: Pick<RecordedRequest, 'method' | 'path' | 'operation'>) => void;

/** Does the work after so many milliseconds. */
export type Later = (work: () => void, milliseconds: number) => void;

const maximumBody = 32 * 1024 * 1024;

/** Receives requests, logs them, lets the faults happen that were asked for, and sends the answers. */
export class Gateway {
	readonly faults = new Faults();
	readonly log = new RequestLog();
	onRequest: RequestListener | undefined;

	constructor(
		private readonly handler: RequestHandler,
		/** Milliseconds from carrying out a request to answering it. */
		public latency: number,
		private readonly later: Later,
	) {}

	async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { method = '', url: path = '', headers } = request;
		const [pathOnly = '', query = ''] = path.split(/\?(.*)/s);
		const route = findRoute(method, pathOnly);
		const operation = operationOf(route);
		const { body, tooLarge, aborted } = await receive(request, maximumBody);
		const noteStatus = this.log.add({ method, path, operation, headers, body });
		if (aborted) {
			return;
		}
		this.onRequest?.({ method, path, operation });
		const fault = this.faults.take({ method, operation, path });
		if (fault?.kind === 'stall') {
			return;
		}
		if (fault?.kind === 'reset-before') {
			request.socket.destroy();
			return;
		}
		const rewrite = fault?.kind === 'rewrite' ? fault.change : undefined;
		const handle = () => this.handler.answer({ route, query, headers, body, tooLarge, rewrite });
		if (fault?.kind === 'late') {
			this.later(() => void handle(), fault.milliseconds);
			if (fault.answer === 'reset') {
				request.socket.destroy();
			}
			if (typeof fault.answer === 'string') {
				return;
			}
		}
		const answer =
			fault?.kind === 'answer'
				? answerOf(fault)
				: fault?.kind === 'late'
					? answerOf({ status: Number(fault.answer) })
					: fault?.kind === 'change'
						? changed(handle(), fault)
						: handle();
		if (this.latency > 0) {
			await delay(this.latency);
		}
		if (fault?.kind === 'reset-after') {
			request.socket.destroy();
		}
		if (request.socket.destroyed) {
			return;
		}
		const cut = fault?.kind === 'cut';
		if (!cut) {
			noteStatus(answer.status);
		}
		send(response, answer, cut);
	}
}

function operationOf(route: Route): string | undefined {
	return 'operation' in route ? route.operation : route.kind === 'token' ? 'token' : undefined;
}

function answerOf({
	status,
	headers = {},
	body = '',
}: Omit<Extract<Fault, { kind: 'answer' }>, 'kind'>): Answer {
	return { status, headers, body: typeof body === 'string' ? new TextEncoder().encode(body) : body };
}

function changed(
	answer: Answer,
	{ json = same, headers = {} }: Extract<Fault, { readonly kind: 'change' }>,
): Answer {
	const all = Object.entries({ ...answer.headers, ...headers });
	return {
		status: answer.status,
		headers: Object.fromEntries(all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
		body: new TextEncoder().encode(JSON.stringify(json(JSON.parse(new TextDecoder().decode(answer.body))))),
	};
}

const same = (json: unknown) => json;
