import assert from 'node:assert/strict';
import { readAsUtf8 } from '../../../../src/core/remote/readAsUtf8';

/** As an editor shows bytes that it takes for ISO 8859-1. */
const misread = (text: string) => Buffer.from(text).toString('latin1');
const bytesOf = (character: string) =>
	character.charCodeAt(0) < 256 ? [...Buffer.from(character, 'latin1')] : [];

function assertRead(decoded: string, type: (shown: string) => string, expected: string): void {
	const original = misread(decoded);
	assert.equal(readAsUtf8({ shown: type(original), original, decoded, bytesOf }), expected);
}

suite('A text that was read in a wrong encoding', () => {
	test('is what its bytes say', () => {
		const text = 'A=Größe\r\nB=日本語 😀\nC=ascii\n';
		assertRead(text, shown => shown, text);
	});

	test('keeps what was typed into it, in other lines and beside what was misread', () => {
		assertRead('A=Größe\nB=plain\n', shown => `${shown}C=Übung\n`, 'A=Größe\nB=plain\nC=Übung\n');
		assertRead('A=Größe\n', shown => shown.replace('A=', 'A=Länge, '), 'A=Länge, Größe\n');
		assertRead('A=Größe\nB=b\n', shown => shown.replace('A=', ''), 'Größe\nB=b\n');
		assertRead('A=😀\n', shown => shown.replace('A=', 'A=ÿ'), 'A=ÿ😀\n');
	});

	test('keeps what the encoding does not have', () => {
		assertRead('A=ö\n', shown => shown.replace('A=', 'A=日本'), 'A=日本ö\n');
	});
});
