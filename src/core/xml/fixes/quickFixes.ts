import { oldSpace } from '../characters';
import { removing, replacing, spacing, type XmlFix } from './fix';
import * as ofAttributes from './fixesOfAttributes';
import * as ofTags from './fixesOfTags';
import * as ofText from './fixesOfText';
import { losesNothing } from './fixLoss';
import type { XmlProblem } from '../problem';
import type { XmlDocument } from '../tree';

/** A fix beside others, of which one at most may be taken without a look. */
export interface RankedFix extends XmlFix {
	readonly isPreferred: boolean;
}

/** Ways out of a problem of a document: first those that lose nothing, the likeliest first; none where only a person can know. */
export function fixesFor(document: XmlDocument, problem: XmlProblem): readonly RankedFix[] {
	const steps = fixSteps(document, problem);
	for (;;) {
		const { done, value } = steps.next();
		if (done) {
			return value;
		}
	}
}

/** The same in steps: to judge a fix, the document is read with it. */
export function* fixSteps(document: XmlDocument, problem: XmlProblem): Generator<void, readonly RankedFix[]> {
	const judged: { readonly fix: XmlFix; readonly isSafe: boolean }[] = [];
	for (const fix of likelyFixes(document, problem)) {
		yield;
		judged.push({ fix, isSafe: losesNothing(document, fix.edits) });
	}
	return [true, false].flatMap(isSafe =>
		judged
			.filter(each => each.isSafe === isSafe)
			.map(({ fix }, index) => ({ ...fix, isPreferred: isSafe && index === 0 })),
	);
}

function likelyFixes(document: XmlDocument, problem: XmlProblem): readonly XmlFix[] {
	const { text } = document;
	switch (problem.code) {
		case 'tag-not-closed':
			return ofTags.fixesOfUnclosed(document, problem.start);
		case 'tag-mismatch':
			return ofTags.fixesOfMismatch(document, problem);
		case 'end-tag-stray':
			return ofTags.fixesOfStrayEndTag(document, problem.start);
		case 'tag-unfinished':
			return ofTags.fixesOfUnfinishedTag(document, problem.start);
		case 'end-tag-unfinished':
			return ofTags.fixesOfUnfinishedEndTag(document, problem);
		case 'end-tag-with-attributes':
			return ofTags.fixesOfMoreInEndTag(document, problem);
		case 'space-before-tag-name':
			return ofTags.fixesOfSpaceBeforeName(document, problem);
		case 'tag-name-missing':
			return ofTags.fixesOfMissingName(document, problem);
		case 'attribute-repeated':
			return ofAttributes.fixesOfRepeated(document, problem);
		case 'attribute-without-value':
			return ofAttributes.fixesOfMissingValue(document, problem);
		case 'attribute-without-quotes':
			return ofAttributes.fixesOfMissingQuotes(document, problem);
		case 'attribute-quote-missing':
		case 'doctype-quote-missing':
			return ofAttributes.fixesOfMissingQuote(document, problem);
		case 'attribute-without-space':
			return ofAttributes.fixesOfMissingSpace(problem.start);
		case 'attribute-with-less-than':
			return ofAttributes.fixesOfLessThanInValue(document, problem);
		case 'attribute-name-missing':
			return ofAttributes.fixesOfMissingAttributeName(document, problem);
		case 'character-unexpected':
			return ofAttributes.fixesOfUnexpected(document, problem);
		case 'ampersand-not-escaped':
			return ofText.fixesOfAmpersand(problem);
		case 'reference-without-semicolon':
			return ofText.fixesOfMissingSemicolon(problem, problem.entity);
		case 'character-reference-malformed':
			return ofText.fixesOfCharacterReference(document, problem);
		case 'entity-undeclared':
			return ofText.fixesOfEntity(document, problem, problem.entity);
		case 'code-not-escaped':
			return ofText.fixesOfCode(document, problem, problem.tag);
		case 'less-than-not-escaped':
			return ofText.fixesOfLessThan(document, problem);
		case 'cdata-end-in-text':
			return [replacing(problem, ']]&gt;')];
		case 'cdata-unterminated':
			return ofText.fixesOfUnterminatedCdata(document, problem);
		case 'comment-unterminated':
			return ofText.fixesOfUnterminatedComment(document, problem);
		case 'comment-with-hyphens':
			return ofText.fixesOfHyphens(document, problem);
		case 'instruction-unterminated':
			return ofText.fixesOfUnterminatedInstruction(document, problem);
		case 'xml-declaration-malformed':
			return ofText.fixesOfDeclaration(document);
		case 'xml-declaration-misplaced':
			return ofText.fixesOfMisplacedDeclaration(document, problem);
		case 'doctype-misplaced':
		case 'doctype-repeated':
			return ofText.fixesOfMisplacedDoctype(document, problem);
		case 'doctype-unterminated':
			return ofText.fixesOfUnterminatedDoctype(document, problem);
		case 'markup-malformed':
			return ofText.fixesOfUnknownMarkup(document, problem);
		case 'character-illegal':
			return oldSpace.test(text.slice(problem.start, problem.end))
				? [spacing(problem)]
				: [removing(text, problem)];
		case 'character-reference-illegal':
			return [removing(text, problem)];
		case 'instruction-target-reserved':
			return ofText.fixesOfReservedTarget(document, problem);
		case 'text-outside-root':
			return ofText.fixesOfTextOutside(document, problem);
		case 'merge-conflict':
		case 'root-repeated':
		case 'root-missing':
		case 'name-malformed':
		case 'instruction-target-missing':
		case 'doctype-malformed':
		case 'declaration-malformed':
		case 'entity-malformed':
		case 'entity-recursive':
		case 'entity-unparsed':
		case 'entity-external-in-attribute':
		case 'entity-with-less-than':
		case 'prefix-undeclared':
		case 'prefix-without-namespace':
		case 'prefix-reserved':
		case 'qualified-name-malformed':
		case 'attribute-repeated-by-prefix':
			return [];
	}
}
