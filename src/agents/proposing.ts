import * as vscode from 'vscode';
import { ExactEditError, withExactEdits, type ExactEdit } from '../core/agents/exactEdits';
import { restored, textsOutside } from '../core/agents/maskedText';
import type { ConnectorDocuments } from '../core/connector/connectorDocuments';
import { withXml } from '../core/connector/connectorDocuments';
import { delay, unlessAborted } from '../core/api/send/http';
import { isTranslation, localeOf } from '../core/connector/documentName';
import { parseProperties } from '../core/properties/parse';
import { fileOf, type DocumentId, type DocumentPart } from '../core/remote/documentPath';
import { isSameText } from '../core/remote/textOrigins';
import { textProblem } from '../core/remote/textProblem';
import { lineEdits } from '../core/text/lineEdits';
import { parseXml } from '../core/xml/parse';
import { toUri } from '../documents/documentUri';
import { isUnsaved } from '../documents/openDocuments';
import { languageChecks } from '../documents/saves/languageChecks';
import type { ProblemInWords } from '../language/diagnostics/problemsInWords';
import { problemSentences } from '../messages/documentMessage';
import { effectSentence } from '../messages/effectMessage';
import { safeText } from '../messages/safeText';
import type { AgentConnector } from './agentConnector';
import { AgentError } from './agentError';
import type { AgentStudio } from './agentStudio';
import { problemsOf } from './tools/connectorProblems';
import { textOf } from './tools/readDocument';

/** What is to stand in one document: a whole text, or edits of what stands there. */
export interface ProposedChange {
	readonly part: DocumentPart;
	readonly text?: string | undefined;
	readonly edits?: readonly ExactEdit[] | undefined;
}

export interface Proposal {
	readonly connector: AgentConnector;
	/** What it is for, in the words of whoever proposes. */
	readonly summary: string;
	readonly changes: readonly ProposedChange[];
	/** Nothing is opened. */
	readonly isDryRun: boolean;
}

/** What a proposal changes, and what that does. */
export interface ProposalReport {
	/** The files below the connector's folder. */
	readonly files: readonly string[];
	readonly problemsBefore: number;
	readonly problemsAfter: number;
	readonly newProblems: readonly ProblemInWords[];
	/** On existing sources, as sentences. */
	readonly effects: readonly string[];
	readonly opened: boolean;
}

/** A document with the text that is proposed for it. */
interface ProposedText {
	readonly id: DocumentId;
	readonly document: vscode.TextDocument;
	/** Of the document that the text was made from. */
	readonly version: number;
	readonly before: string;
	readonly after: string;
}

/**
 * Checks a proposal as a save would, and opens it as unsaved texts beside what the tenant has. Nothing is saved.
 * @throws AgentError if it cannot be made
 */
export async function propose(
	studio: AgentStudio,
	proposal: Proposal,
	signal: AbortSignal,
): Promise<ProposalReport> {
	const { connector, isDryRun } = proposal;
	const { tenant } = connector;
	if (studio.tenants.getNow(tenant.id)?.access === 'read-only') {
		throw new AgentError(`${tenant.name} is read-only for this user. Nothing can be proposed to it.`);
	}
	const texts: ProposedText[] = [];
	for (const change of proposal.changes) {
		if (texts.some(({ id }) => id.part === change.part)) {
			throw new AgentError(`${fileOf(change.part)} is named twice. Put all its edits into one change.`);
		}
		texts.push(await proposedText(studio, connector, change, signal));
	}
	signal.throwIfAborted();
	const report = await reportOn(studio, connector, texts, signal);
	if (isDryRun) {
		return { ...report, opened: false };
	}
	signal.throwIfAborted();
	await open(studio, texts);
	const show = () => studio.reviews.showProposed(texts.map(({ id }) => ({ id, tenant })));
	await show();
	void tell(`${connector.name}, ${safeText(tenant.name)}`, proposal.summary, show);
	return { ...report, opened: true };
}

async function proposedText(
	studio: AgentStudio,
	connector: AgentConnector,
	{ part, text, edits }: ProposedChange,
	signal: AbortSignal,
): Promise<ProposedText> {
	const file = fileOf(part);
	if ((text === undefined) === (edits === undefined)) {
		throw new AgentError(`The change of ${file} must have either "text" or "edits".`);
	}
	const id = connector.id(part);
	if ((await textOf(studio, connector, part, signal)) === undefined) {
		throw new AgentError(
			`${connector.title} has no document ${part}. The user can add a language with "Add Language".`,
		);
	}
	const document = await vscode.workspace.openTextDocument(toUri(id));
	if (isUnsaved(document)) {
		throw new AgentError(
			`${file} of ${connector.title} has unsaved changes. Ask the user to save or discard them first.`,
		);
	}
	await upToDate(document, file, await unlessAborted(studio.documents.get(id).read(), signal));
	const { version } = document;
	const before = document.getText();
	const after = changedText(connector, part, before, { text, edits });
	const lineEnd = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
	const whole = after.replaceAll('\n', lineEnd);
	if (whole === before) {
		throw new AgentError(`The change of ${file} changes nothing.`);
	}
	const problem = textProblem(part, Buffer.from(whole), Buffer.from(before), languageChecks);
	if (problem) {
		throw new AgentError(`${file} would be refused: ${problemSentences(problem).what} Nothing was opened.`);
	}
	return { id, document, version, before, after: whole };
}

/** Milliseconds in which VS Code reads what has changed in a tenant. */
const patience = 3000;

