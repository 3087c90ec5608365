import { fill } from '../../panel/page/connect';
import { useForm } from './formContext';
import type { FormView } from './formView';

/** What is wrong with the picture. It is there while nothing is, too: only then is it read out when something comes. */
export function FormStatus({
	view,
	retry,
	revealProblem,
	dismiss,
}: {
	readonly view: FormView;
	readonly retry: () => void;
	readonly revealProblem: () => void;
	readonly dismiss: () => void;
}) {
	const { words } = useForm();
	const { problem, notice, failure, refused, isStale, sources } = view;
	return (
		<div class="statuses" role="status">
			{failure !== undefined && (
				<div class="status failure">
					<span class="status-text">{failure}</span>
					<button type="button" class="button" onClick={retry}>
						{words.tryAgain}
					</button>
				</div>
			)}
			{refused && (
				<div class="status refused">
					<span class="status-text">{fill(words.notApplied, refused.message, refused.text)}</span>
					<button type="button" class="button secondary" onClick={dismiss}>
						{words.dismiss}
					</button>
				</div>
			)}
			{failure === undefined && sources?.message !== undefined && (
				<div class="status notice">
					<span class="status-text">{sources.message}</span>
					<button type="button" class="button secondary" onClick={dismiss}>
						{words.dismiss}
					</button>
				</div>
			)}
			{failure === undefined && problem && (
				<div class="status problem">
					<span class="status-text">
						{fill(isStale ? words.stale : words.broken, problem.line, problem.message)}
					</span>
					<button type="button" class="button secondary" onClick={revealProblem}>
						{words.showInEditor}
					</button>
				</div>
			)}
			{failure === undefined && notice !== undefined && (
				<div class="status notice">
					<span class="status-text">{notice}</span>
					<button type="button" class="button secondary" onClick={retry}>
						{words.tryAgain}
					</button>
				</div>
			)}
		</div>
	);
}
