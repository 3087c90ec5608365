import type { TableWords } from '../tableWords';
import { fill } from '../../panel/page/connect';
import type { Refusal } from './tableState';

interface TableNoticesProps {
	readonly words: TableWords;
	readonly refusals: readonly Refusal[];
	/** The refusal of the text that people have in the editor again. */
	readonly edited: Refusal | undefined;
	readonly failure: string | undefined;
	readonly onEditAgain: (refusal: Refusal) => void;
	readonly onDismiss: (refusal: Refusal) => void;
	readonly onRetry: () => void;
}

/** Why the last edit was not made, and why what is shown may be old. */
export function TableNotices({ words, refusals, edited, failure, ...does }: TableNoticesProps) {
	return (
		<div role="alert" class="alert">
			{refusals.map(refusal => (
				<p class="refusal" key={refusal.change?.number}>
					{refusal.message}{' '}
					<button type="button" class="secondary" onClick={() => does.onDismiss(refusal)}>
						{words.dismiss}
					</button>{' '}
					{typeof refusal.change?.text === 'string' && refusal !== edited && (
						<>
							{fill(words.unwritten, refusal.change.text)}{' '}
							<button type="button" onClick={() => does.onEditAgain(refusal)}>
								{words.editAgain}
							</button>{' '}
						</>
					)}
				</p>
			))}
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
