import assert from 'node:assert/strict';
import type {
	FormPicture,
	FormSection,
	PictureField,
} from '../../../../../src/core/connector/form/formPicture';
import { pictureOf } from '../../../../../src/core/connector/form/pictureOf';
import { slotOf, type Entered } from '../../../../../src/core/connector/form/entered';
import { shownOnCard } from '../../../../../src/core/connector/form/formState';
import { connectorOf, type Texts } from '../completion/completing';

/** The picture of a form with this in it. */
export function pictured(inner: string, around: Omit<Texts, 'form'> = {}, locale = 'en'): FormPicture {
	const picture = pictureOf(connectorOf({ ...around, form: `<Form>${inner}</Form>` }), locale);
	assert.ok(picture);
	return picture;
}

/** The only field of a form, with the entry that a source-template has for it. */
export function fieldOf(field: string, entry = ''): PictureField {
	const template = `<Application><Attributes><Map>${entry}</Map></Attributes></Application>`;
	const [first] = fieldsOf(
		pictured(`<Menu name="m"><Section name="s">${field}</Section></Menu>`, { template }),
	);
	assert.ok(first, field);
	return first;
}

/** Where that is which is entered into a secret field of this name. */
export function secret(name: string): string {
	return slotOf({ id: '', name, control: 'secret' });
}

export function sectionsOf({ steps }: FormPicture): readonly FormSection[] {
	return steps.flatMap(({ sections }) => sections);
}

/** In the order of the form; those of cards behind their cardList. */
export function fieldsOf(picture: FormPicture): readonly PictureField[] {
	const all = (fields: readonly PictureField[]): readonly PictureField[] =>
		fields.flatMap(field => [field, ...all(field.fields)]);
	return sectionsOf(picture).flatMap(({ fields }) => all(fields));
}

/** The fields that are shown on a card of a cardList. */
export function namesOnCard(
	{ fields }: PictureField,
	card: Entered,
	around: ReadonlySet<string>,
): readonly string[] {
	const shown = shownOnCard(fields, card, around);
	return fields.filter(({ id }) => shown.has(id)).map(({ name }) => name);
}

/** What has to be true of every picture, whatever its text. */
export function assertSound(picture: FormPicture, text: string): void {
	const parts = [...picture.steps, ...sectionsOf(picture), ...fieldsOf(picture)];
	assert.equal(new Set(parts.map(({ id }) => id)).size, parts.length, 'ids are unique');
	for (const { id, start, end } of parts) {
		assert.ok(0 <= start && start < end && end <= text.length, `${id} from ${start} to ${end}`);
	}
	assert.equal(JSON.stringify(JSON.parse(JSON.stringify(picture))), JSON.stringify(picture));
}
