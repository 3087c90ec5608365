import { isUtf8 } from 'node:buffer';
import { ApiError, mayHaveArrived, mayStillArrive, WaitedTooLongError } from '../api/errors';
import { lookAgain, type Wait } from '../api/lookAgain';
import { longestTurn, mostTurns } from '../api/turns';
import type { UpdateDetail } from '../api/wire';
import {
	MalformedTextError,
	NotKeptError,
	NotSentError,
	SaveConflictError,
	SaveRefusedError,
	UnansweredSaveError,
	type NotSentReason,
} from './saveErrors';
import { outcomeBy, type SaveOutcome } from './saveOutcome';
import type { TextProblem } from './textProblem';
import { hashOf } from './versions';

/** What a tenant has of a document. */
export interface TenantText {
	readonly hash: string;
	readonly bytes: Uint8Array;
}

/** The tenant's side of one document. */
export interface RemoteText {
	/** A write brings the document into being if the tenant does not have it. */
	readonly isCreatedByWriting: boolean;
	/** Undefined if the tenant has no such document. */
	read(): Promise<Uint8Array | undefined>;
	/**
	 * @param previous what the tenant has now, if anything
	 * @param leaveBy by `performance.now()`: rejects with a `WaitedTooLongError` if it cannot leave until then
	 */
	write(bytes: Uint8Array, previous: Uint8Array | undefined, leaveBy: number): Promise<UpdateDetail>;
}

/**
 * What the text was compared with before it is saved: the tenant's version of this hash; nothing, because the tenant had
 * no such document or could not be asked; or nobody compared, because no editor made the write, which is an overwrite by
 * its nature.
 */
export type Compared = { readonly hash: string } | 'nothing' | 'by-nobody';

/** A save of which the history has an entry, from before it leaves. */
export interface KeptSave {
	/** The hash of the text that is sent. */
	readonly sent: string;
	/** The hash of the text that it is to replace, if the tenant has one. */
	readonly replaced: string | undefined;
	/** Notes what came of it; also a second time, if more is known then. */
	readonly settle: (outcome: SaveOutcome) => Promise<void>;
	/** Keeps another text that it has replaced, because it arrived after that. */
	readonly keepReplaced: (bytes: Uint8Array) => Promise<void>;
}

/** What the person wants, asked where it matters: it may change while a save is under way. */
export interface SaveRules {
	/** Why nothing may be sent, if so. */
	readonly refusal: () => NotSentReason | undefined;
	/** What is wrong with the text, if it must not be sent for that. */
	readonly problem: (present: Uint8Array | undefined) => Promise<TextProblem | undefined>;
	/** Asks the person, where they want to be asked; rejects if they would rather not. Called right before the text leaves. */
	readonly approve: (present: Uint8Array | undefined) => Promise<void>;
}

export interface SaveRequest {
	readonly bytes: Uint8Array;
	/** What the tenant has, read within the last seconds; undefined if it has no such document. */
	readonly present: () => Promise<TenantText | undefined>;
	/** The same, whenever it was read. */
	readonly presentAnew: () => Promise<TenantText | undefined>;
	readonly compared: () => Compared;
	/** The tenant had the document before, and a write would not bring it back. */
	readonly hasToExist: boolean;
	readonly rules: SaveRules;
	/** Keeps what the text replaces; when it resolves, that survives whatever comes. */
	readonly keep: (replaced: Uint8Array | undefined, sent: Uint8Array) => Promise<KeptSave>;
	/** Lets the moment pass after which to look again what came of a text. */
	readonly wait: Wait;
}

/** A text that is to be written to a document. */
export interface WriteRequest extends Pick<SaveRequest, 'rules'> {
	readonly bytes: Uint8Array;
	/** What the editor holds, if `bytes` are another text: it reads that once it has saved. */
	readonly shown?: Uint8Array | undefined;
	/** Keeps what the text replaces; when it resolves, that survives whatever comes. */
	readonly keep: (replaced: Uint8Array | undefined, sent: Uint8Array) => Promise<KeptSave>;
	/** A person saves what an editor holds, so that a change in the tenant is a conflict. */
	readonly fromEditor: boolean;
	/** VS Code has not announced the save, so that it has compared the text without a person's doing. */
	readonly isUnannounced?: boolean;
	/** VS Code is set to overwrite what was changed elsewhere without asking. */
	readonly overwritesUnseen?: boolean;
	/** What somebody has compared a text with that no editor holds. */
	readonly compared?: Compared | undefined;
	/** They have just asked the tenant for that. */
	readonly isLookedUp?: boolean;
}

export type SaveResult =
	| { readonly sent: false }
	| {
			readonly sent: true;
			/** The tenant said that this changed nothing. */
			readonly unchanged: boolean;
			readonly kept: KeptSave;
	  };

/** What comes before a text leaves: the checks, and the questions to people. */
export type SavePreparation = Pick<SaveRequest, 'bytes' | 'present' | 'compared' | 'hasToExist' | 'rules'>;

/** Brings a text to the tenant. Returning means that the tenant has it; every other end is an error, so that the editor stays dirty. */
export async function save(remote: RemoteText, request: SaveRequest): Promise<SaveResult> {
	const { isSame, present } = await prepare(request);
	return isSame ? { sent: false } : send(remote, request, present);
}

