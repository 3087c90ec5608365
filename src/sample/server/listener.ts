import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Answer } from '../service/answers';

export interface Listener {
	readonly url: string;
	/** How many TCP connections were accepted so far. */
	readonly connections: number;
	/** Destroys the connections that are open. */
	stop(): Promise<void>;
}

export interface ListenOptions {
	/** 0 for any that is free. */
	readonly port: number;
	/** PEM texts; https then. */
	readonly tls: { readonly key: string; readonly cert: string } | undefined;
}

/** Serves on loopback. */
export async function listen(handle: RequestListener, { port, tls }: ListenOptions): Promise<Listener> {
	const server = tls ? createTlsServer(tls, handle) : createServer(handle);
	const open = new Set<Socket>();
	let connections = 0;
	server.keepAliveTimeout = 30_000;
	server.on('connection', (socket: Socket) => {
		connections++;
		open.add(socket);
		socket.once('close', () => open.delete(socket));
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return {
		url: `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
		get connections() {
			return connections;
		},
		stop: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				for (const socket of open) {
					socket.destroy();
				}
			}),
	};
}

export interface ReceivedBody {
	readonly body: Uint8Array;
	/** The body had more than `limit` bytes; those beyond it are dropped. */
	readonly tooLarge: boolean;
	/** The client went away in the middle of it. */
	readonly aborted: boolean;
}

/** Reads a body to its end, even when it is too large, so that the connection can be used again. */
export async function receive(request: IncomingMessage, limit: number): Promise<ReceivedBody> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	let aborted = false;
	try {
		for await (const chunk of request as AsyncIterable<Uint8Array>) {
			size += chunk.length;
			if (size <= limit) {
				chunks.push(chunk);
			}
		}
	} catch {
		aborted = true;
	}
	return { body: Buffer.concat(chunks), tooLarge: size > limit, aborted };
}

/** Sends an answer; a `cut` one ends in the middle of its body, and the connection with it. */
export function send(response: ServerResponse, { status, headers, body }: Answer, cut: boolean): void {
	if (status !== 204 && status !== 304) {
		response.setHeader('Content-Length', body.length);
	}
	for (const [name, value] of Object.entries(headers)) {
		response.setHeader(name, value);
	}
	response.writeHead(status);
	if (!cut) {
		response.end(body);
		return;
	}
	response.flushHeaders();
	response.write(body.subarray(0, body.length >> 1));
	response.socket?.destroySoon();
}
