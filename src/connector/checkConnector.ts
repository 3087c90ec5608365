import { checkConditions } from './checks/conditions';
import { checkEntries, checkFieldNames } from './checks/fields';
import { checkLabels } from './checks/labels';
import { checkCorrelation, checkCorrelationName, checkSchemas } from './checks/schemas';
import { checkHtml, checkPlaceholders } from './checks/texts';
import { checkComplete, checkRepeated, checkUnused } from './checks/translations';
import { checkXsdVersion } from './checks/xsdVersion';
import type { ConnectorDocuments } from './connectorDocuments';
import type { ConnectorProblem } from './problem';

type Check = (documents: ConnectorDocuments) => readonly ConnectorProblem[];

const checks: readonly Check[] = [
	checkXsdVersion,
	checkFieldNames,
	checkConditions,
	checkLabels,
	checkUnused,
	checkComplete,
	checkRepeated,
	checkHtml,
	checkPlaceholders,
	checkEntries,
	checkSchemas,
	checkCorrelation,
	checkCorrelationName,
];

/** What does not fit together in a connector's documents; what is not there is not missed. */
export function checkConnector(documents: ConnectorDocuments): readonly ConnectorProblem[] {
	return checks.flatMap(check => check(documents));
}
