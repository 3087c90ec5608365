import assert from 'node:assert/strict';
import type { XmlName } from '../../../../../src/core/connector/documentName';
import {
	severityOfUnknown,
	unknownNames,
} from '../../../../../src/core/connector/vocabulary/vocabularyCheck';
import { usageOf } from '../../../../../src/core/connector/vocabulary/vocabularyUsage';
import { applyEdits } from '../../../../../src/core/text/textEdit';
import { parseXml } from '../../../../../src/core/xml/parse';
import { connectorOf } from '../completion/completing';

suite('Misspelt words', () => {
	const find = (text: string, kind: XmlName = 'source-config', neighbours: readonly string[] = []) =>
		unknownNames(
			parseXml(text),
			kind,
			usageOf(
				neighbours.map(form => connectorOf({ form })),
				kind,
			),
		);

	/** How serious each finding is, what it is of, and what is suggested. */
	const found = (...args: Parameters<typeof find>) =>
		find(...args).map(each =>
			[
				severityOfUnknown(each),
				each.what,
				each.name,
				...(each.suggested === undefined ? [] : ['→', each.suggested]),
			].join(' '),
		);

	/** The text after all that can be put right has been. */
	const fixed = (text: string, kind: XmlName = 'source-config') =>
		applyEdits(
			text,
			find(text, kind).flatMap(({ edits }) => edits),
		);

	const inSection = (text: string) => `<Form><Menu><Section>${text}</Section></Menu></Form>`;

	test('are surely meant only where a letter or the case is another', () => {
		const surely = (text: string, kind?: XmlName) => find(text, kind).map(({ isSlip }) => isSlip);
		assert.deepEqual(surely(inSection('<Feild/><field/><Field typ="text"/>')), [true, true, true]);
		assert.deepEqual(surely(inSection('Field name="a"/>')), [true]);
		assert.deepEqual(surely(inSection('<Field minSize="1" minFiles="2" colour="red"/>')), [
			false,
			false,
			false,
		]);
		assert.deepEqual(surely('<a:Form xmlns:a="u"><a:Menue/></a:Form>'), [true]);
		assert.deepEqual(surely('<Application featuresString="PROVISIONNING, DISABLE"/>', 'source-template'), [
			true,
			false,
		]);
	});

	test('are elements that are spelled almost as one that may stand there', () => {
		for (const [text, name, meant] of [
			['<Form><Menu><Sectionx/></Menu></Form>', 'Sectionx', 'Section'],
			['<Form><Menu><section/></Menu></Form>', 'section', 'Section'],
			['<Form><Menue/></Form>', 'Menue', 'Menu'],
			['<Form><BaseConfg/></Form>', 'BaseConfg', 'BaseConfig'],
			[inSection('<Feild/>'), 'Feild', 'Field'],
			[inSection('<Field><AlowedValue/></Field>'), 'AlowedValue', 'AllowedValues'],
			['<Frm/>', 'Frm', 'Form'],
		] as const) {
			assert.deepEqual(found(text), [`warning element ${name} → ${meant}`]);
		}
		assert.deepEqual(found('<Application><Schemas><Shema/></Schemas></Application>', 'source-template'), [
			'warning element Shema → Schema',
		]);
		assert.deepEqual(
			found(
				'<CorrelationConfig><AttributeAssignments><Fliter/></AttributeAssignments></CorrelationConfig>',
				'correlation-config',
			),
			['warning element Fliter → Filter'],
		);
	});

	test('are put right at both tags, with the prefix that they have', () => {
		assert.equal(
			fixed('<Form><Menu><Sectionx a="1">\n</Sectionx></Menu></Form>'),
			'<Form><Menu><Section a="1">\n</Section></Menu></Form>',
		);
		assert.equal(
			fixed('<f:Form><f:Menux><f:Sectionx/></f:Menux></f:Form>'),
			'<f:Form><f:Menu><f:Section/></f:Menu></f:Form>',
		);
		assert.equal(fixed('<Form><Menux></Menu></Form>'), '<Form><Menu></Menu></Form>');
	});

	test('are no words that may stand somewhere else only, or resemble one a little', () => {
		assert.deepEqual(found('<Form><Optionx/></Form>'), ['hint element Optionx']);
		assert.deepEqual(found(inSection('<Group/><Page/><Fieldset/>')), [
			'hint element Group',
			'hint element Page',
			'hint element Fieldset',
		]);
		assert.deepEqual(found('<Application><ScriptRefs/></Application>', 'source-template'), [
			'hint element ScriptRefs',
		]);
	});

	test('are looked for in misspelt ones, too', () => {
		assert.deepEqual(found('<Form><Menu><Sectionx><Feild/></Sectionx></Menu></Form>'), [
			'warning element Sectionx → Section',
			'warning element Feild → Field',
		]);
	});

	test('may be words that only other connectors have', () => {
		assert.deepEqual(found('<Form><Extras/></Form>', 'source-config', ['<Form><Extra/></Form>']), [
			'warning element Extras → Extra',
		]);
		assert.deepEqual(found('<Form><Menux/></Form>', 'source-config', ['<Form><Menux/></Form>']), []);
	});

	test('are attributes and values that are spelled almost as one that is missing', () => {
		assert.deepEqual(found('<Field nmae="x" colour="red" labels="a"/>'), [
			'warning attribute nmae → name',
			'hint attribute colour',
			'hint attribute labels',
		]);
		assert.deepEqual(found('<Field name="x" nam="y"/>'), ['hint attribute nam']);
		assert.equal(fixed('<Field nmae="x" type="txet"/>'), '<Field name="x" type="text"/>');
		assert.equal(
			fixed('<Application featuresString="ENABLE, UNLOK,SERCH"/>', 'source-template'),
			'<Application featuresString="ENABLE, UNLOCK,SEARCH"/>',
		);
		const types = ['text', 'txet', 'text', 'select', 'txet'].map(type => `<Field type="${type}"/>`);
		assert.deepEqual(found(`<Section>${types.join('')}</Section>`), [
			'warning value txet → text',
			'warning value txet → text',
		]);
		assert.deepEqual(found('<Application featuresString="MINE, %%MORE%%"/>', 'source-template'), [
			'hint value MINE',
		]);
	});

	test('are hardly attributes and values that differ in more than a letter', () => {
		assert.deepEqual(found('<Field minSize="1"/>'), ['hint attribute minSize → maxSize']);
		assert.deepEqual(found('<Application featuresString="DELTA"/>', 'source-template'), [
			'hint value DELTA → DELETE',
		]);
	});

	test('are tags that have lost their bracket', () => {
		const text = '<Field><AllowedValues>\n\tOption label="a" value="b"/>\n<Option/></AllowedValues></Field>';
		assert.deepEqual(found(text), ['warning text Option label="a" value="b"/> → Option']);
		assert.equal(fixed(text), text.replace('Option label', '<Option label'));
		assert.equal(fixed('<Form>Meun name="x"/></Form>'), '<Form><Menu name="x"/></Form>');
		assert.equal(fixed(inSection('Field name="x"></Field>')), inSection('<Field name="x"></Field>'));
		assert.equal(fixed('<f:Form>Menu name="x"/></f:Form>'), '<f:Form><f:Menu name="x"/></f:Form>');
		assert.equal(fixed('<Form>Menu</Form>'), '<Form>Menu</Form>');
	});

	test('are texts where only elements stand', () => {
		assert.deepEqual(found('<Field><AllowedValues>Option</AllowedValues></Field>'), [
			'warning text Option → Option',
		]);
		assert.deepEqual(found('<Field><AllowedValues>yes\r\nno</AllowedValues></Field>'), ['warning text yes']);
		assert.deepEqual(found('<Form>&#13;\n&#xD;<Menu/>>&#13;</Form>'), ['warning text >&#13;']);
		assert.deepEqual(found('<Form><![CDATA[Menu]]></Form>'), ['warning text <![CDATA[Menu]]>']);
		assert.deepEqual(found('<Application><Schemas>x</Schemas></Application>', 'source-template'), [
			'warning text x',
		]);
	});

	test('are no texts where they may stand, tokens or what is half-typed', () => {
		for (const text of [
			'<Form>\r\n\t<!-- Menu --><Menu/>&#13;&#10;&#x20;</Form>',
			'<Form>%%MENUS%%</Form>',
			'<Option>Some text</Option>',
			'<Form><![CDATA[ ]]></Form>',
			'<Form>abc<Menu></Form>',
		]) {
			assert.deepEqual(found(text), [], text);
		}
		assert.deepEqual(found('<Description>Any text</Description>', 'source-template'), []);
		assert.deepEqual(found('<Script><Source>return 1;</Source></Script>', 'source-template'), []);
	});

	test('take time in proportion to the document (long)', () => {
		const texts = [
			`<Form>${'<Menux a="1">'.repeat(10_000)}`,
			`<Form>${Array.from({ length: 10_000 }, (_, index) => `<Menu${index}/>Menu `).join('')}</Form>`,
			`<Field ${Array.from({ length: 2000 }, (_, index) => `nam${index}="x"`).join(' ')}/>`,
		];
		for (const text of texts) {
			const document = parseXml(text);
			const before = performance.now();
			unknownNames(document, 'source-config', usageOf([], 'source-config'));
			assert.ok(performance.now() - before < 3000, text.slice(0, 50));
		}
	});
});
