import * as vscode from 'vscode';
import type { TenantSources } from '../../catalog/tenantSources';
import { readForm } from '../../core/connector/model/form';
import { keysOf } from '../../core/sources/formKeys';
import { keyUses } from '../../core/sources/keyUses';
import { fewNames } from '../../messages/fewNames';
import { setIn } from '../../messages/sourceUse';
import { sourceConfigOf, sourcesSeen } from '../texts/connectorSources';
import { xmlSelector, type LanguageTools } from '../texts/languageTools';
import { rangeOf } from '../texts/ranges';
import { wordHelp } from '../words/wordHelp';

/** Names the sources that set a field; those that are known, since a hover asks for nothing. */
export function registerSourceHover(tools: LanguageTools, sources: TenantSources): vscode.Disposable {
	return vscode.languages.registerHoverProvider(xmlSelector, {
		provideHover(document, position) {
			const all = sourcesSeen(sources, sourceConfigOf(tools, document.uri));
			if (all.length === 0) {
				return undefined;
			}
			const offset = document.offsetAt(position);
			const key = keysOf(readForm(tools.xml(document))).find(
				({ field: { name } }) => name && name.range.start <= offset && offset <= name.range.end,
			);
			if (!key?.field.name) {
				return undefined;
			}
			const set = keyUses(all).set(key.path);
			const names = set.length > 0 ? fewNames(set.map(({ name }) => name)) : undefined;
			const use = setIn(set.length, all.length);
			return new vscode.Hover(
				wordHelp(names === undefined ? use : vscode.l10n.t('{0}: {1}', use, names)),
				rangeOf(document, key.field.name.range),
			);
		},
	});
}
