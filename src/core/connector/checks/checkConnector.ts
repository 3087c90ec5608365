import { checkConditions } from './conditions';
import { fieldChecks } from './fields';
import { checkLabels } from './labels';
import { checkLetters } from './letters';
import { schemaChecks } from './schemas';
import { textChecks } from './texts';
import { translationChecks } from './translations';
import { checkXsdVersion } from './xsdVersion';
import type { ConnectorDocuments } from '../connectorDocuments';
import type { ConnectorProblem } from '../problem';
import { hasToken } from '../model/hasToken';

type Check = (documents: ConnectorDocuments) => readonly ConnectorProblem[];

const checks: readonly Check[] = [
	checkXsdVersion,
	...fieldChecks,
	checkConditions,
	checkLabels,
	...translationChecks,
	checkLetters,
	...textChecks,
	...schemaChecks,
];

/** What does not fit together in a connector's documents; those that are not there are not missed. */
export function checkConnector(documents: ConnectorDocuments): readonly ConnectorProblem[] {
	return [...checkSteps(documents)].flat();
}

/** The same, one check after the other: who goes through them can do something else in between. */
export function* checkSteps(
	documents: ConnectorDocuments,
): Generator<readonly ConnectorProblem[], undefined> {
	for (const check of checks) {
		yield check(documents).filter(problem => !namesToken(problem));
	}
}

/** Whether a problem names a token, so that the real name is not known yet. */
function namesToken(problem: ConnectorProblem): boolean {
	return [
		'name' in problem ? problem.name : undefined,
		'ownName' in problem ? problem.ownName : undefined,
		'value' in problem ? problem.value : undefined,
		'key' in problem ? problem.key : undefined,
		'namespace' in problem ? problem.namespace : undefined,
	].some(name => name !== undefined && hasToken(name));
}
