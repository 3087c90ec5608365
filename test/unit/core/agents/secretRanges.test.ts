import assert from 'node:assert/strict';
import { masked, restored, textsOutside } from '../../../../src/core/agents/maskedText';
import {
	nothingKnown,
	secretFields,
	secretRanges,
	secretsOf,
	type KnownSecrets,
	type SecretLanguage,
} from '../../../../src/core/agents/secretRanges';
import { parseXml } from '../../../../src/core/xml/parse';
import { below, oneOf, seeded, seededTest, type Random } from '../../../seeds';

const secret = 'hunter2-in-clear';
const cipher = '1:ACP:Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9v';

function shown(text: string, language: SecretLanguage = 'xml', known: KnownSecrets = nothingKnown): string {
	return masked(text, secretRanges(text, language, known)).text;
}

/** A text in which every secret is hidden, and nothing else. */
function assertHidden(text: string, language?: SecretLanguage, known?: KnownSecrets): void {
	let number = 0;
	const expected = text
		.replaceAll(cipher, secret)
		.split(secret)
		.reduce((before, after) => `${before}‹secret ${++number}›${after}`);
	assert.ok(number > 0);
	assert.equal(shown(text, language, known), expected);
}

const fields = (...names: string[]): KnownSecrets => ({ fields: new Set(names), values: new Set() });

suite('Secrets in XML', () => {
	for (const type of ['secret', 'password', 'secrettextarea', 'SecretTextArea', ' PASSWORD ']) {
		test(`are the values of a field of the type "${type}"`, () => {
			assertHidden(`<Form><Field name="pin" type="${type}" value="${secret}" displayName="pin"/></Form>`);
			assertHidden(
				`<f:Form xmlns:f="x"><f:Field type='${type}' name='pin' defaultValue='${secret}'/></f:Form>`,
			);
			assertHidden(`<Field name="pin" type="${type}"><Value><String>${secret}</String></Value></Field>`);
			assertHidden(`<Field name="pin" type="${type}"><Value><![CDATA[${secret}]]></Value></Field>`);
		});
	}

	test('are the entries that such a field fills in, in lists and maps as well', () => {
		const form = '<Field name="pin" type="secret"/>';
		assertHidden(`<A>${form}<Map><entry key="pin" value="${secret}"/></Map></A>`);
		assertHidden(
			`<A>${form}<entry key="cards"><value><List><Map><entry key="pin" value="${secret}"/></Map><Map><entry key="pin"><value><String>${secret}</String></value></entry></Map></List></value></entry></A>`,
		);
		assertHidden(
			`<A>${form}<entry key="pin"><value><List><String>${secret}</String><String>${secret}</String></List></value></entry></A>`,
		);
		assertHidden(`<entry value="${secret}" key="pin"/>`, 'xml', fields('pin'));
		assertHidden(`<entry key="p&#105;n" value="${secret}"/>`, 'xml', fields('pin'));
	});

	test('are still those of a field that has another type now', () => {
		assertHidden(`<Field name="pin" type="text" value="${secret}"/>`, 'xml', fields('pin'));
		assertHidden(`<Field name="pin" value="${secret}"/>`, 'xml', fields('pin'));
	});

	test('are what a list of encrypted keys names, however it is written', () => {
		assertHidden(
			`<Map><entry key="encrypted" value="pin, other"/><entry key="pin" value="${secret}"/></Map>`,
		);
		assertHidden(
			`<Map><entry key="encrypted"><value><List><String>pin</String></List></value></entry><entry key="pin" value="${secret}"/></Map>`,
		);
		const none = '<Map a="1"><entry key="encrypted" value=""/><entry key="pin" value="1"/></Map>';
		assert.equal(shown(none), none);
	});

	test('are what the name of an entry or a field says is one', () => {
		for (const key of ['password', 'clientSecret', 'api_key', 'accessTokens', 'dbPwd']) {
			assertHidden(`<entry key="${key}" value="${secret}"/>`);
			assertHidden(`<entry key="${key}"><value><String>${secret}</String></value></entry>`);
			assertHidden(`<Field name="${key}" type="text" value="${secret}"/>`);
		}
		assert.equal(
			shown('<entry key="password" value="123456"/>'),
			'<entry key="password" value="‹secret 1›"/>',
		);
		assert.match(shown('<entry key="token" value="https://a.example/?sig=abc"/>'), /‹secret 1›/);
	});

	test('are no switches, numbers, addresses and placeholders, which are told apart from them', () => {
		for (const value of [
			'true',
			'False',
			'3600',
			'https://a.example/token',
			'$password$',
			'$(password)',
			'',
		]) {
			const text = `<entry key="tokenLifetime" value="${value}"/>`;
			assert.equal(shown(text), text);
		}
		const options =
			'<Field name="tokenKind" type="select"><AllowedValues><String>Bearer</String></AllowedValues></Field>';
		assert.equal(shown(options), options);
	});

	test('are cipher text, wherever it stands', () => {
		assertHidden(
			`<A b="${cipher}">${cipher}<entry key="host"><value><![CDATA[${cipher}]]></value></entry></A>`,
		);
		assertHidden(`<A>\n\t${cipher}</A>`.replace('\n\t', ''));
	});

	test('are those in comments and in XML in CDATA', () => {
		assertHidden(`<A><!-- <entry key="password" value="${secret}"/> --></A>`);
		assertHidden(`<!--<Field name="pin" type="secret" value="${secret}"/>--><A/>`);
		assertHidden(
			`<A><![CDATA[<entry key="password"><value><String>${secret}</String></value></entry>]]></A>`,
		);
		assertHidden(`<A><Field name="pin" type="secret"/><!-- <entry key="pin" value="${secret}"/> --></A>`);
	});

	test('are known ones, wherever they stand', () => {
		const known = secretsOf([parseXml(`<Field name="pin" type="secret" value="${secret}"/>`)]);
		assert.deepEqual([...known.fields], ['pin']);
		assertHidden(`x <A note="${secret}"><!-- ${secret} -->${secret}</A>`, 'xml', known);
		assertHidden(`key=${secret}\n`, 'properties', known);
		assertHidden(`{"a": "${secret}"}`, 'json', known);
		const common = secretsOf([
			parseXml('<A><entry key="pw1" value="password"/><entry key="password" value="a1"/></A>'),
		]);
		assert.deepEqual([...common.values], []);
	});

	test('stay hidden whatever one letter is missing, doubled or another (long)', () => {
		const form = `<Form><Field name="pin" type="secret" value="${secret}"/><Field name="host" type="text"/></Form>`;
		const template = `<Application><Map><entry key="pin" value="${secret}"/><entry key="password"><value><String>${secret}</String></value></entry></Map></Application>`;
		for (const whole of [form, template]) {
			const known = secretsOf([parseXml(form), parseXml(template)]);
			for (let at = 0; at < whole.length; at++) {
				for (const other of ['', '<', '>', '"', "'", '&', '-->', ']]>', '<!--', whole.charAt(at).repeat(2)]) {
					const text = whole.slice(0, at) + other + whole.slice(at + 1);
					// A secret in which a letter is another is none any more.
					assert.ok(!shown(text, 'xml', known).includes(secret), text);
				}
			}
		}
	});

	test('name the fields of forms', () => {
		const document = parseXml(
			'<F><Field name="a" type="secret"/><Field type="text" name="b"/><Field type="Password" name="c"/></F>',
		);
		assert.deepEqual([...secretFields(document)], ['a', 'c']);
	});
});

