import assert from 'node:assert/strict';
import type { ConnectorBundle } from '../../../../src/core/transfer/archive/bundle';
import { CheckedChoices } from '../../../../src/core/transfer/send/checkedChoices';
import { Transfer, type TransferChoice } from '../../../../src/core/transfer/send/transfer';
import { planConnector } from '../../../../src/core/transfer/send/transferPlan';

const noChecks = { xml: () => undefined, json: () => undefined };

suite('What is checked of a transfer', () => {
	const created = planConnector(bundle('Badge'), 'acme', undefined, noChecks);
	const there = planConnector(bundle('Door'), 'acme', present('door', 'DOOR'), noChecks);
	const foreign = planConnector(bundle('Gate'), 'acme', present('gate', 'Another'), noChecks);
	const transfer = new Transfer('import', 'acme', [created, there, foreign]);
	let checked: CheckedChoices;

	setup(() => {
		checked = new CheckedChoices(transfer);
	});

	const names = () =>
		[...checked.all].map(choice => ('bundle' in choice ? choice.bundle.about.name : choice.part)).sort();
	const [config, template] = created.documents as unknown as readonly [TransferChoice, TransferChoice];

	test('is all that is wanted to begin with, but nothing that would go to a connector of another name', () => {
		checked.begin(() => true);
		assert.equal(checked.all.size, 5);
		assert.equal(checked.hasConnector(there), true);
		assert.equal(checked.hasConnector(foreign), false);
		checked.check(foreign, foreign, true);
		assert.equal(checked.hasConnector(foreign), true, 'it can be checked');
	});

	test('has no document without the connector that has to be created for it', () => {
		checked.check(created, template, true);
		assert.deepEqual(names(), ['Badge', 'source-template']);
		assert.equal(checked.hasConnector(created), true, 'the row shows that it will be created');
		checked.check(created, created, false);
		assert.deepEqual(names(), []);
		checked.begin(choice => choice === config);
		assert.deepEqual(names(), ['Badge', 'source-config']);
	});

	test('is as it looks: an unchecked row of a connector that would be created creates none', () => {
		checked.check(created, created, true);
		assert.equal(checked.all.size, 3);
		checked.check(created, config, false);
		checked.check(created, template, false);
		assert.deepEqual([names(), checked.hasConnector(created)], [['Badge'], true], 'an empty one');
		checked.check(created, created, false);
		assert.deepEqual([names(), checked.hasConnector(created)], [[], false]);
	});

	test('is in a comparison that repeats another what was selected in that one, whatever was sent and undone', () => {
		checked.begin(choice => 'part' in choice);
		checked.check(created, template, false);
		checked.check(foreign, foreign, true);
		const before = names();
		const nothingLeft = new CheckedChoices(new Transfer('import', 'acme', []), checked);
		nothingLeft.begin(() => true);
		assert.equal(nothingLeft.all.size, 0);
		checked = new CheckedChoices(transfer, nothingLeft);
		checked.begin(() => true);
		assert.deepEqual(names(), before);
	});

	test('of a connector that is there is the whole only if each document is', () => {
		const [first] = there.documents as unknown as readonly [TransferChoice];
		checked.check(there, first, true);
		assert.equal(checked.hasConnector(there), false);
		checked.check(there, there, true);
		assert.equal(checked.hasConnector(there), true);
	});

	test('is nothing that was sent meanwhile', async () => {
		const one = new Transfer('import', 'acme', [created]);
		const own = new CheckedChoices(one);
		own.begin(() => true);
		await one.send(own.all, {
			service: {
				create: () => Promise.resolve('badge'),
				send: ({ part }) =>
					part === 'source-config' ? Promise.resolve('sent') : Promise.reject(new Error()),
				read: () => Promise.resolve(undefined),
			},
			signal: new AbortController().signal,
			onProgress: () => undefined,
		});
		own.dropSent();
		assert.deepEqual([...own.all], [template]);
		assert.equal(own.hasConnector(created), true, 'all that is left of it');
	});
});

function bundle(name: string): ConnectorBundle {
	return {
		about: { name, type: undefined, className: 'a.B', directConnect: true, status: 'RELEASED' },
		texts: new Map([
			['source-config', Buffer.from('<a/>')],
			['source-template', Buffer.from('<b/>')],
		] as const),
	};
}

function present(scriptName: string, name: string): { scriptName: string; bundle: ConnectorBundle } {
	return { scriptName, bundle: { ...bundle(name), texts: new Map() } };
}
