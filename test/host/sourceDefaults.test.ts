import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DefaultDifferenceReport } from '../../src/commands/source/compareWithDefaults';
import { useTenant } from './studio';

suite('Comparing a source with the defaults of its connector', () => {
	const tenant = useTenant({ rateLimit: false });

	const idOf = (name: string) => {
		const found = tenant().sample.sources.find(({ fields }) => fields.name === name);
		assert.ok(found, name);
		return found.id;
	};
	const compare = (options: object) =>
		Promise.resolve(
			vscode.commands.executeCommand<readonly DefaultDifferenceReport[]>(
				'iscConnectors.source.compareWithDefaults',
				options,
			),
		);
	const compareNamed = (name: string) => compare({ tenant: tenant().id, id: idOf(name) });

	test('tells a program what is different, as plain data, in five requests', async () => {
		await compareNamed('Research Directory'); // It gets the access token.
		tenant().sample.forgetRequests();
		assert.deepEqual(await compareNamed('Research Directory'), [
			{
				what: 'schema account › attribute orcid',
				connector: null,
				source: 'type string, description Number of the researcher',
				comparable: true,
			},
			{
				what: 'correlation › criterion email = email › ignoreCase',
				connector: 'true',
				source: null,
				comparable: true,
			},
		]);
		assert.equal(tenant().sample.requests.length, 5);
	});

	test('finds nothing in a source that has what its connector gives', async () => {
		assert.deepEqual(await compareNamed('Staff Directory'), []);
	});

	test('tells apart what has no counterpart', async () => {
		const found = await compareNamed('Warehouse Database');
		assert.deepEqual(
			found.map(({ what, comparable }) => [what, comparable]),
			[
				['correlation › criterion employeeNumber = employee_no › ignoreCase', true],
				['correlation › CompositeFilter', false],
				['correlation › DirectAssignment', false],
				['correlation › criterion email = email', false],
			],
		);
	});

	test('says in one sentence what cannot be compared at all', async () => {
		const { id, name, sample } = tenant();
		const rejects = (options: object, message: string) => assert.rejects(compare(options), { message });
		await rejects({ tenant: id }, 'The argument "id" is missing.');
		await rejects({ tenant: id, id: 'nowhere' }, `${name} does not have this source. Refresh the tenant.`);
		await rejects(
			{ tenant: id, id: idOf('Old Mainframe') },
			`${name} has no connector retired-mainframe-7781, which Old Mainframe uses.`,
		);
		sample.change('okta-saas', each => (each.sourceTemplate = Buffer.from('<Application>')));
		await rejects(
			{ tenant: id, id: idOf('Okta') },
			'source-template.xml of okta-saas is not valid. Fix it and compare again.',
		);
	});
});
