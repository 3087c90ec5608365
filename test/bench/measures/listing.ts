import { createClient } from '../../../src/core/api/client';
import { nodeFetch } from '../../../src/core/api/send/nodeFetch';
import { initialSettings } from '../../../src/core/api/tenant';
import { startSampleTenant } from '../../../src/sample/server/sampleTenant';
import { best, seconds, type Figure } from '../figure';

const connectors = 5000;
const latency = 100;

/** Listing a large tenant, against a loop that asks for one page after another. */
export async function measureListing(): Promise<Figure[]> {
	const sample = await startSampleTenant({ connectors, latency, rateLimit: false });
	try {
		const client = () =>
			createClient({
				base: new URL(sample.url),
				settings: initialSettings,
				credentials: () => Promise.resolve(sample),
				send: nodeFetch,
			});
		const ours = await best(3, async () => {
			await client().listConnectors();
		});
		const loop = await best(3, async () => {
			const api = client();
			for (let offset = 0, rows = 250; rows === 250; offset += 250) {
				({ rows } = await api.listPage({ limit: 250, offset }));
			}
		});
		return [
			{ what: `listing ${connectors} connectors at ${latency} ms latency`, value: seconds(ours) },
			{ what: 'the same, one page after another', value: seconds(loop) },
			{ what: 'times faster', value: (loop / ours).toFixed(1), target: 'at least 4' },
		];
	} finally {
		await sample.stop();
	}
}
