import { refusal } from '../answers';
import type { SourceOperation } from '../routes';
import { subadminId, type SampleSource } from './sampleSource';

export type UserLevel = 'ORG_ADMIN' | 'SOURCE_ADMIN' | 'SOURCE_SUBADMIN';

/** Whose token it is that requests carry, and what it may be used for. */
export interface User {
	level: UserLevel;
	/** Scopes that the token lacks: it has all others. */
	missingScopes: readonly string[];
}

const scopes: Readonly<Record<SourceOperation, string>> = {
	listSources: 'idn:sources:read',
	getSource: 'idn:sources:read',
	getSourceConfig: 'idn:connector-config:read',
	getCorrelationConfig: 'idn:sources:read',
	getSourceSchemas: 'idn:source-schema:read',
};

const refuses = 'The server understood the request but refuses to authorize it.';

/** Throws a Refusal if the user may not use the operation at all. */
export function checkOperation(operation: SourceOperation, { level, missingScopes }: User): void {
	const scope = scopes[operation];
	if (missingScopes.includes(scope)) {
		throw refusal(403, refuses, [`The token lacks the scope ${scope}.`]);
	}
	if (operation === 'getSourceConfig' && level !== 'ORG_ADMIN') {
		throw refusal(403, refuses);
	}
}

/** Throws a Refusal if the user may not read this source. */
export function checkSource({ isRefused, isOfSubadmin }: SampleSource, { level }: User): void {
	if (isRefused || (level === 'SOURCE_SUBADMIN' && !isOfSubadmin)) {
		throw refusal(403, refuses);
	}
}

/** Which sources a list for an identity has, or for nobody in particular. Throws a Refusal. */
export function listedFor(identity: string | null, { level }: User): (source: SampleSource) => boolean {
	const me = level === 'SOURCE_SUBADMIN' ? subadminId : 'another identity';
	const whose = identity === 'me' ? me : identity;
	if (level === 'SOURCE_SUBADMIN' && whose !== me) {
		throw refusal(403, refuses);
	}
	return whose === null ? () => true : ({ isOfSubadmin }) => isOfSubadmin && whose === subadminId;
}
