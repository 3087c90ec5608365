import assert from 'node:assert/strict';
import { useSampleTenant } from '../core/api/sample';
import { answerProblems } from './answerProblems';
import { suiteByContract, type ContractOperation } from './contract';
import { ContractClient, jsonOf, tokenForm, type Answer, type Call } from './contractClient';
import { goodCall } from './goodCall';
import type { Parameter } from './openApi';
import { exampleOf, missingProperties } from './schema';

suiteByContract('What the sample tenant answers', contract => {
	const sample = useSampleTenant({ rateLimit: false });
	let client: ContractClient;
	setup(async () => {
		client = new ContractClient(contract, sample().url, sample());
		await client.token();
	});

	/** Makes a call that has to succeed as the contract says. */
	async function succeed(operation: ContractOperation, call: Call): Promise<Answer> {
		const answer = await client.call(operation, call);
		assert.deepEqual(answerProblems(operation, answer), []);
		assert.ok(answer.status < 300, `${operation.id}: ${answer.status}`);
		return answer;
	}

	const isOfConnectors = contract.service === 'connectors';

	test('goes by all operations, and one that gives the token for them', () => {
		const count = isOfConnectors ? 13 : 5;
		assert.equal(contract.operations.length, count);
		assert.equal(new Set(contract.operations.map(({ id }) => id)).size, count);
		assert.equal(contract.token.path, '/oauth/token');
	});

	for (const operation of contract.operations) {
		test(`to ${operation.id} is a success as declared`, async () => {
			const call = await goodCall(contract, client, operation);
			sample().forgetRequests();
			await succeed(operation, call);
			assert.equal(sample().requests[0]?.operation, contract.nameOf(operation));
		});
	}

	for (const operation of contract.operations.filter(({ responses }) => responses[200])) {
		const { schema } = Object.values(operation.responses[200]?.content ?? {})[0] ?? assert.fail(operation.id);
		if (schema.type === 'string') {
			continue;
		}
		test(`to ${operation.id} leaves nothing out that is declared`, async () => {
			const call = await goodCall(contract, client, operation);
			const answers = [await succeed(operation, call)];
			if (operation.method === 'PUT') {
				answers.push(await succeed(operation, call)); // Unchanged now, which only the message says.
			}
			if (!isOfConnectors && operation !== contract.list) {
				answers.push(...(await answersOfAll(operation))); // No source has everything.
			}
			assert.deepEqual(missingProperties(schema, answers.map(jsonOf)), []);
		});
	}

	/** What is answered for each source that has an answer; the shape that only live tenants have is passed over. */
	async function answersOfAll(operation: ContractOperation): Promise<Answer[]> {
		const answers: Answer[] = [];
		const [{ name } = assert.fail()] = operation.parameters.filter(each => each.in === 'path');
		const rows = jsonOf(await client.call(contract.list)) as readonly { readonly id: string }[];
		for (const { id } of rows) {
			const answer = await client.call(operation, { path: { [name]: id } });
			const problems = answerProblems(operation, answer);
			assert.deepEqual(
				problems.filter(problem => !/matchMode|filterString|sequence/.test(problem)),
				[],
			);
			if (answer.status === 200 && problems.length === 0) {
				answers.push(answer);
			}
		}
		assert.ok(answers.length > 20);
		return answers;
	}

	for (const mediaType of Object.keys(contract.token.body?.content ?? {})) {
		test(`to a request for a token as ${mediaType} is one that is good`, async () => {
			const answer = await succeed(contract.token, { body: tokenForm(sample()), mediaType });
			const { access_token: token } = jsonOf(answer) as { readonly access_token: string };
			await succeed(contract.list, { token });
		});
	}

	for (const operation of contract.operations) {
		for (const parameter of operation.parameters.filter(each => each.in === 'query' || each.schema.enum)) {
			test(`to ${operation.id} with any ${parameter.name} that is allowed is a success`, async () => {
				const call = await goodCall(contract, client, operation);
				for (const value of allowedValues(parameter)) {
					const { name } = parameter;
					await succeed(operation, {
						...call,
						...(parameter.in === 'query' && { query: { [name]: value } }),
						...(parameter.in === 'path' && { path: { ...call.path, [name]: String(value) } }),
					});
				}
			});
		}
	}

	test('to a list with every parameter at once is the page that was asked for, and the count', async () => {
		const { list } = contract;
		const examples = Object.fromEntries(
			list.parameters
				.filter(({ name }) => name !== 'for-subadmin') // Nobody is the identity of the example.
				.map(({ name, example, schema }) => [name, example ?? exampleOf(schema)]),
		);
		const query = { ...examples, ...(!isOfConnectors && { filters: 'name sw "S"' }) };
		const whole = await succeed(list, { query });
		const rows = namesOf(whole);
		assert.ok(rows.length > 3);
		assert.equal(whole.headers.get('X-Total-Count'), String(rows.length));
		const page = await succeed(list, { query: { ...query, limit: 2, offset: 1 } });
		assert.deepEqual(namesOf(page), namesOf(whole).slice(1, 3));
		assert.equal(page.headers.get('X-Total-Count'), String(rows.length));
		assert.equal((await succeed(list, {})).headers.get('X-Total-Count'), null);
	});

	test('to a filter follows what the contract says which field takes which operator', async () => {
		const { list } = contract;
		const fields = filterFields(list);
		assert.equal(fields.length, isOfConnectors ? 6 : 15);
		for (const [field, operators] of fields) {
			for (const operator of new Set(fields.flatMap(([, each]) => each))) {
				const filters = `${field} ${operator} ${operand(field, operator)}`;
				const answer = await client.call(list, { query: { filters } });
				assert.deepEqual(answerProblems(list, answer), []);
				assert.equal(answer.status, operators.includes(operator) ? 200 : 400, filters);
			}
		}
	});

	for (const { name, 'x-sorters': sorters = [] } of contract.list.parameters.filter(
		each => each['x-sorters'],
	)) {
		test('to a list is sorted by what the contract allows', async () => {
			for (const sorter of sorters) {
				const one = await succeed(contract.list, { query: { [name]: sorter } });
				const other = await succeed(contract.list, { query: { [name]: `-${sorter},-name` } });
				assert.equal(namesOf(one).length, namesOf(other).length);
			}
			const byName = await succeed(contract.list, { query: { [name]: 'name' } });
			const backwards = await succeed(contract.list, { query: { [name]: '-name' } });
			assert.deepEqual(namesOf(backwards), namesOf(byName).reverse());
			const refused = await client.call(contract.list, { query: { [name]: 'connector' } });
			assert.equal(refused.status, 400);
			assert.deepEqual(answerProblems(contract.list, refused), []);
		});
	}

	if (!isOfConnectors) {
		return;
	}

	test('to a new connector is a success with the required fields alone, and with each status', async () => {
		const create = contract.find('createCustomConnector');
		const { schema } = create.body?.content['application/json'] ?? assert.fail();
		const { body } = await goodCall(contract, client, create);
		const { required = [], properties = {} } = schema;
		const least = Object.entries(body as object).filter(([name]) => required.includes(name));
		await succeed(create, { body: Object.fromEntries(least) });
		for (const status of properties['status']?.enum ?? assert.fail()) {
			const good = await goodCall(contract, client, create);
			const answer = await succeed(create, { body: { ...(good.body as object), status } });
			assert.equal((jsonOf(answer) as { readonly status: unknown }).status, status);
		}
	});

	for (const operation of contract.operations.filter(
		({ method, path }) => method === 'PUT' && !path.endsWith('{locale}'),
	)) {
		test(`to ${operation.id} of malformed XML is a success that says ERROR`, async () => {
			const call = await goodCall(contract, client, operation);
			const [part = ''] = Object.keys(call.body as object);
			const answer = await succeed(operation, { ...call, body: { [part]: new Blob(['<Form>']) } });
			assert.equal((jsonOf(answer) as { readonly status: unknown }).status, 'ERROR');
		});
	}
});

