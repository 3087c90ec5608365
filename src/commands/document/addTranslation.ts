import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { locales, type Locale } from '../../core/api/wire';
import type { DocumentId } from '../../core/remote/documentPath';
import { toUri } from '../../documents/documentUri';
import { languageName } from '../../messages/languageName';
import { safeText } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import { checkWritable } from '../ask/approval';
import { tenantNamed } from '../ask/options';
import { pickConnector, type PickedConnector } from '../ask/picks';
import { withSentences } from '../transfer/transferMessage';
import { pickRow } from '../ask/lists';

/** Where the text of a new translation is copied from: nowhere, another locale, or another connector. */
export type TranslationSource =
	| 'empty'
	| { readonly locale: Locale }
	| { readonly connector: PickedConnector };

/** Asks for a locale and for where to copy from, and adds the translation. */
export async function addTranslationByAsking(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'documents' | 'saves'>,
	connector: PickedConnector,
): Promise<void> {
	checkWritable(tenantNamed(studio, connector.tenant.id));
	const existing = await localesOf(studio, connector);
	const locale = await pickMissingLocale(connector, existing);
	const source = locale && (await pickSource(studio, connector, { locale, existing }));
	if (source) {
		await vscode.window.showTextDocument(toUri(await addTranslation(studio, connector, locale, source)));
	}
}

/** Adds a translation, and resolves to its document. */
export async function addTranslation(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'documents' | 'saves'>,
	{ tenant, scriptName, name }: PickedConnector,
	locale: Locale,
	source: TranslationSource,
): Promise<DocumentId> {
	checkWritable(tenantNamed(studio, tenant.id));
	const existing = await localesOf(studio, { tenant, scriptName, name });
	if (existing.includes(locale)) {
		throw new UserError(
			vscode.l10n.t('{0} is already translated into {1}.', safeText(name), languageName(locale)),
		);
	}
	const id: DocumentId = { tenant: tenant.id, scriptName, part: `translations/${locale}` };
	return withSentences(studio, tenant.id, async () => {
		const bytes = await firstText(studio, { tenant, scriptName, name }, locale, source);
		await studio.saves.save(id, bytes, { fromEditor: false, compared: 'nothing' });
		await studio.documents.get(id).verify();
		return id;
	});
}

/** The locales that exist, asked anew. For one that does not exist, the service would answer with the English text. */
async function localesOf(
	{ catalog, tenants }: Pick<Studio, 'tenants' | 'catalog'>,
	{ tenant, scriptName, name }: PickedConnector,
): Promise<readonly Locale[]> {
	catalog.refresh({ tenant: tenant.id, scriptName });
	const existing = await withSentences({ tenants }, tenant.id, () => catalog.locales(tenant.id, scriptName));
	if (!existing) {
		throw new UserError(vscode.l10n.t('{0} no longer has the connector {1}.', tenant.name, safeText(name)));
	}
	return existing;
}

async function firstText(
	studio: Pick<Studio, 'tenants' | 'catalog'>,
	own: PickedConnector,
	locale: Locale,
	source: TranslationSource,
): Promise<Uint8Array> {
	if (source === 'empty') {
		return new TextEncoder().encode(`# ${languageName(locale)}\n`);
	}
	const { tenant, scriptName, name } = 'connector' in source ? source.connector : own;
	const wanted = 'locale' in source ? source.locale : locale;
	const existing = await localesOf(studio, { tenant, scriptName, name });
	if (!existing.includes(wanted)) {
		throw new UserError(
			vscode.l10n.t(
				'{0} in {1} is not translated into {2}.',
				safeText(name),
				tenant.name,
				languageName(wanted),
			),
		);
	}
	return (await studio.tenants.client(tenant.id)).readPart(scriptName, `translations/${wanted}`);
}

/** One of the locales that a connector does not have yet. @throws UserError if it has all */
export async function pickMissingLocale(
	{ name }: Pick<PickedConnector, 'name'>,
	existing: readonly Locale[],
): Promise<Locale | undefined> {
	const missing = locales.filter(locale => !existing.includes(locale));
	if (missing.length === 0) {
		throw new UserError(
			vscode.l10n.t('{0} already has every language that the service supports.', safeText(name)),
		);
	}
	const items = missing
		.map(locale => ({ label: languageName(locale), description: locale, locale }))
		.sort((one, other) => one.label.localeCompare(other.label));
	const picked = await pickRow(items, {
		title: vscode.l10n.t('Add Language to {0}', name),
		prompt: vscode.l10n.t('Select a language'),
	});
	return picked?.locale;
}

interface SourceItem extends vscode.QuickPickItem {
	readonly find: () => Promise<TranslationSource | undefined>;
}

async function pickSource(
	studio: Pick<Studio, 'tenants' | 'catalog'>,
	{ name }: PickedConnector,
	{ locale, existing }: { readonly locale: Locale; readonly existing: readonly Locale[] },
): Promise<TranslationSource | undefined> {
	const enFirst = [...existing].sort((one, other) => Number(other === 'en') - Number(one === 'en'));
	const items: readonly SourceItem[] = [
		...enFirst.map((other): SourceItem => ({
			label: vscode.l10n.t('$(copy) Copy from {0}', languageName(other)),
			description: other,
			find: () => Promise.resolve({ locale: other }),
		})),
		{
			label: vscode.l10n.t('$(new-file) Empty'),
			find: () => Promise.resolve('empty'),
		},
		{
			label: vscode.l10n.t('$(plug) Copy from Another Connector…'),
			description: vscode.l10n.t('its {0} translation', languageName(locale)),
			find: async () => {
				const connector = await pickConnector(studio.tenants, studio.catalog, undefined, {
					command: 'iscConnectors.connector.addTranslation',
				});
				return connector && { connector };
			},
		},
	];
	const picked = await pickRow(items, {
		title: vscode.l10n.t('Add {0} to {1}', languageName(locale), name),
		prompt: vscode.l10n.t('Select the initial text'),
	});
	return picked?.find();
}
