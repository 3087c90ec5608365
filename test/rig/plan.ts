import type { Way } from './desktop';
import { rigRunsOn, type Machine, type RigVersion } from './rigInstall';
import type { Step } from './steps/step';

/** What a step needs on a machine, or why it cannot run there. */
export type StepPlan = { readonly rigs: readonly RigVersion[] } | { readonly skipped: string };

/** @param way how the machine gets a VS Code; undefined if it gets none, which the step itself reports */
export function planOf(
	{ inVSCode }: Pick<Step, 'inVSCode'>,
	machine: Machine,
	way: Way | undefined,
): StepPlan {
	if (!inVSCode) {
		return { rigs: [] };
	}
	if (inVSCode.way === 'server' && !rigRunsOn(machine)) {
		return { skipped: 'it needs the VS Code server of the test rig, which runs on Linux x64 only' };
	}
	return { rigs: inVSCode.way === 'server' || way === 'server' ? inVSCode.rigs : [] };
}
