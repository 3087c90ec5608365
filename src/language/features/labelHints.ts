import * as vscode from 'vscode';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import { formSteps } from '../../core/connector/model/form';
import { isText, labelTexts, localeFor, shownLabel } from '../../core/connector/model/labels';
import { mentionsIn, type Mention } from '../../core/connector/model/mention';
import { languageName } from '../../messages/languageName';
import { DisposableStore } from '../../util/disposables';
import { setting } from '../../util/settings';
import { inPieces, type Steps } from '../../util/steps';
import { xmlSelector, type LanguageTools } from '../texts/languageTools';
import { linesIn } from '../texts/places';
import { editCommand, labelTable } from '../words/labelTable';
import { oneLine } from '../words/oneLine';

/** How much of a text stands behind its key, in UTF-16 units. */
const longest = 60;
const section = 'iscConnectors.labels';

/** Shows behind each label key of a form what people of a locale read there. */
export function registerLabelHints(tools: LanguageTools): vscode.Disposable {
	return vscode.Disposable.from(new LabelHints(tools));
}

class LabelHint extends vscode.InlayHint {
	constructor(
		place: vscode.Position,
		part: vscode.InlayHintLabelPart,
		readonly key: string,
		readonly document: vscode.Uri,
		readonly connector: ConnectorDocuments,
	) {
		super(place, [part]);
		this.paddingLeft = true;
	}
}

class LabelHints implements vscode.InlayHintsProvider<LabelHint>, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<void>());
	readonly onDidChangeInlayHints = this.didChange.event;

	constructor(private readonly tools: LanguageTools) {
		this.store.add(tools.onDidChange(() => this.didChange.fire()));
		this.store.add(
			vscode.workspace.onDidChangeConfiguration(change => {
				if (change.affectsConfiguration(section)) {
					this.didChange.fire();
				}
			}),
		);
		this.store.add(vscode.languages.registerInlayHintsProvider(xmlSelector, this));
	}

	async provideInlayHints(
		document: vscode.TextDocument,
		range: vscode.Range,
		token: vscode.CancellationToken,
	): Promise<LabelHint[]> {
		const hints = await inPieces(this.hintsIn(document, range), () => !token.isCancellationRequested);
		return hints ?? [];
	}

	private *hintsIn(document: vscode.TextDocument, range: vscode.Range): Steps<LabelHint[]> {
		const chosen = setting('labels.locale');
		if (chosen === '') {
			return [];
		}
		const start = document.offsetAt(range.start);
		const end = document.offsetAt(range.end);
		const found = this.tools.folderOf(document.uri);
		// Nothing is fetched for hints: who opens a document pays for that document alone.
		const connector = found?.name === 'source-config' ? this.tools.knownConnector(found.folder) : undefined;
		const xml = connector?.sourceConfig;
		if (!xml || connector.translations.size === 0) {
			return [];
		}
		yield;
		const { labels } = yield* formSteps(xml);
		yield;
		const locale = localeFor(connector, chosen) ?? 'en';
		const lines = linesIn(xml);
		return mentionsIn(labels, { start, end }).flatMap(use => {
			const shown = hintOf(xml.text, use, connector, locale);
			if (shown === undefined) {
				return [];
			}
			const part = new vscode.InlayHintLabelPart(shown);
			part.command = {
				command: editCommand,
				title: vscode.l10n.t('Edit Text…'),
				arguments: [document.uri, use.name],
			};
			const { line, character } = lines.positionAt(use.attribute.end);
			const place = new vscode.Position(line, character);
			return [new LabelHint(place, part, use.name, document.uri, connector)];
		});
	}

	resolveInlayHint(hint: LabelHint): LabelHint {
		hint.tooltip = labelTable(hint.document, hint.key, labelTexts(hint.connector, hint.key));
		return hint;
	}

	dispose(): void {
		this.store.dispose();
	}
}

/** Undefined for a label that is a text rather than a key. */
function hintOf(
	text: string,
	use: Mention,
	connector: ConnectorDocuments,
	locale: string,
): string | undefined {
	const shown = shownLabel(connector, use.name, locale);
	if (!shown) {
		return isText(text, use) ? undefined : vscode.l10n.t('not translated');
	}
	const line = oneLine(shown.text, longest);
	return shown.locale === locale ? line : vscode.l10n.t('{0} (not in {1})', line, languageName(locale));
}
