import type { FieldValue, UploadLimits } from '../../../../core/connector/form/formPicture';

/** The names of files that a field holds. */
export function filesIn(value: FieldValue | undefined): readonly string[] {
	if (typeof value === 'string') {
		return value === '' ? [] : [value];
	}
	return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** With their dots, in lower case. */
export function extensionsIn(limits: UploadLimits | undefined): readonly string[] {
	const written = limits?.extensions?.split(/[\s,;]+/) ?? [];
	return written
		.map(each => each.replace(/^\*?\.?/, '').toLowerCase())
		.filter(each => each !== '')
		.map(each => `.${each}`);
}

/** As far as the limit is a number. */
export function limitOf(written: string | undefined): number | undefined {
	return written !== undefined && /^\s*\d+\s*$/.test(written) ? Number(written) : undefined;
}

/** What the limits say against the files that are chosen. */
export type FileProblem =
	| { readonly code: 'too-many'; readonly count: number; readonly limit: number }
	| { readonly code: 'too-big'; readonly file: string; readonly limit: number }
	| { readonly code: 'extension'; readonly file: string; readonly allowed: readonly string[] };

/** `sizes` are in bytes, by name, as far as they are known. */
export function fileProblems(
	names: readonly string[],
	sizes: ReadonlyMap<string, number>,
	limits: UploadLimits | undefined,
): readonly FileProblem[] {
	const maxFiles = limitOf(limits?.maxFiles) ?? Infinity;
	const maxSize = limitOf(limits?.maxSize) ?? Infinity;
	const allowed = extensionsIn(limits);
	const isAllowed = (name: string) => allowed.some(each => name.toLowerCase().endsWith(each));
	const problems: FileProblem[] = [];
	if (names.length > maxFiles) {
		problems.push({ code: 'too-many', count: names.length, limit: maxFiles });
	}
	for (const file of names) {
		if ((sizes.get(file) ?? 0) > maxSize * 1024) {
			problems.push({ code: 'too-big', file, limit: maxSize });
		}
		if (allowed.length > 0 && !isAllowed(file)) {
			problems.push({ code: 'extension', file, allowed });
		}
	}
	return problems;
}
