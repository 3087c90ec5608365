import * as vscode from 'vscode';
import { readOnlyMessage, type NameOf } from './userError';
import { diskMessage, userMessage } from './userMessage';
import { MetadataError } from '../core/remote/metadata';
import {
	MalformedTextError,
	NotKeptError,
	NotSentError,
	SaveConflictError,
	SaveRefusedError,
	UnansweredSaveError,
	type NotSentReason,
} from '../core/remote/saveErrors';
import type { TextProblem } from '../core/remote/textProblem';

/** The sentence for an error about a document; undefined if the person cancelled. */
export function documentMessage(
	error: unknown,
	{ tenant, nameOf }: { readonly tenant: string; readonly nameOf: NameOf },
): string | undefined {
	if (error instanceof SaveConflictError) {
		return vscode.l10n.t('Not saved: {0} has a newer version. Save again to compare.', tenant);
	}
	if (error instanceof SaveRefusedError) {
		const { reason, status } = error;
		return reason
			? vscode.l10n.t('{0} rejected the document: {1}', tenant, reason)
			: vscode.l10n.t(
					'{0} rejected the document without giving a reason ({1}).',
					tenant,
					status ?? vscode.l10n.t('unknown status'),
				);
	}
	if (error instanceof NotSentError) {
		return notSent(error.reason, tenant);
	}
	if (error instanceof MalformedTextError) {
		return problemSentences(error.problem).notSaved;
	}
	if (error instanceof MetadataError) {
		return vscode.l10n.t('Not saved: the text is not valid JSON ({0}).', error.message);
	}
	if (error instanceof NotKeptError) {
		return vscode.l10n.t(
			'Not saved, because the current version in {0} could not be backed up on this computer. {1}',
			tenant,
			diskMessage(error.cause),
		);
	}
	if (error instanceof UnansweredSaveError) {
		return vscode.l10n.t(
			'{0} You will be notified when it is known whether {1} saved the document.',
			userMessage(error.cause, nameOf) ?? '',
			tenant,
		);
	}
	return userMessage(error, nameOf);
}

function notSent(reason: NotSentReason, tenant: string): string {
	switch (reason) {
		case 'read-only':
			return readOnlyMessage(tenant);
		case 'automatic':
			return vscode.l10n.t('Not sent: Auto Save is ignored for connector documents.');
		case 'proposed':
			return vscode.l10n.t(
				'Not sent: an agent proposed this text. Save it yourself to send it to {0}.',
				tenant,
			);
		case 'program':
			return vscode.l10n.t(
				'Not sent to {0}: programs may not save connector documents (iscConnectors.save.byPrograms). Save the document yourself.',
				tenant,
			);
		case 'unconfirmed':
			return vscode.l10n.t(
				'Not sent to {0}: nobody has confirmed it. Save the document yourself, or allow programs to save (iscConnectors.save.byPrograms).',
				tenant,
			);
		case 'other-encoding':
			return vscode.l10n.t(
				'Not sent: the editor does not save this document as UTF-8, so {0} would get different characters than you see. Reopen it as UTF-8.',
				tenant,
			);
		case 'declined':
		case 'looking':
			return vscode.l10n.t('Not saved.');
		case 'encoding':
			return vscode.l10n.t(
				'Not saved: the document is not UTF-8, and VS Code replaced characters that it could not read. Revert it, reopen it with its encoding, and repeat your change.',
			);
		case 'gone':
			return vscode.l10n.t(
				'Not saved: the connector was deleted from {0}. Save a copy to keep your text.',
				tenant,
			);
	}
}

/** What is wrong with a text, as a sentence, and the same as the reason why it was not saved. */
export function problemSentences(problem: TextProblem): { readonly what: string; readonly notSaved: string } {
	switch (problem.kind) {
		case 'empty':
			return {
				what: vscode.l10n.t('The document is empty.'),
				notSaved: vscode.l10n.t('Not saved: the document is empty.'),
			};
		case 'undecodable':
			return {
				what: vscode.l10n.t('The text is not valid {0}.', problem.encoding),
				notSaved: vscode.l10n.t('Not saved: the text is not valid {0}.', problem.encoding),
			};
		case 'malformed': {
			const { language, message, line, column } = problem;
			return {
				what: vscode.l10n.t(
					'The text is not well-formed {0}: {1} (line {2}, column {3}).',
					language,
					message,
					line,
					column,
				),
				notSaved: vscode.l10n.t('Not saved: {0} (line {1}, column {2}).', message, line, column),
			};
		}
	}
}
