import type { FormStep, Label } from '../../../core/connector/form/formPicture';
import type { Entered } from '../../../core/connector/form/entered';
import { fill } from '../../panel/page/connect';
import { useForm } from './formContext';
import { taken } from '../../translations/page/tableShortcuts';
import { LabelMarks, ShownLabel } from './formLabel';
import { editLabelIn, partKeys } from './formLabelEdit';
import { emptyFields } from './partsOnPage';

/** The steps of the form, and how much there is still to fill in. */
export function FormSteps({
	steps,
	chosen,
	mark,
	shown,
	entered,
	choose,
}: {
	readonly steps: readonly FormStep[];
	readonly chosen: FormStep | undefined;
	readonly mark: string | undefined;
	readonly shown: ReadonlySet<string>;
	readonly entered: Entered;
	readonly choose: (id: string) => void;
}) {
	const { words, reveal } = useForm();
	return (
		<nav class="steps" aria-label={words.steps}>
			<ol>
				{steps.map(step => {
					const empty = emptyFields(step, shown, entered);
					const sentence = empty === 1 ? words.emptyField : fill(words.emptyFields, empty);
					return (
						<li key={step.id}>
							<button
								type="button"
								class={`step${mark === step.id ? ' is-marked' : ''}`}
								data-id={step.id}
								aria-current={step === chosen ? 'step' : undefined}
								aria-keyshortcuts={partKeys}
								onClick={() => choose(step.id)}
								onKeyDown={event => {
									if (event.key === 'F2') {
										choose(step.id);
										// Its heading is there only then.
										setTimeout(() => editLabelIn(document.querySelector('.step-head')));
									} else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
										taken(event);
										reveal(step.id);
									}
								}}
							>
								<span class="step-name">
									<StepName step={step} isFixed />
								</span>
								{empty > 0 && (
									<span class="count" title={sentence}>
										<span aria-hidden="true">{empty}</span>
										<span class="visually-hidden">{sentence}</span>
									</span>
								)}
							</button>
						</li>
					);
				})}
			</ol>
		</nav>
	);
}

/** The base configuration has no name in a source-config. */
export function StepName({ step, isFixed = false }: { readonly step: FormStep; readonly isFixed?: boolean }) {
	const name = useStepName()(step);
	return typeof name === 'string' ? (
		<span class="label-text">{name}</span>
	) : (
		<>
			<ShownLabel label={name} isFixed={isFixed} /> <LabelMarks label={name} />
		</>
	);
}

export function useStepName(): (step: FormStep) => Label | string {
	const { words } = useForm();
	return ({ label, kind }) => label ?? (kind === 'base' ? words.baseStep : words.nameless);
}
