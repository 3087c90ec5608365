import assert from 'node:assert/strict';
import { tableOf } from '../../../../../src/core/connector/translations/translationTable';
import { connectorOf, sampleDocuments } from '../completion/completing';
import { small, smallWith } from '../smallConnector';

suite('The table of the translations of a connector', () => {
	const keys = (table: ReturnType<typeof tableOf>) => table.rows.map(({ key }) => key);

	test('has the keys in the order in which the form uses them, with the texts of each locale', () => {
		const table = tableOf(
			smallWith({
				en: ['ShortDesc=Text of ShortDesc\n', ''],
				de: ['User=Text of User', 'User=\\u00c4\\n=x'],
			}),
		);
		assert.deepEqual(table.locales, ['en', 'de']);
		assert.ok(table.hasForm);
		assert.deepEqual(keys(table), [
			'ShortDesc',
			'menuLabel_main',
			'sectionLabel_access',
			'HostURL',
			'Auth',
			'Auth_Basic',
			'Auth_Token',
			'User',
			'TLS',
			'Port',
			'Secret',
		]);
		assert.deepEqual(table.rows[0]?.texts, [null, 'Text of ShortDesc']);
		assert.deepEqual(table.rows[7]?.texts, ['Text of User', 'Ä\n=x']);
		assert.ok(table.rows.every(({ isUsed }) => isUsed));
	});

	test('then has the keys that the form does not use, as en has them and then the others', () => {
		const table = tableOf(
			connectorOf({
				form: '<Form><Field displayName="b"/><Field displayName="gone"/></Form>',
				translations: { fr: 'z=1\nx=1\nb=1', en: 'y=2\nb=2\nx=2', de: 'w=3\ny=3' },
			}),
		);
		assert.deepEqual(
			table.rows.map(({ key, isUsed, texts }) => [key, isUsed, texts.join()]),
			[
				['b', true, '2,1,'],
				['gone', true, ',,'],
				['y', false, '2,,3'],
				['x', false, '2,1,'],
				['z', false, ',1,'],
				['w', false, ',,3'],
			],
		);
	});

	test('has what only the source-template names among the keys that are used', () => {
		const table = tableOf(
			smallWith({ template: ['"Mail address"', '"Mail"'], en: ['ShortDesc=', 'Old=x\nMail=x\nShortDesc='] }),
		);
		assert.deepEqual(
			table.rows.slice(-2).map(({ key, isUsed }) => [key, isUsed]),
			[
				['Mail', true],
				['Old', false],
			],
		);
	});

	test('leaves out what the form says itself, unless a translation has it as a key', () => {
		const form =
			'<Form><Field displayName="Say what?" placeholder="a.b"/><Field displayName="Two words"/></Form>';
		assert.deepEqual(keys(tableOf(connectorOf({ form }))), []);
		const de = 'Two\\ words=Zwei';
		assert.deepEqual(keys(tableOf(connectorOf({ form, translations: { de } }))), ['Two words']);
		const early = '<Form shortDesc="Two words"><Field displayName="a"/></Form>';
		assert.deepEqual(keys(tableOf(connectorOf({ form: early, translations: { de } }))), ['Two words', 'a']);
	});

	test('has of a key that is written twice the text that counts', () => {
		const table = tableOf(connectorOf({ form: small.form, translations: { en: 'User=1\nUser=2' } }));
		assert.equal(table.rows.find(({ key }) => key === 'User')?.texts[0], '2');
		assert.equal(keys(table).filter(key => key === 'User').length, 1);
	});

	test('tells the family of a key by how it begins', () => {
		const families: Readonly<Record<string, string>> = {
			menuLabel_a_b: 'menuLabel_',
			sectionInfo_: 'sectionInfo_',
			placeholder_x: 'placeholder_',
			docLinkLabel_x: 'docLinkLabel_',
			ShortDesc: 'ShortDesc',
			ShortDesc_x: 'ShortDesc_',
			Page_Size: '',
			HostURL: '',
		};
		const en = Object.keys(families).join('\n');
		const { rows } = tableOf(connectorOf({ translations: { en } }));
		assert.deepEqual(Object.fromEntries(rows.map(({ key, family }) => [key, family])), families);
	});

	test('says nothing against keys while there is no form', () => {
		for (const form of [undefined, '', small.template]) {
			const table = tableOf(
				connectorOf({ ...(form !== undefined && { form }), translations: { en: 'a=1' } }),
			);
			assert.ok(!table.hasForm);
			assert.deepEqual(
				table.rows.map(({ key, isUsed }) => [key, isUsed]),
				[['a', true]],
			);
		}
		assert.deepEqual(tableOf(connectorOf({})), { locales: [], rows: [], hasForm: false });
	});

	test('takes names for keys that objects have of themselves', () => {
		const en = '__proto__=1\nconstructor=2';
		const { rows } = tableOf(connectorOf({ form: small.form, translations: { en } }));
		assert.deepEqual(
			rows.slice(-2).map(({ key, texts }) => [key, texts[0]]),
			[
				['__proto__', '1'],
				['constructor', '2'],
			],
		);
		assert.equal(rows.find(({ key }) => key === 'User')?.texts[0], null);
	});

	test('of the sample tenant has no key that is not used', () => {
		for (const documents of sampleDocuments(57)) {
			const { rows, locales } = tableOf(documents);
			assert.ok(rows.length > 0 && locales[0] === 'en');
			assert.deepEqual(
				rows.filter(({ isUsed, texts }) => !isUsed || texts[0] === null),
				[],
			);
		}
	});
});
