import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { addTenant, asked, open, uriOf, useTenant } from './studio';

suite('Adding a translation', () => {
	const tenant = useTenant({ rateLimit: false });
	const jdbc = 'jdbc-angularsc';
	const add = (options: object) =>
		Promise.resolve(
			vscode.commands.executeCommand<string>('iscConnectors.connector.addTranslation', {
				tenant: tenant().id,
				scriptName: jdbc,
				...options,
			}),
		);
	const stored = (locale: 'en' | 'da' | 'fi' | 'nl' | 'sv') =>
		Buffer.from(tenant().sample.connector(jdbc).translations[locale] ?? []).toString();

	test('begins with nothing but a comment, or with the text of another locale', async () => {
		assert.equal(await add({ locale: 'nl' }), uriOf(tenant(), jdbc, 'translations/nl').toString());
		assert.match(stored('nl'), /^# Dutch\n$/);
		await add({ locale: 'fi', from: 'en' });
		assert.equal(stored('fi'), stored('en'));
		assert.equal((await open(uriOf(tenant(), jdbc, 'translations/fi'))).getText(), stored('en'));
	});

	test('or with that of another tenant, which has to have it: an English fallback is not taken for it', async () => {
		const other = await addTenant({ rateLimit: false });
		const from = { tenant: other.id, scriptName: jdbc };
		await assert.rejects(add({ locale: 'sv', from }), /is not translated into Swedish/);
		other.sample.change(jdbc, connector => (connector.translations.sv = Buffer.from('HostURL=Adress\n')));
		await add({ locale: 'sv', from });
		assert.equal(stored('sv'), 'HostURL=Adress\n');
		await other.sample.stop();
	});

	test('that exists, or of a locale that the service does not know, changes nothing', async () => {
		await assert.rejects(add({ locale: 'en' }), /is already translated into English/);
		await assert.rejects(add({ locale: 'xx' }), /does not support the language xx/);
		assert.deepEqual(
			asked(tenant()).filter(request => /^(PUT|PATCH|DELETE)/.test(request)),
			[],
		);
	});

	test('that somebody else has added meanwhile is not overwritten', async () => {
		tenant().sample.latency = 1100; // Longer than what was asked is taken for what is.
		tenant().sample.onRequest = ({ method, path }) => {
			if (method === 'GET' && path.endsWith(`/${jdbc}`)) {
				tenant().sample.onRequest = undefined;
				setImmediate(() =>
					tenant().sample.change(jdbc, each => (each.translations.da = Buffer.from('theirs=1\n'))),
				);
			}
		};
		await assert.rejects(add({ locale: 'da' }), /because it was changed in/);
		assert.equal(stored('da'), 'theirs=1\n');
	});
});
