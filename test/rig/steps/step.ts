import type { RigVersion } from '../rigInstall';
import type { TestResult } from '../testResult';

export type Report = (result: TestResult) => void;

/** A part of `npm test`, which runs in a process of its own. */
export interface Step {
	readonly name: string;
	/** How long it may take, in seconds. */
	readonly limit: number;
	/** The VS Code in which it runs, if in one: a server, with the browser in which its windows are, or whichever there is. */
	readonly inVSCode?: {
		readonly way: 'server' | 'any';
		/** What it needs if that is a server. */
		readonly rigs: readonly RigVersion[];
	};
	run(report: Report): Promise<void>;
}

/** What a step's process tells the runner. */
export type StepMessage =
	| { readonly result: TestResult }
	/** A process group was started. */
	| { readonly group: number }
	| { readonly done: true };
