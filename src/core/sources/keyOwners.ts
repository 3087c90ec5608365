import { isSet } from '../api/source';
import type { ConnectorDocuments } from '../connector/connectorDocuments';
import type { FormPicture } from '../connector/form/formPicture';
import { readApplication } from '../connector/model/application';
import { topFields } from './filledForm';
import type { HeldValues } from './heldValues';
import { isSystemKey } from './systemKeys';

/** Whose a key of a source's connectorAttributes is: nobody's, if neither the connector nor the service is known to have it. */
export type KeyOwner = 'form' | 'template' | 'system' | 'nobody';

/**
 * Tells whose the keys of a connector's sources are. A field of the form comes first: connectors have fields with the
 * names of system keys.
 * @param systemKeys keys that people know as the service's own
 */
export function keyOwners(
	picture: FormPicture | undefined,
	{ sourceTemplate }: Pick<ConnectorDocuments, 'sourceTemplate'>,
	systemKeys: readonly string[],
): (key: string) => KeyOwner {
	const fields = new Set(topFields(picture).map(({ name }) => name));
	const entries = new Set(sourceTemplate && readApplication(sourceTemplate).entries.map(({ name }) => name));
	return key => {
		if (fields.has(key)) {
			return 'form';
		}
		if (isSystemKey(key, systemKeys)) {
			return 'system';
		}
		return entries.has(key) ? 'template' : 'nobody';
	};
}

/** The keys that no field of the form shows and that the service does not add by itself, where the source has a value. */
export function keysWithoutField(
	values: HeldValues,
	ownerOf: (key: string) => KeyOwner,
): readonly { readonly key: string; readonly owner: KeyOwner }[] {
	return [...values]
		.filter(([, value]) => isSet(value))
		.map(([key]) => ({ key, owner: ownerOf(key) }))
		.filter(({ owner }) => owner === 'template' || owner === 'nobody');
}
