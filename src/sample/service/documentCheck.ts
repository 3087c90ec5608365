import { checkXml } from './xmlCheck';

/** The three XML documents of a connector, by their names in the model. */
export type XmlDocumentKind = 'sourceConfig' | 'sourceTemplate' | 'correlationConfig';

export const formNamespace = 'http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd';

const rootElements: Readonly<Record<XmlDocumentKind, string>> = {
	sourceConfig: 'Form',
	sourceTemplate: 'Application',
	correlationConfig: 'CorrelationConfig',
};

/** Why the tenant refuses these bytes as such a document; undefined if it accepts them. */
export function documentProblem(kind: XmlDocumentKind, bytes: Uint8Array): string | undefined {
	const text = decode(bytes);
	if (text === undefined) {
		return 'The file is not UTF-8 text.';
	}
	if (text === '') {
		return 'The file is empty.';
	}
	const checked = checkXml(text);
	if ('problem' in checked) {
		return `The XML is not well-formed: ${checked.problem}`;
	}
	const [local = '', prefix] = checked.root.split(':').reverse();
	if (kind !== 'sourceConfig') {
		return checked.root === rootElements[kind] ? undefined : wrongRoot(kind, checked.root);
	}
	if (local !== rootElements[kind]) {
		return wrongRoot(kind, checked.root);
	}
	const namespace = checked.attributes.get(prefix === undefined ? 'xmlns' : `xmlns:${prefix}`);
	return namespace === formNamespace
		? undefined
		: `unsupported xsd version, please ensure latest xsd version ${formNamespace} is used for source config`;
}

function wrongRoot(kind: XmlDocumentKind, found: string): string {
	return `The root element is <${found}>, but it should be <${rootElements[kind]}>.`;
}

function decode(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}
