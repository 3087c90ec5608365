import { randomBytes } from 'node:crypto';
import { ConnectorStore } from '../service/connectorStore';
import { inProduction } from '../data/inProduction';
import { sampleConnectors } from '../data/sampleConnectors';
import type { NewSource } from '../data/sources/buildSource';
import { SourceMaker } from '../data/sources/sampleSources';
import type { SampleSource } from '../service/sources/sampleSource';
import type { User } from '../service/sources/sourceAccess';
import { SourceStore } from '../service/sources/sourceStore';
import type { Fault, FaultMatch } from './faults';
import { Gateway, type Later, type RequestListener } from './gateway';
import { listen } from './listener';
import type { SampleConnector } from '../service/model';
import { RateLimit, type Rate } from './rateLimit';
import type { RecordedRequest } from './requestLog';
import { RequestHandler } from './requestHandler';
import type { ChangeDetail } from '../service/operationRequest';
import { EditsFile } from '../service/editsFile';
import { Tokens } from './tokens';

export type { Fault, FaultMatch, RecordedRequest };

export interface SampleTenantOptions {
	/** 0, or nothing, for any that is free. */
	readonly port?: number;
	/** How many connectors there are, at least; without it, those that are built in. */
	readonly connectors?: number;
	/** One of the connectors is a version behind. */
	readonly isProduction?: boolean;
	/** How many sources there are, at least; without it, those that are built in. */
	readonly sources?: number;
	/** Milliseconds before each answer. */
	readonly latency?: number;
	/** A file in which edits are kept, so that they survive a restart. */
	readonly storage?: string;
	/** For each client id and API version; 100 requests in 10 seconds if absent. */
	readonly rateLimit?: Rate | false;
	/** In seconds. */
	readonly tokenLifetime?: number;
	/** PEM texts; the tenant is served over https then. */
	readonly tls?: { readonly key: string; readonly cert: string };
	/** Carries out what a `late` fault puts off; a timer if absent. */
	readonly later?: Later;
	/** Random if absent. */
	readonly clientId?: string;
	/** Random if absent. */
	readonly clientSecret?: string;
}

/** A tenant on loopback that answers like Identity Security Cloud; whoever started it can interfere. */
export interface SampleTenant {
	readonly url: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** Milliseconds from carrying out a request to answering it. */
	latency: number;
	/** In the order in which they arrived; the latest ones if there were very many. */
	readonly requests: readonly RecordedRequest[];
	/** How many TCP connections were accepted so far. */
	readonly connections: number;
	/** Called before a request is handled. */
	onRequest: RequestListener | undefined;
	/** Changes what the details of connectors say: the texts there need not be those of the documents. */
	changeDetail: ChangeDetail | undefined;
	forgetRequests(): void;
	/** A copy; throws if there is none. */
	connector(scriptName: string): SampleConnector;
	/** Changes a connector behind the client's back. */
	change(scriptName: string, change: (connector: SampleConnector) => void): void;
	add(connector: SampleConnector): void;
	remove(scriptName: string): void;
	/** Copies, also of those that nobody may read. */
	readonly sources: readonly SampleSource[];
	/** A copy; throws if there is none. */
	source(id: string): SampleSource;
	/** Changes a source behind the client's back. */
	changeSource(id: string, change: (source: SampleSource) => void): void;
	addSource(source: SampleSource): void;
	/** Makes and adds a source as the service does, which may give it another script name. */
	createSource(row: NewSource): SampleSource;
	removeSource(id: string): void;
	/** Whose token requests carry, as far as sources go: an ORG_ADMIN's at first, which lacks no scope. */
	readonly user: User;
	expireTokens(): void;
	/** Lets `fault` happen to the next `times` requests that match; to one if `times` is left out. */
	fault(match: FaultMatch, fault: Fault, times?: number): void;
	clearFaults(): void;
	/** Destroys the connections that are open. */
	stop(): Promise<void>;
}

export async function startSampleTenant(options: SampleTenantOptions = {}): Promise<SampleTenant> {
	const { port = 0, connectors = 0, latency = 0, storage, rateLimit = usualRate, tls } = options;
	const clientId = options.clientId ?? randomBytes(16).toString('hex');
	const clientSecret = options.clientSecret ?? randomBytes(32).toString('hex');
	const builtIn = options.isProduction
		? inProduction(sampleConnectors(connectors))
		: sampleConnectors(connectors);
	const store = new ConnectorStore(builtIn, storage === undefined ? undefined : new EditsFile(storage));
	const upToDate = () => {
		store.refresh();
		return store;
	};
	const tokens = new Tokens({ clientId, clientSecret, lifetime: options.tokenLifetime ?? 749 });
	const limit = rateLimit === false ? undefined : new RateLimit(rateLimit);
	const maker = new SourceMaker(builtIn);
	const sources = new SourceStore(() => maker.sources(options.sources ?? 0));
	const handler = new RequestHandler({ connectors: store, sources }, tokens, limit, clientId);
	const gateway = new Gateway(handler, latency, options.later ?? byClock);
	const listener = await listen((request, response) => void gateway.serve(request, response), { port, tls });
	return {
		url: listener.url,
		clientId,
		clientSecret,
		get latency() {
			return gateway.latency;
		},
		set latency(milliseconds) {
			gateway.latency = milliseconds;
		},
		get onRequest() {
			return gateway.onRequest;
		},
		set onRequest(listener) {
			gateway.onRequest = listener;
		},
		get changeDetail() {
			return handler.changeDetail;
		},
		set changeDetail(change) {
			handler.changeDetail = change;
		},
		get requests() {
			return gateway.log.requests;
		},
		get connections() {
			return listener.connections;
		},
		forgetRequests: () => gateway.log.clear(),
		connector: scriptName => upToDate().copy(scriptName),
		change: (scriptName, change) => void upToDate().change(scriptName, change),
		add: connector => upToDate().add(connector),
		remove: scriptName => upToDate().remove(scriptName),
		get sources() {
			return sources.all().map(({ id }) => sources.copy(id));
		},
		source: id => sources.copy(id),
		changeSource: (id, change) => sources.change(id, change),
		addSource: source => sources.add(source),
		createSource: row => {
			sources.all(); // The first to be made are those that are built in.
			const source = maker.make(row);
			sources.add(source);
			return source;
		},
		removeSource: id => sources.remove(id),
		user: handler.user,
		expireTokens: () => tokens.expireAll(),
		fault: (match, fault, times = 1) => gateway.faults.add(match, fault, times),
		clearFaults: () => gateway.faults.clear(),
		stop: () => listener.stop(),
	};
}

const byClock: Later = (work, milliseconds) => void setTimeout(work, milliseconds).unref();

const usualRate: Rate = { requests: 100, seconds: 10 };
