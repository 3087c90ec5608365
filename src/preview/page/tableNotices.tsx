import type { TableWords } from '../tableWords';
import { fill } from './extension';
import type { Refusal } from './tableState';

interface TableNoticesProps {
	readonly words: TableWords;
	readonly refusal: Refusal | undefined;
	/** The text that was not written, unless people have it in the editor again. */
	readonly unwritten: string | undefined;
	readonly failure: string | undefined;
	readonly onEditAgain: () => void;
	readonly onDismiss: () => void;
	readonly onRetry: () => void;
}

/** Why the last edit was not made, and why what is shown may be old. */
export function TableNotices({ words, refusal, unwritten, failure, ...does }: TableNoticesProps) {
	return (
		<div role="alert" class="alert">
			{refusal && (
				<p class="refusal">
					{refusal.message}{' '}
					{unwritten !== undefined && (
						<>
							{fill(words.unwritten, unwritten)}{' '}
							<button type="button" onClick={does.onEditAgain}>
								{words.editAgain}
							</button>{' '}
						</>
					)}
					<button type="button" class="secondary" onClick={does.onDismiss}>
						{words.dismiss}
					</button>
				</p>
			)}
			{failure !== undefined && (
				<p class="refusal">
					{failure} {words.mayBeOld}{' '}
					<button type="button" class="secondary" onClick={does.onRetry}>
						{words.tryAgain}
					</button>
				</p>
			)}
		</div>
	);
}
