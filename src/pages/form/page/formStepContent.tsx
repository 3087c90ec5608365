import { useState } from 'preact/hooks';
import { enteredValue, valueOf, type Entered } from '../../../core/connector/form/entered';
import type { FieldValue, FormSection, FormStep } from '../../../core/connector/form/formPicture';
import { Field } from './fields/fieldFrame';
import { useForm } from './formContext';
import { SanitizedHtml } from './formHtml';
import { LabelMarks, PartButtons, ShownLabel } from './formLabel';
import { LabelInput, usePartKeys, useSingleClick } from './formLabelEdit';
import { hasContents, holds, seenFields } from './partsOnPage';
import { StepName, useStepName } from './formSteps';
import { isWebAddress } from './sanitize';

interface Contents {
	readonly shown: ReadonlySet<string>;
	readonly entered: Entered;
	readonly mark: string | undefined;
	readonly showHidden: boolean;
	readonly enter: (slot: string, value: FieldValue) => void;
}

/** The sections of a step and their fields, as far as they are shown. */
export function FormStepContent({ step, ...contents }: Contents & { readonly step: FormStep }) {
	const { words, reveal } = useForm();
	const name = useStepName()(step);
	const show = useSingleClick(() => reveal(step.id));
	const onKeyDown = usePartKeys(step.id);
	const { shown, mark, showHidden } = contents;
	const sections = step.sections.filter(section => shown.has(section.id));
	return (
		<>
			<div
				class={`part-head step-head${mark === step.id ? ' is-marked' : ''}`}
				data-id={step.id}
				aria-current={mark === step.id ? 'location' : undefined}
				onKeyDown={onKeyDown}
			>
				<h2 class="step-label" onClick={show}>
					<StepName step={step} />
				</h2>
				<PartButtons
					id={step.id}
					name={typeof name === 'string' ? name : name.text || name.key}
					label={step.label}
				/>
			</div>
			{!hasContents(step, shown, showHidden) && <p class="empty">{words.emptyStep}</p>}
			{sections.map(section => (
				<Section key={section.id} section={section} {...contents} />
			))}
		</>
	);
}

function Section({ section, ...contents }: Contents & { readonly section: FormSection }) {
	const { localeName } = useForm();
	const { shown, entered, mark, showHidden, enter } = contents;
	const { info } = section;
	const [isEditing, setEditing] = useState(false);
	const isMarked = mark === section.id;
	const fields = seenFields(section.fields, shown, showHidden);
	return (
		<div
			class={`section${isMarked ? ' is-marked' : ''}`}
			data-id={section.id}
			aria-current={isMarked ? 'location' : undefined}
		>
			<SectionHead section={section} />
			{info && (
				<div class="info">
					{isEditing ? (
						<LabelInput label={info} onDone={() => setEditing(false)} />
					) : (
						<SanitizedHtml
							html={info.text || info.key}
							lang={info.origin === 'locale' ? localeName.tag : info.origin === 'en' ? 'en' : undefined}
							onDblClick={info.origin === 'text' ? undefined : () => setEditing(true)}
						/>
					)}
					<LabelMarks label={info} />
				</div>
			)}
			{section.link && <SectionLink link={section.link} />}
			{fields.map(field => (
				<Field
					key={field.id}
					field={field}
					value={valueOf(field, entered)}
					isEntered={enteredValue(field, entered) !== undefined}
					mark={holds(field, mark) ? mark : undefined}
					shown={field.fields.length > 0 ? shown : undefined}
					enter={enter}
				/>
			))}
		</div>
	);
}

function SectionHead({ section: { id, label } }: { readonly section: FormSection }) {
	const { reveal } = useForm();
	const show = useSingleClick(() => reveal(id));
	const onKeyDown = usePartKeys(id);
	if (!label) {
		return null;
	}
	return (
		<div class="part-head section-head" onKeyDown={onKeyDown}>
			<h3 class="section-label" onClick={show}>
				<ShownLabel label={label} />
			</h3>
			<span class="marks">
				<LabelMarks label={label} />
			</span>
			<PartButtons {...{ id, label }} name={label.text || label.key} isTabStop />
		</div>
	);
}

/** An unsafe address is shown as text, not as a link. */
function SectionLink({ link: { address, label } }: { readonly link: NonNullable<FormSection['link']> }) {
	const text = label ? <ShownLabel label={label} isFixed={isWebAddress(address)} /> : address;
	return (
		<p class="section-link">
			{isWebAddress(address) ? (
				<a href={address} title={address} rel="noopener">
					{text}
				</a>
			) : (
				<span title={address}>{text}</span>
			)}{' '}
			<LabelMarks label={label} />
		</p>
	);
}
