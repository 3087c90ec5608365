import assert from 'node:assert/strict';
import { ProposedTexts } from '../../../../src/core/remote/proposedTexts';
import { below, oneOf, seeded, seededTest } from '../../../seeds';

/** An editor of a document that an agent has proposed a text for. */
function proposedFor(before = 'before', after = 'after'): ProposedTexts {
	const texts = new ProposedTexts();
	texts.note(before);
	texts.propose(after);
	texts.note(after);
	return texts;
}

suite('A proposed text', () => {
	test('is known, and nothing else is', () => {
		const texts = proposedFor();
		assert.ok(texts.has(['after']) && texts.isUnseen(['other', 'after']));
		assert.ok(!texts.has(['before', 'other']) && !texts.isUnseen(['before', 'other']) && !texts.isUnseen([]));
	});

	test('has been seen once a person has looked at its changes, until it is proposed again', () => {
		const texts = proposedFor();
		texts.looked(['after']);
		assert.ok(texts.has(['after']) && !texts.isUnseen(['after']));
		texts.propose('after');
		assert.ok(texts.isUnseen(['after']));
	});

	test('is still one in what a program makes of it, and in what that becomes', () => {
		const texts = proposedFor();
		texts.note('formatted');
		texts.note('formatted more');
		assert.ok(texts.isUnseen(['formatted']) && texts.isUnseen(['formatted more']));
	});

	test("is a person's in what they have typed, but not once they undo that", () => {
		const texts = proposedFor();
		texts.note('after, typed');
		texts.disown();
		assert.ok(!texts.has(['after, typed']));
		texts.note('after, typed more');
		assert.ok(!texts.has(['after, typed more']));
		texts.note('after');
		assert.ok(texts.isUnseen(['after']));
	});

	test("does not become a person's because they type nothing", () => {
		const texts = proposedFor();
		texts.disown();
		assert.ok(texts.isUnseen(['after']));
		texts.note('formatted');
		texts.note('formatted more');
		texts.disown();
		assert.ok(texts.isUnseen(['after']) && texts.isUnseen(['formatted']) && !texts.has(['formatted more']));
	});

	test('does not make one of what the tenant has when it is thrown away', () => {
		const texts = proposedFor();
		texts.note('before');
		texts.disown();
		texts.note('before, changed by a program');
		assert.ok(!texts.has(['before']) && !texts.has(['before, changed by a program']));
	});

	test('is heard of twice without harm', () => {
		const texts = proposedFor();
		texts.note('after, typed');
		texts.note('after, typed');
		texts.disown();
		assert.ok(!texts.has(['after, typed']));
	});

	test('is none any more once it has been sent, nor is what is made of it then', () => {
		const texts = proposedFor();
		texts.saved('after');
		texts.note('after, changed by a quick fix');
		assert.ok(!texts.has(['after', 'after, changed by a quick fix']));
	});

	test('is known after a restart, as one that nobody has looked at', () => {
		const texts = proposedFor();
		texts.note('formatted');
		texts.looked(['after']);
		const later = new ProposedTexts(JSON.parse(JSON.stringify(texts.kept)) as string[]);
		later.note('after');
		assert.ok(later.isUnseen(['after']) && later.isUnseen(['formatted']) && !later.has(['before']));
		later.note('made later');
		assert.ok(later.isUnseen(['made later']));
	});

	seededTest('is never lost by what programs, undo and restarts do', 3000, seeds => {
		for (const seed of seeds) {
			const random = seeded(seed);
			let texts = proposedFor();
			const proposed = new Set(['after']);
			let shown = 'after';
			for (let step = 0; step < 12; step++) {
				// By a program, or by an undo.
				const next = oneOf(random, ['before', 'after', 'a', 'b', 'c', 'd']);
				if (proposed.has(shown)) {
					proposed.add(next);
				}
				texts.note(next);
				shown = next;
				if (below(random, 5) === 0) {
					texts = new ProposedTexts(texts.kept);
					texts.note(shown);
				}
				assert.equal(texts.isUnseen([shown]), proposed.has(shown), `step ${step}`);
			}
		}
	});
});
