import type { CorrelationConfigDto, ReferenceDto, SchemaDto, SourceDto } from '../../../core/api/sourcesWire';

type Writable<T> = { -readonly [key in keyof T]: T[key] };

type Fields = Omit<SourceDto, 'id' | 'connectorAttributes' | 'schemas' | 'accountCorrelationConfig'>;

/** What is answered, too, though the extension has no use for it. */
interface UnreadFields {
	readonly accountCorrelationRule: ReferenceDto | null;
	readonly managerCorrelationMapping: {
		readonly accountAttributeName: string;
		readonly identityAttributeName: string;
	} | null;
	readonly managerCorrelationRule: ReferenceDto | null;
	readonly beforeProvisioningRule: ReferenceDto | null;
	readonly managementWorkgroup: ReferenceDto | null;
}

/** One source of the sample tenant. */
export interface SampleSource {
	readonly id: string;
	/** What is answered, but for what the service adds at each reading. */
	fields: Writable<Fields & UnreadFields> & { name: string };
	/** The connectorAttributes that are kept; null if there are none at all. */
	attributes: Record<string, unknown> | null;
	schemas: readonly SchemaDto[];
	correlation: CorrelationConfigDto | null;
	/** One of those that the person with the level SOURCE_SUBADMIN looks after. */
	isOfSubadmin: boolean;
	/** The service itself: listed only for who asks for it. */
	isInternal: boolean;
	/** Everybody gets 403 for it, though it is listed. */
	isRefused: boolean;
}

/** The identity whose level is SOURCE_SUBADMIN. */
export const subadminId = '2c9180865d1b7a44015d2e0c91f80a5e';
