/** What the Connectors API sends and takes, with the names of its specification. Every field of an answer may be absent. */

export const statuses = ['DEPRECATED', 'DEVELOPMENT', 'DEMO', 'RELEASED'] as const;
export type ConnectorStatus = (typeof statuses)[number];

/** One row of `GET /connectors`. It has no id: the script name identifies a connector. */
export interface V3ConnectorDto {
	readonly name?: string;
	readonly type?: string;
	readonly scriptName?: string;
	readonly className?: string | null;
	readonly features?: readonly string[] | null;
	readonly directConnect?: boolean;
	readonly connectorMetadata?: Readonly<Record<string, unknown>>;
	readonly status?: ConnectorStatus;
}

/** The answer of `GET` and `PATCH /connectors/{scriptName}`; unlike the list's rows it has no features. */
export interface ConnectorDetail {
	readonly name?: string;
	readonly type?: string;
	readonly className?: string;
	readonly scriptName?: string;
	readonly applicationXml?: string;
	readonly correlationConfigXml?: string;
	readonly sourceConfigXml?: string;
	readonly sourceConfig?: string | null;
	readonly sourceConfigFrom?: string | null;
	readonly s3Location?: string;
	readonly uploadedFiles?: readonly string[] | null;
	readonly fileUpload?: boolean;
	readonly directConnect?: boolean;
	/** Locale → properties text. Its keys are the locales that exist, also where a text is missing. */
	readonly translationProperties?: Readonly<Record<string, string | null>> | null;
	readonly connectorMetadata?: Readonly<Record<string, unknown>>;
	readonly status?: ConnectorStatus;
}

/** The body of `POST /connectors`. */
export interface V3CreateConnectorDto {
	readonly name: string;
	readonly className: string;
	/** `custom ` and the name, if absent. */
	readonly type?: string;
	/** true, if absent. */
	readonly directConnect?: boolean;
	readonly status?: Exclude<ConnectorStatus, 'DEPRECATED'>;
}

export type UpdateStatus = 'ERROR' | 'UPDATED' | 'UNCHANGED' | 'SKIPPED';

/** The answer to a PUT of a document: a 200 whose `status` may still say that nothing was saved. */
export interface UpdateDetail {
	readonly message?: string;
	readonly scriptName?: string;
	readonly updatedFiles?: readonly string[] | null;
	readonly status?: UpdateStatus;
}

/** One operation of RFC 6902. */
export interface JsonPatchOperation {
	readonly op: 'add' | 'remove' | 'replace' | 'move' | 'copy' | 'test';
	readonly path: string;
	readonly from?: string;
	readonly value?: unknown;
}

export interface ErrorMessageDto {
	readonly locale?: string | null;
	readonly localeOrigin?: string | null;
	readonly text?: string;
}

export interface ErrorResponseDto {
	readonly detailCode?: string;
	readonly trackingId?: string;
	readonly messages?: readonly ErrorMessageDto[];
	readonly causes?: readonly ErrorMessageDto[];
}

/** The locales that the API takes; `en` is its default. */
export const locales = [
	'de',
	'no',
	'fi',
	'sv',
	'ru',
	'pt',
	'ko',
	'zh-TW',
	'en',
	'it',
	'fr',
	'zh-CN',
	'hu',
	'es',
	'cs',
	'ja',
	'pl',
	'da',
	'nl',
] as const;
export type Locale = (typeof locales)[number];

/**
 * The locales that a connector has: asked for the text of another one, the service answers with that of `en`. Undefined if
 * the detail does not say.
 */
export function localesOf({ translationProperties }: ConnectorDetail): readonly Locale[] | undefined {
	return translationProperties
		? locales.filter(locale => Object.hasOwn(translationProperties, locale))
		: undefined;
}
