import type { TableWords } from '../tableWords';

interface TableRefusalProps {
	readonly words: TableWords;
	readonly message: string | undefined;
	readonly onDismiss: () => void;
}

/** Why the last edit was not made. */
export function TableRefusal({ words, message, onDismiss }: TableRefusalProps) {
	return (
		<div role="alert" class="alert">
			{message !== undefined && (
				<p class="refusal">
					{message}{' '}
					<button type="button" class="secondary" onClick={onDismiss}>
						{words.dismiss}
					</button>
				</p>
			)}
		</div>
	);
}
