import { sampleConnectors } from '../../../../src/sample/data/sampleConnectors';

/** Every XML document of the sample tenant. */
export function sampleDocuments(): string[] {
	const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
	return sampleConnectors(60).flatMap(({ sourceConfig, sourceTemplate, correlationConfig }) =>
		[sourceConfig, sourceTemplate, correlationConfig]
			.map(document => (typeof document === 'string' ? document : decoder.decode(document)))
			.filter(text => text !== ''),
	);
}
