import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import * as vscode from 'vscode';
import { needsNamespaces } from '../../core/connector/documentName';
import { parseXml } from '../../core/xml/parse';
import { isFatal } from '../../core/xml/problem';
import type { LanguageChecks } from '../../core/remote/textProblem';
import { lineAndColumn } from '../../core/text/lines';
import { xmlMessage } from '../../messages/xmlMessage';

/** Finds what a tenant would refuse, or misunderstand. */
export const languageChecks: LanguageChecks = {
	xml: (text, part) => {
		const problem = parseXml(text).problems.find(each => isFatal(each, needsNamespaces(part)));
		return problem && { message: xmlMessage(problem), ...lineAndColumn(text, problem.start) };
	},
	json: text => {
		const errors: ParseError[] = [];
		const value: unknown = parse(text, errors, { disallowComments: true, allowTrailingComma: false });
		const [first] = errors;
		if (first) {
			return { message: jsonMessage(first), ...lineAndColumn(text, first.offset) };
		}
		return typeof value === 'object' && value !== null && !Array.isArray(value)
			? undefined
			: { message: vscode.l10n.t('connectorMetadata must be an object: { … }'), line: 1, column: 1 };
	},
};

function jsonMessage({ error }: ParseError): string {
	switch (printParseErrorCode(error)) {
		case 'PropertyNameExpected':
			return vscode.l10n.t('a name in double quotes is missing');
		case 'ValueExpected':
			return vscode.l10n.t('a value is missing');
		case 'ColonExpected':
			return vscode.l10n.t('a colon is missing');
		case 'CommaExpected':
			return vscode.l10n.t('a comma is missing');
		case 'CloseBraceExpected':
			return vscode.l10n.t('a closing brace is missing');
		case 'CloseBracketExpected':
			return vscode.l10n.t('a closing bracket is missing');
		case 'EndOfFileExpected':
			return vscode.l10n.t('text is not allowed after the end of the JSON');
		case 'InvalidCommentToken':
		case 'UnexpectedEndOfComment':
			return vscode.l10n.t('comments are not allowed');
		case 'UnexpectedEndOfString':
			return vscode.l10n.t('a string is not closed');
		case 'InvalidNumberFormat':
		case 'UnexpectedEndOfNumber':
			return vscode.l10n.t('the number is malformed');
		case 'InvalidUnicode':
		case 'InvalidEscapeCharacter':
		case 'InvalidCharacter':
			return vscode.l10n.t('a string contains a character that must be escaped');
		case 'InvalidSymbol':
		case '<unknown ParseErrorCode>':
			return vscode.l10n.t('this is not valid JSON');
	}
}
