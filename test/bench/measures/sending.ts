import { xmlNames } from '../../../src/core/connector/documentName';
import type { DocumentPart } from '../../../src/core/remote/documentPath';
import { Transfer } from '../../../src/core/transfer/send/transfer';
import { planConnector } from '../../../src/core/transfer/send/transferPlan';
import { startSampleTenant, type SampleTenant } from '../../../src/sample/server/sampleTenant';
import { sampleConnectors } from '../../../src/sample/data/sampleConnectors';
import { noChecks, tenant, Transferring } from '../../unit/core/transfer/transferring';
import { seconds, type Figure } from '../figure';

/** Three documents of each are sent. */
const connectors = 334;
/** Ten times the service's, so that it takes half a minute: what the machine does of its own counts ten times as much. */
const limit = { requests: 100, seconds: 1 };

/** A promotion of a thousand documents, with its history and its record on the disk, against what the limit allows. */
export async function measureSending(): Promise<Figure[]> {
	const sample = await startSampleTenant({ connectors: connectors + 50, rateLimit: limit });
	const pace = { underWay: 8, requests: limit.requests, milliseconds: 1000 * limit.seconds + 5 };
	const work = new Transferring(sample, undefined, pace);
	try {
		const transfer = changeOf(sample);
		await work.client.getConnector(transfer.connectors[0]?.scriptName ?? ''); // So that there is a token.
		sample.forgetRequests();
		const begin = performance.now();
		await work.send(transfer);
		const milliseconds = performance.now() - begin;
		const { length } = sample.requests;
		const allowed = (Math.ceil(length / limit.requests) - 1) * limit.seconds * 1000;
		const outcomes = transfer.connectors.flatMap(({ documents }) =>
			documents.filter(document => transfer.outcomeOf(document)?.kind === 'sent'),
		);
		return [
			{
				what: `of ${3 * connectors} documents promoted, sent`,
				value: String(outcomes.length),
				target: 'all',
			},
			{
				what: 'requests for each of them at the target',
				value: (length / outcomes.length).toFixed(2),
				target: '3',
			},
			{ what: `time at ${limit.requests} requests a second`, value: seconds(milliseconds) },
			{ what: 'time at which that limit allows the last', value: seconds(allowed) },
			{
				what: 'longer than that by',
				value: `${((milliseconds / allowed - 1) * 100).toFixed(1)} %`,
				target: 'at most 10 %',
			},
		];
	} finally {
		work.dispose();
		await sample.stop();
	}
}

/** A comment more in each XML document of many connectors. */
function changeOf(sample: SampleTenant): Transfer {
	const names = sampleConnectors(connectors + 50)
		.filter(({ status }) => status === 'RELEASED')
		.slice(0, connectors)
		.map(({ scriptName }) => scriptName);
	const planned = names.map(scriptName => {
		const { name, type, className, directConnect, status, ...present } = sample.connector(scriptName);
		const fields = {
			'source-config': present.sourceConfig,
			'source-template': present.sourceTemplate,
			'correlation-config': present.correlationConfig,
		};
		const about = { name, type, className: className ?? undefined, directConnect, status };
		const texts = new Map<DocumentPart, Uint8Array>(xmlNames.map(part => [part, fields[part]]));
		const changed = new Map(
			[...texts].map(
				([part, bytes]) => [part, Buffer.concat([bytes, Buffer.from('<!-- sent -->\n')])] as const,
			),
		);
		const bundle = { about, texts };
		return planConnector({ about, texts: changed }, tenant, { scriptName, bundle }, noChecks);
	});
	return new Transfer('promotion', tenant, planned);
}
