import { activeDirectory } from './activeDirectory';
import { badgeSystem } from './badgeSystem';
import { businessProducts } from './products/businessProducts';
import { cloudProducts } from './products/cloudProducts';
import { buildConnector } from './buildConnector';
import { customProducts } from './products/customProducts';
import type { SampleConnector } from './definition';
import { jdbc } from './jdbc';
import { madeUpConnectors } from './madeUp';
import { onPremisesProducts } from './products/onPremisesProducts';
import { definitionOf } from './products/product';
import { serviceNow } from './serviceNow';
import { Vocabulary } from './translations/sampleTexts';

const rich = [activeDirectory, serviceNow, jdbc, badgeSystem];
const products = [...customProducts, ...onPremisesProducts, ...cloudProducts, ...businessProducts];

/**
 * The connectors of the sample tenant, made for this caller alone: those that are built in, and as many made-up ones as
 * bring them to `count`. Translations that are the same
 * for several connectors may be one array of bytes: replace them, do not write into them.
 */
export function sampleConnectors(count: number): SampleConnector[] {
	const vocabulary = new Vocabulary();
	const definitions = [...rich, ...products.map(definitionOf)];
	return [
		...definitions.map(definition => buildConnector(definition, vocabulary)),
		...madeUpConnectors(Math.max(0, count - definitions.length), vocabulary),
	];
}
