// Runs one step of `npm test` for testAll, and tells it by messages what came of it.
//   node out/rig/step.js <name> [<file with suites> …]
import { errorText, type TestResult } from './testResult';
import type { StepMessage } from './steps/step';
import { steps } from './steps/steps';

const [name, ...files] = process.argv.slice(2);
const sent: Promise<void>[] = [];

function tell(message: StepMessage): void {
	sent.push(new Promise(resolve => process.send?.(message, () => resolve()) ?? resolve()));
}

function report(result: TestResult): void {
	tell({ result });
}

async function main(): Promise<void> {
	const step = steps.find(each => each.name === name);
	if (!step) {
		throw new Error(`There is no step ${name ?? 'without a name'}.`);
	}
	process.once('disconnect', () => process.exit(1));
	await step.run(report, files);
	await Promise.all(sent);
	endsByItself(step.name);
}

/** A step that leaves a timer, a server or a program behind has not cleaned up: that is a failure of its own. */
function endsByItself(step: string): void {
	tell({ done: true });
	process.channel?.unref();
	const limit = setTimeout(() => {
		const error = `Still active: ${process.getActiveResourcesInfo().join(', ')}`;
		report({ name: `${step} leaves nothing running`, ok: false, ms: 5000, error });
		void Promise.all(sent).then(() => process.exit(1));
	}, 5000);
	limit.unref();
}

main().catch((error: unknown) => {
	console.error(errorText(error));
	process.exit(1);
});
