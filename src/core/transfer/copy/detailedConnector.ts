import type { ConnectorPart, ConnectorsApi } from '../../api/connectorsApi';
import { unlessMissing } from '../../api/unlessMissing';
import { localesOf, type ConnectorDetail } from '../../api/wire';
import { withTranslations } from '../../api/withTranslations';
import { isTranslation, localeOf, xmlNames } from '../../connector/documentName';
import { detailFields } from '../../remote/documentParts';
import type { DocumentPart } from '../../remote/documentPath';
import { metadataText } from '../../remote/metadata';
import { ChangedSinceError, type ConnectorAbout, type ConnectorBundle, type Proof } from '../archive/bundle';
import { kindOf, trustIn } from './detailTrust';

/** A connector with the texts of its detail, each of which can be replaced by what the document's own request answers with. */
export class DetailedConnector {
	private readonly about: ConnectorAbout;
	private readonly texts = new Map<DocumentPart, Uint8Array>();
	private readonly otherTranslations: ReadonlyMap<string, string>;
	/** The documents of which `texts` has what the detail says. */
	private readonly unproven = new Set<ConnectorPart>();

	private constructor(
		private readonly client: ConnectorsApi,
		readonly scriptName: string,
		detail: ConnectorDetail,
	) {
		this.about = aboutOf(detail, scriptName);
		for (const part of partsOf(detail)) {
			const text = textIn(detail, part);
			this.texts.set(part, encoded(text));
			this.unproven.add(part);
		}
		this.texts.set('connector-metadata', encoded(metadataText(detail.connectorMetadata ?? {})));
		this.otherTranslations = otherTranslationsOf(detail);
	}

	/** One request, and one for each document that the detail has no text of. Undefined if the tenant has no such connector. */
	static async read(
		client: ConnectorsApi,
		scriptName: string,
		signal?: AbortSignal,
	): Promise<DetailedConnector | undefined> {
		const answer = await unlessMissing(() => client.getConnector(scriptName, { ...(signal && { signal }) }));
		if (!answer) {
			return undefined;
		}
		const detail = await withTranslations(client, scriptName, answer, signal);
		const connector = new DetailedConnector(client, scriptName, detail);
		const textless = [...connector.unproven].filter(part => !isText(textIn(detail, part)));
		await Promise.all(textless.map(part => connector.readOwn(part, signal)));
		return connector;
	}

	/** The documents whose texts are those of the detail. */
	get detailed(): readonly ConnectorPart[] {
		return [...this.unproven];
	}

	get bundle(): ConnectorBundle {
		const { about, texts, otherTranslations, unproven } = this;
		return {
			about,
			texts,
			...(otherTranslations.size > 0 && { otherTranslations }),
			...(unproven.size > 0 && { proofOf: (part: DocumentPart) => this.proofOf(part) }),
		};
	}

	/**
	 * Replaces the text of a document by what its own request answers with, and tells how that stands to the text before. A copy
	 * has to be whole: where the request finds none, the text of the detail stays.
	 */
	async readOwn(part: ConnectorPart, signal?: AbortSignal): Promise<'same' | 'different' | 'missing'> {
		const bytes = await unlessMissing(() => this.client.readPart(this.scriptName, part, signal));
		const known = this.texts.get(part);
		this.unproven.delete(part);
		if (bytes) {
			this.texts.set(part, bytes);
			return known !== undefined && Buffer.compare(bytes, known) === 0 ? 'same' : 'different';
		}
		if (known?.length === 0) {
			this.texts.delete(part);
		}
		return 'missing';
	}

	private proofOf(part: DocumentPart): Proof | undefined {
		const seen = this.texts.get(part);
		return part !== 'connector-metadata' && seen && this.unproven.has(part)
			? signal => this.prove(part, seen, signal)
			: undefined;
	}

	/**
	 * What is not the text of the detail may be that of the document all the same, if the detail has still its text. `seen` is what
	 * people have seen: it is compared with at each try, whatever an earlier one has found.
	 */
	private async prove(part: ConnectorPart, seen: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
		const { client, scriptName } = this;
		const own = await unlessMissing(() => client.readPart(scriptName, part, signal));
		if (!own || Buffer.compare(own, seen) !== 0) {
			const now = await client.getConnector(scriptName, { ...(signal && { signal }) });
			if (Buffer.compare(encoded(textIn(now, part)), seen) !== 0) {
				throw new ChangedSinceError(scriptName, part);
			}
			trustIn(client).saw(kindOf(part), own === undefined);
		}
		return own ?? seen;
	}
}

/** The documents that a detail may have texts of, and the service requests for. */
function partsOf(detail: ConnectorDetail): readonly ConnectorPart[] {
	return [...xmlNames, ...(localesOf(detail) ?? []).map((locale): ConnectorPart => `translations/${locale}`)];
}

function encoded(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}

function textIn(detail: ConnectorDetail, part: ConnectorPart): string {
	const text = isTranslation(part)
		? detail.translationProperties?.[localeOf(part)]
		: detail[detailFields[part]];
	return text ?? '';
}

/** Whether a text can be all that the document has: U+FFFD may stand for bytes that are no UTF-8. */
function isText(text: string): boolean {
	return text !== '' && !text.includes('\uFFFD');
}

/** The service takes no request for the text of a locale that it does not know, but its detail has the text. */
function otherTranslationsOf(detail: ConnectorDetail): ReadonlyMap<string, string> {
	const known: ReadonlySet<string> = new Set(localesOf(detail));
	const all = Object.entries(detail.translationProperties ?? {});
	return new Map(
		all.flatMap(([locale, text]) => (text === null || known.has(locale) ? [] : [[locale, text]])),
	);
}

function aboutOf(detail: ConnectorDetail, scriptName: string): ConnectorAbout {
	const { name, type, className, directConnect, status } = detail;
	return {
		name: name || scriptName,
		type,
		className: className || undefined,
		directConnect,
		status,
	};
}
