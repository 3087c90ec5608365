import type { TextRange } from '../text/textEdit';

/** A reason why a text is not well-formed: its place, its code and the names that a sentence about it needs. */
export type XmlProblem = TextRange &
	(TagProblem | AttributeProblem | ReferenceProblem | PlainProblem | NamespaceProblem);

/** Every `code` that a problem can have. */
export type XmlProblemCode = XmlProblem['code'];

type TagProblem =
	/** A start tag without its end tag. */
	| { readonly code: 'tag-not-closed'; readonly tag: string }
	/** An end tag that stands where another one belongs. */
	| { readonly code: 'tag-mismatch'; readonly open: string; readonly close: string }
	/** An end tag that ends nothing. */
	| { readonly code: 'end-tag-stray'; readonly tag: string }
	/** A start tag or an end tag without its `>`. */
	| { readonly code: 'tag-unfinished' | 'end-tag-unfinished'; readonly tag: string }
	/** More than a name in an end tag. */
	| { readonly code: 'end-tag-with-attributes'; readonly tag: string }
	/** White space between `<` or `</` and the name. */
	| { readonly code: 'space-before-tag-name'; readonly tag: string }
	/** `<>`, `</>` or `</`. */
	| { readonly code: 'tag-name-missing' }
	/** A second element beside the root. */
	| { readonly code: 'root-repeated'; readonly tag: string };

type AttributeProblem =
	| {
			readonly code:
				| 'attribute-repeated'
				| 'attribute-without-value'
				| 'attribute-without-quotes'
				/** The closing quote is missing. */
				| 'attribute-quote-missing'
				/** Nothing separates it from what stands before it. */
				| 'attribute-without-space'
				| 'attribute-with-less-than';
			readonly attribute: string;
	  }
	/** A value without a name. */
	| { readonly code: 'attribute-name-missing' }
	/** A character that has no business in a tag. */
	| { readonly code: 'character-unexpected'; readonly character: string };

type ReferenceProblem =
	/** A `&` that begins no reference. */
	| { readonly code: 'ampersand-not-escaped' }
	/** The name of a known entity without its `;`. */
	| { readonly code: 'reference-without-semicolon'; readonly entity: string }
	/** `&#` without a number, or a number of a character that XML does not allow. */
	| {
			readonly code: 'character-reference-malformed' | 'character-reference-illegal';
			readonly reference: string;
	  }
	| { readonly code: 'entity-undeclared'; readonly entity: string }
	/** The declared text is not well-formed where it is referred to. */
	| { readonly code: 'entity-malformed'; readonly entity: string }
	| { readonly code: 'entity-recursive'; readonly entity: string }
	/** A reference to something that is no XML (`NDATA`). */
	| { readonly code: 'entity-unparsed'; readonly entity: string }
	/** An attribute may refer neither to an external entity nor to one whose text contains `<`. */
	| { readonly code: 'entity-external-in-attribute' | 'entity-with-less-than'; readonly entity: string };

type PlainProblem =
	| {
			readonly code:
				/** A `<` that begins no tag. */
				| 'less-than-not-escaped'
				/** `]]>` outside of a CDATA section. */
				| 'cdata-end-in-text'
				| 'cdata-unterminated'
				| 'comment-unterminated'
				/** `--` inside of a comment. */
				| 'comment-with-hyphens'
				| 'instruction-unterminated'
				| 'instruction-target-missing'
				| 'xml-declaration-malformed'
				/** Not at the very start of the document. */
				| 'xml-declaration-misplaced'
				| 'doctype-malformed'
				| 'doctype-misplaced'
				/** The closing quote of an identifier is missing. */
				| 'doctype-quote-missing'
				| 'doctype-repeated'
				| 'doctype-unterminated'
				/** `<!` that begins nothing that may stand here. */
				| 'markup-malformed'
				| 'root-missing'
				| 'text-outside-root'
				/** Lines that git has written around two versions, of which nobody has chosen one. */
				| 'merge-conflict';
	  }
	/** An element whose text is a program or a query, with `<` and `&` as they are. */
	| { readonly code: 'code-not-escaped'; readonly tag: string }
	/** `xml` in other letters, which is reserved. */
	| { readonly code: 'instruction-target-reserved'; readonly target: string }
	/** A declaration inside of a DOCTYPE: ENTITY, ATTLIST, ELEMENT or NOTATION; empty for anything else. */
	| { readonly code: 'declaration-malformed'; readonly declaration: string }
	| { readonly code: 'name-malformed'; readonly name: string }
	| { readonly code: 'character-illegal'; readonly codePoint: number };

/** Well-formed XML may have these; XML with namespaces may not. */
type NamespaceProblem =
	| { readonly code: 'prefix-undeclared'; readonly prefix: string }
	/** `xmlns:p=""` */
	| { readonly code: 'prefix-without-namespace'; readonly prefix: string }
	/** `xml` or `xmlns` used for another namespace, or their namespaces for another prefix. */
	| { readonly code: 'prefix-reserved'; readonly prefix: string }
	/** A name with two colons, or with nothing before or after its colon. */
	| { readonly code: 'qualified-name-malformed'; readonly name: string }
	/** Two prefixes for one namespace make one attribute of two. */
	| { readonly code: 'attribute-repeated-by-prefix'; readonly attribute: string; readonly other: string };

const namespaceCodes: ReadonlySet<XmlProblemCode> = new Set<NamespaceProblem['code']>([
	'prefix-undeclared',
	'prefix-without-namespace',
	'prefix-reserved',
	'qualified-name-malformed',
	'attribute-repeated-by-prefix',
]);

export const inOrder = (one: XmlProblem, other: XmlProblem) => one.start - other.start || one.end - other.end;

/** How many a document has at most: so many of well-formedness, and as many of namespaces. */
export const mostProblems = 1000;

/** Whether a document is well-formed, whatever is said of its namespaces. */
export function isWellFormed({ problems }: { readonly problems: readonly XmlProblem[] }): boolean {
	return problems.every(isNamespaceProblem);
}

/** Whether a parser refuses a document for it; a parser that ignores namespaces refuses none for theirs. */
export function isFatal(problem: XmlProblem, needsNamespaces: boolean): boolean {
	return needsNamespaces || !isNamespaceProblem(problem);
}

/** Whether XML without namespaces would allow it. */
export function isNamespaceProblem(problem: XmlProblem): boolean {
	return namespaceCodes.has(problem.code);
}
