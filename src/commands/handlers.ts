import type { Studio } from '.';
import { checkCommands } from './checkCommands';
import { connectorCommands } from './connectorCommands';
import { copyDiagnostics } from './diagnostics';
import { keptCommands } from './keptCommands';
import { labelLocaleCommands } from './labelLocale';
import { labelTextCommands } from './labelText';
import { lifecycleCommands } from './lifecycleCommands';
import { documentCommands } from './documentCommands';
import { filterCommands } from './filterCommands';
import { openCommands } from './openCommands';
import { previewCommands } from './previewCommands';
import { searchCommands } from './searchCommands';
import { transferCommands } from './transferCommands';
import { TransferDesk } from './transferDesk';
import type { CommandId, Handler } from './ids';
import { tenantCommands } from './tenantCommands';

/** What each command does. */
export function handlersOf(studio: Studio): Record<CommandId, Handler> {
	const desk = new TransferDesk(studio);
	return {
		...tenantCommands(studio),
		...connectorCommands(studio),
		...documentCommands(studio),
		...openCommands(studio),
		...filterCommands(studio),
		...searchCommands(studio),
		...checkCommands(studio),
		...previewCommands(studio),
		...labelLocaleCommands(studio),
		...labelTextCommands(studio),
		...lifecycleCommands(studio, desk),
		...transferCommands(studio, desk),
		...keptCommands(studio, desk),
		'iscConnectors.log.show': () => studio.log.show(),
		'iscConnectors.diagnostics.copy': () => copyDiagnostics(studio),
	};
}
