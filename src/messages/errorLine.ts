import type { NameOf } from './userError';

/** What was being done when an error came up, and in which tenant, as far as the error itself does not tell. */
export interface ErrorPlace {
	readonly what?: string | undefined;
	/** The tenant's id. */
	readonly tenant?: string | undefined;
}

/** An error for the log: the tenant that it is about, what was being done, and the error with its causes. */
export function errorLine(
	error: unknown,
	tenants: { readonly nameOf: NameOf },
	{ what, tenant }: ErrorPlace = {},
): string {
	const causes = causesOf(error);
	const host = tenant ?? causes.map(hostOf).find(each => each !== undefined);
	return [host && tenants.nameOf(host), what, causes.map(textOf).join('\ncaused by: ')]
		.filter(Boolean)
		.join(' · ');
}

/** An error and what has led to it, the error first. */
function causesOf(error: unknown): readonly unknown[] {
	const causes: unknown[] = [];
	for (let each = error; each !== undefined && !causes.includes(each);) {
		causes.push(each);
		each = each instanceof Error ? each.cause : undefined;
	}
	return causes;
}

function hostOf(error: unknown): string | undefined {
	return error instanceof Error && 'host' in error && typeof error.host === 'string' ? error.host : undefined;
}

function textOf(error: unknown): string {
	return (error instanceof Error && error.stack) || String(error);
}
