import * as vscode from 'vscode';
import type { ConnectorDocuments } from '../connector/connectorDocuments';
import type { DocumentEdits } from '../connector/fix';
import { labelTexts } from '../connector/labels';
import { removeTextEdits, setTextEdits } from '../connector/translationEdits';
import { editsOfOpened } from '../language/workspaceEdits';
import { UserError } from '../util/userError';
import { checkWritable, type PageConnector } from './previewSurroundings';

/** What a key said in each locale before an edit, and after it; undefined where the locale did not have it. */
interface Step {
	readonly key: string;
	readonly before: Texts;
	readonly after: Texts;
}

type Texts = ReadonlyMap<string, string | undefined>;

/** Edits a connector's translations as a person would in their editors: nothing is sent until they are saved. */
export class TranslationEditor {
	private readonly steps: Step[] = [];
	private last: Promise<void> = Promise.resolve();

	constructor(private readonly connector: PageConnector) {}

	get canUndo(): boolean {
		return this.steps.length > 0;
	}

	/** Changes what one key says. @throws UserError if nothing may be changed */
	edit(key: string, edits: (connector: ConnectorDocuments) => DocumentEdits): Promise<void> {
		return this.inTurn(async () => {
			let before: Texts = new Map();
			const isDone = await this.apply(connector => {
				before = textsOf(connector, key);
				return edits(connector);
			});
			if (isDone) {
				this.steps.push({ key, before, after: textsOf(await this.texts(), key) });
			}
		});
	}

	/** Takes back the last edit. @throws UserError if its text has been changed since */
	undo(): Promise<void> {
		return this.inTurn(async () => {
			checkWritable(this.connector); // What is refused for now can still be taken back later.
			const step = this.steps.pop();
			if (step) {
				await this.apply(connector => editsBack(connector, step));
			}
		});
	}

	/** Whether there was anything to do. */
	private async apply(edits: (connector: ConnectorDocuments) => DocumentEdits): Promise<boolean> {
		checkWritable(this.connector);
		const { tools, folder } = this.connector;
		const edit = await editsOfOpened(tools, folder, edits);
		if (edit.size === 0) {
			return false;
		}
		if (!(await vscode.workspace.applyEdit(edit))) {
			throw new UserError(vscode.l10n.t('VS Code did not take the change. Try it in the editor.'));
		}
		return true;
	}

	private texts(): Promise<ConnectorDocuments> {
		const { tools, folder } = this.connector;
		return tools.connector(folder);
	}

	/** One edit is made of what the one before has left. */
	private inTurn(work: () => Promise<void>): Promise<void> {
		const done = this.last.then(work);
		this.last = done.catch(() => undefined);
		return done;
	}
}

function textsOf(connector: ConnectorDocuments, key: string): Texts {
	return new Map(labelTexts(connector, key).map(({ locale, text }) => [locale, text]));
}

/** @throws UserError */
function editsBack(connector: ConnectorDocuments, { key, before, after }: Step): DocumentEdits {
	const now = textsOf(connector, key);
	const changed = [...after].filter(([locale, text]) => before.get(locale) !== text);
	const edits = changed.flatMap(([locale, text]) => {
		if (now.get(locale) !== text) {
			throw new UserError(
				vscode.l10n.t('{0} has been changed in {1} since. Undo that in its editor.', key, locale),
			);
		}
		const earlier = before.get(locale);
		return earlier === undefined
			? [...removeTextEdits(connector, key, locale)]
			: [...setTextEdits(connector, key, locale, earlier)];
	});
	return new Map(edits); // Each locale is a document of its own.
}
