import assert from 'node:assert/strict';
import { ArchiveError } from '../../../../src/core/transfer/archive/archiveError';
import type { ConnectorAbout } from '../../../../src/core/transfer/archive/bundle';
import { aboutBytes, parseAbout } from '../../../../src/core/transfer/copy/connectorJson';

const about: ConnectorAbout = {
	name: 'Badge System',
	type: 'custom Badge System',
	className: 'a.B',
	directConnect: false,
	status: 'DEMO',
};

suite('What is told of a connector in its file', () => {
	const path = 'A/connector.json';

	test('comes back as it was written', () => {
		for (const each of [
			about,
			{ ...about, name: ' “quoted” \\ Zoë 😀\ud800 [x](y) \u202e' },
			{ ...about, type: undefined, className: undefined, directConnect: undefined, status: undefined },
		]) {
			assert.deepEqual(parseAbout(aboutBytes(each), path), each);
		}
	});

	test('may have a status that nobody here knows', () => {
		for (const status of ['ARCHIVED', 'IN_REVIEW', 'V2']) {
			assert.deepEqual(parseAbout(aboutBytes({ ...about, status }), path), { ...about, status });
		}
	});

	test('has no name with a character that controls something', () => {
		for (const name of ['a\nb', 'a\u0000', '\u001b[31mred', 'a\u0085']) {
			assert.throws(
				() => parseAbout(aboutBytes({ ...about, name }), path),
				(error: unknown) => error instanceof ArchiveError && error.problem.kind === 'about-without-name',
			);
		}
	});
});
