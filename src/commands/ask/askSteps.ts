import { back, chooseOne, enterText, type ChoiceQuestion, type TextQuestion } from './questions';

/** One of several questions. Its place among them decides its title and whether people can go back. */
export type TextStep = Omit<TextQuestion, 'title' | 'mayGoBack' | 'step' | 'totalSteps'>;
export type ChoiceStep = Omit<ChoiceQuestion<string>, 'title' | 'mayGoBack' | 'step' | 'totalSteps'>;

/** Makes a question from the answers before it; undefined where it need not be asked. */
export type MakeStep = (answers: Answers) => TextStep | ChoiceStep | undefined;
export type Answers = readonly (string | undefined)[];

/**
 * Asks one question after another; the back button leads to the previous one with its answer. Undefined if the person
 * left.
 */
export async function askSteps(title: string, steps: readonly MakeStep[]): Promise<Answers | undefined> {
	const answers: (string | undefined)[] = [];
	const asked: number[] = [];
	for (let index = 0; index < steps.length;) {
		const step = steps[index]?.(answers);
		if (!step) {
			index++;
			continue;
		}
		const known = answers[index];
		const totalSteps =
			asked.length + 1 + stepsAfter(steps, index, [...answers.slice(0, index), proposedBy(step)]);
		const question = {
			...step,
			...(known !== undefined && { value: known }),
			title,
			mayGoBack: asked.length > 0,
			...(totalSteps > 1 && { step: asked.length + 1, totalSteps }),
		};
		const answer = await ('choices' in question ? chooseOne(question) : enterText(question));
		if (answer === undefined) {
			return undefined;
		}
		if (answer === back) {
			index = asked.pop() ?? 0;
		} else {
			answers[index] = answer;
			asked.push(index);
			index++;
		}
	}
	return answers;
}

/** How many steps will be asked after one, if people accept what is proposed. */
function stepsAfter(steps: readonly MakeStep[], index: number, answers: Answers): number {
	const assumed = [...answers];
	let count = 0;
	for (const [place, make] of steps.entries()) {
		const step = place > index ? make(assumed) : undefined;
		if (step) {
			assumed[place] = proposedBy(step);
			count++;
		}
	}
	return count;
}

/** What Enter answers. */
function proposedBy(step: TextStep | ChoiceStep): string | undefined {
	if (step.value !== undefined || !('choices' in step) || step.choices instanceof Promise) {
		return step.value;
	}
	return step.choices[0]?.value;
}
