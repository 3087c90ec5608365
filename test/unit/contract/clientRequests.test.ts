import assert from 'node:assert/strict';
import { nodeFetch } from '../../../src/core/api/send/nodeFetch';
import type { Operation } from '../../../src/core/api/send/http';
import { initialSettings } from '../../../src/core/api/tenant';
import { aConnector } from '../sample/http';
import { clientOf, useSampleTenant } from '../core/api/sample';
import { clientCalls, doomedName, oddName } from './clientCalls';
import { suiteByContract, type ContractOperation } from './contract';
import { operationOf, requestProblems } from './requestCheck';

suiteByContract('What the API client sends', contract => {
	const sample = useSampleTenant({ rateLimit: false, connectors: 600, sources: 600 });
	suiteSetup(() => {
		for (const scriptName of [oddName, doomedName]) {
			sample().add(aConnector({ scriptName, name: `Named ${scriptName}` }));
		}
		const [source = assert.fail()] = sample().sources;
		sample().addSource({ ...source, id: oddName });
	});

	const nameOf = (operation: ContractOperation | undefined): Operation | undefined =>
		operation && (operation === contract.token ? 'token' : (contract.nameOf(operation) as Operation));

	test('are the operations of the contract and no others', () => {
		assert.deepEqual(
			Object.keys(clientCalls(contract.service)).sort(),
			contract.operations.map(operation => contract.nameOf(operation)).sort(),
		);
	});

	for (const [name, calls] of Object.entries(clientCalls(contract.service))) {
		for (const [index, call] of calls.entries()) {
			test(`for ${name} is what the contract asks for (${index + 1} of ${calls.length})`, async () => {
				const names = new Map<string, Operation>();
				const api = clientOf(sample(), {
					settings: { ...initialSettings, version: contract.version },
					send: request => {
						names.set(`${request.method} ${request.url.pathname}${request.url.search}`, request.operation);
						return nodeFetch(request);
					},
				});
				const [called] = await Promise.allSettled([call(api)]);
				assert.equal(sample().requests[0]?.operation, 'token');
				assert.ok(sample().requests.length > 1);
				for (const request of sample().requests) {
					assert.deepEqual(await requestProblems(contract, request), []);
					const operation = nameOf(operationOf(contract, request));
					assert.equal(operation, names.get(`${request.method} ${request.path}`));
					assert.ok(operation === name || operation === 'token', operation);
				}
				assert.equal(called.status, 'fulfilled');
			});
		}
	}
});
