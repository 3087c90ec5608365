import type { FormPicture, FormSection, FormStep, PictureField } from '../../core/connector/form/formPicture';

/** A picture on its way to a page that has one: what is the same there is only named, by its id. */
export type SentPicture = Omit<FormPicture, 'steps'> & { readonly steps: readonly (SentStep | string)[] };
type SentStep = Omit<FormStep, 'sections'> & { readonly sections: readonly (SentSection | string)[] };
type SentSection = Omit<FormSection, 'fields'> & { readonly fields: readonly (PictureField | string)[] };

/** What has to be sent of a picture; what it has in common with the known one is known by its identity. */
export function toSend(picture: FormPicture, known: FormPicture | undefined): SentPicture {
	if (!known) {
		return picture;
	}
	const { steps, sections, fields } = partsById(known);
	const named = <Part extends { readonly id: string }, Sent>(
		parts: ReadonlyMap<string, Part>,
		part: Part,
		send: (part: Part) => Sent,
	) => (parts.get(part.id) === part ? part.id : send(part));
	const sendSection = (section: FormSection): SentSection => ({
		...section,
		fields: section.fields.map(field => named(fields, field, itself => itself)),
	});
	const sendStep = (step: FormStep): SentStep => ({
		...step,
		sections: step.sections.map(section => named(sections, section, sendSection)),
	});
	return { ...picture, steps: picture.steps.map(step => named(steps, step, sendStep)) };
}

/** The picture that was sent to a page that has the known one. */
export function received(sent: SentPicture, known: FormPicture | undefined): FormPicture {
	const { steps, sections, fields } = partsById(known);
	const completed = <Part, Sent>(
		parts: ReadonlyMap<string, Part>,
		sentParts: readonly (Sent | string)[],
		complete: (part: Sent) => Part,
	) => sentParts.flatMap(part => (typeof part === 'string' ? (parts.get(part) ?? []) : complete(part)));
	const completeSection = (section: SentSection): FormSection => ({
		...section,
		fields: completed(fields, section.fields, itself => itself),
	});
	const completeStep = (step: SentStep): FormStep => ({
		...step,
		sections: completed(sections, step.sections, completeSection),
	});
	return { ...sent, steps: completed(steps, sent.steps, completeStep) };
}

function partsById(picture: FormPicture | undefined) {
	const byId = <Part extends { readonly id: string }>(parts: readonly Part[]) =>
		new Map(parts.map(part => [part.id, part]));
	const steps = picture?.steps ?? [];
	const sections = steps.flatMap(step => step.sections);
	return {
		steps: byId(steps),
		sections: byId(sections),
		fields: byId(sections.flatMap(section => section.fields)),
	};
}
