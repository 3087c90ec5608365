import assert from 'node:assert/strict';
import { hasCustomType } from '../../../../src/core/api/connector';
import { sampleConnectors } from '../../../../src/sample/data/sampleConnectors';

suite('A custom connector', () => {
	test('is told by its type, which the service begins with "custom"', () => {
		for (const type of ['custom Atlassian Suite - Cloud', 'Custom JDBC']) {
			assert.ok(hasCustomType({ type }), type);
		}
		for (const type of [undefined, 'JDBC', 'customer database', 'Web Services custom']) {
			assert.ok(!hasCustomType({ type }), type);
		}
	});

	test('is so told among the connectors of the sample tenant', () => {
		const connectors = sampleConnectors(57);
		assert.ok(connectors.some(({ custom }) => custom));
		assert.deepEqual(
			connectors.filter(({ custom, type }) => custom !== hasCustomType({ type })).map(({ name }) => name),
			[],
		);
	});
});
