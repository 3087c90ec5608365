import assert from 'node:assert/strict';
import { connectorFilters } from '../../../src/sample/service/filterFields';
import { FilterError, parseFilter } from '../../../src/sample/service/filters';
import { aConnector } from './http';

const connector = aConnector({
	name: 'Active Directory - "AD" \\ Prod',
	type: 'Active Directory',
	directConnect: true,
	category: 'Directory',
	features: ['PROVISIONING', 'SYNC_PROVISIONING', 'SEARCH'],
	labels: ['on-prem'],
});

const matching: readonly (readonly [filter: string, matches: boolean])[] = [
	['name sw "Active"', true],
	['name sw "ACTIVE dir"', true],
	['name sw "Directory"', false],
	['name sw ""', true],
	['name co "directory"', true],
	['name co "\\"ad\\""', true],
	['name co "\\\\ prod"', true],
	['name co "workday"', false],
	['type sw "act"', true],
	['type co "dir"', true],
	['type eq "active directory"', true],
	['type eq "active"', false],
	['category eq "DIRECTORY"', true],
	['category eq "hr"', false],
	['directConnect eq "true"', true],
	['directConnect eq true', true],
	['directConnect eq "false"', false],
	['directConnect eq false', false],
	['features ca ("PROVISIONING")', true],
	['features ca ("provisioning","SEARCH")', true],
	['features ca ( "SEARCH" , "SYNC_PROVISIONING" )', true],
	['features ca ("PROVISIONING","UNLOCK")', false],
	['labels ca ("on-prem")', true],
	['labels ca ("cloud")', false],
	['not name co "active"', false],
	['not not name co "active"', true],
	['not (name co "x" or name co "z")', true],
	['name co "active" and type co "active"', true],
	['name co "active" and type co "x"', false],
	['name co "x" or type co "active"', true],
	['name co "active" or name co "x" and name co "z"', true],
	['(name co "active" or name co "x") and name co "z"', false],
	['not name co "x" and name co "active"', true],
	['  name   co\t"active"  ', true],
	['name co "and" or name co "active"', true],
];

const refused: readonly (readonly [filter: string, message: RegExp])[] = [
	['name eq "Active Directory"', /"name" does not support the operator "eq"; it supports sw, co/],
	['type ne "x"', /"type" does not support the operator "ne"; it supports sw, co, eq/],
	['category sw "x"', /"category" does not support the operator "sw"; it supports eq/],
	['directConnect co "true"', /"directConnect" does not support the operator "co"/],
	['features eq "SEARCH"', /"features" does not support the operator "eq"/],
	['labels co "x"', /"labels" does not support the operator "co"/],
	['name SW "x"', /"name" does not support the operator "SW"/],
	['status eq "RELEASED"', /"status" cannot be filtered by/],
	['Name sw "x"', /"Name" cannot be filtered by/],
	['constructor eq "x"', /"constructor" cannot be filtered by/],
	['directConnect eq "yes"', /"directConnect" is either true or false/],
	['features ca "SEARCH"', /should have "\(" where it has "SEARCH"/],
	['features ca ()', /should have a string/],
	['features ca ("SEARCH",)', /should have a string/],
	['features ca ("SEARCH"', /should have "\)" where it has its end/],
	['name sw x', /should have a string where it has "x"/],
	['name sw', /should have a string where it has its end/],
	['name', /should have an operator where it has its end/],
	['"name" sw "x"', /should have a field/],
	['name sw "x" AND name sw "y"', /should have and, or, or the end where it has "AND"/],
	['name sw "x" and', /should have a field where it has its end/],
	['(name sw "x"', /should have "\)"/],
	['name sw "x")', /should have and, or, or the end where it has "\)"/],
	['not', /should have a field/],
	["name sw 'x'", /cannot be read from "'x'" on/],
	['name sw "x', /cannot be read from ""x" on/],
	['name sw "\\n"', /cannot be read/],
	[`${'('.repeat(5000)}name sw "x"`, /nested too deeply/],
	[`${'not '.repeat(3000)}name sw "x"`, /nested too deeply/],
];

suite('filters of the list', () => {
	for (const [filter, matches] of matching) {
		test(`${filter} is ${matches ? 'true' : 'false'}`, () => {
			assert.equal(parseFilter(filter, connectorFilters)(connector), matches);
		});
	}

	for (const [filter, message] of refused) {
		test(`${filter.slice(0, 40)} is refused`, () => {
			assert.throws(
				() => parseFilter(filter, connectorFilters),
				(error: unknown) => error instanceof FilterError && message.test(error.message),
			);
		});
	}

	test('a connector without features has none of them', () => {
		assert.equal(
			parseFilter('features ca ("SEARCH")', connectorFilters)(aConnector({ features: null })),
			false,
		);
	});
});
