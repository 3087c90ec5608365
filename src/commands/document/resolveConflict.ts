import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { localeOf } from '../../core/connector/documentName';
import type { DocumentId } from '../../core/remote/documentPath';
import type { RemoteDocument } from '../../core/remote/remoteDocument';
import { conflictsOf, hasSameLines, mergedText, threeWay, type MergePart } from '../../core/text/threeWay';
import { documentTitle } from '../../documents/documentTitle';
import { toUri } from '../../documents/documentUri';
import type { MergeResults } from '../../documents/merging/mergeResults';
import { putMerged } from '../../documents/merging/putMerged';
import { documentAt, isUnsaved } from '../../documents/openDocuments';
import { withoutLinks } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import { askForSides, askForVersion, type ConflictNames } from './conflictSides';
import { mergeInEditor, showAgain, type ShownMerge } from './mergeEditor';

type MergingStudio = Pick<
	Studio,
	'tenants' | 'catalog' | 'documents' | 'history' | 'versions' | 'reporter' | 'changes'
> & {
	readonly results: MergeResults;
};

/** The documents, by URI, of which a merge is under way, or waits for another one. */
const underWay = new Map<string, DocumentId>();
/** The last merge of a connector's translations, by the connector. */
const turns = new Map<string, Promise<unknown>>();

/**
 * Merges the tenant's changes into the unsaved text of an editor: those that do not touch its own immediately, the others as
 * the person says. The merged text is not saved.
 */
export async function resolveConflict(studio: MergingStudio, id: DocumentId): Promise<void> {
	const key = toUri(id).toString();
	if (await showAgain(id)) {
		return;
	}
	if (underWay.has(key)) {
		await showFirst(id);
		return;
	}
	underWay.set(key, id);
	const tell = await inTurn(id, () => merge(studio, id)).finally(() => underWay.delete(key));
	await tell?.();
}

/** The translations of a connector are saved together: their merge editors come one after the other. */
function inTurn<T>({ tenant, scriptName, part }: DocumentId, work: () => Promise<T>): Promise<T> {
	if (localeOf(part) === undefined) {
		return work();
	}
	const connector = `${tenant}/${scriptName}`;
	const turn = (turns.get(connector) ?? Promise.resolve()).then(work);
	turns.set(
		connector,
		turn.catch(() => undefined),
	);
	return turn;
}

/** Shows the merge for which this one waits. */
async function showFirst({ tenant, scriptName }: DocumentId): Promise<void> {
	for (const other of underWay.values()) {
		if (other.tenant === tenant && other.scriptName === scriptName && (await showAgain(other))) {
			return;
		}
	}
}

/** @returns what tells people of the end, if they do not see it anyway */
async function merge(studio: MergingStudio, id: DocumentId): Promise<(() => Promise<void>) | undefined> {
	const [tenant, title] = [studio.tenants.nameOf(id.tenant), documentTitle(studio.catalog, id)];
	const document = documentAt(toUri(id));
	const remote = studio.documents.get(id);
	const theirBytes = await remote.refresh();
	const version = remote.current;
	if (!document || !isUnsaved(document) || (version && !remote.isBehind)) {
		throw new UserError(vscode.l10n.t('{0} has no conflict with {1}.', title, tenant));
	}
	if (!version || !theirBytes) {
		return () => offerCopy(id, { title, tenant });
	}
	const read = (bytes: Uint8Array) => vscode.workspace.decode(bytes, { encoding: document.encoding });
	const baseBytes = await baseOf(studio, id, remote);
	const base = baseBytes && (await read(baseBytes));
	const [theirs, yours] = [await read(theirBytes), document.getText()];
	const { text: merged, isAsked } = await mergedBy(studio, document, {
		id,
		title,
		tenant,
		base,
		theirs,
		yours,
	});
	let text = merged;
	if (text === undefined) {
		return undefined;
	}
	// People may have closed the document while the merge was open, or typed on, also while they are asked about that.
	const target = await vscode.workspace.openTextDocument(document.uri);
	let seen = isUnsaved(target) ? yours : target.getText();
	for (let now = target.getText(); now !== seen; now = target.getText()) {
		text = await askHere(target, threeWay(seen, text, now), { title, tenant });
		if (text === undefined) {
			return undefined;
		}
		seen = now;
	}
	const theirEnd = lineEndOf(base) === lineEndOf(yours) ? lineEndOf(theirs) : undefined;
	await putMerged(target, { text, lineEnd: theirEnd ?? target.eol }, remote, version);
	studio.changes.look();
	if (!isAsked) {
		return () => tellOfMerge(studio, id, { title, tenant });
	}
	await vscode.window.showTextDocument(target, { preview: false });
	return undefined;
}

