import assert from 'node:assert/strict';
import type { Connector } from '../../../src/core/api/connector';
import type { Page } from '../../../src/core/api/listing';
import { ApiError } from '../../../src/core/api/errors';
import type { Source } from '../../../src/core/api/source';
import type { SourceDto } from '../../../src/core/api/sourcesWire';
import { initialSettings } from '../../../src/core/api/tenant';
import { clientOf, useSampleTenant } from '../core/api/sample';
import { clientCalls } from './clientCalls';
import { suiteByContract, type ContractOperation } from './contract';
import type { Content } from './openApi';
import { exampleOf } from './schema';

suiteByContract('What the API client reads', contract => {
	const sample = useSampleTenant({ rateLimit: false });

	/** What the client makes of an answer that the contract shows as an example. */
	async function reading(
		operation: ContractOperation,
		status: number,
		{ type, text }: Example,
	): Promise<unknown> {
		const name = contract.nameOf(operation);
		const [call = assert.fail(name)] = clientCalls(contract.service)[name] ?? [];
		sample().fault(
			{ operation: name },
			{
				kind: 'answer',
				status,
				headers: {
					...(type && { 'Content-Type': type }),
					...(status === 429 && { 'Retry-After': '600' }), // Too long for the client to wait.
				},
				body: text,
			},
			2, // A 401 is asked about once more, with another token, and a 403 for those of a SOURCE_SUBADMIN.
		);
		return call(clientOf(sample(), { settings: { ...initialSettings, version: contract.version } }));
	}

	for (const operation of contract.operations) {
		for (const [status, { content }] of Object.entries(operation.responses)) {
			test(`of ${operation.id} is what a ${status} says`, async () => {
				for (const example of examplesIn(content)) {
					const read = reading(operation, Number(status), example);
					if (Number(status) < 300) {
						assertRead(await read, example);
					} else if (status === '404' && contract.nameOf(operation) === 'getCorrelationConfig') {
						assert.equal(await read, undefined);
					} else {
						await assert.rejects(read, error => {
							assert.ok(error instanceof ApiError);
							assert.equal(error.status, Number(status));
							assert.equal(error.operation, contract.nameOf(operation));
							assertTold(error, JSON.parse(example.text) as ErrorBody);
							return true;
						});
					}
					sample().clearFaults();
				}
			});
		}
	}
});

interface Example {
	readonly type: string;
	readonly text: string;
}

interface ErrorBody {
	readonly detailCode?: string;
	readonly trackingId?: string;
	readonly messages?: readonly { readonly text: string }[];
	readonly causes?: readonly { readonly text: string }[];
	readonly error?: string;
	readonly message?: string;
}

function examplesIn(content: Content = {}): Example[] {
	const examples = Object.entries(content).flatMap(([type, { schema, examples = {} }]) =>
		[exampleOf(schema), ...Object.values(examples).map(({ value }) => value)].map(value => ({
			type,
			text: type === 'application/json' ? JSON.stringify(value) : String(value),
		})),
	);
	return examples.length > 0 ? examples : [{ type: '', text: '' }];
}

function assertRead(read: unknown, { type, text }: Example): void {
	if (read instanceof Uint8Array) {
		assert.equal(new TextDecoder().decode(read), text);
	} else if (isPage(read)) {
		const [row] = JSON.parse(text) as readonly object[];
		const [item] = read.items;
		assertRow(item, row);
	} else if (isSource(read)) {
		assertRow(read, JSON.parse(text) as object);
	} else {
		assert.deepEqual(read, type ? JSON.parse(text) : undefined);
	}
}

function assertRow(read: object | undefined, row: object | undefined): void {
	if (!isSource(read)) {
		assert.deepEqual({ ...row, ...read }, row);
		return;
	}
	const { owner, isHealthy, attributes, ...same } = read;
	const told = row as SourceDto;
	assert.deepEqual({ ...told, ...same, owner: told.owner }, told);
	assert.equal(owner, told.owner?.name);
	assert.equal(isHealthy, told.healthy);
	assert.deepEqual(Object.fromEntries(attributes), told.connectorAttributes);
}

function isSource(read: unknown): read is Source {
	return typeof read === 'object' && read !== null && 'attributes' in read && read.attributes instanceof Map;
}

function isPage(read: unknown): read is Page<Connector | Source> {
	return typeof read === 'object' && read !== null && 'items' in read;
}

function assertTold({ details }: ApiError, body: ErrorBody): void {
	const { messages = [], causes = [], error, message } = body;
	const texts = [error, message, ...[...messages, ...causes].map(({ text }) => text)];
	const told = texts.filter(text => text !== undefined).map(text => text.trim());
	assert.deepEqual(details.texts, [...new Set(told)]);
	assert.equal(details.detailCode, body.detailCode);
	assert.equal(details.trackingId, body.trackingId);
}
