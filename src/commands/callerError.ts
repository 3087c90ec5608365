/** An error for the program that called a command with arguments; it gets the cause, and no person is told. */
export class CallerError extends Error {
	override name = 'CallerError';
}
