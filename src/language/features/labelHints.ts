import * as vscode from 'vscode';
import type { ConnectorDocuments } from '../../core/connector/connectorDocuments';
import { readForm } from '../../core/connector/model/form';
import { isText, localeFor, shownLabel } from '../../core/connector/model/labels';
import type { Mention } from '../../core/connector/model/mention';
import { DisposableStore } from '../../util/disposables';
import { setting } from '../../util/settings';
import { xmlSelector, type LanguageTools } from '../texts/languageTools';
import { oneLine } from '../words/oneLine';

/** How much of a text stands behind its key, in UTF-16 units. */
const longest = 60;
const section = 'iscConnectors.labels';

/** Shows behind each label key of a form what people of a locale read there. */
export function registerLabelHints(tools: LanguageTools): vscode.Disposable {
	return vscode.Disposable.from(new LabelHints(tools));
}

class LabelHints implements vscode.InlayHintsProvider, vscode.Disposable {
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

	provideInlayHints(document: vscode.TextDocument, range: vscode.Range): vscode.InlayHint[] {
		const chosen = setting('labels.locale');
		if (chosen === '') {
			return [];
		}
		const found = this.tools.folderOf(document.uri);
		// Nothing is fetched for hints: who opens a document pays for that document alone.
		const connector = found?.name === 'source-config' ? this.tools.knownConnector(found.folder) : undefined;
		const xml = connector?.sourceConfig;
		if (!xml || connector.translations.size === 0) {
			return [];
		}
		const locale = localeFor(connector, chosen) ?? 'en';
		const start = document.offsetAt(range.start);
		const end = document.offsetAt(range.end);
		return readForm(xml)
			.labels.filter(use => start <= use.range.end && use.range.start <= end)
			.flatMap(use => {
				const shown = hintOf(xml.text, use, connector, locale);
				return shown ? [this.hint(document, use, shown)] : [];
			});
	}

	private hint(document: vscode.TextDocument, use: Mention, { label, tooltip }: Shown): vscode.InlayHint {
		const hint = new vscode.InlayHint(document.positionAt(use.attribute.end), label);
		hint.paddingLeft = true;
		hint.tooltip = tooltip;
		return hint;
	}

	dispose(): void {
		this.store.dispose();
	}
}

interface Shown {
	readonly label: string;
	readonly tooltip: string;
}

/** Undefined for a label that is a text rather than a key. */
function hintOf(
	text: string,
	use: Mention,
	connector: ConnectorDocuments,
	locale: string,
): Shown | undefined {
	const shown = shownLabel(connector, use.name, locale);
	if (!shown) {
		return isText(text, use)
			? undefined
			: {
					label: vscode.l10n.t('no translation'),
					tooltip: vscode.l10n.t('The form shows the key {0} itself.', use.name),
				};
	}
	const line = oneLine(shown.text, longest);
	return shown.locale === locale
		? { label: line, tooltip: shown.text }
		: {
				label: vscode.l10n.t('{0} (not in {1})', line, locale),
				tooltip: vscode.l10n.t(
					'{0} does not have the key {1}; {2} stands in.',
					locale,
					use.name,
					shown.locale,
				),
			};
}
