import * as vscode from 'vscode';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import { localeOf, type TranslationName } from '../../core/connector/documentName';
import { labelTexts } from '../../core/connector/model/labels';
import type { TranslationEdits } from '../../core/connector/translations/translationEdits';
import { editsTo, stepOf, type Step, type StepEnd } from '../../core/connector/translations/translationStep';
import { shortened } from '../../language/words/oneLine';
import { editsOfOpened } from '../../language/fixes/workspaceEdits';
import { languageName } from '../../messages/languageName';
import { UserError } from '../../messages/userError';
import { checkPageWritable, type PageConnector } from '../panel/previewSurroundings';
import { discardTranslations } from './discardTranslations';

/** What a table shows of a key, by locales; null where it shows that the locale lacks it. */
export type ShownTexts = readonly (readonly [locale: string, text: string | null])[];

/** Edits a connector's translations as a person would in their editors: nothing is sent until they are saved. */
export class TranslationEditor {
	private readonly done: Step[] = [];
	private readonly undone: Step[] = [];
	private last: Promise<void> = Promise.resolve();

	constructor(private readonly connector: PageConnector) {}

	get canUndo(): boolean {
		return this.done.length > 0;
	}

	get canRedo(): boolean {
		return this.undone.length > 0;
	}

	/**
	 * Changes what one key says.
	 * @param shown what people saw when they decided on that
	 * @throws UserError if nothing may be changed, or somebody has changed what people saw
	 */
	edit(
		key: string,
		shown: ShownTexts,
		edits: (connector: ConnectorDocuments) => TranslationEdits,
	): Promise<void> {
		return this.inTurn(async () => {
			let step: Step | undefined;
			const isDone = await this.apply(connector => {
				checkShown(connector, key, shown);
				const result = edits(connector);
				step = stepOf(connector, key, result);
				return result;
			});
			if (isDone && step) {
				this.done.push(step);
				this.undone.length = 0;
			}
		});
	}

	/** Takes all unsaved changes back, which is an edit that can be taken back itself. */
	discard(): Promise<void> {
		return this.inTurn(async () => {
			const step = await discardTranslations(this.connector);
			if (step) {
				this.done.push(step);
				this.undone.length = 0;
			}
		});
	}

	/** Takes back the last edit that is not taken back yet. @throws UserError if its text has been changed since */
	undo(): Promise<void> {
		return this.inTurn(() => this.go(this.done, this.undone, ({ before, after }) => [after, before]));
	}

	/** Makes an edit again that was taken back. @throws UserError if its text has been changed since */
	redo(): Promise<void> {
		return this.inTurn(() => this.go(this.undone, this.done, ({ before, after }) => [before, after]));
	}

	/** Resolves when no edit is under way. */
	settled(): Promise<void> {
		return this.last;
	}

	/** What people have undone in an editor is passed over. */
	private async go(
		from: Step[],
		to: Step[],
		ends: (step: Step) => readonly [start: StepEnd, goal: StepEnd],
	): Promise<void> {
		checkPageWritable(this.connector); // What is refused for now can still be taken back later.
		for (let step = from.pop(); step; step = from.pop()) {
			const { key } = step;
			const [start, goal] = ends(step);
			try {
				if (
					await this.apply(
						connector => editsTo(connector, key, start, goal, refuseChanged(key)),
						key === undefined,
					)
				) {
					to.push(step);
					return;
				}
			} catch (error) {
				if (!(error instanceof ChangedSinceError)) {
					from.push(step); // It can be tried again.
				}
				throw error;
			}
		}
	}

	/**
	 * Whether there was anything to do.
	 * @param givesBack whether it leads to texts that the editors had before
	 */
	private async apply(
		edits: (connector: ConnectorDocuments) => TranslationEdits,
		givesBack = false,
	): Promise<boolean> {
		checkPageWritable(this.connector);
		const { tools, folder, surroundings } = this.connector;
		const edit = await editsOfOpened(tools, folder, connector => {
			const result = edits(connector);
			[...result.keys()].forEach(name => checkReadable(connector, name));
			return result;
		});
		if (edit.size === 0) {
			return false;
		}
		const apply = () => vscode.workspace.applyEdit(edit);
		const uris = edit.entries().map(([uri]) => uri);
		if (!(await (givesBack ? surroundings.giveBack(uris, apply) : apply()))) {
			throw new UserError(vscode.l10n.t('VS Code rejected the change. Try it in the editor.'));
		}
		return true;
	}

	/** One edit is made of what the one before has left. */
	private inTurn(work: () => Promise<void>): Promise<void> {
		const done = this.last.then(work);
		this.last = done.catch(() => undefined);
		return done;
	}
}

/** Somebody has changed the text of an edit that is to be taken back or made again. */
class ChangedSinceError extends UserError {}

function refuseChanged(key: string | undefined): (locale: string) => never {
	return locale => {
		throw new ChangedSinceError(
			key === undefined
				? vscode.l10n.t(
						'The {0} translation was changed. Undo the change in its editor first.',
						languageName(locale),
					)
				: vscode.l10n.t(
						'{0} was changed in {1}. Undo the change in its editor first.',
						key,
						languageName(locale),
					),
		);
	};
}

/** @throws UserError if a text is not the one that people saw: theirs would take its place unseen */
function checkShown(connector: ConnectorDocuments, key: string, shown: ShownTexts): void {
	const texts = new Map(labelTexts(connector, key).map(({ locale, text }) => [locale, text]));
	for (const [locale, text] of shown) {
		const now = texts.get(locale);
		if ((now ?? null) !== text) {
			throw new UserError(
				now === undefined
					? vscode.l10n.t('{0} was removed from {1}.', key, languageName(locale))
					: vscode.l10n.t('{0} was changed in {1} to "{2}".', key, languageName(locale), shortened(now, 80)),
			);
		}
	}
}

/** @throws UserError if VS Code could not read all characters of a document: a save would destroy them */
function checkReadable(connector: ConnectorDocuments, name: TranslationName): void {
	if (connector.translations.get(localeOf(name))?.text.includes('\ufffd')) {
		throw new UserError(
			vscode.l10n.t(
				'VS Code could not read all characters of the {0} translation. Reopen it with its encoding first.',
				languageName(localeOf(name)),
			),
		);
	}
}
