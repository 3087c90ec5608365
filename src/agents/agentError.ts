/** Why a tool cannot do what it was asked for: one sentence in English for the agent, with what to do. */
export class AgentError extends Error {
	override name = 'AgentError';
}
