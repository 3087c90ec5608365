import { createClient, type Client, type ClientOptions } from '../../../../src/core/api/client';
import { initialSettings } from '../../../../src/core/api/tenant';
import { nodeFetch } from '../../../../src/core/api/send/nodeFetch';
import {
	startSampleTenant,
	type SampleTenant,
	type SampleTenantOptions,
} from '../../../../src/sample/server/sampleTenant';

/** A client of a sample tenant, over real HTTP. */
export function clientOf(sample: SampleTenant, options: Partial<ClientOptions> = {}): Client {
	return createClient({
		base: new URL(sample.url),
		settings: initialSettings,
		credentials: () => Promise.resolve(sample),
		send: nodeFetch,
		...options,
	});
}

/** Gives a suite a sample tenant of its own, started before it and stopped after it. */
export function useSampleTenant(options: SampleTenantOptions = {}): () => SampleTenant {
	let sample: SampleTenant;
	suiteSetup(async () => {
		sample = await startSampleTenant(options);
	});
	setup(() => {
		sample.clearFaults();
		sample.onRequest = undefined;
		Object.assign(sample.user, { level: 'ORG_ADMIN', missingScopes: [] });
		sample.forgetRequests();
	});
	suiteTeardown(() => sample.stop());
	return () => sample;
}

/** What was asked of the tenant, by the operations' names. */
export function operationsOf(sample: SampleTenant): (string | undefined)[] {
	return sample.requests.map(({ operation }) => operation);
}
