import { encryptedKeys, isCipherText, isSet, secretValue, type Source } from '../api/source';
import type { ConnectorDocuments } from '../connector/connectorDocuments';
import { pictureOf } from '../connector/form/pictureOf';
import { readForm } from '../connector/model/form';
import type { XmlDocument } from '../xml/tree';
import { attributeText } from '../xml/values';
import { valuesOf } from './filledForm';
import type { HeldValues } from './heldValues';

/**
 * What has been entered in a source, without secrets.
 * @param saved the documents of its connector as the tenant has them: an unsaved edit does not make a secret another value
 * @param own the source's own source-config, which has its values in the fields; undefined if that may not be read
 */
export function enteredInSource(
	source: Source,
	saved: ConnectorDocuments,
	own: ConnectorDocuments | undefined,
): HeldValues {
	const encrypted = encryptedKeys(source.attributes.get('encrypted'));
	// The attributes win: they are what the source works with, and the source-config has nothing but copies of them.
	const all = new Map([...(own?.sourceConfig ? valuesInForm(own.sourceConfig) : []), ...source.attributes]);
	const attributes = new Map(
		[...all].map(([key, value]) => [
			key,
			isSet(value) && (encrypted.has(key) || isCipherText(value)) ? secretValue : value,
		]),
	);
	const pictures = [saved, own].map(documents => documents && pictureOf(documents, 'en'));
	return valuesOf({ ...source, attributes }, pictures);
}

/** Those of fields that are on no card. */
function valuesInForm(document: XmlDocument): readonly (readonly [key: string, value: unknown])[] {
	return readForm(document)
		.fields.filter(({ cards }) => cards === undefined)
		.flatMap(({ element, name }) => {
			const value = attributeText(document.text, element, 'value');
			return name && value !== undefined ? [[name.name, value] as const] : [];
		});
}
