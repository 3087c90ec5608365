import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { isSet, secretValue, type Source } from '../../core/api/source';
import { withXml } from '../../core/connector/connectorDocuments';
import type { FormPicture } from '../../core/connector/form/formPicture';
import { pictureOf } from '../../core/connector/form/pictureOf';
import { readForm } from '../../core/connector/model/form';
import { isSecret } from '../../core/connector/model/fieldTypes';
import { fieldsByPath, pathText } from '../../core/sources/fieldsByPath';
import { FilledForm, valuesOf } from '../../core/sources/filledForm';
import { keysOf } from '../../core/sources/formKeys';
import { keyUses } from '../../core/sources/keyUses';
import { parseXml } from '../../core/xml/parse';
import type { LanguageTools } from '../../language/texts/languageTools';
import { sourceConfigOf } from '../../language/texts/connectorSources';
import { chosenIn, setIn } from '../../messages/sourceUse';
import { UserError } from '../../messages/userError';
import { commandTitle } from '../ask/commandTitle';
import { tenantNamed } from '../ask/options';
import type { Handlers } from '../ids';
import { showSources } from './showSources';
import { valueText } from './valueText';

/** A field of a form in an editor, or one of its options. */
interface AskedField {
	readonly document: vscode.TextDocument;
	readonly path: readonly string[];
	readonly option: string | undefined;
}

export function fieldSourceCommands(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'sources' | 'language' | 'tree' | 'view' | 'reporter'>,
) {
	return {
		/** The lenses pass the document, the path of the field's key and the option; without them it is the field at the cursor. */
		'iscConnectors.field.showSources': async (document, path, option) => {
			const { tools } = await studio.language.load();
			const asked =
				document instanceof vscode.Uri && Array.isArray(path)
					? {
							document: await vscode.workspace.openTextDocument(document),
							path: path.map(String),
							option: typeof option === 'string' ? option : undefined,
						}
					: fieldAtCursor(tools);
			await showUses(studio, tools, asked);
		},
	} satisfies Handlers;
}

/** @throws UserError if the cursor is in none */
function fieldAtCursor(tools: LanguageTools): AskedField {
	const editor = vscode.window.activeTextEditor;
	const found =
		editor && tools.folderOf(editor.document.uri)?.name === 'source-config'
			? keysOf(readForm(tools.xml(editor.document))).findLast(({ field: { element } }) => {
					const offset = editor.document.offsetAt(editor.selection.active);
					return element.start <= offset && offset < element.end;
				})
			: undefined;
	if (!editor || !found) {
		throw new UserError(vscode.l10n.t('Place the cursor in a field of a source-config.'));
	}
	return { document: editor.document, path: found.path, option: undefined };
}

async function showUses(
	studio: Parameters<typeof fieldSourceCommands>[0],
	tools: LanguageTools,
	{ document, path, option }: AskedField,
): Promise<void> {
	const place = sourceConfigOf(tools, document.uri);
	if (!place) {
		throw new UserError(vscode.l10n.t('Only connectors in a tenant have sources.'));
	}
	const tenant = tenantNamed(studio, place.tenant);
	const all = await studio.sources.of(place.tenant, place.scriptName);
	const uses = keyUses(all);
	const used = option === undefined ? uses.set(path) : uses.chosen(path, option);
	const name = pathText(path);
	const others = option === undefined ? all.filter(source => !used.includes(source)) : [];
	const groups = [
		{ label: vscode.l10n.t('set'), sources: used },
		{ label: vscode.l10n.t('not set'), sources: others },
	].filter(({ sources }) => sources.length > 0);
	await showSources(studio, tenant, option === undefined ? groups : [{ sources: used }], {
		title: commandTitle('iscConnectors.field.showSources'),
		prompt:
			option === undefined
				? vscode.l10n.t('{0}: {1}', name, setIn(used.length, all.length))
				: vscode.l10n.t('{0} = {1}: {2}', name, option, chosenIn(used.length)),
		...(option === undefined && { readValue: valueReader(tools, document, path) }),
	});
}

/**
 * Reads the value of a field of a source; undefined if the field is secret. It is if it is secret in the editor or in what
 * the tenant has: a change of the type that is not saved yet shows nothing.
 */
function valueReader(
	tools: LanguageTools,
	document: vscode.TextDocument,
	path: readonly string[],
): ((source: Source) => string) | undefined {
	const found = tools.folderOf(document.uri);
	if (!found) {
		return undefined;
	}
	const known = tools.knownConnector(found.folder) ?? tools.inEditors(found.folder);
	const saved = tools.savedText(found.folder, 'source-config');
	const pictures = [tools.xml(document), ...(saved === undefined ? [] : [parseXml(saved)])].map(form =>
		pictureOf(withXml(known, 'source-config', form), 'en'),
	);
	const [picture] = pictures;
	const key = pathText(path);
	const fields = pictures.flatMap(each => fieldsByPath(each).get(key)?.fields ?? []);
	const keyed = fieldsByPath(picture).get(key);
	if (!picture || !keyed || fields.some(({ control }) => isSecret(control))) {
		return undefined;
	}
	return source => heldText(picture, keyed, source, pictures);
}

function heldText(
	picture: FormPicture,
	keyed: Parameters<FilledForm['held']>[0],
	source: Source,
	pictures: readonly (FormPicture | undefined)[],
): string {
	const held = new FilledForm(picture, valuesOf(source, pictures)).held(keyed);
	return held
		.map(({ value }) => value)
		.filter(value => isSet(value) || value === secretValue)
		.map(valueText)
		.join(', ');
}
