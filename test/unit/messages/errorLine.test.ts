import assert from 'node:assert/strict';
import { ApiError } from '../../../src/core/api/errors';
import { errorLine } from '../../../src/messages/errorLine';

suite('An error in the log', () => {
	const tenants = { nameOf: (host: string) => (host === 'acme.example' ? 'acme' : host) };
	const refusal = new ApiError('acme.example', 'getConnector', 403, { texts: ['Forbidden.'] });

	test('names the tenant that it is about, also where only its cause knows', () => {
		assert.match(errorLine(refusal, tenants), /^acme · ApiError: getConnector: /);
		const wrapped = new Error('Not saved', { cause: refusal });
		assert.match(errorLine(wrapped, tenants), /^acme · Error: Not saved\n[^]*\ncaused by: ApiError: /);
	});

	test('names the tenant and the command that the caller knows', () => {
		const line = errorLine(new Error('Oh'), tenants, { tenant: 'acme.example', what: 'a.command' });
		assert.match(line, /^acme · a\.command · Error: Oh\n/);
	});

	test('is what was thrown, if that is no error', () => {
		assert.equal(errorLine('odd', tenants), 'odd');
	});
});
