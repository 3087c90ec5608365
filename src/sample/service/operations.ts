import { locales, type Locale } from '../../core/api/wire';
import { json, refusal, type Answer } from './answers';
import type { ConnectorStore } from './connectorStore';
import { toDetail, toRow } from './connectorDto';
import { getTranslations, getXml, putTranslations, putXml } from './documentOperations';
import { connectorFilters } from './filterFields';
import { listAnswer } from './listAnswer';
import type { SampleConnector } from './model';
import { newConnector } from './newConnector';
import { patchConnector } from './patchConnector';
import { jsonBody, type OperationRequest } from './operationRequest';
import { documentKindOf, type ConnectorOperation } from './routes';

/** Carries out an operation. Throws a Refusal if it cannot. */
export function operate(
	operation: ConnectorOperation,
	request: OperationRequest,
	store: ConnectorStore,
): Answer {
	switch (operation) {
		case 'getConnectorList':
			return list(request.query, store.all());
		case 'createCustomConnector':
			return create(request, store);
		case 'getConnector':
			asLocale(request.query.get('locale') ?? 'en');
			return detail(existing(request, store), request);
		case 'updateConnector':
			existing(request, store);
			return patchConnector(request, store);
		case 'deleteCustomConnector':
			return remove(existing(request, store), store);
		case 'getConnectorSourceConfig':
		case 'getConnectorSourceTemplate':
		case 'getConnectorCorrelationConfig':
			return getXml(existing(request, store), documentKindOf[operation]);
		case 'putConnectorSourceConfig':
		case 'putConnectorSourceTemplate':
		case 'putConnectorCorrelationConfig':
			return putXml(existing(request, store), documentKindOf[operation], request, store);
		case 'getConnectorTranslations':
			return getTranslations(existing(request, store), asLocale(request.locale));
		case 'putConnectorTranslations':
			return putTranslations(existing(request, store), asLocale(request.locale), request, store);
	}
}

function list(query: URLSearchParams, connectors: readonly SampleConnector[]): Answer {
	asLocale(query.get('locale') ?? 'en');
	const released = connectors.filter(connector => connector.status === 'RELEASED').sort(byName);
	return listAnswer(query, released, connectorFilters, toRow);
}

function byName(one: SampleConnector, other: SampleConnector): number {
	const [first, second] = [one.name.toLowerCase(), other.name.toLowerCase()];
	return first < second ? -1 : first > second ? 1 : one.scriptName < other.scriptName ? -1 : 1;
}

function detail(connector: SampleConnector, { changeDetail }: OperationRequest): Answer {
	const usual = toDetail(connector);
	return json(changeDetail ? changeDetail(usual) : usual);
}

function create(request: OperationRequest, store: ConnectorStore): Answer {
	const connector = newConnector(jsonBody(request, 'application/json'), store.all());
	store.add(connector);
	return json(toRow(connector));
}

function remove({ scriptName, custom }: SampleConnector, store: ConnectorStore): Answer {
	if (!custom) {
		throw refusal(400, `The connector "${scriptName}" is not a custom one, so it cannot be deleted.`);
	}
	store.remove(scriptName);
	return { status: 204, headers: {}, body: new Uint8Array() };
}

function existing({ scriptName }: OperationRequest, store: ConnectorStore): SampleConnector {
	const connector = store.find(scriptName);
	if (!connector) {
		throw refusal(404, `There is no connector with the script name "${scriptName}".`);
	}
	return connector;
}

export function asLocale(text: string): Locale {
	const locale = locales.find(known => known === text);
	if (!locale) {
		throw refusal(400, `The locale "${text}" is not supported.`);
	}
	return locale;
}
