/** The first part of the operations' paths: a year, or `connectors/v1` in the layout that replaces the years. */
export const apiVersions = ['v2024', 'v2025', 'v2026', 'connectors/v1'] as const;
export type ApiVersion = (typeof apiVersions)[number];

/** The URL of an operation, from the segments of its path below the list of connectors, which are encoded here. */
export function connectorsUrl(
	base: URL,
	version: ApiVersion,
	segments: readonly string[] = [],
	query: Readonly<Record<string, string | number | boolean | undefined>> = {},
): URL {
	const root = version === 'connectors/v1' ? version : `${version}/connectors`;
	const url = new URL([`/${root}`, ...segments.map(encodeSegment)].join('/'), base);
	for (const [name, value] of Object.entries(query)) {
		if (value !== undefined) {
			url.searchParams.set(name, String(value));
		}
	}
	return url;
}

/** A URL drops the segments `.` and `..` even when they are encoded, and would so name another connector's path. */
function encodeSegment(segment: string): string {
	if (segment === '' || segment === '.' || segment === '..') {
		throw new RangeError(`'${segment}' cannot be a script name`);
	}
	return encodeURIComponent(segment);
}
