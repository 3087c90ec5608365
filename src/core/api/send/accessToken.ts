import { isObject } from '../errors';

/** What an access token says about itself, as far as it says it. */
export interface AccessTokenClaims {
	readonly expires?: Date;
	/** The tenant's name. */
	readonly org?: string;
	readonly scopes?: readonly string[];
}

/** A pasted token as the header wants it: without `Bearer`, and without the line breaks of a window too narrow for it. */
export function cleanAccessToken(pasted: string): string {
	return pasted
		.trim()
		.replace(/^bearer(\s+|$)/i, '')
		.replace(/\s+/g, '');
}

/**
 * Reads the claims of a JWT; undefined for what is none. The signature is not checked: whether the token is good is for
 * the tenant to say.
 */
export function accessTokenClaims(token: string): AccessTokenClaims | undefined {
	const [, header, payload] = /^([\w-]+)\.([\w-]+)\.[\w-]*$/.exec(cleanAccessToken(token)) ?? [];
	const claims = jsonObject(payload);
	if (!claims || !jsonObject(header)) {
		return undefined;
	}
	const expires = dateOf(claims['exp']);
	const org = claims['org'];
	const scopes = scopesOf(claims['scope']);
	return {
		...(expires && { expires }),
		...(typeof org === 'string' && org !== '' && { org }),
		...(scopes && { scopes }),
	};
}

function jsonObject(encoded: string | undefined): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(Buffer.from(encoded ?? '', 'base64url').toString());
		return isObject(value) ? value : undefined;
	} catch {
		return undefined; // Three words with dots between them are not yet a JWT.
	}
}

/** @param seconds since 1970, if the claim is as it should be. */
function dateOf(seconds: unknown): Date | undefined {
	const date = typeof seconds === 'number' && seconds > 0 ? new Date(seconds * 1000) : undefined;
	return date && !Number.isNaN(date.getTime()) ? date : undefined;
}

/** A list, or one text with spaces between the scopes as OAuth has it. */
function scopesOf(scope: unknown): readonly string[] | undefined {
	const scopes: unknown = typeof scope === 'string' ? scope.split(' ') : scope;
	return Array.isArray(scopes)
		? scopes.filter((each): each is string => typeof each === 'string' && each !== '')
		: undefined;
}
