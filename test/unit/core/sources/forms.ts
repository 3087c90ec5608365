import { parseSource, type Source } from '../../../../src/core/api/source';
import type { ConnectorDocuments } from '../../../../src/core/connector/connectorDocuments';
import { parseProperties } from '../../../../src/core/properties/parse';
import { parseXml } from '../../../../src/core/xml/parse';

/** The documents of a connector whose form has these fields, in one section. */
export function formOf(fields: string, labels = ''): ConnectorDocuments {
	return documentsOf(`<Form><BaseConfig><Section name="s">${fields}</Section></BaseConfig></Form>`, labels);
}

export function documentsOf(sourceConfig: string, labels = ''): ConnectorDocuments {
	return {
		sourceConfig: parseXml(sourceConfig),
		sourceTemplate: undefined,
		correlationConfig: undefined,
		translations: new Map([['en', parseProperties(labels)]]),
	};
}

/** A source as the tenant answers it, with these connectorAttributes. */
export function sourceWith(connectorAttributes: unknown, name = 'One'): Source {
	const row = { id: `id of ${name}`, name, connector: 'acme', owner: null, connectorAttributes };
	const source = parseSource(JSON.parse(JSON.stringify(row)));
	if (!source) {
		throw new Error('A source with an id is one');
	}
	return source;
}
