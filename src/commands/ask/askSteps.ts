import { back, chooseOne, enterText, type ChoiceQuestion, type TextQuestion } from './questions';

/** One of several questions. Its place among them decides its title and whether people can go back. */
export type TextStep = Omit<TextQuestion, 'title' | 'mayGoBack'>;
export type ChoiceStep = Omit<ChoiceQuestion<string>, 'title' | 'mayGoBack'>;

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
		const question = {
			...step,
			...(known !== undefined && { value: known }),
			title: `${title} (${asked.length + 1})`,
			mayGoBack: asked.length > 0,
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
