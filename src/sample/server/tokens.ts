import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { json, Refusal, type Answer } from '../service/answers';
import { MultipartError, parseMultipart } from '../service/multipart';
import { mediaType } from '../service/operationRequest';

export interface TokenOptions {
	readonly clientId: string;
	readonly clientSecret: string;
	/** In seconds. */
	readonly lifetime: number;
	/** A clock in milliseconds since 1970. */
	readonly now?: () => number;
}

const scope = 'sp:scopes:all';

/** Hands out access tokens for the tenant's one client, and checks them. */
export class Tokens {
	private readonly now: () => number;
	private readonly key = randomBytes(32);
	private readonly tenantId = randomUUID();
	private readonly userId = randomUUID();
	/** Each token that was handed out, with the time at which it expires. */
	private readonly expiries = new Map<string, number>();

	constructor(private readonly options: TokenOptions) {
		this.now = options.now ?? Date.now;
	}

	/** `POST /oauth/token` */
	answer(contentType: string, body: Uint8Array): Answer {
		const form = readForm(contentType, body);
		const grant = form?.get('grant_type');
		if (!form || grant === undefined) {
			return oauthError(400, 'invalid_request', 'A form with a grant_type is required.');
		}
		if (grant !== 'client_credentials') {
			return oauthError(400, 'unsupported_grant_type', `Unsupported grant type: ${grant}`);
		}
		const { clientId, clientSecret } = this.options;
		if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) {
			return oauthError(401, 'invalid_client', 'Bad client credentials');
		}
		return json(this.issue(), { 'Cache-Control': 'no-store' });
	}

	/** `GET /oauth/info` */
	info(): Answer {
		return json({ tenantId: this.tenantId, tenantName: 'sample', org: 'sample', pod: 'sample' });
	}

	/** Throws unless the header carries a token that is still good. */
	check(authorization: string | undefined): void {
		const token = /^bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
		if (token === undefined) {
			throw unauthorized('JWT is missing');
		}
		const expiry = this.expiries.get(token);
		if (expiry === undefined) {
			throw unauthorized('JWT signature does not match');
		}
		if (expiry <= this.now()) {
			throw unauthorized('JWT is expired');
		}
	}

	expireAll(): void {
		for (const token of this.expiries.keys()) {
			this.expiries.set(token, 0);
		}
	}

	private issue(): object {
		const { clientId, lifetime } = this.options;
		const expiry = this.now() + lifetime * 1000;
		const who = {
			tenant_id: this.tenantId,
			org: 'sample',
			pod: 'sample',
			user_id: this.userId,
			jti: randomUUID(),
		};
		const token = this.sign({
			...who,
			client_id: clientId,
			user_name: 'sample.admin',
			authorities: ['ORG_ADMIN'],
			scope: [scope],
			iat: Math.floor(this.now() / 1000),
			exp: Math.floor(expiry / 1000),
		});
		this.expiries.set(token, expiry);
		return { access_token: token, token_type: 'bearer', expires_in: lifetime, scope, ...who };
	}

	private sign(claims: object): string {
		const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
		const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
		return `${signed}.${createHmac('sha256', this.key).update(signed).digest('base64url')}`;
	}
}

/** Undefined for what is no form of either kind. */
function readForm(contentType: string, body: Uint8Array): ReadonlyMap<string, string> | undefined {
	const decoder = new TextDecoder();
	switch (mediaType(contentType)) {
		case 'application/x-www-form-urlencoded':
			return new Map(new URLSearchParams(decoder.decode(body)));
		case 'multipart/form-data':
			try {
				return new Map(
					parseMultipart(contentType, body).map(({ name, content }) => [name, decoder.decode(content)]),
				);
			} catch (error) {
				if (error instanceof MultipartError) {
					return undefined;
				}
				throw error;
			}
		default:
			return undefined;
	}
}

function oauthError(status: number, error: string, description: string): Answer {
	return json({ error, error_description: description }, {}, status);
}

function unauthorized(reason: string): Refusal {
	return new Refusal(json({ error: `JWT validation failed: ${reason}` }, {}, 401));
}
