import type { CompleteProduct } from '../products/product';
import { element, writeXml, type XmlLines } from './writeXml';

export const correlationName = ({ name }: CompleteProduct) => `${name} Account Correlation`;

/** How an account of the connector is matched to an identity. */
export function correlationXml(product: CompleteProduct): string {
	const root = element('CorrelationConfig', { name: correlationName(product) }, [
		element('AttributeAssignments', {}, filtersOf(product)),
	]);
	return writeXml(root, product.layout, 'CorrelationConfig');
}

/** By employee number and then e-mail address, as far as accounts have them; by the logon name if they have neither. */
function filtersOf({ account }: CompleteProduct): XmlLines[] {
	const filters = [
		...(account.includes('employeeNumber') ? [equal('employeeNumber', 'employeeNumber')] : []),
		...(account.includes('email') ? [equal('email', 'email', true)] : []),
	];
	return filters.length > 0 ? filters : [equal('uid', account[1], true)];
}

/** `property` is the identity's attribute, `value` the account's. */
const equal = (property: string, value: string, ignoreCase?: boolean): XmlLines =>
	element('Filter', { operation: 'EQ', ignoreCase, property, value });
