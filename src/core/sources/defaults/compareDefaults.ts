import type { Client } from '../../api/client';
import type { Source } from '../../api/source';
import { unlessMissing } from '../../api/unlessMissing';
import { readApplication } from '../../connector/model/application';
import { readCorrelation } from '../../connector/model/correlation';
import { parseXml } from '../../xml/parse';
import { isWellFormed } from '../../xml/problem';
import type { XmlDocument } from '../../xml/tree';
import { connectorDefaults } from './connectorDefaults';
import { defaultDifferences, type DefaultDifference } from './defaultDifferences';
import type { Part } from './part';
import { sourceCopies } from './sourceCopies';

type DefaultsDocument = 'source-template' | 'correlation-config';

/** A document of the connector is malformed, or another than its name says, so that nothing can be compared with it. */
export class UnreadableDefaultsError extends Error {
	override name = 'UnreadableDefaultsError';

	constructor(readonly document: DefaultsDocument) {
		super(`The ${document} cannot be read`);
	}
}

export interface DefaultsComparison {
	readonly connector: readonly Part[];
	readonly source: readonly Part[];
	readonly differences: readonly DefaultDifference[];
}

/**
 * Compares what the tenant has of a source with what it has of the source's connector, in four requests.
 * @returns undefined if the tenant has no such connector
 * @throws UnreadableDefaultsError
 */
export async function compareDefaults(
	client: Client,
	source: Source & { readonly connector: string },
	signal?: AbortSignal,
): Promise<DefaultsComparison | undefined> {
	const read = (document: DefaultsDocument) =>
		unlessMissing(() => client.readPart(source.connector, document, signal));
	const [template, config, schemas, correlation] = await Promise.all([
		read('source-template'),
		read('correlation-config'),
		client.sources.getSchemas(source.id, signal),
		client.sources.getCorrelationConfig(source.id, signal),
	]);
	if (!template) {
		return undefined;
	}
	const connector = connectorDefaults(
		parsed('source-template', template, document => readApplication(document).root),
		config && config.length > 0
			? parsed('correlation-config', config, document => readCorrelation(document).root)
			: undefined,
	);
	const copies = sourceCopies(source, schemas, correlation);
	return { connector, source: copies, differences: defaultDifferences(connector, copies) };
}

function parsed(
	name: DefaultsDocument,
	bytes: Uint8Array,
	rootOf: (document: XmlDocument) => unknown,
): XmlDocument {
	const document = parseXml(new TextDecoder().decode(bytes));
	if (!isWellFormed(document) || !rootOf(document)) {
		throw new UnreadableDefaultsError(name);
	}
	return document;
}
