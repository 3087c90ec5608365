import type { FormPicture } from '../form/formPicture';
import { SchemaLevel } from './schemaLevel';
import type { JsonSchema } from './valueSchema';

/**
 * A JSON Schema (draft 2020-12) of the connectorAttributes that a form submits once everything is filled in that it requires
 * of people. A field is there only while it is shown, with a value that its control can give: an option that is offered, a
 * number as a number. Where a condition asks for the text of a secret, a schema cannot tell: the field may be there or not.
 */
export function jsonSchema(picture: FormPicture, name: string): JsonSchema {
	const fields = picture.steps.flatMap(({ sections }) => sections.flatMap(section => section.fields));
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		title: picture.name || name,
		...(picture.description && { description: picture.description.text }),
		...new SchemaLevel(fields).schema(),
	};
}
