/** The first part of the operations' paths: a year, or `connectors/v1` in the layout that replaces the years. */
export const apiVersions = ['v2024', 'v2025', 'v2026', 'connectors/v1'] as const;
export type ApiVersion = (typeof apiVersions)[number];

/** The values of parameters by their names; one that is undefined is left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** What the paths of a service's operations begin with. */
export type ServiceList = 'connectors' | 'sources';

/** The URL of an operation, from the segments of its path below the list, which are encoded here. */
export function apiUrl(
	base: URL,
	version: ApiVersion,
	list: ServiceList,
	segments: readonly string[] = [],
	query: Query = {},
): URL {
	const root = version === 'connectors/v1' ? `${list}/v1` : `${version}/${list}`;
	const url = new URL([`/${root}`, ...segments.map(encodeSegment)].join('/'), base);
	for (const [name, value] of Object.entries(query)) {
		if (value !== undefined) {
			url.searchParams.set(name, String(value));
		}
	}
	return url;
}

/** Nothing at a tenant can have this name. */
export class PathSegmentError extends RangeError {
	override name = 'PathSegmentError';

	constructor(segment: string) {
		super(`'${segment}' cannot be a part of a path`);
	}
}

/**
 * A URL drops the segments `.` and `..` even when they are encoded, and would so name another path; half a letter cannot be
 * encoded.
 */
function encodeSegment(segment: string): string {
	if (segment === '' || segment === '.' || segment === '..' || /\p{Surrogate}/u.test(segment)) {
		throw new PathSegmentError(segment);
	}
	return encodeURIComponent(segment);
}
