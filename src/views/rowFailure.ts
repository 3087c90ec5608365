import * as vscode from 'vscode';
import { isForbidden } from '../core/api/sourcesApi';
import { briefMessage, sourceScopes, userMessage } from '../messages/userMessage';
import { isAboutCredentials, type NameOf } from '../messages/userError';
import type { Failure } from './treeItems';
import type { TreeNode } from './treeNode';

/** What a row says when its children could not be had. A refusal of sources is most likely a scope that was never asked for. */
export function failureOf(error: unknown, { kind }: TreeNode, nameOf: NameOf): Failure {
	const isRefused = kind === 'sources' && isForbidden(error);
	return {
		brief: isRefused ? vscode.l10n.t('needs scope {0}', sourceScopes.listSources) : briefMessage(error),
		message: userMessage(error, nameOf) ?? vscode.l10n.t('Cancelled.'),
		isAboutCredentials: isRefused || isAboutCredentials(error),
	};
}
