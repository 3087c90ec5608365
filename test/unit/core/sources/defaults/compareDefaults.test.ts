import assert from 'node:assert/strict';
import {
	compareDefaults,
	UnreadableDefaultsError,
} from '../../../../../src/core/sources/defaults/compareDefaults';
import { pathText } from '../../../../../src/core/sources/defaults/defaultDifferences';
import { defaultsListing } from '../../../../../src/core/sources/defaults/defaultsListing';
import { clientOf, operationsOf, useSampleTenant } from '../../api/sample';

/** What was changed in the sources since they were made of their connectors. */
const changed: Readonly<Record<string, readonly string[]>> = {
	'Branch Directory': [
		'schema account › attribute extensionAttribute7: – | type string, description Cost center of the branch',
	],
	'Directory Test Forest': [
		'correlation › order: employeeNumber = employeeID, email = mail, email = userPrincipalName, firstname = givenName, lastname = sn' +
			' | lastname = sn, firstname = givenName, email = userPrincipalName, email = mail, employeeNumber = employeeID',
	],
	Okta: ['correlation › criterion displayName = userName: – | operation EQ, matchMode START'],
	'Research Directory': [
		'schema account › attribute orcid: – | type string, description Number of the researcher',
		'correlation › criterion email = email › ignoreCase: true | –',
	],
	'Warehouse Database': ['correlation › criterion employeeNumber = employee_no › ignoreCase: – | true'],
};

suite('Comparing the sample tenant’s sources with the defaults of their connectors', () => {
	const sample = useSampleTenant({ rateLimit: false });
	const connect = () => clientOf(sample(), { pace: { underWay: 8, requests: 1000, milliseconds: 1 } });
	const sourceNamed = async (name: string) => {
		const found = (await connect().sources.listSources()).find(each => each.name === name);
		assert.ok(found, name);
		return { ...found, connector: found.connector ?? '' };
	};

	test('tells the differences that there are, and no others', async () => {
		const client = connect();
		const isRefused = (id: string) => sample().source(id).isRefused;
		const told: Record<string, readonly string[]> = {};
		for (const source of (await client.sources.listSources()).filter(({ id }) => !isRefused(id))) {
			const { name, connector = '' } = source;
			const found = (await compareDefaults(client, { ...source, connector }))?.differences ?? [];
			const real = found.filter(({ isComparable }) => isComparable);
			if (real.length > 0) {
				told[name] = real.map(each => `${pathText(each)}: ${each.connector ?? '–'} | ${each.source ?? '–'}`);
			}
		}
		assert.deepEqual(told, changed);
	});

	test('says of CompositeFilters and DirectAssignments, and of what may come from them, that they cannot be compared', async () => {
		const comparison = await compareDefaults(connect(), await sourceNamed('Payroll Database'));
		assert.deepEqual(
			comparison?.differences.map(each => [each.isComparable, pathText(each)]),
			[
				[false, 'correlation › CompositeFilter'],
				[false, 'correlation › DirectAssignment'],
				[false, 'correlation › criterion email = email'],
			],
		);
	});

	test('has one text for both sides of a source that has what its connector gives', async () => {
		const comparison = await compareDefaults(connect(), await sourceNamed('Staff Directory'));
		assert.ok(comparison);
		assert.deepEqual(comparison.differences, []);
		assert.equal(defaultsListing(comparison.source).text, defaultsListing(comparison.connector).text);
	});

	test('takes four requests', async () => {
		const source = await sourceNamed('Payroll Database');
		sample().forgetRequests();
		await compareDefaults(connect(), source);
		assert.deepEqual(
			operationsOf(sample())
				.filter(each => each !== 'token')
				.sort(),
			[
				'getConnectorCorrelationConfig',
				'getConnectorSourceTemplate',
				'getCorrelationConfig',
				'getSourceSchemas',
			],
		);
	});

	test('finds no correlation where the source has none, whatever the tenant answers then', async () => {
		const source = await sourceNamed('Staff Directory');
		const missing = async () =>
			(await compareDefaults(connect(), source))?.differences.map(each => [pathText(each), each.source]);
		const expected = [
			['correlation › criterion employeeNumber = employeeNumber', undefined],
			['correlation › criterion email = email', undefined],
		];
		sample().changeSource(source.id, each => (each.correlation = null));
		assert.deepEqual(await missing(), expected, 'a 404');
		for (const body of ['', 'null', '{}', '{"attributeAssignments":null}']) {
			sample().fault({ operation: 'getCorrelationConfig' }, { kind: 'answer', status: 200, body });
			assert.deepEqual(await missing(), expected, `the body ${body}`);
		}
	});

	test('says so where the connector is not there, or its document cannot be read', async () => {
		assert.equal(await compareDefaults(connect(), await sourceNamed('Old Mainframe')), undefined);
		const okta = await sourceNamed('Okta');
		for (const broken of ['<Application>', '<Other/>', '']) {
			sample().change(okta.connector, each => (each.sourceTemplate = Buffer.from(broken)));
			await assert.rejects(compareDefaults(connect(), okta), UnreadableDefaultsError);
		}
	});
});