/** The merged text, and whether people were asked about it; no text if they left. */
async function mergedBy(
	studio: MergingStudio,
	document: vscode.TextDocument,
	sides: Omit<ShownMerge, 'base' | 'parts'> & { readonly base: string | undefined },
): Promise<{ readonly text: string | undefined; readonly isAsked: boolean }> {
	const { base, theirs, yours } = sides;
	if (base !== undefined && hasSameLines(base, yours) && !hasSameLines(theirs, yours)) {
		// An undo has brought back an earlier version: a merge would take back the undo.
		const side = await askForVersion(sides);
		return { text: side && (side === 'yours' ? yours : theirs), isAsked: true };
	}
	const parts = threeWay(base, theirs, yours);
	const isAsked = conflictsOf(parts).length > 0;
	if (base === undefined || !isAsked) {
		return { text: await askHere(document, parts, sides, base !== undefined), isAsked };
	}
	const text = await mergeInEditor(studio, { ...sides, base, parts }).catch((error: unknown) => {
		studio.reporter.note(error);
		return askHere(document, parts, sides);
	});
	return { text, isAsked };
}

/** The bytes that the unsaved text was made from. After a restart only the history may have them. */
async function baseOf(
	{ history }: Pick<Studio, 'history'>,
	id: DocumentId,
	{ baseBytes, baseHash }: RemoteDocument,
): Promise<Uint8Array | undefined> {
	if (baseBytes) {
		return baseBytes;
	}
	const kept = await history();
	for (const entry of await kept.list(id)) {
		for (const side of ['replaced', 'sent'] as const) {
			if (entry[side] && entry[side].hash === baseHash) {
				return kept.read(entry, side);
			}
		}
	}
	return undefined;
}

/** Asks about the conflicts in the editor of the document itself. Undefined if the person left. */
async function askHere(
	document: vscode.TextDocument,
	parts: readonly MergePart[],
	names: ConflictNames,
	isBaseKnown = true,
): Promise<string | undefined> {
	const sides = await askForSides(document, parts, names, isBaseKnown);
	const end = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
	return sides && mergedText(parts, conflict => sides.get(conflict) ?? 'yours', end);
}

async function tellOfMerge(
	{ versions }: Pick<Studio, 'versions'>,
	id: DocumentId,
	{ title, tenant }: ConflictNames,
): Promise<void> {
	const show = vscode.l10n.t('Show Changes');
	const message = vscode.l10n.t(
		'Merged the changes in {0} into your text of {1}. Review them, then save.',
		tenant,
		title,
	);
	if ((await vscode.window.showInformationMessage(withoutLinks(message), show)) === show) {
		const sides = [await versions.present(id), toUri(id)] as const;
		await vscode.commands.executeCommand(
			'vscode.diff',
			...sides,
			vscode.l10n.t('{0}: {1} ↔ yours', title, tenant),
		);
	}
}

async function offerCopy(
	id: DocumentId,
	{ title, tenant }: Pick<ShownMerge, 'title' | 'tenant'>,
): Promise<void> {
	const copy = vscode.l10n.t('Save a Copy…');
	const message = vscode.l10n.t('{0} no longer has {1}. Save a copy to keep your text.', tenant, title);
	if ((await vscode.window.showWarningMessage(withoutLinks(message), copy)) === copy) {
		await vscode.commands.executeCommand('iscConnectors.document.saveCopy', toUri(id));
	}
}

/** Undefined for a text of one line. */
function lineEndOf(text = ''): vscode.EndOfLine | undefined {
	const [end] = /\r?\n/.exec(text) ?? [];
	return end === undefined ? undefined : end === '\n' ? vscode.EndOfLine.LF : vscode.EndOfLine.CRLF;
}
