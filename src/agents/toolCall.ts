import type { AgentConnector } from './agentConnector';
import type { AgentStudio } from './agentStudio';
import type { AllowedTenants } from './allowedTenants';
import type { ToolInput } from './toolInput';

/** One call of a tool. */
export interface ToolCall {
	readonly studio: AgentStudio;
	readonly allowed: AllowedTenants;
	readonly input: ToolInput;
	readonly signal: AbortSignal;
	/** The one that the input names. */
	readonly connector: () => Promise<AgentConnector>;
}
