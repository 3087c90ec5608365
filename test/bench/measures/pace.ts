import { createClient } from '../../../src/core/api/client';
import { initialSettings } from '../../../src/core/api/tenant';
import { startSampleTenant } from '../../../src/sample/server/sampleTenant';
import { seconds, type Figure } from '../figure';

const connectors = 400;
/** The sample tenant's own, which is the service's. */
const limit = { requests: 100, seconds: 10 };

/** All connectors' details asked for at once, against the time at which the limit lets the last of them through. */
export async function measurePace(): Promise<Figure[]> {
	const sample = await startSampleTenant({ connectors: connectors + 50, rateLimit: limit });
	try {
		const api = createClient({
			base: new URL(sample.url),
			settings: initialSettings,
			credentials: () => Promise.resolve(sample),
		});
		// Below another version, which has a limit of its own.
		const names = await scriptNames(sample);
		const begin = performance.now();
		const details = await Promise.all(names.map(name => api.getConnector(name)));
		const milliseconds = performance.now() - begin;
		const allowed = (Math.ceil(names.length / limit.requests) - 1) * limit.seconds * 1000;
		const answered = details.filter(({ scriptName }, index) => scriptName === names[index]).length;
		const refused = sample.requests.filter(({ status }) => status === 429).length;
		return [
			{
				what: `of ${names.length} connectors asked for at once, answered`,
				value: String(answered),
				target: 'all',
			},
			{ what: 'requests that ended in 429', value: String(refused), target: '0' },
			{ what: 'time until the last was answered', value: seconds(milliseconds) },
			{ what: 'time at which the limit allows the last', value: seconds(allowed) },
			{
				what: 'longer than that by',
				value: `${((milliseconds / allowed - 1) * 100).toFixed(1)} %`,
				target: 'at most 15 %',
			},
		];
	} finally {
		await sample.stop();
	}
}

async function scriptNames(sample: Awaited<ReturnType<typeof startSampleTenant>>): Promise<string[]> {
	const api = createClient({
		base: new URL(sample.url),
		settings: { ...initialSettings, version: 'v2025' },
		credentials: () => Promise.resolve(sample),
	});
	return (await api.listConnectors()).map(({ scriptName }) => scriptName).slice(0, connectors);
}
