import assert from 'node:assert/strict';
import { cursorAt, type XmlCursor } from '../../../../src/core/xml/cursor';
import { parseXml } from '../../../../src/core/xml/parse';
import { sampleDocuments } from './sampleDocuments';

/** `|` is the cursor; what is expected reads as `told` writes it. */
const states: readonly (readonly [text: string, expected: string | undefined])[] = [
	// Element names
	['<|', 'element ?[|] bare'],
	['<a><|</a>', 'element a>?[|] bare'],
	['<a><|<b/></a>', 'element a>?[|] bare'],
	['<a>\n\t<|\n\t<b/>\n</a>', 'element a>?[|] bare'],
	['<a>\n\t<b/><|\n</a>', 'element a>?[|] bare'],
	['<a>\n\t<b>\n\t\t<|\n\t</b>\n</a>', 'element a>b>?[|] bare'],
	['<a><Fi|</a>', 'element a>Fi[Fi|] bare'],
	['<a>\n\t<Fi|\n\t<b c="d"/>\n</a>', 'element a>Fi[Fi|] bare'],
	['<a>\n\t<F|i\n</a>', 'element a>Fi[F|i] bare'],
	['<a><|Field/></a>', 'element a>Field[|Field]'],
	['<a><Fie|ld name="x"/></a>', 'element a>Field[Fie|ld]'],
	['<a><Field| name="x"/></a>', 'element a>Field[Field|]'],
	['<a><Field|/></a>', 'element a>Field[Field|]'],
	['<a><Field|></Field></a>', 'element a>Field[Field|]'],
	['<a><b></b><|', 'element a>?[|] bare'],
	['<a><b><c></c><|</b></a>', 'element a>b>?[|] bare'],
	['<a><!-- x --><|</a>', 'element a>?[|] bare'],
	['<?xml version="1.0"?>\r\n<|', 'element ?[|] bare'],
	['<a>text <|', 'element a>?[|] bare'],
	['<a><b name="x"\n<|\n</a>', 'element a>?[|] bare'],
	// End tag names
	['<a><b></|', 'end of a>b[|]'],
	['<a><b></|</a>', 'end of a>b[|]'],
	['<a>\n<b>\n</|\n</a>', 'end of a>b[|]'],
	['<a><b></b></|', 'end of a[|]'],
	['<a><b><c></|</b></a>', 'end of a>b>c[|]'],
	['<a><b/></|', 'end of a[|]'],
	['<a><b></bo|</a>', 'end of a>b[bo|]'],
	['<a><b></b|o</a>', 'end of a>b[b|o]'],
	['<a><b></|b></a>', 'end of a>b[|b] closed'],
	['<a><b></b|></a>', 'end of a>b[b|] closed'],
	['<a><b></x|></a>', 'end of a>b[x|] closed'],
	['<a><b><c></a|', 'end of a>b>c[a|]'],
	['<a><b><c/><d></a|></b></a>', 'end of a>b>d[a|] closed'],
	['<a></a></|', 'end of nothing[|]'],
	['<a><b></b |></a>', undefined],
	['<a><b><|/b></a>', undefined],
	// Attribute names
	['<a |', 'attribute of a[|]'],
	['<a |>', 'attribute of a[|]'],
	['<a |/>', 'attribute of a[|]'],
	['<a><b |</a>', 'attribute of a>b[|]'],
	['<a><b |\n<c d="e"/></a>', 'attribute of a>b[|]'],
	['<a><b | c="d"/></a>', 'attribute of a>b[|] beside c'],
	['<a><b c="d" |/></a>', 'attribute of a>b[|] beside c'],
	['<a><b c="d" | e="f"/></a>', 'attribute of a>b[|] beside c e'],
	['<a><b\n\t|\n\tc="d"/></a>', 'attribute of a>b[|] beside c'],
	['<a><b na|</a>', 'attribute of a>b[na|]'],
	['<a><b na|/></a>', 'attribute of a>b[na|]'],
	['<a><b na| c="d"/></a>', 'attribute of a>b[na|] beside c'],
	['<a><b na|\n<c/></a>', 'attribute of a>b[na|]'],
	['<a><b n|ame="x"/></a>', 'attribute of a>b[n|ame] valued'],
	['<a><b |name="x"/></a>', 'attribute of a>b[|] beside name'],
	['<a><b name|="x"/></a>', 'attribute of a>b[name|] valued'],
	['<a><b name|=/></a>', 'attribute of a>b[name|] valued'],
	['<a><b c="d"e|/></a>', 'attribute of a>b[e|] beside c'],
	['<a><b c="d"|/></a>', undefined],
	['<a><b c="d"| e="f"/></a>', undefined],
	['<a><b /|></a>', undefined],
	// Attribute values
	['<a b="|"/>', 'value a@b[|]'],
	["<a b='|'/>", 'value a@b[|]'],
	['<a b="te|xt"/>', 'value a@b[te|xt]'],
	['<a b="|text"/>', 'value a@b[|text]'],
	['<a b="text|"/>', 'value a@b[text|]'],
	['<a b="one two|"/>', 'value a@b[one two|]'],
	['<a b = "x|"/>', 'value a@b[x|]'],
	['<a b="x|\ny"/>', 'value a@b[x|\ny]'],
	['<a b="|', 'value a@b[|] + "'],
	["<a b='|", "value a@b[|] + '"],
	['<a><b c="|</a>', 'value a>b@c[|] + "'],
	['<a><b c="|/></a>', 'value a>b@c[|] + "'],
	['<a><b c="|></b></a>', 'value a>b@c[|] + "'],
	['<a>\n<b c="|\n<d e="f"/>\n</a>', 'value a>b@c[|] + "'],
	['<a>\n<b c="te|\n<d e="f"/>\n</a>', 'value a>b@c[te|] + "'],
	['<a><b c="te| d="e"/></a>', 'value a>b@c[te|] + "'],
	['<a><b c="| d="e"/></a>', 'value a>b@c[|] + "'],
	['<a>\n<b c="t|e\n<d e="f"/>\n</a>', 'value a>b@c[t|] + "'],
	['<a><b c=|/></a>', 'value a>b@c["|"]'],
	['<a><b c=|></b></a>', 'value a>b@c["|"]'],
	['<a><b c=|</a>', 'value a>b@c["|"]'],
	['<a><b c= |</a>', 'value a>b@c["|"]'],
	['<a><b c=| d="e"/></a>', 'value a>b@c["|"]'],
	['<a><b c=|\n<d e="f"/></a>', 'value a>b@c["|"]'],
	['<a><b c=te|/></a>', 'value a>b@c["te|"]'],
	['<a><b c=te|></b></a>', 'value a>b@c["te|"]'],
	['<a><b c="d" e="|"/></a>', 'value a>b@e[|]'],
	['<a><b c="d" e=|/></a>', 'value a>b@e["|"]'],
	['<a b=|"x"/>', undefined],
	['<a b="x"|/>', undefined],
	// Between tags
	['|', 'text in nothing[|]'],
	['<a>|</a>', 'text in a[|]'],
	['<a>\n\t|\n</a>', 'text in a[|]'],
	['<a><b/>|<c/></a>', 'text in a[|]'],
	['<a>Fie|</a>', 'text in a[Fie|]'],
	['<a><b>tr|</b></a>', 'text in a>b[tr|]'],
	['<a><b>one tw|o</b></a>', 'text in a>b[tw|]'],
	['<a><b>|', 'text in a>b[|]'],
	['<a/>|', 'text in nothing[|]'],
	['<a>|<b', 'text in a[|]'],
	// Where nothing is to be said
	['<a><!-- <| --></a>', undefined],
	['<a><![CDATA[<|]]></a>', undefined],
	['<!DOCTYPE |a><a/>', undefined],
	['<?xml |version="1.0"?><a/>', undefined],
	['<a><!-- half |', undefined],
	['<a><!|</a>', undefined],
	['<a><!|\n</a>', undefined],
];

