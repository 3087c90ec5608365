import * as vscode from 'vscode';
import type { XmlProblem } from '../core/xml/problem';

/** What is wrong, to follow a place and a colon: "line 3, column 4: the comment does not end". */
export function xmlMessage(problem: XmlProblem): string {
	switch (problem.code) {
		case 'tag-not-closed':
			return vscode.l10n.t('<{0}> is never closed', problem.tag);
		case 'tag-mismatch':
			return vscode.l10n.t('</{0}> closes <{1}>', problem.close, problem.open);
		case 'end-tag-stray':
			return vscode.l10n.t('</{0}> closes nothing', problem.tag);
		case 'tag-unfinished':
			return vscode.l10n.t('the > of <{0} is missing', problem.tag);
		case 'end-tag-unfinished':
			return vscode.l10n.t('the > of </{0} is missing', problem.tag);
		case 'end-tag-with-attributes':
			return vscode.l10n.t('</{0}> may hold nothing but the name', problem.tag);
		case 'space-before-tag-name':
			return vscode.l10n.t('no space may stand before the name {0}', problem.tag);
		case 'tag-name-missing':
			return vscode.l10n.t('the name of the element is missing');
		case 'root-repeated':
			return vscode.l10n.t('<{0}> follows the end of the root element', problem.tag);
		case 'attribute-repeated':
			return vscode.l10n.t('the attribute {0} is there twice', problem.attribute);
		case 'attribute-repeated-by-prefix':
			return vscode.l10n.t('the attributes {0} and {1} are the same one', problem.other, problem.attribute);
		case 'attribute-without-value':
			return vscode.l10n.t('the attribute {0} has no value', problem.attribute);
		case 'attribute-without-quotes':
			return vscode.l10n.t('the value of {0} is not in quotes', problem.attribute);
		case 'attribute-quote-missing':
			return vscode.l10n.t('the closing quote of {0} is missing', problem.attribute);
		case 'attribute-without-space':
			return vscode.l10n.t('a space is missing before the attribute {0}', problem.attribute);
		case 'attribute-with-less-than':
			return vscode.l10n.t('the value of {0} holds a <, which has to be &lt;', problem.attribute);
		case 'attribute-name-missing':
			return vscode.l10n.t('the name of the attribute is missing');
		case 'character-unexpected':
			return vscode.l10n.t('{0} has no meaning in a tag', problem.character);
		case 'ampersand-not-escaped':
			return vscode.l10n.t('this & has to be &amp;');
		case 'reference-without-semicolon':
			return vscode.l10n.t('the ; after &{0} is missing', problem.entity);
		case 'character-reference-malformed':
			return vscode.l10n.t('{0} is no reference to a character', problem.reference);
		case 'character-reference-illegal':
			return vscode.l10n.t('XML does not allow the character {0}', problem.reference);
		case 'entity-undeclared':
			return vscode.l10n.t('the entity &{0}; is not declared', problem.entity);
		case 'entity-malformed':
			return vscode.l10n.t('the text of the entity &{0}; is not well-formed', problem.entity);
		case 'entity-recursive':
			return vscode.l10n.t('the entity &{0}; contains itself', problem.entity);
		case 'entity-unparsed':
			return vscode.l10n.t('the entity &{0}; is no XML', problem.entity);
		case 'entity-external-in-attribute':
			return vscode.l10n.t('an attribute may not refer to &{0};, which is elsewhere', problem.entity);
		case 'entity-with-less-than':
			return vscode.l10n.t('an attribute may not refer to &{0};, which holds a <', problem.entity);
		case 'code-not-escaped':
			return vscode.l10n.t('the text of <{0}> is code and must be in a CDATA section', problem.tag);
		case 'merge-conflict':
			return vscode.l10n.t('unresolved merge conflict');
		case 'less-than-not-escaped':
			return vscode.l10n.t('this < has to be &lt;');
		case 'cdata-end-in-text':
			return vscode.l10n.t(']]> may only end a CDATA section');
		case 'cdata-unterminated':
			return vscode.l10n.t('the CDATA section does not end');
		case 'comment-unterminated':
			return vscode.l10n.t('the comment does not end');
		case 'comment-with-hyphens':
			return vscode.l10n.t('a comment may not hold --');
		case 'instruction-unterminated':
			return vscode.l10n.t('the processing instruction does not end');
		case 'instruction-target-missing':
			return vscode.l10n.t('the target of the processing instruction is missing');
		case 'instruction-target-reserved':
			return vscode.l10n.t('a processing instruction may not have the target {0}', problem.target);
		case 'xml-declaration-malformed':
			return vscode.l10n.t('the XML declaration is malformed');
		case 'xml-declaration-misplaced':
			return vscode.l10n.t('the XML declaration has to be at the very beginning');
		case 'doctype-malformed':
			return vscode.l10n.t('the DOCTYPE is malformed');
		case 'doctype-misplaced':
			return vscode.l10n.t('the DOCTYPE has to stand before the root element');
		case 'doctype-quote-missing':
			return vscode.l10n.t('a closing quote in the DOCTYPE is missing');
		case 'doctype-repeated':
			return vscode.l10n.t('there is a second DOCTYPE');
		case 'doctype-unterminated':
			return vscode.l10n.t('the DOCTYPE does not end');
		case 'declaration-malformed':
			return vscode.l10n.t('the declaration {0} is malformed', problem.declaration);
		case 'markup-malformed':
			return vscode.l10n.t('no markup begins like this');
		case 'root-missing':
			return vscode.l10n.t('the root element is missing');
		case 'text-outside-root':
			return vscode.l10n.t('text stands outside of the root element');
		case 'name-malformed':
			return vscode.l10n.t('{0} is no name that XML allows', problem.name);
		case 'qualified-name-malformed':
			return vscode.l10n.t('the colons in {0} are misplaced', problem.name);
		case 'character-illegal':
			return vscode.l10n.t(
				'XML does not allow the character U+{0}',
				problem.codePoint.toString(16).toUpperCase().padStart(4, '0'),
			);
		case 'prefix-undeclared':
			return vscode.l10n.t('the prefix {0} is not declared', problem.prefix);
		case 'prefix-without-namespace':
			return vscode.l10n.t('the prefix {0} has no namespace', problem.prefix);
		case 'prefix-reserved':
			return vscode.l10n.t('the prefix {0} or its namespace is reserved', problem.prefix);
	}
}
