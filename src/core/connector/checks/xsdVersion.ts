import { namespaceAttribute, prefixOf } from '../../xml/prefixes';
import { attributeNamed, valueText } from '../../xml/values';
import type { ConnectorDocuments } from '../connectorDocuments';
import { readForm } from '../model/form';
import { formNamespace } from '../vocabulary/vocabularyForm';
import type { ConnectorProblem } from '../problem';

/** A form of another namespace than the one that the service takes. */
export function checkXsdVersion({ sourceConfig }: ConnectorDocuments): ConnectorProblem[] {
	const root = sourceConfig && readForm(sourceConfig).root;
	if (!root) {
		return [];
	}
	const { value } = attributeNamed(root, namespaceAttribute(prefixOf(root))) ?? {};
	const namespace = value && valueText(sourceConfig.text, value);
	if (namespace === formNamespace) {
		return [];
	}
	const start = value?.innerStart ?? root.nameStart;
	const end = value?.innerEnd ?? root.nameStart + root.name.length;
	return [{ code: 'xsd-version', document: 'source-config', start, end, namespace }];
}
