import { checkConditions } from './checks/conditions';
import { checkEntries, checkFieldNames } from './checks/fields';
import { checkLabels } from './checks/labels';
import { checkLetters } from './checks/letters';
import { checkCorrelation, checkCorrelationName, checkSchemas } from './checks/schemas';
import { checkHtml, checkPlaceholders } from './checks/texts';
import { checkComplete, checkRepeated, checkUnused } from './checks/translations';
import { checkXsdVersion } from './checks/xsdVersion';
import type { ConnectorDocuments } from './connectorDocuments';
import type { ConnectorProblem } from './problem';
import { hasToken } from './token';

type Check = (documents: ConnectorDocuments) => readonly ConnectorProblem[];

const checks: readonly Check[] = [
	checkXsdVersion,
	checkFieldNames,
	checkConditions,
	checkLabels,
	checkUnused,
	checkComplete,
	checkRepeated,
	checkLetters,
	checkHtml,
	checkPlaceholders,
	checkEntries,
	checkSchemas,
	checkCorrelation,
	checkCorrelationName,
];

/** What does not fit together in a connector's documents; what is not there is not missed. */
export function checkConnector(documents: ConnectorDocuments): readonly ConnectorProblem[] {
	return checks.flatMap(check => check(documents)).filter(problem => !namesToken(problem));
}

/** Whether a problem is one of a name that nobody knows yet. */
function namesToken(problem: ConnectorProblem): boolean {
	return [
		'name' in problem ? problem.name : undefined,
		'ownName' in problem ? problem.ownName : undefined,
		'value' in problem ? problem.value : undefined,
		'key' in problem ? problem.key : undefined,
		'namespace' in problem ? problem.namespace : undefined,
	].some(name => name !== undefined && hasToken(name));
}
