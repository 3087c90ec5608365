import assert from 'node:assert/strict';
import type { Pace } from '../../../../src/core/api/send/pace';
import type { SampleTenant } from '../../../../src/sample/server/sampleTenant';
import { clientOf, useSampleTenant } from './sample';

suite('Many connectors asked for at once, of a tenant that allows 20 requests a second', () => {
	const sample = useSampleTenant({ rateLimit: { requests: 20, seconds: 1 }, connectors: 60 });

	/** Asks for each connector, and returns how often the tenant said that this was too much. */
	async function askForAll(tenant: SampleTenant, pace: Pace): Promise<number> {
		const api = clientOf(tenant, { pace });
		const names = (await api.listConnectors()).map(({ scriptName }) => scriptName).slice(0, 50);
		const details = await Promise.all(names.map(name => api.getConnector(name)));
		assert.deepEqual(
			details.map(({ scriptName }) => scriptName),
			names,
		);
		return tenant.requests.filter(({ status }) => status === 429).length;
	}

	test('at its pace, none is lost and none is refused', async () => {
		assert.equal(await askForAll(sample(), { underWay: 8, requests: 20, milliseconds: 1005 }), 0);
	});

	test('at its pace, none is refused either where answers take long', async () => {
		sample().latency = 150;
		await new Promise(resolve => setTimeout(resolve, 1000));
		assert.equal(await askForAll(sample(), { underWay: 8, requests: 20, milliseconds: 1005 }), 0);
		sample().latency = 0;
	});

	test('faster than that, some are refused for the moment and none is lost', async () => {
		assert.notEqual(await askForAll(sample(), { underWay: 8, requests: 30, milliseconds: 1000 }), 0);
	});
});
