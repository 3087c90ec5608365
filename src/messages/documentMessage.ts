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
		return vscode.l10n.t('It was changed in {0} a moment ago. Save again to compare the two.', tenant);
	}
	if (error instanceof SaveRefusedError) {
		const { reason, status } = error;
		return reason
			? vscode.l10n.t('{0} did not take it: {1}', tenant, reason)
			: vscode.l10n.t(
					'{0} did not take it and gave no reason ({1}).',
					tenant,
					status ?? vscode.l10n.t('no status'),
				);
	}
	if (error instanceof NotSentError) {
		return notSent(error.reason, tenant);
	}
	if (error instanceof MalformedTextError) {
		return vscode.l10n.t(
			'Nothing was sent. {0} The setting "iscConnectors.save.malformed" allows it after a question.',
			problemSentence(error.problem),
		);
	}
	if (error instanceof MetadataError) {
		return vscode.l10n.t('Nothing was sent, because the text is not valid JSON: {0}', error.message);
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
			'It is not clear yet whether {0} received the text: {1} You will be notified as soon as it is clear. You can also save again.',
			tenant,
			userMessage(error.cause, nameOf) ?? '',
		);
	}
	return userMessage(error, nameOf);
}

function notSent(reason: NotSentReason, tenant: string): string {
	switch (reason) {
		case 'read-only':
			return readOnlyMessage(tenant);
		case 'automatic':
			return vscode.l10n.t(
				'Automatic saves are not sent to a tenant. The text stays unsaved until you save it.',
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
			return vscode.l10n.t('Nothing was sent, as you wished. The text is still unsaved.');
		case 'looking':
			return vscode.l10n.t('Nothing was sent yet. Look at the changes, and save again.');
		case 'encoding':
			return vscode.l10n.t(
				'Nothing was sent, because the text is not UTF-8 and VS Code has replaced what it could not read. Revert the document, reopen it with its encoding, and make the change again.',
			);
		case 'gone':
			return vscode.l10n.t(
				'{0} no longer has it: somebody has deleted the connector. Your text stays in the editor; save a copy to keep it.',
				tenant,
			);
	}
}

/** What is wrong with a text, as a sentence. */
export function problemSentence(problem: TextProblem): string {
	switch (problem.kind) {
		case 'empty':
			return vscode.l10n.t('The text is empty.');
		case 'undecodable':
			return vscode.l10n.t('The text is not valid {0}.', problem.encoding);
		case 'malformed':
			return vscode.l10n.t(
				'The text is not well-formed {0}: line {1}, column {2}: {3}.',
				problem.language,
				problem.line,
				problem.column,
				problem.message,
			);
	}
}
