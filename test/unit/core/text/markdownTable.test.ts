import assert from 'node:assert/strict';
import { markdownTable } from '../../../../src/core/text/markdownTable';

suite('A Markdown table', () => {
	test('has a heading and a line for each row', () => {
		const table = markdownTable([
			['Label', 'Key'],
			['Host', 'hostUrl'],
			['', 'port'],
		]);
		assert.equal(table, '| Label | Key |\n| --- | --- |\n| Host | hostUrl |\n|  | port |\n');
	});

	test('is not broken by what stands in a cell', () => {
		const hostile = [
			'a | b',
			'back\\slash\\|',
			'ends with \\',
			'one\r\ntwo\n\n---\n# three',
			'<script>alert(1)</script><!--',
			'`code` ``',
			'[link](javascript:x) ![image](y) **bold** _it_ ~~gone~~ $x$',
			'&lt;b&gt;',
		];
		const [, , ...lines] = markdownTable([['a', 'b'], ...hostile.map(text => [text, 'end'])])
			.trimEnd()
			.split('\n');
		assert.equal(lines.length, hostile.length);
		for (const line of lines) {
			assert.equal(line.split('|').length, 4, line);
			assert.match(line, /^\| .* \| end \|$/);
			assert.doesNotMatch(line, /[<>`]|\\(?![*_~[\]$])|(?<!\\)[*_~[\]$]/, line);
		}
		const shown = (lines[0] ?? '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
		assert.equal(shown, '| a | b | end |');
		assert.match(lines.at(-1) ?? '', /&#38;lt;b&#38;gt;/, 'an entity in a text stays what it says');
	});
});
