import type { Studio } from './studio';
import { agentCommands } from './agent/agentCommands';
import { checkCommands } from './connector/checkCommands';
import { connectorCommands } from './connector/connectorCommands';
import { defaultsCommands } from './source/compareWithDefaults';
import { copyDiagnostics } from './tenant/copyDiagnostics';
import { helpCommands } from './help/helpCommands';
import { keptCommands } from './connector/keptCommands';
import { labelLocaleCommands } from './connector/labelLocale';
import { labelTextCommands } from './document/labelText';
import { lifecycleCommands } from './connector/lifecycleCommands';
import { documentCommands } from './document/documentCommands';
import { filterCommands } from './tenant/filterCommands';
import { openCommands } from './find/openCommands';
import { previewCommands } from './connector/previewCommands';
import { referenceCommands } from './connector/referenceCommands';
import { saveCommands } from './document/saveCommands';
import { searchCommands } from './find/searchCommands';
import { transferCommands } from './transfer/transferCommands';
import { TransferDesk } from './transfer/transferDesk';
import { ComparisonView } from '../views/comparison/comparisonView';
import type { CommandId, Handler } from './ids';
import { fieldSourceCommands } from './source/fieldSources';
import { sourceActions } from './source/sourceActions';
import { sourceCommands } from './source/sourceCommands';
import { tenantCommands } from './tenant/tenantCommands';
import { viewCommands } from './tenant/viewCommands';
import { walkthroughCommands } from './walkthrough/walkthroughCommands';

/** What each command does. */
export function handlersOf(studio: Studio): Record<CommandId, Handler> {
	const comparison = new ComparisonView();
	studio.subscriptions.push(comparison);
	const desk = new TransferDesk(studio, comparison);
	return {
		...tenantCommands(studio),
		...viewCommands(studio),
		...connectorCommands(studio),
		...documentCommands(studio),
		...saveCommands(studio),
		...openCommands(studio),
		...filterCommands(studio),
		...searchCommands(studio),
		...checkCommands(studio),
		...previewCommands(studio),
		...referenceCommands(studio),
		...labelLocaleCommands(studio),
		...labelTextCommands(studio),
		...sourceCommands(studio),
		...sourceActions(studio),
		...fieldSourceCommands(studio),
		...lifecycleCommands(studio, desk),
		...transferCommands(studio, desk, comparison),
		...defaultsCommands(studio, comparison),
		...keptCommands(studio, desk),
		...agentCommands(studio),
		...helpCommands(),
		...walkthroughCommands(studio),
		'iscConnectors.log.show': () => studio.log.show(),
		'iscConnectors.diagnostics.copy': () => copyDiagnostics(studio),
	};
}
