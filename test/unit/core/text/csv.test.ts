import assert from 'node:assert/strict';
import { csvText } from '../../../../src/core/text/csv';

suite('CSV', () => {
	test('quotes what RFC 4180 wants quoted, and ends each row with CR LF', () => {
		const rows = [
			['a', 'b c', ''],
			['1,2', 'say "hi"', 'one\ntwo'],
			['\r', 'x;y', "it's"],
		];
		assert.equal(csvText(rows), 'a,b c,\r\n"1,2","say ""hi""","one\ntwo"\r\n"\r",x;y,it\'s\r\n');
	});

	test('puts an apostrophe in front of what a spreadsheet would run', () => {
		const cells = ['=1+1', '+1', '-1', '@SUM(A1)', '=a,"b"', ' =1', '1-1'];
		assert.equal(csvText([cells]), `'=1+1,'+1,'-1,'@SUM(A1),"'=a,""b""", =1,1-1\r\n`);
	});
});
