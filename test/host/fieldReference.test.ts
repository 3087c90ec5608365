import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { asked, useTenant } from './studio';

suite('The field reference of a connector', () => {
	const tenant = useTenant();
	const reference = (options: object) =>
		Promise.resolve(
			vscode.commands.executeCommand<string>('iscConnectors.connector.fieldReference', {
				tenant: tenant().id,
				scriptName: 'jdbc-angularsc',
				...options,
			}),
		);

	test('is given to a program as a text, in any format and language, for one request and without a copy', async () => {
		await vscode.env.clipboard.writeText('mine');
		const markdown = await reference({ format: 'markdown' });
		assert.match(
			markdown,
			/^\| Label \| Key \| Type \| Required \| Default \| Options \| Condition \| Secret \|\n/,
		);
		const german = await reference({ format: 'csv', locale: 'de' });
		assert.match(german, /^Label,Key,Type,Required,Default,Options,Condition,Secret\r\n/);
		assert.notDeepEqual(german, await reference({ format: 'csv' }));
		const schema = JSON.parse(await reference({ format: 'schema' })) as Readonly<Record<string, unknown>>;
		assert.equal(schema['$schema'], 'https://json-schema.org/draft/2020-12/schema');
		assert.deepEqual(
			asked(tenant()).filter(request => request.includes('jdbc')),
			['GET /jdbc-angularsc'],
		);
		assert.equal(await vscode.env.clipboard.readText(), 'mine');
	});

	test('is refused with a sentence where there is none', async () => {
		await assert.rejects(reference({ format: 'xml' }), /"markdown", "csv" or "schema"/);
		await assert.rejects(reference({}), /The argument "format" is missing/);
		await assert.rejects(reference({ format: 'csv', locale: 'tlh' }), /JDBC has no translation "tlh"/);
		await assert.rejects(
			reference({ format: 'csv', scriptName: 'nobody-has-it' }),
			/has no connector nobody-has-it/,
		);
	});

	test('a body of a source is copied from a form preview only', async () => {
		await vscode.env.clipboard.writeText('mine');
		await vscode.commands.executeCommand('iscConnectors.connector.copySourceBody');
		assert.equal(await vscode.env.clipboard.readText(), 'mine');
	});
});