suite('Secrets in JSON', () => {
	test('are texts below a name of one, and cipher text', () => {
		assertHidden(
			`{"password": "${secret}", "passwords": ["${secret}", {"a": "${secret}"}], "x": "${cipher}"}`,
			'json',
		);
		assertHidden(`{"passw\\u006frd" : "${secret}"}`, 'json');
		assertHidden(`{"pin": "${secret}"}`, 'json', fields('pin'));
	});

	test('are hidden in broken JSON, too', () => {
		assertHidden(`{"a": 1,, "password": "${secret}`, 'json');
		assertHidden(`x{"password": "${secret}", }`, 'json');
	});

	test('are no numbers, switches and other texts', () => {
		const text = '{"passwordReset": true, "tokenLifetime": "3600", "token": 5, "a": "b", "secret": ""}';
		assert.equal(shown(text, 'json'), text);
	});
});

suite('The names of secrets', () => {
	test('are given to what looks like one as well, which comes back', () => {
		const text = '<A note="‹secret 1›"><entry key="password" value="hunter2"/></A>';
		const { text: hidden, secrets } = masked(text, secretRanges(text, 'xml', nothingKnown));
		assert.equal(hidden, '<A note="‹secret 1›"><entry key="password" value="‹secret 2›"/></A>');
		assert.equal(restored(hidden, secrets).text, text);
	});

	test('say where secrets have got to', () => {
		const text = 'ab cd';
		assert.deepEqual(
			textsOutside(
				text,
				[
					{ start: 0, end: 2 },
					{ start: 3, end: 5 },
				],
				[{ start: 3, end: 5 }],
			),
			['ab'],
		);
	});

	const pieces = [
		'<Field name="pin" type="secret" value="',
		'<entry key="password" value="',
		'<entry key="pin"><value><String>',
		'</String></value></entry>',
		'<!-- ',
		' -->',
		'<![CDATA[',
		']]>',
		'"/>',
		'">',
		'</Field>',
		'<Form>',
		'‹secret 1›',
		'‹secret 12›',
		'‹secret',
		'{"password": "',
		'", "token": ["',
		'"]}',
		secret,
		cipher,
		'😀',
		'\ud800',
		'\r\n',
		' ',
	];
	const randomText = (random: Random) =>
		Array.from({ length: below(random, 30) }, () => oneOf(random, pieces)).join('');

	seededTest('bring back the text, whatever it is', 3000, seeds => {
		for (const seed of seeds) {
			const random = seeded(seed);
			const text = randomText(random);
			const language = oneOf(random, ['xml', 'json', 'properties'] as const);
			const known = oneOf(random, [nothingKnown, fields('pin'), secretsOf([parseXml(randomText(random))])]);
			const ranges = secretRanges(text, language, known);
			ranges.forEach(({ start, end }, index) => {
				assert.ok(start < end && start >= (ranges[index - 1]?.end ?? 0) && end <= text.length);
			});
			const hidden = masked(text, ranges);
			const back = restored(hidden.text, hidden.secrets);
			assert.equal(back.text, text);
			assert.deepEqual(textsOutside(text, back.ranges, ranges), []);
		}
	});
});
