import { channel } from 'node:diagnostics_channel';
import { checkSteps } from '../../core/connector/checks/checkConnector';
import { xmlNamed, type ConnectorDocuments } from '../../core/connector/connectorDocuments';
import type { XmlName } from '../../core/connector/documentName';
import { formSteps } from '../../core/connector/model/form';
import type { ConnectorProblem } from '../../core/connector/problem';
import { unknownNames } from '../../core/connector/vocabulary/vocabularyCheck';
import type { UnknownName } from '../../core/connector/vocabulary/vocabularyUnknown';
import { usageOfDocuments } from '../../core/connector/vocabulary/vocabularyUsage';
import type { XmlDocument } from '../../core/xml/tree';
import type { Steps } from '../../util/steps';

/** Tells those who listen, such as tests, that a check looks at a connector or at a document. */
const checked = channel('isc-connector-studio.checked');

interface CheckRun {
	readonly steps: ReturnType<typeof checkSteps>;
	readonly found: ConnectorProblem[];
}

/** Of several that ask for the problems of a connector, each goes on where the last one was. */
const runs = new WeakMap<ConnectorDocuments, CheckRun>();

/** What does not fit together in a connector: found once, and kept for quick fixes until one of its texts changes. */
export function* findProblems(connector: ConnectorDocuments): Steps<readonly ConnectorProblem[]> {
	if (connector.sourceConfig) {
		yield* formSteps(connector.sourceConfig);
	}
	while (goOn(connector)) {
		yield;
	}
	return runOf(connector).found;
}

function runOf(connector: ConnectorDocuments): CheckRun {
	const run = runs.get(connector) ?? { steps: checkSteps(connector), found: [] };
	runs.set(connector, run);
	return run;
}

/** False if there is no check left. */
function goOn(connector: ConnectorDocuments): boolean {
	const { steps, found } = runOf(connector);
	try {
		const { done, value } = steps.next();
		if (!done) {
			checked.publish(connector);
			found.push(...value);
		}
		return !done;
	} catch (error) {
		runs.delete(connector); // What fails has no end: each one who asks begins anew, and meets the error.
		throw error;
	}
}

interface UnknownNames {
	/** The documents of other connectors that were looked at. */
	readonly neighbours: readonly XmlDocument[];
	readonly found: readonly UnknownName[];
}

const lastUnknown = new WeakMap<XmlDocument, UnknownNames>();

/** The unknown names of a document; `connectors` are others that may have them, too. Found once, as long as these stay. */
export function findUnknownNames(
	document: XmlDocument,
	kind: XmlName,
	connectors: readonly ConnectorDocuments[],
): readonly UnknownName[] {
	const neighbours = connectors.flatMap(each => xmlNamed(each, kind) ?? []);
	const last = lastUnknown.get(document);
	if (
		last?.neighbours.length === neighbours.length &&
		last.neighbours.every((each, index) => each === neighbours[index])
	) {
		return last.found;
	}
	checked.publish(document);
	const found = unknownNames(document, kind, usageOfDocuments(neighbours));
	lastUnknown.set(document, { neighbours, found });
	return found;
}

/** The unknown names that were last found in a document; undefined if nobody has looked for them. */
export function lastUnknownNames(document: XmlDocument): readonly UnknownName[] | undefined {
	return lastUnknown.get(document)?.found;
}
