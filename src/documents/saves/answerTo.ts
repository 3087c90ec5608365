/** What a person answers to a modal question; undefined also where VS Code shows none, because nobody is there. */
export async function answerTo<T>(question: Thenable<T | undefined>): Promise<T | undefined> {
	try {
		return await question;
	} catch {
		return undefined;
	}
}
