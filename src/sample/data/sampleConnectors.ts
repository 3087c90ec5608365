import type { SampleConnector } from '../service/model';
import { buildConnector } from './documents/buildConnector';
import { madeUpConnectors } from './madeUpConnectors';
import { businessProducts } from './products/businessProducts';
import { cloudProducts } from './products/cloudProducts';
import { customProducts } from './products/customProducts';
import { onPremisesProducts } from './products/onPremisesProducts';
import { richConnectors } from './richConnectors';

const products = [...customProducts, ...onPremisesProducts, ...cloudProducts, ...businessProducts];

/**
 * The connectors of the sample tenant: those that are built in, and as many made-up ones as bring them to `count`. Each call
 * makes new ones; but translations that are the same for several connectors may be one array of bytes: replace them, do not
 * write into them.
 */
export function sampleConnectors(count: number): SampleConnector[] {
	const builtIn = [...richConnectors(), ...products.map(buildConnector)];
	return [...builtIn, ...madeUpConnectors(Math.max(0, count - builtIn.length))];
}
