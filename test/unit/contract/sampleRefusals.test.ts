import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startSampleTenant, type SampleTenant } from '../../../src/sample/server/sampleTenant';
import { useSampleTenant } from '../core/api/sample';
import { answerProblems } from './answerProblems';
import { suiteByContract, type ContractOperation } from './contract';
import { ContractClient, tokenForm, type Answer, type Call } from './contractClient';
import { goodCall } from './goodCall';
import { fromText, schemaProblems, type Schema } from './schema';
import { violations } from './violations';

suiteByContract('What the sample tenant refuses', contract => {
	const sample = useSampleTenant({ rateLimit: false });
	let client: ContractClient;
	setup(async () => {
		client = new ContractClient(contract, sample().url, sample());
		await client.token();
	});

	/** Makes a call that has to be refused with `status`, as the contract says. */
	async function beRefused(
		status: number,
		operation: ContractOperation,
		call: Call,
		by = client,
	): Promise<Answer> {
		const answer = await by.call(operation, call);
		assert.equal(answer.status, status, `${operation.id} ${JSON.stringify(call)}`);
		assert.deepEqual(answerProblems(operation, answer), []);
		return answer;
	}

	for (const operation of contract.operations) {
		const constrained = operation.parameters.flatMap(parameter =>
			violations(parameter.schema, undefined)
				.filter(([, value]) => breaks(parameter.schema, String(value)))
				.map(([what, value]) => ({ parameter, what, value })),
		);
		for (const { parameter, what, value } of constrained) {
			test(`is ${operation.id} with ${parameter.name} that is ${what}`, async () => {
				const call = await goodCall(contract, client, operation);
				const values = { [parameter.name]: String(value) };
				await beRefused(400, operation, {
					...call,
					...(parameter.in === 'query' ? { query: values } : { path: { ...call.path, ...values } }),
				});
			});
		}
	}

	for (const operation of contract.operations.filter(({ body }) => body)) {
		test(`is ${operation.id} without a body, or with one of another media type`, async () => {
			const { path = {} } = await goodCall(contract, client, operation);
			await beRefused(400, operation, { path });
			await beRefused(400, operation, { path, raw: { contentType: 'application/pdf', text: '{}' } });
		});

		for (const [mediaType, { schema }] of Object.entries(operation.body?.content ?? {})) {
			if (mediaType === 'multipart/form-data') {
				test(`is ${operation.id} with a form without the file`, async () => {
					const { path = {} } = await goodCall(contract, client, operation);
					await beRefused(400, operation, { path, body: { other: new Blob(['a']) } });
				});
				continue;
			}
			test(`is ${operation.id} with a body that breaks its schema, or is no JSON`, async () => {
				const call = await goodCall(contract, client, operation);
				for (const [what, body] of violations(schema, call.body)) {
					assert.notDeepEqual(schemaProblems(schema, body), [], what);
					await beRefused(400, operation, { ...call, body });
				}
				await beRefused(400, operation, { ...call, raw: { contentType: mediaType, text: '{"name":' } });
			});
		}
	}

	if (contract.service === 'connectors') {
		test('is to delete what is no custom connector', async () => {
			const { path = {} } = await goodCall(contract, client, contract.find('getConnector'));
			await beRefused(400, contract.find('deleteCustomConnector'), { path });
		});
	} else {
		for (const operation of contract.operations) {
			test(`is ${operation.id} with a token without its scope`, async () => {
				const call = await goodCall(contract, client, operation);
				sample().user.missingScopes = operation.scopes.filter(scope => scope.endsWith(':read'));
				assert.equal(sample().user.missingScopes.length, 1);
				await beRefused(403, operation, call);
			});

			for (const level of ['SOURCE_ADMIN', 'SOURCE_SUBADMIN'] as const) {
				if (!operation.userLevels.includes(level)) {
					test(`is ${operation.id} for a ${level}`, async () => {
						const call = await goodCall(contract, client, operation);
						sample().user.level = level;
						await beRefused(403, operation, call);
					});
				}
			}
		}
	}

	for (const operation of contract.operations) {
		test(`is ${operation.id} without a token that is good`, async () => {
			const call = await goodCall(contract, client, operation);
			await beRefused(401, operation, { ...call, token: null });
			await beRefused(401, operation, { ...call, token: 'not.a.token' });
			sample().expireTokens();
			await beRefused(401, operation, call);
		});
	}

	for (const operation of contract.operations) {
		const named = operation.parameters.find(each => each['x-sailpoint-resource-operation-id']);
		if (!named) {
			continue;
		}
		test(`is ${operation.id} of what is not there`, async () => {
			const call = await goodCall(contract, client, operation);
			await beRefused(404, operation, { ...call, path: { ...call.path, [named.name]: 'no such/thing' } });
		});
	}

	test('are credentials that are wrong or no credentials', async () => {
		const form = tokenForm(sample());
		await beRefused(400, contract.token, { body: { ...form, grant_type: 'password' } });
		await beRefused(401, contract.token, { body: { ...form, client_secret: 'wrong' } });
		await beRefused(400, contract.token, {});
	});

	test('are all operations while the rate is exceeded, with the time to wait', async () => {
		const tenant = await startSampleTenant({ rateLimit: { requests: 0, seconds: 7 } });
		for (const answer of await refuseAll(tenant, 429)) {
			assert.match(answer.headers.get('Retry-After') ?? '', /^[78]$/);
		}
	});

	test('are all operations while the storage is out of order', async () => {
		const folder = mkdtempSync(path.join(tmpdir(), 'contract-'));
		const storage = path.join(folder, 'edits.json');
		await refuseAll(await startSampleTenant({ rateLimit: false, storage }), 500, () => disturb(storage));
		rmSync(folder, { recursive: true });
	});

	/** @param before what happens before each call. */
	async function refuseAll(
		tenant: SampleTenant,
		status: number,
		before: () => void = () => undefined,
	): Promise<readonly Answer[]> {
		const refused = new ContractClient(contract, tenant.url, tenant);
		await refused.token();
		const answers: Answer[] = [];
		try {
			for (const operation of contract.operations) {
				const call = await goodCall(contract, client, operation);
				before();
				answers.push(await beRefused(status, operation, call, refused));
			}
		} finally {
			await tenant.stop();
		}
		return answers;
	}
});

let disturbances = 0;

/** Puts a folder where the file should be, and another one that keeps it from being set aside. */
function disturb(storage: string): void {
	mkdirSync(path.join(`${storage}.broken`, 'in the way'), { recursive: true });
	mkdirSync(storage, { recursive: true });
	utimesSync(storage, 0, ++disturbances); // What has not changed is not read again.
}

/** Whether the text of a parameter breaks its schema: a number becomes a text like any other. */
function breaks(schema: Schema, text: string): boolean {
	return schemaProblems(schema, fromText(schema, text)).length > 0;
}
