import { isCipherText, secretValue } from '../api/source';
import type { ConnectorDocuments } from '../connector/connectorDocuments';
import type { Entered } from '../connector/form/entered';
import type { FormPicture } from '../connector/form/formPicture';
import { enteredBy, secretDots } from './enteredValues';
import { topFields } from './filledForm';
import { secretName } from '../connector/model/secretName';
import { cardsOf, withoutSecrets, type HeldValues } from './heldValues';
import { keyOwners, keysWithoutField, type KeyOwner } from './keyOwners';

/** What a form shows of a source: plain data, which a page can be sent. */
export interface ShownValues {
	/** With dots in the place of secrets. */
	readonly entered: Entered;
	readonly withoutField: readonly ValueWithoutField[];
}

/** What a source has for a key that the form does not show. */
export interface ValueWithoutField {
	readonly key: string;
	readonly owner: KeyOwner;
	/** JSON, unless it is a text; dots, if it may be a secret. */
	readonly text: string;
}

/** @param values without the secrets of the form as the tenant has it; those of the picture, which may be new, go here */
export function shownValues(
	values: HeldValues,
	picture: FormPicture,
	documents: Pick<ConnectorDocuments, 'sourceTemplate'>,
	systemKeys: readonly string[],
): ShownValues {
	const fields = topFields(picture);
	const held = withoutSecrets(values, fields);
	return {
		entered: enteredBy(fields, held),
		withoutField: keysWithoutField(held, keyOwners(picture, documents, systemKeys)).map(({ key, owner }) => ({
			key,
			owner,
			text: textOf(key, held.get(key)),
		})),
	};
}

function textOf(key: string, value: unknown): string {
	const masked = withDots(key, cardsOf(value) ?? value);
	return typeof masked === 'string' ? masked : JSON.stringify(masked, withDots);
}

function withDots(key: string, value: unknown): unknown {
	if (value === secretValue || isCipherText(value) || (typeof value !== 'boolean' && secretName.test(key))) {
		return secretDots;
	}
	return value instanceof Map ? Object.fromEntries(value) : value;
}
