import type { ConnectorsApi } from './connectorsApi';
import { unlessMissing } from './unlessMissing';
import { locales, localesOf, type ConnectorDetail } from './wire';

/**
 * A detail with its translations. Where it does not say which there are, each locale is asked for. For one that does not
 * exist, the service answers with the text of `en`, so only a text that differs from that is taken to exist.
 */
export async function withTranslations(
	client: ConnectorsApi,
	scriptName: string,
	detail: ConnectorDetail,
	signal?: AbortSignal,
): Promise<ConnectorDetail> {
	if (localesOf(detail)) {
		return detail;
	}
	const answers = await Promise.all(
		locales.map(async locale => {
			const bytes = await unlessMissing(() => client.readPart(scriptName, `translations/${locale}`, signal));
			return [locale, bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)] as const;
		}),
	);
	const english = new Map(answers).get('en');
	const found = answers.flatMap(([locale, text]) =>
		text !== undefined && (locale === 'en' || text !== english) ? [[locale, text] as const] : [],
	);
	return { ...detail, translationProperties: Object.fromEntries(found) };
}
