/** What the Sources API answers, with the names of its specification. Every field of an answer may be absent or null. */

type Maybe<T> = T | null | undefined;

export interface ReferenceDto {
	readonly type?: Maybe<string>;
	readonly id?: Maybe<string>;
	readonly name?: Maybe<string>;
}

/** The answer of `GET /sources/{id}`, and a row of `GET /sources`. */
export interface SourceDto {
	readonly id?: Maybe<string>;
	readonly name?: Maybe<string>;
	readonly description?: Maybe<string>;
	readonly owner?: Maybe<ReferenceDto>;
	readonly cluster?: Maybe<ReferenceDto>;
	readonly accountCorrelationConfig?: Maybe<ReferenceDto>;
	readonly schemas?: Maybe<readonly ReferenceDto[]>;
	readonly passwordPolicies?: Maybe<readonly ReferenceDto[]>;
	readonly features?: Maybe<readonly string[]>;
	readonly type?: Maybe<string>;
	/** The script name of the connector. */
	readonly connector?: Maybe<string>;
	readonly connectorClass?: Maybe<string>;
	/** What was entered in the connector's form, and much that the service adds at each reading. */
	readonly connectorAttributes?: Maybe<Readonly<Record<string, unknown>>>;
	readonly deleteThreshold?: Maybe<number>;
	readonly authoritative?: Maybe<boolean>;
	readonly healthy?: Maybe<boolean>;
	readonly status?: Maybe<string>;
	readonly since?: Maybe<string>;
	readonly connectorId?: Maybe<string>;
	/** The connector's name when the source was made. */
	readonly connectorName?: Maybe<string>;
	readonly connectionType?: Maybe<string>;
	readonly connectorImplementationId?: Maybe<string>;
	readonly created?: Maybe<string>;
	readonly modified?: Maybe<string>;
	readonly credentialProviderEnabled?: Maybe<boolean>;
	readonly category?: Maybe<string>;
}

/** The answer of `GET /sources/{id}/correlation-config`. */
export interface CorrelationConfigDto {
	readonly id?: Maybe<string>;
	readonly name?: Maybe<string>;
	readonly attributeAssignments?: Maybe<readonly AttributeAssignmentDto[]>;
}

export interface AttributeAssignmentDto {
	/** An attribute of the identity. */
	readonly property?: Maybe<string>;
	/** An attribute of the account. */
	readonly value?: Maybe<string>;
	readonly operation?: Maybe<string>;
	readonly complex?: Maybe<boolean>;
	readonly ignoreCase?: Maybe<boolean>;
	readonly matchMode?: Maybe<string>;
	readonly filterString?: Maybe<string>;
}

/** One of the answer of `GET /sources/{sourceId}/schemas`. */
export interface SchemaDto {
	readonly id?: Maybe<string>;
	/** The type of its objects: `account`, `group` … */
	readonly name?: Maybe<string>;
	readonly nativeObjectType?: Maybe<string>;
	readonly identityAttribute?: Maybe<string>;
	readonly displayAttribute?: Maybe<string>;
	readonly hierarchyAttribute?: Maybe<string>;
	readonly includePermissions?: Maybe<boolean>;
	readonly features?: Maybe<readonly string[]>;
	readonly configuration?: Maybe<Readonly<Record<string, unknown>>>;
	readonly attributes?: Maybe<readonly AttributeDefinitionDto[]>;
	readonly created?: Maybe<string>;
	readonly modified?: Maybe<string>;
}

export interface AttributeDefinitionDto {
	readonly name?: Maybe<string>;
	readonly nativeName?: Maybe<string>;
	readonly type?: Maybe<string>;
	readonly schema?: Maybe<ReferenceDto>;
	readonly description?: Maybe<string>;
	readonly isMulti?: Maybe<boolean>;
	/** What the specification's example writes for `isMulti`. */
	readonly isMultiValued?: Maybe<boolean>;
	readonly isEntitlement?: Maybe<boolean>;
	readonly isGroup?: Maybe<boolean>;
}
