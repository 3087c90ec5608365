import type { ConnectorStatus, Locale } from '../../core/api/wire';

/** What there is to a connector besides its documents. */
export interface AboutConnector {
	name: string;
	type: string;
	scriptName: string;
	className: string | null;
	features: string[] | null;
	directConnect: boolean;
	fileUpload: boolean;
	status: ConnectorStatus;
	/** Made by the tenant's own people, not by the product: only such a connector can be deleted. */
	custom: boolean;
	/** What the list's filters `category` and `labels` look at. */
	category: string;
	labels: string[];
}

/** One connector of the sample tenant, with its documents as the bytes that were last PUT. */
export interface SampleConnector extends AboutConnector {
	connectorMetadata: Record<string, unknown>;
	sourceConfig: Uint8Array;
	sourceTemplate: Uint8Array;
	correlationConfig: Uint8Array;
	translations: Partial<Record<Locale, Uint8Array>>;
}
