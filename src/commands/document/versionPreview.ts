import * as vscode from 'vscode';
import { lineChanges } from '../../core/text/lineDiff';

/** One line to recognize a version by: the first that differs from what the tenant has. */
export function versionPreview(
	text: Uint8Array | undefined,
	present: Uint8Array | undefined,
	tenant: string,
): string {
	if (!text) {
		return vscode.l10n.t('{0} did not have the document.', tenant);
	}
	if (present && Buffer.compare(text, present) === 0) {
		return vscode.l10n.t('Same as the current version in {0}', tenant);
	}
	const old = decode(text);
	const [first] = lineChanges(old, present ? decode(present) : '');
	if (!first) {
		return vscode.l10n.t('Same as the current version in {0}, except for line endings', tenant);
	}
	const { start, end, lines } = first;
	const [line, short] = [start + 1, shortened(old.split(/\r\n|\r|\n/).slice(start, end))];
	if (start === end) {
		return vscode.l10n.t('Added later in line {0}: {1}', line, shortened(lines));
	}
	return lines.length === 0
		? vscode.l10n.t('Removed later in line {0}: {1}', line, short)
		: vscode.l10n.t('Line {0}: {1} → {2}', line, short, shortened(lines));
}

/** The first line with something on it. */
function shortened(lines: readonly string[]): string {
	const line = lines.map(each => each.trim()).find(Boolean);
	return line?.slice(0, 60) ?? vscode.l10n.t('(empty line)');
}

function decode(bytes: Uint8Array): string {
	return new TextDecoder().decode(bytes);
}
