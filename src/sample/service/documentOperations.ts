import type { Locale, UpdateDetail } from '../../core/api/wire';
import { json, refusal, type Answer } from './answers';
import type { ConnectorStore } from './connectorStore';
import { connectorFolder, toText } from './connectorDto';
import { documentProblem, type XmlDocumentKind } from './documentCheck';
import type { SampleConnector } from './model';
import { fileBody, type OperationRequest } from './operationRequest';

const fileNames: Readonly<Record<XmlDocumentKind, string>> = {
	sourceConfig: 'source-config.xml',
	sourceTemplate: 'source-template.xml',
	correlationConfig: 'correlation-config.xml',
};

export function getXml(connector: SampleConnector, kind: XmlDocumentKind): Answer {
	return { status: 200, headers: { 'Content-Type': 'application/xml' }, body: connector[kind] };
}

/** A locale that has no texts of its own is answered in English. */
export function getTranslations({ scriptName, translations }: SampleConnector, locale: Locale): Answer {
	const body = translations[locale] ?? translations.en;
	if (!body) {
		throw refusal(404, `The connector "${scriptName}" has no translations.`);
	}
	return { status: 200, headers: { 'Content-Type': 'text/plain' }, body };
}

export function putXml(
	connector: SampleConnector,
	kind: XmlDocumentKind,
	request: OperationRequest,
	store: ConnectorStore,
): Answer {
	const sent = fileBody(request);
	const problem = documentProblem(kind, sent);
	if (problem !== undefined) {
		return updateDetail(connector, { status: 'ERROR', message: problem });
	}
	return update(connector, connector[kind], sent, fileNames[kind], request, bytes => {
		store.change(connector.scriptName, changed => {
			changed[kind] = bytes;
		});
	});
}

export function putTranslations(
	connector: SampleConnector,
	locale: Locale,
	request: OperationRequest,
	store: ConnectorStore,
): Answer {
	const present = connector.translations[locale];
	return update(
		connector,
		present,
		fileBody(request),
		`translations/${locale}.properties`,
		request,
		bytes => {
			store.change(connector.scriptName, changed => {
				changed.translations[locale] = bytes;
			});
		},
	);
}

function update(
	connector: SampleConnector,
	present: Uint8Array | undefined,
	sent: Uint8Array,
	fileName: string,
	{ rewrite }: OperationRequest,
	keep: (bytes: Uint8Array) => void,
): Answer {
	if (!rewrite && present && Buffer.compare(present, sent) === 0) {
		return updateDetail(connector, { status: 'UNCHANGED', message: 'The file is the same as before.' });
	}
	keep(rewrite ? new TextEncoder().encode(rewrite(toText(sent))) : sent);
	return updateDetail(connector, {
		status: 'UPDATED',
		updatedFiles: [`${connectorFolder(connector.scriptName)}/${fileName}`],
	});
}

function updateDetail({ scriptName }: SampleConnector, detail: UpdateDetail): Answer {
	const answer: UpdateDetail = { scriptName, updatedFiles: [], ...detail };
	return json(answer);
}
