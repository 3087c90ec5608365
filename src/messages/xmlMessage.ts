import * as vscode from 'vscode';
import type { XmlProblem } from '../core/xml/problem';

/** What is wrong, to follow a place and a colon: "line 3, column 4: the comment does not end". */
export function xmlMessage(problem: XmlProblem): string {
	switch (problem.code) {
		case 'tag-not-closed':
			return vscode.l10n.t('<{0}> is never closed', problem.tag);
		case 'tag-mismatch':
			return vscode.l10n.t('</{0}> does not match <{1}>', problem.close, problem.open);
		case 'end-tag-stray':
			return vscode.l10n.t('</{0}> has no start tag', problem.tag);
		case 'tag-unfinished':
			return vscode.l10n.t('the > of <{0} is missing', problem.tag);
		case 'end-tag-unfinished':
			return vscode.l10n.t('the > of </{0} is missing', problem.tag);
		case 'end-tag-with-attributes':
			return vscode.l10n.t('the end tag </{0}> can only contain a name', problem.tag);
		case 'space-before-tag-name':
			return vscode.l10n.t('no space is allowed before the element name {0}', problem.tag);
		case 'tag-name-missing':
			return vscode.l10n.t('the element name is missing');
		case 'root-repeated':
			return vscode.l10n.t('<{0}> is outside the root element', problem.tag);
		case 'attribute-repeated':
			return vscode.l10n.t('the attribute {0} is repeated', problem.attribute);
		case 'attribute-repeated-by-prefix':
			return vscode.l10n.t('{0} and {1} are the same attribute', problem.other, problem.attribute);
		case 'attribute-without-value':
			return vscode.l10n.t('the attribute {0} has no value', problem.attribute);
		case 'attribute-without-quotes':
			return vscode.l10n.t('the value of {0} must be in quotes', problem.attribute);
		case 'attribute-quote-missing':
			return vscode.l10n.t('the closing quote of {0} is missing', problem.attribute);
		case 'attribute-without-space':
			return vscode.l10n.t('a space is missing before the attribute {0}', problem.attribute);
		case 'attribute-with-less-than':
			return vscode.l10n.t('< must be written as &lt; in the value of {0}', problem.attribute);
		case 'attribute-name-missing':
			return vscode.l10n.t('the attribute name is missing');
		case 'character-unexpected':
			return vscode.l10n.t('{0} is not allowed in a tag', problem.character);
		case 'ampersand-not-escaped':
			return vscode.l10n.t('& must be written as &amp;');
		case 'reference-without-semicolon':
			return vscode.l10n.t('the ; after &{0} is missing', problem.entity);
		case 'character-reference-malformed':
			return vscode.l10n.t('{0} is not a valid character reference', problem.reference);
		case 'character-reference-illegal':
			return vscode.l10n.t('the character {0} is not allowed in XML', problem.reference);
		case 'entity-undeclared':
			return vscode.l10n.t('the entity &{0}; is not declared', problem.entity);
		case 'entity-malformed':
			return vscode.l10n.t('the text of the entity &{0}; is not well-formed', problem.entity);
		case 'entity-recursive':
			return vscode.l10n.t('the entity &{0}; refers to itself', problem.entity);
		case 'entity-unparsed':
			return vscode.l10n.t('the entity &{0}; is not XML', problem.entity);
		case 'entity-external-in-attribute':
			return vscode.l10n.t('an attribute value cannot refer to the external entity &{0};', problem.entity);
		case 'entity-with-less-than':
			return vscode.l10n.t('an attribute value cannot refer to &{0};, which contains a <', problem.entity);
		case 'code-not-escaped':
			return vscode.l10n.t('the code in <{0}> must be in a CDATA section', problem.tag);
		case 'merge-conflict':
			return vscode.l10n.t('unresolved merge conflict');
		case 'less-than-not-escaped':
			return vscode.l10n.t('< must be written as &lt;');
		case 'cdata-end-in-text':
			return vscode.l10n.t(']]> can only end a CDATA section');
		case 'cdata-unterminated':
			return vscode.l10n.t('the CDATA section is never closed');
		case 'comment-unterminated':
			return vscode.l10n.t('the comment is never closed');
		case 'comment-with-hyphens':
			return vscode.l10n.t('a comment cannot contain --');
		case 'instruction-unterminated':
			return vscode.l10n.t('the processing instruction is never closed');
		case 'instruction-target-missing':
			return vscode.l10n.t('the processing instruction has no target');
		case 'instruction-target-reserved':
			return vscode.l10n.t('the processing instruction target {0} is reserved', problem.target);
		case 'xml-declaration-malformed':
			return vscode.l10n.t('the XML declaration must look like <?xml version="1.0" encoding="UTF-8"?>');
		case 'xml-declaration-misplaced':
			return vscode.l10n.t('the XML declaration must be at the start of the document');
		case 'doctype-malformed':
			return vscode.l10n.t('the DOCTYPE is malformed');
		case 'doctype-misplaced':
			return vscode.l10n.t('the DOCTYPE must be before the root element');
		case 'doctype-quote-missing':
			return vscode.l10n.t('the closing quote in the DOCTYPE is missing');
		case 'doctype-repeated':
			return vscode.l10n.t('only one DOCTYPE is allowed');
		case 'doctype-unterminated':
			return vscode.l10n.t('the DOCTYPE is never closed');
		case 'declaration-malformed':
			return vscode.l10n.t('the declaration {0} is malformed', problem.declaration);
		case 'markup-malformed':
			return vscode.l10n.t('only a comment, a CDATA section or a DOCTYPE can start with <!');
		case 'root-missing':
			return vscode.l10n.t('the root element is missing');
		case 'text-outside-root':
			return vscode.l10n.t('text is not allowed outside the root element');
		case 'name-malformed':
			return vscode.l10n.t('{0} is not a valid XML name', problem.name);
		case 'qualified-name-malformed':
			return vscode.l10n.t('the name {0} has a misplaced colon', problem.name);
		case 'character-illegal':
			return vscode.l10n.t(
				'XML does not allow the character U+{0}',
				problem.codePoint.toString(16).toUpperCase().padStart(4, '0'),
			);
		case 'prefix-undeclared':
			return vscode.l10n.t('the namespace prefix {0} is not declared', problem.prefix);
		case 'prefix-without-namespace':
			return vscode.l10n.t('the namespace of the prefix {0} is empty', problem.prefix);
		case 'prefix-reserved':
			return vscode.l10n.t('the namespace prefix {0} or its namespace is reserved', problem.prefix);
	}
}
