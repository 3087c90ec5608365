import * as vscode from 'vscode';
import { Lines } from '../../core/text/lines';
import { isNamespaceProblem } from '../../core/xml/problem';
import type { XmlDocument } from '../../core/xml/tree';
import { xmlMessage } from '../../messages/xmlMessage';
import type { UnreadableText } from './formMessages';

/** Why the picture is not what the text says, and where in the text, in UTF-16 units. */
export type PlacedProblem = UnreadableText & { readonly start: number };

/** What is malformed in a text. */
export function problemIn({ text, problems }: XmlDocument): PlacedProblem | undefined {
	const problem = problems.find(each => !isNamespaceProblem(each));
	return problem && placed(text, problem.start, vscode.l10n.t('{0}.', xmlMessage(problem)));
}

/** The problem of a text that is no form. */
export function rootProblem({ text, root }: XmlDocument): PlacedProblem {
	return placed(text, root?.start ?? 0, vscode.l10n.t('The root element must be <Form>.'));
}

function placed(text: string, start: number, message: string): PlacedProblem {
	return { message, line: new Lines(text).positionAt(start).line + 1, start };
}
