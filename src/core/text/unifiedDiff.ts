import { createTwoFilesPatch } from 'diff';

/** What one text changes of another, as `diff -u` shows it; empty if nothing differs but line ends. */
export function unifiedDiff(
	before: string,
	after: string,
	[oldName, newName]: readonly [string, string],
): string {
	const [old, now] = [before, after].map(text => text.replace(/\r\n?/g, '\n'));
	return old === now
		? ''
		: createTwoFilesPatch(oldName, newName, old ?? '', now ?? '', undefined, undefined, {
				context: 2,
				headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
			});
}
