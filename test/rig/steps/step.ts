import type { RigVersion } from '../rigInstall';
import type { TestResult } from '../testResult';

export type Report = (result: TestResult) => void;

/** Names of files that hold suites, below the step's folder. */
export type SuiteFiles = readonly string[];

/** A part of `npm test`, which runs in processes of its own. */
export interface Step {
	readonly name: string;
	/** How long one of its processes may take, in seconds. */
	readonly limit: number;
	/** Runs only where it is named: it makes something, and tests nothing that another step does not. */
	readonly isExtra?: boolean;
	/** The steps that write what this one reads. */
	readonly after?: readonly string[];
	/** The VS Code in which it runs, if in one: a server, with the browser in which its windows are, or whichever there is. */
	readonly inVSCode?: {
		readonly way: 'server' | 'any';
		/** What it needs if that is a server. */
		readonly rigs: readonly RigVersion[];
	};
	/** Its suites, divided among processes that may run side by side; what is no suite is one piece. */
	shares?(): readonly SuiteFiles[];
	run(report: Report, files: SuiteFiles): Promise<void>;
}

/** What a step's process tells the runner. */
export type StepMessage =
	| { readonly result: TestResult }
	/** A process group was started. */
	| { readonly group: number }
	| { readonly done: true };
