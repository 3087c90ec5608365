import { readApplication, type Schema } from '../../connector/model/application';
import { localName } from '../../connector/model/mention';
import { childElements, type XmlDocument, type XmlElement } from '../../xml/tree';
import { attributeText, ownText } from '../../xml/values';
import {
	attributePart,
	connectorPart,
	criterionName,
	criterionPart,
	distinct,
	featuresPart,
	schemaPart,
	sortedByName,
	type Part,
} from './part';

/** What a new source of a connector gets, as far as sources have a copy of it. */
export function connectorDefaults(
	sourceTemplate: XmlDocument,
	correlationConfig: XmlDocument | undefined,
): readonly Part[] {
	const { root, schemas } = readApplication(sourceTemplate);
	const say = (name: string) => root && textOf(sourceTemplate, root, name);
	return [
		connectorPart(say('connector'), say('type')),
		featuresPart(listed(say('featuresString'))),
		...sortedByName(schemas.flatMap(schema => schemaOf(sourceTemplate, schema))),
		{ name: 'correlation', isOrdered: true, parts: correlationConfig ? correlation(correlationConfig) : [] },
	];
}

/** None for a schema without a name, by which alone it can be compared. */
function schemaOf(document: XmlDocument, { element, objectType, attributes }: Schema): readonly Part[] {
	if (!objectType) {
		return [];
	}
	const say = (name: string) => textOf(document, element, name);
	const groupAttribute = say('groupAttribute');
	return [
		schemaPart(say, {
			name: objectType.name,
			includesPermissions: isTrue(say('includePermissions')),
			features: listed(say('featuresString')),
			attributes: attributes.map(attribute =>
				attributeOf(document, attribute.element, attribute.name, groupAttribute),
			),
		}),
	];
}

function attributeOf(
	document: XmlDocument,
	element: XmlElement,
	name: string,
	groupAttribute: string | undefined,
): Part {
	const say = (attribute: string) => textOf(document, element, attribute);
	const description = childElements(element).find(child => localName(child) === 'Description');
	return attributePart({
		name,
		internalName: say('internalName'),
		description: description && ownText(document, description),
		type: say('type'),
		isMulti: isTrue(say('multi')) || isTrue(say('multiValued')),
		isEntitlement: isTrue(say('entitlement')),
		isGroup: name === groupAttribute || isTrue(say('group')),
		schemaObjectType: say('schemaObjectType'),
	});
}

function correlation(document: XmlDocument): readonly Part[] {
	const sections = document.root ? childElements(document.root) : [];
	const below = (name: string) => sections.filter(each => localName(each) === name).flatMap(childElements);
	return distinct([
		...below('AttributeAssignments').map(element => criterionOf(document, element)),
		...below('DirectAssignments').map(element => withoutCounterpart(document, element)),
	]);
}

function criterionOf(document: XmlDocument, element: XmlElement): Part {
	const say = (name: string) => textOf(document, element, name);
	const [property, value] = [say('property'), say('value')];
	const isPlain = localName(element) === 'Filter' && childElements(element).length === 0;
	if (!isPlain || property === undefined || value === undefined) {
		return withoutCounterpart(document, element);
	}
	return criterionPart({
		property,
		value,
		operation: say('operation'),
		ignoreCase: isTrue(say('ignoreCase')),
		matchMode: say('matchMode'),
	});
}

function withoutCounterpart(document: XmlDocument, element: XmlElement): Part {
	const holds = localName(element) === 'CompositeFilter' ? criteriaIn(document, element) : [];
	return { name: localName(element), value: outlineOf(document, element), incomparable: 'always', holds };
}

/** The names of the criteria below an element. */
function criteriaIn(document: XmlDocument, element: XmlElement): readonly string[] {
	return childElements(element).flatMap(child => {
		const [property, value] = [textOf(document, child, 'property'), textOf(document, child, 'value')];
		const own = property !== undefined && value !== undefined ? [criterionName({ property, value })] : [];
		return [...own, ...criteriaIn(document, child)];
	});
}

/** "AND (EQ email mail, NOT (ISNULL department))" */
function outlineOf(document: XmlDocument, element: XmlElement): string {
	const own = ['operation', 'property', 'value', 'name'].flatMap(
		name => textOf(document, element, name) ?? [],
	);
	const below = childElements(element)
		.map(child => outlineOf(document, child))
		.filter(Boolean);
	return [...own, ...(below.length > 0 ? [`(${below.join(', ')})`] : [])].join(' ');
}

function listed(features: string | undefined): readonly string[] {
	return features?.split(',') ?? [];
}

function isTrue(text: string | undefined): boolean {
	return text?.toLowerCase() === 'true';
}

/** Undefined if it is absent or empty. */
function textOf({ text }: XmlDocument, element: XmlElement, name: string): string | undefined {
	return attributeText(text, element, name) || undefined;
}
