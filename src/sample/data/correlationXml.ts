import type { Correlation, Definition, Filter } from './definition';
import { element, writeXml, type XmlElement } from './xml';

export const correlationName = ({ name }: Definition) => `${name} Account Correlation`;

function filterElement(filter: Filter): XmlElement {
	if ('filters' in filter) {
		return element('CompositeFilter', { operation: filter.operation }, filter.filters.map(filterElement));
	}
	const { operation, property, value, ignoreCase, matchMode } = filter;
	return element('Filter', { operation, ignoreCase, matchMode, property, value });
}

const directElement = ({ conditions, identity }: NonNullable<Correlation['direct']>[number]): XmlElement =>
	element('DirectAssignment', {}, [
		element('Conditions', {}, conditions.map(filterElement)),
		element('CorrelatedIdentity', {}, [
			element('Reference', { class: 'sailpoint.object.Identity', name: identity }),
		]),
	]);

/** How an account of the connector is matched to an identity. */
export function correlationXml(definition: Definition): string {
	const { filters, direct } = definition.correlation;
	const root = element('CorrelationConfig', { name: correlationName(definition) }, [
		element('AttributeAssignments', {}, filters.map(filterElement)),
		...(direct ? [element('DirectAssignments', {}, direct.map(directElement))] : []),
	]);
	return writeXml(root, definition.layout, true);
}
