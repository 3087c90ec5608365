import * as vscode from 'vscode';
import { locales, statuses } from '../core/api/wire';
import { safeText } from './safeText';
import { ArchiveError, type ArchiveProblem } from '../core/transfer/archive/archiveError';
import { UserError } from './userError';

/** The error of reading or writing a folder or a ZIP file; an ArchiveError with its sentence. */
export function archiveError(error: unknown): unknown {
	return error instanceof ArchiveError
		? new UserError(archiveMessage(error.problem), { cause: error })
		: error;
}

/** What is wrong with a folder or a zip, and what to do about it. */
export function archiveMessage(problem: ArchiveProblem): string {
	switch (problem.kind) {
		case 'not-a-zip':
			return vscode.l10n.t('Not a ZIP file. Select a .zip file.');
		case 'cut-off':
			return vscode.l10n.t('The ZIP file is truncated. Copy or download it again.');
		case 'multi-disk':
			return vscode.l10n.t(
				'The ZIP file is one part of a split archive. Create a ZIP file that is not split.',
			);
		case 'broken':
			return problem.path === undefined
				? vscode.l10n.t('The ZIP file is damaged. Copy or download it again, or create a new one.')
				: vscode.l10n.t(
						'The ZIP file is damaged ("{0}"). Copy or download it again, or create a new one.',
						safeText(problem.path),
					);
		case 'checksum':
			return vscode.l10n.t(
				'The ZIP file is damaged: the checksum of "{0}" does not match. Copy or download it again, or create a new one.',
				safeText(problem.path),
			);
		case 'overlap':
		case 'header-mismatch':
			return vscode.l10n.t(
				'The ZIP file is inconsistent ("{0}"). Create a new one from files that you trust.',
				safeText(problem.path),
			);
		case 'name-outside':
		case 'name-absolute':
			return vscode.l10n.t(
				'The path "{0}" in the ZIP file leads outside of it. Create a new one from files that you trust.',
				safeText(problem.path),
			);
		case 'name-with-backslash':
			return vscode.l10n.t(
				'The path "{0}" in the ZIP file contains a backslash. Create it with a tool that writes "/" between folders.',
				safeText(problem.path),
			);
		case 'name-with-control-character':
		case 'name-with-empty-segment':
		case 'name-malformed':
			return vscode.l10n.t(
				'The path "{0}" in the ZIP file is not valid. Create a new ZIP file.',
				safeText(problem.path),
			);
		case 'path-repeated':
			return vscode.l10n.t(
				'"{0}" and "{1}" in the ZIP file are the same file on some systems. Create a ZIP file with only one of them.',
				safeText(problem.other),
				safeText(problem.path),
			);
		case 'link':
			return vscode.l10n.t(
				'"{0}" in the ZIP file is a link. Create a ZIP file with the files themselves.',
				safeText(problem.path),
			);
		case 'special-file':
			return vscode.l10n.t(
				'"{0}" in the ZIP file is neither a file nor a folder. Create a ZIP file without it.',
				safeText(problem.path),
			);
		case 'encrypted':
			return vscode.l10n.t(
				'"{0}" in the ZIP file is encrypted. Create a ZIP file without a password.',
				safeText(problem.path),
			);
		case 'unknown-method':
			return vscode.l10n.t(
				'"{0}" in the ZIP file uses an unsupported compression method ({1}). Create a ZIP file with "Deflate".',
				safeText(problem.path),
				problem.method,
			);
		case 'too-many-entries':
			return vscode.l10n.t(
				'There are more than {0} files. Select a folder or a ZIP file that contains only connectors.',
				problem.limit,
			);
		case 'too-large':
			return vscode.l10n.t(
				'"{0}" is larger than {1} MB, the limit for a document. Remove it and try again.',
				safeText(problem.path),
				megabytes(problem.limit),
			);
		case 'too-large-in-all':
			return vscode.l10n.t(
				'The documents exceed {0} MB in total. Select fewer connectors.',
				megabytes(problem.limit),
			);
		case 'link-passed-over':
			return vscode.l10n.t(
				'Skipped "{0}", because it is a link. To include it, replace it with the files themselves.',
				safeText(problem.path),
			);
		case 'link-in-the-way':
			return vscode.l10n.t(
				'Cannot write to "{0}", because it is a link. Remove it, or select another folder.',
				safeText(problem.path),
			);
		case 'in-the-way':
			return vscode.l10n.t(
				'Cannot write the connector, because "{0}" already exists. Rename it, or select another folder.',
				safeText(problem.path),
			);
		case 'changed-meanwhile':
			return vscode.l10n.t(
				'Nothing was written, because "{0}" changed during the export. Try again.',
				safeText(problem.path),
			);
		case 'about-malformed':
			return vscode.l10n.t('"{0}" is not valid JSON: {1}', safeText(problem.path), safeText(problem.reason));
		case 'about-missing':
			return vscode.l10n.t(
				'"{0}" is missing. Create it with at least a "name", so that the connector can be identified.',
				safeText(problem.path),
			);
		case 'about-without-name':
			return vscode.l10n.t(
				'"{0}" does not contain a valid "name". Add or correct it.',
				safeText(problem.path),
			);
		case 'about-wrong-type':
			return problem.expected === 'string'
				? vscode.l10n.t('"{0}": "{1}" must be a string.', safeText(problem.path), problem.key)
				: vscode.l10n.t('"{0}": "{1}" must be true or false.', safeText(problem.path), problem.key);
		case 'about-unknown-status':
			return vscode.l10n.t(
				'"{0}": unknown status "{1}". Use one of {2}.',
				safeText(problem.path),
				safeText(problem.status),
				statuses.join(', '),
			);
		case 'unknown-locale':
			return vscode.l10n.t(
				'Skipped "{0}", because the service does not support the language "{1}". Supported: {2}.',
				safeText(problem.path),
				safeText(problem.locale),
				locales.join(', '),
			);
		case 'connector-repeated':
			return vscode.l10n.t(
				'"{0}" and "{1}" contain the same connector, "{2}". Delete one of the folders, or change the name in its connector.json.',
				safeText(problem.other),
				safeText(problem.path),
				safeText(problem.name),
			);
		case 'name-repeated':
			return vscode.l10n.t(
				'Two connectors have the name "{0}". Select only one of them.',
				safeText(problem.name),
			);
	}
}

function megabytes(bytes: number): number {
	return bytes / 2 ** 20;
}
