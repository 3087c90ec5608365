import assert from 'node:assert/strict';
import { checkConnector } from '../../../../../src/core/connector/checks/checkConnector';
import { sampleDocuments } from '../completion/completing';

suite('Checks of the sample tenant', () => {
	test('find four locales that are not finished, and nothing else', () => {
		const problems = sampleDocuments(57).flatMap(checkConnector);
		assert.deepEqual(
			problems.map(problem => (problem.code === 'locale-incomplete' ? problem.locale : problem)),
			['ja', 'es', 'fr', 'es'],
		);
	});
});