/** Values inside of what the contract allows, those at its borders among them. */
function allowedValues({ schema, example }: Parameter): readonly unknown[] {
	const values = [
		example,
		schema.example,
		schema.default,
		schema.minimum,
		schema.maximum,
		...(schema.enum ?? []),
	];
	return [
		...values.filter(value => value !== undefined),
		...(schema.type === 'boolean' ? [true, false] : []),
		...(schema.format === 'int32' && schema.maximum === undefined ? [2 ** 31 - 1] : []),
	];
}

/** The fields and their operators: apart, or in the parameter's description. */
function filterFields({ parameters }: ContractOperation): (readonly [string, readonly string[]])[] {
	const { description = '', 'x-filters': apart } =
		parameters.find(({ name }) => name === 'filters') ?? assert.fail();
	return apart
		? Object.entries(apart)
		: [...description.matchAll(/\*\*(\w+)\*\*: \*([\w, ]+)\*/g)].map(
				([, field = '', operators = '']) => [field, operators.split(', ')] as const,
			);
}

function operand(field: string, operator: string): string {
	if (operator === 'isnull') {
		return '';
	}
	return operator === 'ca' || operator === 'in'
		? '("a","b")'
		: ['directConnect', 'authoritative', 'healthy'].includes(field)
			? '"true"'
			: '"a"';
}

function namesOf(answer: Answer): string[] {
	return (jsonOf(answer) as readonly { readonly name: string }[]).map(({ name }) => name);
}
