import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { scheme } from '../../core/remote/documentPath';
import { placeUri } from '../../documents/documentUri';
import type { LabelTexts } from '../../language/labelTexts';
import { completeStep } from '../../util/walkthroughSteps';
import { checkWritable } from '../ask/approval';
import { connectorPlace } from '../connector/connectorPlace';
import type { Handlers } from '../ids';
import {
	byArgumentsOrAsking,
	connectorNamed,
	requiredText,
	tenantNamed,
	textOption,
	type Options,
} from '../ask/options';
import { commandTitle } from '../ask/commandTitle';
import { pickRow } from '../ask/lists';
import { back, enterText } from '../ask/questions';
import { enterLabelText } from './enterLabelText';

type Surroundings = Pick<Studio, 'tenants' | 'catalog' | 'language' | 'previews' | 'reporter'>;

/** Changes the texts of label keys, as edits of translations that people save. */
export function labelTextCommands(studio: Surroundings) {
	return {
		/**
		 * Gives a label key its first text; the other languages lack it until somebody translates it. A program passes
		 * `{ tenant, scriptName, key, text }`, a quick fix the URI of a document and the key.
		 */
		'iscConnectors.labels.addText': byArgumentsOrAsking(
			studio,
			async options => {
				const { labels, folder, key, text } = await named(studio, options);
				await labels.add(folder, key, text);
			},
			async (argument, key) => {
				const place = await connectorPlace(studio, argument, {
					command: 'iscConnectors.labels.addText',
					changes: true,
				});
				const chosen = place && (typeof key === 'string' ? key : await enterKey());
				if (chosen) {
					await addText(await labelsOf(studio, place.folder), place.folder, chosen);
				}
			},
		),
		/** A program passes `{ tenant, scriptName, key, text, locale }`, a link the URI of a document, the key and a locale. */
		'iscConnectors.labels.editText': byArgumentsOrAsking(
			studio,
			async options => {
				const { labels, folder, key, text } = await named(studio, options);
				await labels.set(folder, key, textOption(options, 'locale') ?? (await labels.localeIn(folder)), text);
			},
			async (argument, key, locale) => {
				const place = await connectorPlace(studio, argument, {
					command: 'iscConnectors.labels.editText',
					changes: true,
				});
				const labels = place && (await labelsOf(studio, place.folder));
				const chosen = labels && (typeof key === 'string' ? key : await chooseKey(labels, place.folder));
				if (chosen) {
					const document = argument ?? vscode.window.activeTextEditor?.document.uri;
					const wanted = typeof locale === 'string' ? locale : await labels.localeIn(place.folder, document);
					await editText(studio, labels, place.folder, chosen, wanted);
				}
			},
		),
	} satisfies Handlers;
}

async function named(studio: Surroundings, options: Options) {
	const { tenant, scriptName } = await connectorNamed(studio, options);
	const folder = placeUri(tenant.id, { kind: 'connector', scriptName });
	const labels = await labelsOf(studio, folder);
	return { labels, folder, key: requiredText(options, 'key'), text: requiredText(options, 'text') };
}

/** @throws UserError if the tenant is read-only */
async function labelsOf(studio: Surroundings, folder: vscode.Uri): Promise<LabelTexts> {
	if (folder.scheme === scheme) {
		checkWritable(tenantNamed(studio, folder.authority));
	}
	return (await studio.language.load()).labels;
}

async function enterKey(): Promise<string | undefined> {
	const key = await enterText({
		title: commandTitle('iscConnectors.labels.addText'),
		prompt: vscode.l10n.t('Label key'),
		mayGoBack: false,
	});
	return key === back ? undefined : key;
}

/** The label key at the cursor, or else one that people choose. */
async function chooseKey(labels: LabelTexts, folder: vscode.Uri): Promise<string | undefined> {
	const editor = vscode.window.activeTextEditor;
	const atCursor = editor && (await labels.keyAt(editor.document, editor.selection.active));
	if (atCursor !== undefined) {
		return atCursor;
	}
	const items = labels
		.all(folder)
		.then(all => all.map(({ key, text }) => ({ label: key, description: text })));
	const picked = await pickRow(items, {
		title: commandTitle('iscConnectors.labels.editText'),
		prompt: vscode.l10n.t('Search by key or text'),
	});
	return picked?.label;
}

async function addText(labels: LabelTexts, folder: vscode.Uri, key: string): Promise<void> {
	const { locale, known } = await labels.withoutText(folder, key);
	const title = vscode.l10n.t('Add Text of {0}', key);
	const text = await enterLabelText({ title, key, locale, other: known });
	if (text !== undefined) {
		await labels.add(folder, key, text);
		completeStep('fix');
	}
}

async function editText(
	{ reporter }: Pick<Studio, 'reporter'>,
	labels: LabelTexts,
	folder: vscode.Uri,
	key: string,
	locale: string,
): Promise<void> {
	const texts = await labels.texts(folder, key);
	const before = texts.find(each => each.locale === locale)?.text;
	const place = await labels.placeOf(folder, key, locale);
	const text = await enterLabelText({
		title: vscode.l10n.t('Edit Text of {0}', key),
		key,
		locale,
		before,
		other: texts.find(each => each.text !== undefined)?.text,
		...(place && {
			show: () => {
				vscode.window
					.showTextDocument(place.uri, { selection: place.range })
					.then(undefined, (error: unknown) => reporter.note(error));
			},
		}),
	});
	if (text !== undefined && text !== before) {
		await labels.set(folder, key, locale, text);
	}
}
