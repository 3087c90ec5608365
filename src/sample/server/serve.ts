import { parseArgs } from 'node:util';
import { startSampleTenant, type SampleTenantOptions } from './sampleTenant';

/** The command line cannot be understood. */
class UsageError extends Error {}

function readOptions(args: string[]): SampleTenantOptions {
	const { port, connectors, sources, latency, storage, ...values } = parse(args);
	return {
		port: wholeNumber('port', port, 65_535) ?? 0,
		connectors: wholeNumber('connectors', connectors, 100_000) ?? 0,
		sources: wholeNumber('sources', sources, 100_000) ?? 0,
		latency: wholeNumber('latency', latency, 600_000) ?? 0,
		...(storage !== undefined && { storage }),
		...(values['no-rate-limit'] === true && { rateLimit: false }),
	};
}

function parse(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				port: { type: 'string' },
				connectors: { type: 'string' },
				sources: { type: 'string' },
				latency: { type: 'string' },
				storage: { type: 'string' },
				'no-rate-limit': { type: 'boolean' },
			},
		}).values;
	} catch (error) {
		throw new UsageError((error as Error).message.split(/\.\s/)[0]);
	}
}

function wholeNumber(name: string, text: string | undefined, maximum: number): number | undefined {
	if (text !== undefined && !(/^\d+$/.test(text) && Number(text) <= maximum)) {
		throw new UsageError(`--${name} takes a whole number from 0 to ${maximum}, not "${text}"`);
	}
	return text === undefined ? undefined : Number(text);
}

async function main(): Promise<void> {
	const tenant = await startSampleTenant(readOptions(process.argv.slice(2)));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void tenant.stop());
	}
	const { url, clientId, clientSecret } = tenant;
	console.log(JSON.stringify({ url, clientId, clientSecret }));
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? `${error.message.replace(/\.$/, '')}.` : String(error));
	process.exitCode = error instanceof UsageError ? 2 : 1;
});