suite('a cursor in XML', () => {
	for (const [text, expected] of states) {
		test(`${JSON.stringify(text)} is ${expected ? `in ${expected}` : 'nowhere'}`, () => {
			const offset = text.indexOf('|');
			const without = text.slice(0, offset) + text.slice(offset + 1);
			const cursor = cursorAt(parseXml(without), offset);
			assert.equal(cursor && told(without, offset, cursor), expected);
		});
	}

	test('stands in something at every place of a document that is being typed, with the range around it', () => {
		const text = sampleDocuments()
			.toSorted((one, other) => other.length - one.length)[0]!
			.slice(0, 3000);
		for (let length = 0; length <= text.length; length += 7) {
			const typed = text.slice(0, length);
			const cursor = cursorAt(parseXml(typed), length);
			if (cursor) {
				assert.ok(cursor.start <= length && length <= cursor.end && cursor.end <= length, typed.slice(-40));
				assert.equal(cursor.prefix, typed.slice(cursor.start));
			}
		}
		const whole = parseXml(text);
		for (let offset = 0; offset <= text.length; offset++) {
			const cursor = cursorAt(whole, offset);
			assert.ok(
				!cursor || (cursor.start <= offset && offset <= cursor.end),
				text.slice(0, offset).slice(-40),
			);
		}
	});
});

function told(text: string, offset: number, cursor: XmlCursor): string {
	assert.equal(cursor.prefix, text.slice(cursor.start, offset));
	const word = `${cursor.prefix}|${text.slice(offset, cursor.end)}`;
	switch (cursor.kind) {
		case 'element-name':
			return `element ${path(cursor.element)}[${word}]${cursor.isBare ? ' bare' : ''}`;
		case 'end-tag-name':
			return `end of ${path(cursor.element)}[${word}]${cursor.closed ? ' closed' : ''}`;
		case 'attribute-name': {
			const others = cursor.element.attributes.filter(attribute => attribute !== cursor.attribute);
			const beside = others.length > 0 ? ` beside ${others.map(({ name }) => name).join(' ')}` : '';
			return `attribute of ${path(cursor.element)}[${word}]${cursor.hasValue ? ' valued' : ''}${beside}`;
		}
		case 'attribute-value': {
			const { opening, closing, attribute, element } = cursor;
			const value = opening ? `${opening}${word}${closing}` : word;
			return `value ${path(element)}@${attribute.name}[${value}]${opening || !closing ? '' : ` + ${closing}`}`;
		}
		case 'text':
			return `text in ${path(cursor.parent)}[${word}]`;
	}
}

function path(element: { readonly name: string; readonly parent: unknown } | undefined): string {
	const names: string[] = [];
	for (let each = element; each; each = each.parent as typeof element) {
		names.unshift(each.name || '?');
	}
	return names.join('>') || 'nothing';
}
