import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { NotKeptError, SaveConflictError } from '../../core/remote/saveErrors';
import { documentMessage } from '../../messages/documentMessage';
import { ChangedSinceError } from '../../core/transfer/archive/bundle';
import { CopyDiffersError, NothingToDeleteError } from '../../core/transfer/copy/connectorDeletion';
import { NoClassNameError, UnansweredCreationError } from '../../core/transfer/copy/createConnector';
import {
	GoneTextError,
	NotTakenError,
	OtherConnectorError,
	StillArrivingError,
} from '../../core/transfer/send/transferUndo';
import type { PlannedConnector } from '../../core/transfer/send/transferPlan';
import { safeText } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import { diskMessage } from '../../messages/userMessage';

/** The sentence for an error about whole connectors; undefined if it was cancelled. */
export function transferMessage({ tenants }: Pick<Studio, 'tenants'>, tenant: string, error: unknown) {
	const nameOf = (host: string) => tenants.nameOf(host);
	const name = nameOf(tenant);
	if (error instanceof SaveConflictError) {
		return vscode.l10n.t('Not sent, because it was changed in {0}. Compare again to see the change.', name);
	}
	if (error instanceof ChangedSinceError) {
		return vscode.l10n.t('Not sent, because it was changed at its source. Compare again to see the change.');
	}
	if (error instanceof UnansweredCreationError) {
		return error.scriptName === undefined
			? vscode.l10n.t(
					'{0} did not answer and may still create {1}. Refresh the tenant in a minute before you try again.',
					name,
					safeText(error.connector),
				)
			: vscode.l10n.t(
					'{0} did not answer, but now has a connector named {1} ({2}). Check it before you continue.',
					name,
					safeText(error.connector),
					safeText(error.scriptName),
				);
	}
	if (error instanceof NoClassNameError) {
		return vscode.l10n.t(
			'{0} has no Java class, which {1} needs to create a connector.',
			safeText(error.connector),
			name,
		);
	}
	if (error instanceof NothingToDeleteError) {
		return vscode.l10n.t('{0} no longer has the connector {1}.', name, safeText(error.connector));
	}
	if (error instanceof OtherConnectorError) {
		return vscode.l10n.t(
			'Nothing was deleted, because the script name {0} now belongs to another connector in {1}: {2}.',
			safeText(error.scriptName),
			name,
			safeText(error.present),
		);
	}
	if (error instanceof CopyDiffersError) {
		return copyDiffersMessage(error, name);
	}
	if (error instanceof NotKeptError) {
		return vscode.l10n.t(
			'Nothing was changed, because the current version in {0} could not be backed up on this computer. {1}',
			name,
			diskMessage(error.cause),
		);
	}
	if (error instanceof StillArrivingError) {
		return vscode.l10n.t('{0} did not answer and may still receive the text. Undo again in a minute.', name);
	}
	if (error instanceof NotTakenError) {
		return vscode.l10n.t('{0} reported success, but did not take the previous version. Undo again.', name);
	}
	if (error instanceof GoneTextError) {
		return vscode.l10n.t('The previous version in {0} is no longer in the history.', name);
	}
	return documentMessage(error, { tenant: name, nameOf });
}

function copyDiffersMessage({ connector, file }: CopyDiffersError, tenant: string): string {
	return file === undefined
		? vscode.l10n.t(
				'{0} was not deleted from {1}, because its backup could not be read. Export it, then delete it in {1}.',
				safeText(connector),
				tenant,
			)
		: vscode.l10n.t(
				'{0} was not deleted from {1}, because {2} in its backup differs. Try again.',
				safeText(connector),
				tenant,
				safeText(file),
			);
}

/** Why a connector cannot be created where it is missing; undefined if nothing is in the way. */
export function obstacleMessage(
	studio: Pick<Studio, 'tenants'>,
	tenant: string,
	{ obstacle, bundle }: Pick<PlannedConnector, 'obstacle' | 'bundle'>,
): string | undefined {
	return obstacle && transferMessage(studio, tenant, new NoClassNameError(bundle.about.name));
}

/** Does `work`, and throws its errors with the sentences of `transferMessage`. */
export async function withSentences<T>(
	studio: Pick<Studio, 'tenants'>,
	tenant: string,
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		const message = transferMessage(studio, tenant, error);
		throw message === undefined ? new vscode.CancellationError() : new UserError(message, { cause: error });
	}
}
