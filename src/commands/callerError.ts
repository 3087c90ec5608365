/** An error for the program that called a command with arguments: it gets the cause, and nothing is shown to people. */
export class CallerError extends Error {
	override name = 'CallerError';
}
