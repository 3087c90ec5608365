import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { MultipartError, parseMultipart } from '../../../src/sample/service/multipart';
import { formWith } from './http';

const contentType = 'multipart/form-data; boundary=edge';

function body(
	content: string | Uint8Array,
	headers = 'Content-Disposition: form-data; name="file"; filename="a"',
) {
	return Buffer.concat([
		Buffer.from(`--edge\r\n${headers}\r\n\r\n`),
		Buffer.from(content as string),
		Buffer.from('\r\n--edge--\r\n'),
	]);
}

function assertContent(content: string | Uint8Array): void {
	const parts = parseMultipart(contentType, body(content));
	assert.equal(parts.length, 1);
	assert.equal(Buffer.compare(parts[0]!.content, Buffer.from(content as string)), 0);
}

suite('multipart/form-data', () => {
	for (const [what, content] of Object.entries<string | Uint8Array>({
		nothing: '',
		'a byte order mark': Uint8Array.of(0xef, 0xbb, 0xbf, 0x3c),
		'CRLF at both ends': '\r\n<a/>\r\n',
		'line feeds and carriage returns alone': '\n<a/>\r',
		NUL: Uint8Array.of(0, 0, 1, 0),
		'bytes that are no UTF-8': Uint8Array.of(0xff, 0xfe, 0xc0, 0x80),
		'every byte': Uint8Array.from({ length: 512 }, (_, index) => index & 0xff),
		'a boundary in the middle of a line': 'x--edge\r\n--edg\r\n',
		'a line that begins like the boundary': 'x\r\n--edgeways\r\n--edge-\r\n--edge--x\r\ny',
		'a boundary without its CRLF': 'x\n--edge\ny\r\n--edge\n',
		'an empty line': '\r\n\r\n',
		'ten megabytes': randomBytes(10 * 1024 * 1024),
	})) {
		test(`keeps ${what} byte for byte`, () => assertContent(content));
	}

	test('finds the parts of a form as fetch writes it', async () => {
		const form = formWith('<a/>');
		form.append('note', 'two\r\nlines');
		const request = new Request('http://acme.test/', { method: 'PUT', body: form });
		const type = request.headers.get('Content-Type') ?? '';
		const parts = parseMultipart(type, new Uint8Array(await request.arrayBuffer()));
		assert.deepEqual(
			parts.map(({ name, filename, content }) => [name, filename, Buffer.from(content).toString()]),
			[
				['file', 'document.xml', '<a/>'],
				['note', undefined, 'two\r\nlines'],
			],
		);
	});

	for (const [what, headers, name, filename] of [
		['names without quotes', 'content-disposition: form-data; name=file; filename=a.xml', 'file', 'a.xml'],
		[
			'escaped quotes',
			'Content-Disposition: form-data; name="fi\\"le"; filename="a;b.xml"',
			'fi"le',
			'a;b.xml',
		],
		[
			'other headers',
			'Content-Type: text/xml\r\nContent-Disposition: form-data; filename="b"; name="c"',
			'c',
			'b',
		],
		[
			'an extended file name',
			'Content-Disposition: form-data; name="d"; filename*=UTF-8\'\'e',
			'd',
			"UTF-8''e",
		],
		['no file name', 'Content-Disposition: form-data; name="f"', 'f', undefined],
	] as const) {
		test(`reads a part with ${what}`, () => {
			const [part] = parseMultipart(contentType, body('x', headers));
			assert.equal(part?.name, name);
			assert.equal(part.filename, filename);
		});
	}

	test('passes over a preamble and an epilogue', () => {
		const bytes = Buffer.concat([Buffer.from('before\r\n'), body('x'), Buffer.from('after')]);
		assert.equal(Buffer.from(parseMultipart(contentType, bytes)[0]!.content).toString(), 'x');
	});

	test('takes a boundary in quotes, with spaces and among other parameters', () => {
		const bytes = Buffer.from(body('x').toString().replaceAll('edge', 'e d g e'));
		const type = 'Multipart/Form-Data; charset=utf-8; boundary="e d g e"; more=1';
		assert.equal(parseMultipart(type, bytes).length, 1);
	});

	test('a form without parts has none', () => {
		assert.deepEqual(parseMultipart(contentType, Buffer.from('--edge--\r\n')), []);
	});

	for (const [what, type, bytes] of [
		['another content type', 'application/xml', body('x')],
		['a missing boundary', 'multipart/form-data', body('x')],
		['an empty body', contentType, Buffer.alloc(0)],
		['a body without its last delimiter', contentType, body('x').subarray(0, -10)],
		['another boundary', 'multipart/form-data; boundary=ridge', body('x')],
		['a part without a name', contentType, body('x', 'Content-Disposition: form-data')],
		['a part without a disposition', contentType, body('x', 'Content-Type: text/xml')],
		['a part whose headers do not end', contentType, Buffer.from('--edge\r\nA: b\r\n--edge--')],
	] as const) {
		test(`refuses ${what}`, () => {
			assert.throws(() => parseMultipart(type, bytes), MultipartError);
		});
	}
});
