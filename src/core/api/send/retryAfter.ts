/**
 * Seconds from a `Retry-After` header, which is either a number of them or an HTTP date (RFC 9110, 10.2.3).
 * @param now by the sender's clock
 */
export function retryAfter(header: string | null, now = Date.now()): number | undefined {
	if (header === null || header.trim() === '') {
		return undefined;
	}
	const seconds = Number(header);
	if (Number.isFinite(seconds)) {
		return Math.max(0, seconds);
	}
	const date = httpDate(header);
	return date === undefined ? undefined : Math.max(0, (date - now) / 1000);
}

/** Milliseconds since 1970 from an HTTP date in any of its three forms, one of which has no zone (RFC 9110, 5.6.7). */
export function httpDate(header: string | null): number | undefined {
	const text = header?.trim() ?? '';
	const time = /^[a-z]+,? .*\d\d:\d\d:\d\d/i.test(text)
		? Date.parse(text.replace(/(?<! GMT)$/, ' GMT'))
		: NaN;
	return Number.isNaN(time) ? undefined : time;
}
