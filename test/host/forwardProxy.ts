import http from 'node:http';
import net from 'node:net';

/** A tunnel that the proxy was asked for, whether it opened it or not. */
export interface Tunnel {
	/** Host and port. */
	readonly target: string;
	readonly authorization: string | undefined;
	readonly passed: boolean;
}

export interface ForwardProxy {
	readonly port: number;
	readonly tunnels: readonly Tunnel[];
	forgetTunnels(): void;
	stop(): Promise<void>;
}

export interface ProxyOptions {
	/** What `Proxy-Authorization` has to be. */
	readonly authorization: string;
	/** Leads to loopback; every other host is looked up. */
	readonly host: string;
}

/** A proxy on loopback that asks for a name and a password. It only tunnels: nothing but loopback is asked without TLS. */
export async function startForwardProxy({ authorization, host }: ProxyOptions): Promise<ForwardProxy> {
	const sockets = new Set<net.Socket>();
	let tunnels: Tunnel[] = [];

	function mayPass({ url = '', headers }: http.IncomingMessage): boolean {
		const sent = headers['proxy-authorization'];
		const passed = sent === authorization;
		tunnels.push({ target: url, authorization: sent, passed });
		return passed;
	}

	const server = http.createServer((_, response) => response.writeHead(501).end());
	server.on('connect', (request: http.IncomingMessage, client: net.Socket, head: Buffer) => {
		if (!mayPass(request)) {
			client.end(
				'HTTP/1.1 407 Proxy Authentication Required\r\n' +
					'Proxy-Authenticate: Basic realm="proxy"\r\nContent-Length: 0\r\n\r\n',
			);
			return;
		}
		const { hostname, port } = new URL(`http://${request.url ?? ''}`);
		const onward = net.connect(Number(port), hostname === host ? '127.0.0.1' : hostname, () => {
			client.write('HTTP/1.1 200 Connection established\r\n\r\n');
			onward.write(head);
			onward.pipe(client).pipe(onward);
		});
		sockets.add(onward);
		onward.once('close', () => (sockets.delete(onward), client.destroy()));
		onward.once('error', () => client.destroy());
		client.once('error', () => onward.destroy());
		client.once('close', () => onward.destroy());
	});
	server.on('connection', (socket: net.Socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));

	return {
		port: (server.address() as net.AddressInfo).port,
		get tunnels() {
			return tunnels;
		},
		forgetTunnels: () => (tunnels = []),
		stop: () =>
			new Promise(resolve => {
				server.close(() => resolve());
				sockets.forEach(socket => socket.destroy());
			}),
	};
}
