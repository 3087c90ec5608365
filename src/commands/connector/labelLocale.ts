import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { locales } from '../../core/api/wire';
import { languageName } from '../../messages/languageName';
import { setting } from '../../util/settings';
import type { Handlers } from '../ids';
import { byArgumentsOrAsking } from '../ask/options';
import { commandTitle } from '../ask/commandTitle';
import { pickRow } from '../ask/lists';

const none = '';

/** Sets in which language source-configs show the texts of their label keys. */
export function labelLocaleCommands(studio: Pick<Studio, 'tenants' | 'language'>) {
	return {
		/** A program passes `{ locale }`; an empty one shows no texts. */
		'iscConnectors.labels.chooseLocale': byArgumentsOrAsking(
			studio,
			async ({ locale }) => {
				if (![none, ...locales].some(known => known === locale)) {
					throw new Error(vscode.l10n.t('The argument "{0}" is not a language of the service.', 'locale'));
				}
				await change(locale);
			},
			async () => {
				const locale = await pickLocale(studio);
				if (locale !== undefined) {
					await change(locale);
				}
			},
		),
	} satisfies Handlers;
}

interface LocaleItem extends vscode.QuickPickItem {
	readonly locale?: string;
}

/** Offers the locales of the connector in the active editor first: for the others it shows the English texts. */
async function pickLocale({ language }: Pick<Studio, 'language'>): Promise<string | undefined> {
	const uri = vscode.window.activeTextEditor?.document.uri;
	const { tools } = await language.load();
	const folder = uri && tools.folderOf(uri)?.folder;
	const existing = folder && tools.knownConnector(folder)?.translations;
	const now = setting('labels.locale');
	const mark = (locale: string) => (locale === now ? vscode.l10n.t('current') : undefined);
	const items = locales
		.map((locale): LocaleItem & { readonly locale: string } => ({
			label: languageName(locale),
			description: [locale, mark(locale)].filter(Boolean).join(' · '),
			locale,
		}))
		.sort((one, other) => one.label.localeCompare(other.label));
	const isThere = ({ locale }: { readonly locale: string }) => existing?.has(locale) ?? false;
	const section = (label: string, members: readonly LocaleItem[]): LocaleItem[] =>
		members.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...members];
	const picked = await pickRow<LocaleItem>(
		[
			...section(vscode.l10n.t('in this connector'), items.filter(isThere)),
			...section(
				existing ? vscode.l10n.t('not in this connector') : '',
				items.filter(item => !isThere(item)),
			),
			{ label: '', kind: vscode.QuickPickItemKind.Separator },
			{ label: vscode.l10n.t('Hide Texts'), description: mark(none) ?? '', locale: none },
		],
		{
			title: commandTitle('iscConnectors.labels.chooseLocale'),
			prompt: vscode.l10n.t('Select the language of the texts next to label keys'),
		},
	);
	return picked?.locale;
}

/** Changes the setting of the workspace if there is one, since it counts more than that of the user. */
async function change(locale: unknown): Promise<void> {
	const isOfWorkspace = settings().inspect('locale')?.workspaceValue !== undefined;
	await settings().update('locale', locale, !isOfWorkspace);
}

function settings(): vscode.WorkspaceConfiguration {
	return vscode.workspace.getConfiguration('iscConnectors.labels');
}
