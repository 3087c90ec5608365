import assert from 'node:assert/strict';
import { readForm } from '../../../../../src/core/connector/model/form';
import { shownParts } from '../../../../../src/core/connector/form/formState';
import { connectorAttributes } from '../../../../../src/core/connector/form/submitted';
import type { FormPicture } from '../../../../../src/core/connector/form/formPicture';
import { isSamePicture, pictureOf } from '../../../../../src/core/connector/form/pictureOf';
import { parseXml } from '../../../../../src/core/xml/parse';
import { seededTest } from '../../../../seeds';
import { mutant } from '../../xml/mutants';
import { connectorOf, sampleDocuments } from '../completion/completing';
import { assertSound, fieldOf, fieldsOf, pictured, sectionsOf } from './picturing';
import { small, smallWith } from '../smallConnector';

suite('The picture of a form', () => {
	const ids = (picture: FormPicture) =>
		picture.steps.map(({ id, sections }) => [
			id,
			...sections.map(section => `${section.id}: ${section.fields.map(field => field.id).join(' ')}`),
		]);

	test('has the base configuration and the menus as steps, with their sections and fields', () => {
		const picture = pictured(
			`<BaseConfig><Field name="v"/></BaseConfig>
			<Menu name="m" label="M"><Section name="s"><Field name="a"/><Field name="b"/></Section><Section name="t"/></Menu>`,
		);
		assert.deepEqual(ids(picture), [
			['step:#1', 'section:/#1: field:v#1'],
			['step:m#1', 'section:m/s#1: field:a#1 field:b#1', 'section:m/t#1: '],
		]);
		assert.deepEqual(
			picture.steps.map(({ kind, label }) => [kind, label?.key]),
			[
				['base', undefined],
				['menu', 'M'],
			],
		);
	});

	test('keeps in their order the sections and fields that stand where others are expected', () => {
		const text = `<Field name="a"/><Field name="b"/><Section name="s"><Field name="c"/></Section>
			<Menu name="m"><Field name="d"/><Section name="t"/><Group><Field name="e"/></Group><Field name="f"/></Menu><Field name="g"/>`;
		const picture = pictured(text);
		assert.deepEqual(ids(picture), [
			['step:#1', 'section:/#1: field:a#1 field:b#1', 'section:/s#1: field:c#1'],
			['step:m#1', 'section:m/#1: field:d#1', 'section:m/t#1: ', 'section:m/#2: field:e#1 field:f#1'],
			['step:#2', 'section:/#2: field:g#1'],
		]);
		const written = (part: { readonly start: number; readonly end: number }) =>
			text.slice(part.start - '<Form>'.length, part.end - '<Form>'.length);
		const [loose, menu] = picture.steps;
		assert.ok(loose && menu?.sections[2]);
		assert.match(written(loose), /^<Field name="a".*<\/Section>$/s);
		assert.equal(written(menu.sections[2]), '<Field name="e"/></Group><Field name="f"/>');
	});

	test('tells apart what has one name, and keeps its ids while others are edited', () => {
		const before = pictured('<Menu name="m"><Section><Field name="a"/><Field name="a"/></Section></Menu>');
		const after = pictured(
			'<Menu name="n"/><Menu name="m"><Section><Field name="b"/><Field name="a"/><Field name="a"/></Section></Menu>',
		);
		assert.deepEqual(ids(before), [['step:m#1', 'section:m/#1: field:a#1 field:a#2']]);
		assert.deepEqual(ids(after)[1], ['step:m#1', 'section:m/#1: field:b#1 field:a#1 field:a#2']);
	});

	test('takes the fields in a cardList for those of its cards, and those in another field for its neighbours', () => {
		const inner = '<Fields><Field name="a"/><Field name="b"/></Fields>';
		const cards = fieldsOf(pictured(`<Section><Field name="l" type="CardList">${inner}</Field></Section>`));
		assert.deepEqual(
			cards[0]?.fields.map(({ name }) => name),
			['a', 'b'],
		);
		const [section] = sectionsOf(pictured(`<Section><Field name="t">${inner}</Field></Section>`));
		assert.deepEqual(
			section?.fields.map(({ name, fields }) => [name, fields.length]),
			[
				['t', 0],
				['a', 0],
				['b', 0],
			],
		);
	});

	test('says whose text a label shows', () => {
		const documents = smallWith({
			form: ['displayName="Secret"', 'displayName="Geheimnis" placeholder="Ask your admin"'],
			de: ['User=Text of User\n', ''],
		});
		const picture = pictureOf(documents, 'de');
		assert.ok(picture);
		const fields = new Map(fieldsOf(picture).map(field => [field.name, field]));
		assert.deepEqual(fields.get('auth')?.label, { key: 'Auth', text: 'Anmeldung', origin: 'locale' });
		assert.deepEqual(fields.get('user')?.label, { key: 'User', text: 'Text of User', origin: 'en' });
		assert.deepEqual(fields.get('secret')?.label, { key: 'Geheimnis', text: 'Geheimnis', origin: 'key' });
		const text = 'Ask your admin';
		assert.deepEqual(fields.get('secret')?.placeholder, { key: text, text, origin: 'text' });
		assert.equal(pictureOf(documents, 'en')?.steps[0]?.label?.origin, 'locale');
		assert.deepEqual(picture.locales, ['en', 'de']);
		assert.equal(picture.description?.text, 'Text of ShortDesc');
	});

	test('has the options of a field, a value for a label that is missing', () => {
		const { options } = fieldOf(
			'<Field><AllowedValues><Option label="L" value="v"/><Option value="w"/><Option/><Option label="" value=""/></AllowedValues></Field>',
		);
		assert.deepEqual(
			options.map(({ label, value }) => [label.text, value]),
			[
				['L', 'v'],
				['w', 'w'],
				['', ''],
			],
		);
	});

	test('knows how a field is filled in, whatever the case of its type', () => {
		const controls: Readonly<Record<string, string>> = {
			'': 'text',
			TEXT: 'text',
			toggle: 'switch',
			checkbox: 'switch',
			Boolean: 'switch',
			keyvalue: 'keyValue',
			fileUpload: 'fileupload',
			secretTextArea: 'secrettextarea',
			password: 'secret',
			' PassWord ': 'secret',
			Secret: 'secret',
			constructor: 'unknown',
			colour: 'unknown',
		};
		for (const [type, control] of Object.entries(controls)) {
			const field = fieldOf(`<Field type="${type}"/>`);
			assert.deepEqual([field.control, field.type], [control, type]);
		}
		assert.equal(fieldOf('<Field/>').control, 'text');
	});

	test('has what else an element says', () => {
		const field = fieldOf(
			'<f:Field required="TRUE" hidden="true" helpKey="h" maxFiles="2" supportedExtensions=".a"/>',
		);
		assert.ok(field.isRequired && field.isHidden);
		assert.equal(field.help?.key, 'h');
		assert.deepEqual(field.upload, { maxFiles: '2', maxSize: undefined, extensions: '.a' });
		const plain = fieldOf('<Field required="yes"/>');
		assert.ok(!plain.isRequired && !plain.isHidden && plain.upload === undefined);
		const [section] = sectionsOf(
			pictured('<Section docLink="https://a.test" docLinkLabel="d" sectionInfo="i"/>'),
		);
		assert.equal(section?.link?.address, 'https://a.test');
		assert.deepEqual([section.link.label?.key, section.info?.key], ['d', 'i']);
	});

	test('has the conditions of a part and of all that is around it, each once', () => {
		const picture = pictured(
			`<Menu name="m" parentKey="a" parentValue="1"><Section parentKey="b"><Group parentKey="a" parentValue="1">
			<Field name="x" parentKey="c" parentValue="3"/></Group></Section></Menu>`,
		);
		const [field] = fieldsOf(picture);
		assert.deepEqual(field?.conditions, [
			{ name: 'c', value: '3' },
			{ name: 'b', value: undefined },
			{ name: 'a', value: '1' },
		]);
		assert.deepEqual(picture.steps[0]?.conditions, [{ name: 'a', value: '1' }]);
		assert.equal(sectionsOf(picture)[0]?.conditions.length, 2);
		const [bare] = sectionsOf(pictured('<Menu parentKey="a"><Group parentKey="b"><Field/></Group></Menu>'));
		assert.deepEqual(bare?.conditions, [{ name: 'a', value: undefined }]);
	});

	test('there is none of what is no form', () => {
		assert.equal(pictureOf(connectorOf({}), 'en'), undefined);
		assert.equal(pictureOf(connectorOf({ form: '' }), 'en'), undefined);
		assert.equal(pictureOf(connectorOf({ form: small.template }), 'en'), undefined);
		assert.deepEqual(pictureOf(connectorOf({ form: '<Form' }), 'en')?.steps, []);
	});

	test('has every field of the sample tenant, in each of its locales', () => {
		for (const documents of sampleDocuments(57)) {
			const form = documents.sourceConfig;
			assert.ok(form);
			for (const locale of documents.translations.keys()) {
				const picture = pictureOf(documents, locale);
				assert.ok(picture);
				assertSound(picture, form.text);
				assert.deepEqual(
					fieldsOf(picture).map(({ start, name }) => [start, name]),
					readForm(form).fields.map(({ element, name }) => [element.start, name?.name]),
				);
				assert.ok(fieldsOf(picture).every(({ control }) => control !== 'unknown'));
			}
		}
	});

	/** A picture is made, is sound, has each field once and can be shown. */
	function assertPictured(form: string): void {
		const picture = pictureOf(
			connectorOf({ form, template: small.template, translations: small.translations }),
			'de',
		);
		if (picture) {
			assertSound(picture, form);
			assert.equal(fieldsOf(picture).length, readForm(parseXml(form)).fields.length);
			shownParts(picture, {});
			connectorAttributes(picture, {});
		}
	}

	seededTest('is made of whatever becomes of a form while it is edited', 1425, seeds => {
		const forms = sampleDocuments(0).map(({ sourceConfig }) => sourceConfig?.text ?? '');
		for (const seed of seeds) {
			assertPictured(mutant(forms[seed % forms.length] ?? '', seed));
		}
	});

	test('is made of a form that is typed up to any place (long)', () => {
		for (let end = 0; end <= small.form.length; end++) {
			assertPictured(small.form.slice(0, end));
		}
	});

	test('takes names for names that objects have of themselves', () => {
		for (const name of ['__proto__', 'constructor', 'toString']) {
			const form = `<Menu name="${name}"><Section name="${name}"><Field name="${name}" value="1"/>
				<Field name="b" value="2" parentKey="${name}" parentValue="1"/></Section></Menu>`;
			const attributes = connectorAttributes(pictured(form), {});
			assert.deepEqual(Object.entries(attributes), [
				[name, '1'],
				['b', '2'],
			]);
		}
	});

	test('is made of what is nested without end (long)', function () {
		this.timeout(60_000);
		for (const [count, bit] of [
			[
				1500,
				'<Menu name="m" parentKey="a#"><Section name="s" parentKey="b#"><Field name="f" type="cardList" parentKey="c#">',
			],
			[20_000, '<Field name="f" type="cardList"><Field name="g">'],
		] as const) {
			const form = Array.from({ length: count }, (_, index) => bit.replaceAll('#', String(index))).join('');
			const picture = pictured(form);
			assert.equal(fieldsOf(picture).length, count * (bit.split('<Field').length - 1));
			assert.ok(fieldsOf(picture).every(({ conditions }) => conditions.length <= 100));
			JSON.stringify(picture);
			shownParts(picture, {});
		}
	});

	test('is another one when a text that it shows is, wherever that stands', () => {
		const [connector, other] = [smallWith({}), smallWith({})];
		assert.ok(isSamePicture({ ...connector, correlationConfig: undefined }, connector));
		assert.ok(!isSamePicture(connector, undefined));
		for (const name of ['sourceConfig', 'sourceTemplate', 'translations'] as const) {
			assert.ok(!isSamePicture({ ...connector, [name]: other[name] }, connector), name);
		}
		const translations = new Map([...connector.translations].reverse());
		assert.ok(!isSamePicture({ ...connector, translations }, connector), 'its locales in another order');
	});
});
