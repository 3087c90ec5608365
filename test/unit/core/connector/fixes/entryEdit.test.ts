import assert from 'node:assert/strict';
import { readApplication } from '../../../../../src/core/connector/model/application';
import { entryEdit } from '../../../../../src/core/connector/fixes/entryEdit';
import { entryValue } from '../../../../../src/core/connector/form/entryValue';
import { applyEdits } from '../../../../../src/core/text/textEdit';
import { isWellFormed } from '../../../../../src/core/xml/problem';
import { parseXml } from '../../../../../src/core/xml/parse';
import { connectorOf } from '../completion/completing';

suite('The entry that a template gets for a field', () => {
	/** The template with the entry of a field, without what is around it. */
	function added(field: string, form = `<Form>${field}<Field name="last" type="text"/></Form>`): string {
		const documents = connectorOf({ form, template: template('<entry key="last" value=""/>') });
		const edit = entryEdit(documents, 'x');
		assert.ok(edit);
		const result = applyEdits(documents.sourceTemplate?.text ?? '', [edit]);
		assert.ok(isWellFormed(parseXml(result)), result);
		return result.slice(template('').indexOf('</Map>'), result.indexOf('<entry key="last"'));
	}

	function template(entries: string): string {
		return `<Application><Attributes><Map>${entries}</Map></Attributes></Application>`;
	}

	/** What a field's entry says to whoever reads the template. */
	function said(field: string) {
		const document = parseXml(template(added(field)));
		const [entry] = readApplication(document).entries;
		return entry && entryValue(document, entry.element);
	}

	const typed = (value: string) => `<entry key="x"><value>${value}</value></entry>`;
	const written = (value: string) => `<entry key="x" value="${value}"/>`;

	const entries: readonly (readonly [field: string, entry: string])[] = [
		['type="boolean" defaultValue="true"', typed('<Boolean>true</Boolean>')],
		['type="boolean" defaultValue="True"', typed('<Boolean>true</Boolean>')],
		['type="Boolean" defaultValue=" TRUE "', typed('<Boolean>true</Boolean>')],
		['type="toggle" defaultValue="False"', typed('<Boolean>false</Boolean>')],
		['type="checkbox"', typed('<Boolean>false</Boolean>')],
		['type="boolean" value="True" defaultValue="false"', typed('<Boolean>true</Boolean>')],
		['type="boolean" defaultValue="1"', written('1')],
		['type="boolean" defaultValue="yes"', written('yes')],
		['type="number" defaultValue=" 42 "', typed('<Integer>42</Integer>')],
		['type="NUMBER" defaultValue="-1"', typed('<Integer>-1</Integer>')],
		['type="number" defaultValue="+7"', typed('<Integer>7</Integer>')],
		['type="number" defaultValue="2147483648"', typed('<Long>2147483648</Long>')],
		['type="number" defaultValue="12345678901234567890"', written('12345678901234567890')],
		['type="number" defaultValue="1.5"', written('1.5')],
		['type="number" defaultValue="many"', written('many')],
		['type="number"', written('')],
		['type="text" defaultValue="a &quot;b&quot; &amp; &lt;c>"', written('a &quot;b&quot; &amp; &lt;c>')],
		["type='text' defaultValue='say \"hi\"'", written('say &quot;hi&quot;')],
		['type="textarea" defaultValue="one&#13;&#10;two&#9;"', written('one&#13;&#10;two&#9;')],
		['type="text" defaultValue="True"', written('True')],
		['type="radio" defaultValue="basic"', written('basic')],
		['type="select" defaultValue=" a "', written(' a ')],
		['type="unheardOf" defaultValue="a"', written('a')],
		['defaultValue="a"', written('a')],
		['type="secret" defaultValue="hunter2"', written('')],
		['type="SecretTextArea" value="hunter2"', written('')],
		['type="fileupload" defaultValue="a.jar"', written('')],
		['type="list" defaultValue="a, b"', typed('<List><String>a</String><String>b</String></List>')],
		[
			'type="List" defaultValue="[&quot;&lt;a>&quot;, 1]"',
			typed('<List><String>&lt;a></String><String>1</String></List>'),
		],
		['type="list" defaultValue="a,b&#10;c"', typed('<List><String>a,b</String><String>c</String></List>')],
		['type="list"', typed('<List/>')],
		['type="keyValue"', typed('<Map/>')],
		[
			'type="keyvalue" defaultValue="a=1,b=2"',
			typed('<Map><entry key="a" value="1"/><entry key="b" value="2"/></Map>'),
		],
		[
			'type="keyValue" defaultValue="{&quot;a&quot;:{&quot;b&quot;:true}}"',
			typed(
				'<Map><entry key="a"><value><Map><entry key="b"><value><Boolean>true</Boolean></value></entry></Map></value></entry></Map>',
			),
		],
		['type="keyValue" defaultValue="neither nor"', written('neither nor')],
		[
			'type="cardList" defaultValue="[{&quot;a&quot;:&quot;1&quot;}]"',
			typed('<List><Map><entry key="a" value="1"/></Map></List>'),
		],
		['type="cardList" defaultValue="a, b"', written('a, b')],
		['type="cardList"', typed('<List/>')],
	];
	for (const [field, entry] of entries) {
		test(`means what the form's default means: ${field}`, () => {
			assert.equal(added(`<Field name="x" ${field}/>`), entry);
		});
	}

	test('holds no secret of a card', () => {
		const cards = '[{&quot;user&quot;:&quot;me&quot;,&quot;password&quot;:&quot;hunter2&quot;}]';
		assert.equal(
			added(
				`<Field name="x" type="cardList" defaultValue="${cards}"><Field name="user" type="text"/><Field name="password" type="Secret"/></Field>`,
			),
			typed('<List><Map><entry key="user" value="me"/></Map></List>'),
		);
	});

	test('is read as what was the default', () => {
		assert.equal(said('<Field name="x" type="boolean" defaultValue="TRUE"/>'), true);
		assert.deepEqual(said('<Field name="x" type="list" defaultValue=" a &amp; b ,c"/>'), ['a & b', 'c']);
	});

	test('has a line for each element where the others have lines of their own', () => {
		const documents = connectorOf({
			form: '<Form><Field name="last"/><Field name="x" type="list" defaultValue="a,b"/></Form>',
			template:
				'<Application><Attributes>\r\n\t<Map>\r\n\t  <entry key="last" value=""/>\r\n\t</Map>\r\n</Attributes></Application>',
		});
		const edit = entryEdit(documents, 'x');
		assert.deepEqual(
			edit?.newText.split('\r\n'),
			[
				'',
				'<entry key="x">',
				'  <value>',
				'    <List>',
				'      <String>a</String>',
				'      <String>b</String>',
				'    </List>',
				'  </value>',
				'</entry>',
			].map(line => line && `\t  ${line}`),
		);
	});
});
