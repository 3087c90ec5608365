import { checkConnector } from '../../core/connector/checks/checkConnector';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import type { XmlName } from '../../core/connector/documentName';
import { perDocument } from '../../core/connector/perDocument';
import { unknownNames } from '../../core/connector/vocabulary/vocabularyCheck';
import type { UnknownName } from '../../core/connector/vocabulary/vocabularyUnknown';
import { usageOf } from '../../core/connector/vocabulary/vocabularyUsage';
import type { XmlDocument } from '../../core/xml/tree';

/** What does not fit together in a connector: found once, and kept for quick fixes until one of its texts changes. */
export const problemsIn = perDocument((connector: ConnectorDocuments) => checkConnector(connector));

const lastUnknown = new WeakMap<XmlDocument, readonly UnknownName[]>();

/** The unknown names of a document; `neighbours` are connectors that may have them, too. */
export function findUnknownNames(
	document: XmlDocument,
	kind: XmlName,
	neighbours: readonly ConnectorDocuments[],
): readonly UnknownName[] {
	const found = unknownNames(document, kind, usageOf(neighbours, kind));
	lastUnknown.set(document, found);
	return found;
}

/** The unknown names that were last found in a document; undefined if nobody has looked for them. */
export function lastUnknownNames(document: XmlDocument): readonly UnknownName[] | undefined {
	return lastUnknown.get(document);
}
