import type { UpdateDetail } from '../api/wire';
import type { TextProblem } from './textProblem';

/** The tenant has another text than the one that the person's was compared with. */
export class SaveConflictError extends Error {
	override name = 'SaveConflictError';

	constructor(options?: ErrorOptions) {
		super('The document was changed in the tenant meanwhile', options);
	}
}

/** The tenant answered, and did not take the text. */
export class SaveRefusedError extends Error {
	override name = 'SaveRefusedError';

	constructor(
		readonly status: UpdateDetail['status'],
		/** The tenant's own words. */
		readonly reason: string | undefined,
	) {
		super(`Not saved: ${[status, reason].filter(Boolean).join(': ')}`);
	}
}

/** Why nothing was sent, though the tenant could have been asked. */
export type NotSentReason =
	/** The person who added the tenant wants nothing changed in it. */
	| 'read-only'
	/** VS Code saves by itself, and nobody has said that this may be sent. */
	| 'automatic'
	/** VS Code saves by itself what an agent proposed, and no person has looked at it. */
	| 'proposed'
	/** A program saves, and the person wants nothing sent that programs save. */
	| 'program'
	/** A program or VS Code itself saves, and nobody has said that this is to be sent. */
	| 'unconfirmed'
	/** The person was asked, and would rather not. */
	| 'declined'
	/** The person was asked, and looks at the changes first. */
	| 'looking'
	/** The tenant's text is not UTF-8, and the editor has already replaced what it could not read. */
	| 'encoding'
	/** The editor saves in an encoding in which the tenant would read something else than the person sees. */
	| 'other-encoding'
	/** The tenant no longer has the document. */
	| 'gone';

/** Nothing was sent. */
export class NotSentError extends Error {
	override name = 'NotSentError';

	constructor(
		readonly reason: NotSentReason,
		options?: ErrorOptions,
	) {
		super(`Nothing was sent: ${reason}`, options);
	}
}

/** Nothing was sent: the text cannot be what its author meant. */
export class MalformedTextError extends Error {
	override name = 'MalformedTextError';

	constructor(readonly problem: TextProblem) {
		super(`Nothing was sent: the text is ${problem.kind}`);
	}
}

/** Nothing was sent: what the tenant has could not be kept on this computer. */
export class NotKeptError extends Error {
	override name = 'NotKeptError';

	constructor(cause: unknown) {
		super('Nothing was sent: the text in the tenant could not be kept', { cause });
	}
}

/** The text left, no answer came, and it has not arrived yet as far as the tenant could be asked. */
export class UnansweredSaveError extends Error {
	override name = 'UnansweredSaveError';

	/** @param cause why the answer did not come */
	constructor(cause: unknown) {
		super('Whether the text arrived is not known', { cause });
	}
}
