import { northwind } from '../northwind';
import type { SampleConnector } from '../service/model';

/** The same connectors in a production tenant, where Northwind Badge System is a version behind: it lacks a help text. */
export function inProduction(connectors: readonly SampleConnector[]): SampleConnector[] {
	return connectors.map(connector =>
		connector.scriptName === northwind.scriptName ? behind(connector) : connector,
	);
}

function behind(connector: SampleConnector): SampleConnector {
	const { sourceConfig, translations } = connector;
	const { en = new Uint8Array() } = translations;
	return {
		...connector,
		sourceConfig: without(sourceConfig, ' helpKey="help_requestHeaders"'),
		translations: { ...translations, en: without(en, /^help_requestHeaders=.*\n/m) },
	};
}

function without(bytes: Uint8Array, part: string | RegExp): Uint8Array {
	return new TextEncoder().encode(new TextDecoder().decode(bytes).replace(part, ''));
}
