import * as vscode from 'vscode';
import { locales, statuses } from '../core/api/wire';
import { safeText } from './safeText';
import { ArchiveError, type ArchiveProblem } from '../core/transfer/archive/archiveError';
import { UserError } from './userError';

/** The error of reading or writing a folder or a zip; an ArchiveError with its sentence. */
export function archiveError(error: unknown): unknown {
	return error instanceof ArchiveError
		? new UserError(archiveMessage(error.problem), { cause: error })
		: error;
}

/** What is wrong with a folder or a zip, and what to do about it. */
export function archiveMessage(problem: ArchiveProblem): string {
	switch (problem.kind) {
		case 'not-a-zip':
			return vscode.l10n.t('This is no zip. Choose a .zip file.');
		case 'cut-off':
			return vscode.l10n.t('The zip ends before its end. Copy or download it again.');
		case 'multi-disk':
			return vscode.l10n.t('The zip is one part of several. Make a zip of one part.');
		case 'broken':
			return problem.path === undefined
				? vscode.l10n.t('The zip is broken. Copy or download it again, or make a new one.')
				: vscode.l10n.t(
						'"{0}" in the zip is broken. Copy or download the zip again, or make a new one.',
						safeText(problem.path),
					);
		case 'checksum':
			return vscode.l10n.t(
				'"{0}" in the zip is not what was put into it. Copy or download the zip again, or make a new one.',
				safeText(problem.path),
			);
		case 'overlap':
		case 'header-mismatch':
			return vscode.l10n.t(
				'The zip contradicts itself about "{0}", as if it were made to deceive. Make a new one from files that you trust.',
				safeText(problem.path),
			);
		case 'name-outside':
		case 'name-absolute':
			return vscode.l10n.t(
				'The zip has a file "{0}", which would lead out of it. Make a new one from files that you trust.',
				safeText(problem.path),
			);
		case 'name-with-backslash':
			return vscode.l10n.t(
				'"{0}" in the zip has a backslash in its name. Make the zip with a tool that writes "/" between folders.',
				safeText(problem.path),
			);
		case 'name-with-control-character':
		case 'name-with-empty-segment':
		case 'name-malformed':
			return vscode.l10n.t(
				'"{0}" in the zip has a name that no file can have. Make a new zip.',
				safeText(problem.path),
			);
		case 'path-repeated':
			return vscode.l10n.t(
				'The zip has both "{0}" and "{1}", which is one file on some systems. Make a zip with only one of them.',
				safeText(problem.other),
				safeText(problem.path),
			);
		case 'link':
			return vscode.l10n.t(
				'"{0}" in the zip is a link. Make a zip that has the files themselves.',
				safeText(problem.path),
			);
		case 'special-file':
			return vscode.l10n.t(
				'"{0}" in the zip is neither a file nor a folder. Make a zip without it.',
				safeText(problem.path),
			);
		case 'encrypted':
			return vscode.l10n.t(
				'"{0}" in the zip is encrypted. Make a zip without a password.',
				safeText(problem.path),
			);
		case 'unknown-method':
			return vscode.l10n.t(
				'"{0}" in the zip is compressed in an unusual way (method {1}). Make a zip with "Deflate".',
				safeText(problem.path),
				problem.method,
			);
		case 'too-many-entries':
			return vscode.l10n.t(
				'There are more than {0} files. Choose the folder or make a zip of the connectors alone.',
				problem.limit,
			);
		case 'too-large':
			return vscode.l10n.t(
				'"{0}" is larger than {1} MB, which no document of a connector is. Remove it.',
				safeText(problem.path),
				megabytes(problem.limit),
			);
		case 'too-large-in-all':
			return vscode.l10n.t(
				'The documents have more than {0} MB together. Take fewer connectors at once.',
				megabytes(problem.limit),
			);
		case 'link-passed-over':
			return vscode.l10n.t(
				'"{0}" is a link and was passed over. If a connector is there, put the files themselves in its place.',
				safeText(problem.path),
			);
		case 'link-in-the-way':
			return vscode.l10n.t(
				'"{0}" is a link, through which nothing is written. Remove it, or choose another folder.',
				safeText(problem.path),
			);
		case 'in-the-way':
			return vscode.l10n.t(
				'"{0}" is where a file or a folder of a connector would be. Rename it, or choose another folder.',
				safeText(problem.path),
			);
		case 'changed-meanwhile':
			return vscode.l10n.t(
				'"{0}" was changed meanwhile, so nothing was written. Try again.',
				safeText(problem.path),
			);
		case 'about-malformed':
			return vscode.l10n.t(
				'"{0}" is no JSON: {1}. Correct it.',
				safeText(problem.path),
				safeText(problem.reason),
			);
		case 'about-missing':
			return vscode.l10n.t(
				'"{0}" is missing, so nobody knows which connector the documents beside it are of. Create it with at least a "name".',
				safeText(problem.path),
			);
		case 'about-without-name':
			return vscode.l10n.t(
				'"{0}" has no "name" that a connector can have. Add or correct it.',
				safeText(problem.path),
			);
		case 'about-wrong-type':
			return problem.expected === 'string'
				? vscode.l10n.t('"{0}": "{1}" has to be a text in quotes.', safeText(problem.path), problem.key)
				: vscode.l10n.t('"{0}": "{1}" has to be true or false.', safeText(problem.path), problem.key);
		case 'about-unknown-status':
			return vscode.l10n.t(
				'"{0}": there is no status "{1}". It can be {2}.',
				safeText(problem.path),
				safeText(problem.status),
				statuses.join(', '),
			);
		case 'unknown-locale':
			return vscode.l10n.t(
				'"{0}" is passed over, since the service has no locale "{1}". It has {2}.',
				safeText(problem.path),
				safeText(problem.locale),
				locales.join(', '),
			);
		case 'connector-repeated':
			return vscode.l10n.t(
				'"{0}" and "{1}" are both of the connector "{2}". Delete one of the folders, or give it another name.',
				safeText(problem.other),
				safeText(problem.path),
				safeText(problem.name),
			);
		case 'name-repeated':
			return vscode.l10n.t('There are two connectors "{0}". Choose one of them.', safeText(problem.name));
	}
}

function megabytes(bytes: number): number {
	return bytes / 2 ** 20;
}
