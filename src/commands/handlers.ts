import type { Studio } from '.';
import { connectorCommands } from './connectorCommands';
import { copyDiagnostics } from './diagnostics';
import { documentCommands } from './documentCommands';
import type { CommandId, Handler } from './ids';
import { tenantCommands } from './tenantCommands';

/** What each command does. */
export function handlersOf(studio: Studio): Record<CommandId, Handler> {
	return {
		...tenantCommands(studio),
		...connectorCommands(studio),
		...documentCommands(studio),
		'iscConnectors.log.show': () => studio.log.show(),
		'iscConnectors.diagnostics.copy': () => copyDiagnostics(studio),
	};
}