/** Waits until an editor without changes holds what the tenant has. @throws AgentError */
async function upToDate(
	document: vscode.TextDocument,
	file: string,
	bytes: Uint8Array | undefined,
): Promise<void> {
	for (let waited = 0; bytes && !isSameText(document.getText(), bytes); waited += 50) {
		if (waited >= patience) {
			throw new AgentError(`VS Code still shows an older text of ${file}. Ask the user to revert it.`);
		}
		await delay(50);
	}
}

/** With `\n` at the ends of lines. @throws AgentError */
function changedText(
	connector: AgentConnector,
	part: DocumentPart,
	before: string,
	{ text, edits = [] }: Omit<ProposedChange, 'part'>,
): string {
	const file = fileOf(part);
	const old = plainLines(before);
	const { text: shown, secrets } = connector.masked(part, old);
	const plain = edits.map(({ oldText, newText }) => ({
		oldText: plainLines(oldText),
		newText: plainLines(newText),
	}));
	try {
		const changed = text === undefined ? withExactEdits(shown, plain) : plainLines(withoutMark(text));
		const { text: whole, ranges } = restored(changed, secrets);
		// Nothing may show whether a guess was right.
		if (changed !== shown && connector.masked(part, whole).text === shown) {
			throw new AgentError(`Only secrets of ${file} would change, which the user alone can do.`);
		}
		const unknown = /‹secret \d+›/.exec(whole)?.[0];
		if (unknown !== undefined && !before.includes(unknown)) {
			throw new AgentError(`${file} has no ${unknown}. Read it again.`);
		}
		// Where it does not count as a secret, an agent could read it then. What stands in such a place may stay.
		const open = textsOutside(old, connector.secretsIn(part, old), connector.secretPlacesIn(part, old));
		const opened = textsOutside(whole, ranges, connector.secretPlacesIn(part, whole));
		if (opened.some(secret => countOf(secret, opened) > countOf(secret, open))) {
			throw new AgentError(`A secret of ${file} was moved. Leave ‹secret …› in the values where they are.`);
		}
		return whole;
	} catch (error) {
		throw error instanceof ExactEditError ? new AgentError(`${file}: ${error.message}`) : error;
	}
}

/** An editor holds no byte order mark: VS Code writes the one that the document has. */
function withoutMark(text: string): string {
	return text.replace(/^\uFEFF/, '');
}

function countOf(text: string, texts: readonly string[]): number {
	return texts.filter(each => each === text).length;
}

function plainLines(text: string): string {
	return text.replace(/\r\n?/g, '\n');
}

async function reportOn(
	studio: AgentStudio,
	connector: AgentConnector,
	texts: readonly ProposedText[],
	signal: AbortSignal,
): Promise<Omit<ProposalReport, 'opened'>> {
	const { documents } = connector;
	const changed = texts.reduce(
		(all, { id: { part }, after }) => withText(all, part, connector.masked(part, after).text),
		documents,
	);
	const before = await problemsOf(studio, connector, documents, signal);
	const after = await problemsOf(studio, connector, changed, signal);
	const known = new Set(before.map(nameOf));
	const effects = await Promise.all(
		texts.map(({ id, before: old, after: now }) =>
			studio.effects.of({ id, before: Buffer.from(old), after: Buffer.from(now) }),
		),
	);
	return {
		files: texts.map(({ id }) => fileOf(id.part)),
		problemsBefore: before.length,
		problemsAfter: after.length,
		newProblems: after.filter(problem => !known.has(nameOf(problem))),
		effects: effects.flat().map(effectSentence),
	};
}

function withText(documents: ConnectorDocuments, part: DocumentPart, text: string): ConnectorDocuments {
	if (part === 'connector-metadata') {
		return documents;
	}
	if (isTranslation(part)) {
		const translations = new Map(documents.translations).set(localeOf(part), parseProperties(text));
		return { ...documents, translations };
	}
	return withXml(documents, part, parseXml(text));
}

/** A problem whatever its line, which a change moves. */
function nameOf({ file, code, message }: ProblemInWords): string {
	return JSON.stringify([file, code, message]);
}

/** @throws AgentError if somebody has changed a document since it was looked at */
async function open({ proposals }: AgentStudio, texts: readonly ProposedText[]): Promise<void> {
	const changed = texts.find(({ document, version }) => document.isClosed || document.version !== version);
	if (changed) {
		throw new AgentError(`${fileOf(changed.id.part)} was changed meanwhile. Read it again.`);
	}
	const edit = new vscode.WorkspaceEdit();
	for (const { document, before, after } of texts) {
		proposals.expect(document.uri, after);
		const edits = lineEdits(before, after).map(({ start, end, newText }) =>
			vscode.TextEdit.replace(
				new vscode.Range(document.positionAt(start), document.positionAt(end)),
				newText,
			),
		);
		edit.set(document.uri, edits);
	}
	if (!(await vscode.workspace.applyEdit(edit))) {
		throw new AgentError('VS Code could not open the proposal. Try again.');
	}
	for (const { document } of texts) {
		proposals.expect(document.uri, document.getText());
	}
}

/** With a button, since VS Code cuts a message without one after a line. */
async function tell(where: string, summary: string, show: () => Promise<void>): Promise<void> {
	const button = vscode.l10n.t('Show Changes');
	const message = vscode.l10n.t('An agent proposes a change ({0}): {1}', where, safeText(summary));
	if ((await vscode.window.showInformationMessage(message, button)) === button) {
		await show();
	}
}