/** Returning means that the text may leave now, if the tenant does not have the same one already. */
export async function prepare(
	request: SavePreparation,
): Promise<{ readonly isSame: boolean; readonly present: Uint8Array | undefined }> {
	const { bytes, present, rules } = request;
	refuse(rules);
	const hash = hashOf(bytes);
	let now = await present();
	let approved: TenantText | undefined;
	do {
		approved = now;
		if (now?.hash === hash) {
			return { isSame: true, present: now.bytes };
		}
		check(request, now);
		const problem = await rules.problem(now?.bytes);
		if (problem) {
			throw new MalformedTextError(problem);
		}
		await rules.approve(now?.bytes);
		now = await present(); // The person may have taken their time: what they have not seen, they have not agreed to replace.
	} while (now?.hash !== approved?.hash);
	refuse(rules);
	return { isSame: false, present: now?.bytes };
}

function refuse({ refusal }: SaveRules): void {
	const reason = refusal();
	if (reason) {
		throw new NotSentError(reason);
	}
}

function check({ bytes, compared, hasToExist }: SavePreparation, present: TenantText | undefined): void {
	if (!present && hasToExist) {
		throw new NotSentError('gone');
	}
	if (present && isConflict(present.hash, compared())) {
		throw new SaveConflictError();
	}
	if (present && hasReplacedBytes(bytes) && !isUtf8(present.bytes)) {
		throw new NotSentError('encoding');
	}
}

async function send(
	remote: RemoteText,
	request: SaveRequest,
	replaced: Uint8Array | undefined,
): Promise<SaveResult> {
	const { bytes, keep, wait } = request;
	const kept = await keep(replaced, bytes).catch((error: unknown) => {
		throw new NotKeptError(error);
	});
	let answer: UpdateDetail | undefined;
	for (let turn = 1; !answer; turn++) {
		try {
			answer = await remote.write(bytes, replaced, performance.now() + longestTurn);
		} catch (error) {
			if (error instanceof WaitedTooLongError && turn < mostTurns) {
				if (await isStill(request, replaced, kept)) {
					continue;
				}
				return save(remote, request);
			}
			if (!mayHaveArrived(error)) {
				await kept.settle('refused');
				throw (await isGone(remote, error)) ? new NotSentError('gone', { cause: error }) : error;
			}
			return await afterLostAnswer(remote, { bytes, replaced, kept, error, wait });
		}
	}
	const { status, message } = answer;
	if (status === 'UPDATED' || status === 'UNCHANGED') {
		await kept.settle('accepted');
		return { sent: true, unchanged: status === 'UNCHANGED', kept };
	}
	// A 200 is no proof. Where the status is none that the specification knows, what the tenant has now decides.
	const error = new SaveRefusedError(status, message);
	if (status === 'ERROR' || status === 'SKIPPED') {
		await kept.settle('refused');
		throw error;
	}
	return afterLostAnswer(remote, { bytes, replaced, kept, error, wait });
}

/** Whether the tenant still has what a text is to replace that has waited; if not, nothing has come of this attempt. */
async function isStill(
	{ presentAnew }: SaveRequest,
	replaced: Uint8Array | undefined,
	kept: KeptSave,
): Promise<boolean> {
	let isSame = false;
	try {
		isSame = (await presentAnew())?.hash === (replaced && hashOf(replaced));
		return isSame;
	} finally {
		if (!isSame) {
			await kept.settle('refused');
		}
	}
}

/**
 * Looks at what the tenant has, since its answer did not come or says nothing. The old text proves only that the new one
 * has not arrived yet, unless the tenant itself has answered, or nothing left.
 */
async function afterLostAnswer(
	remote: RemoteText,
	sent: {
		readonly bytes: Uint8Array;
		readonly replaced: Uint8Array | undefined;
		readonly kept: KeptSave;
		readonly error: unknown;
		readonly wait: Wait;
	},
): Promise<SaveResult> {
	const { kept, error, wait } = sent;
	const before = new Set([sent.replaced && hashOf(sent.replaced)]);
	const look = async () => {
		const present = await remote.read();
		const outcome = outcomeBy(present && hashOf(present), hashOf(sent.bytes), before);
		return outcome === 'lost' && mayStillArrive(error) ? 'unknown' : outcome;
	};
	const outcome = await lookAgain(look, seen => seen !== 'unknown', { wait }).catch(() => 'unknown' as const);
	if (outcome === 'unknown') {
		await kept.settle('unknown');
		throw new UnansweredSaveError(error);
	}
	await kept.settle(outcome === 'saved' ? 'accepted' : outcome);
	if (outcome === 'saved') {
		return { sent: true, unchanged: false, kept };
	}
	const isAnswered = error instanceof SaveRefusedError;
	throw outcome === 'lost' || isAnswered ? error : new SaveConflictError({ cause: error });
}

/** A 404 may also come from something between here and the tenant. */
async function isGone(remote: RemoteText, error: unknown): Promise<boolean> {
	if (!(error instanceof ApiError && error.status === 404)) {
		return false;
	}
	try {
		return (await remote.read()) === undefined;
	} catch {
		return false;
	}
}

function isConflict(presentHash: string, compared: Compared): boolean {
	return compared === 'nothing' || (compared !== 'by-nobody' && compared.hash !== presentHash);
}

/** Whether the text holds U+FFFD, with which a decoder replaces what it cannot read. */
function hasReplacedBytes(bytes: Uint8Array): boolean {
	return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('\uFFFD');
}
