/** Why a folder or a zip, or a part of it, is not read or not written. `archiveMessage` has a sentence for each. */
export type ArchiveProblem = ZipProblem | LimitProblem | FolderProblem | BundleProblem;

type ZipProblem =
	| { readonly kind: 'not-a-zip' | 'cut-off' | 'multi-disk' }
	/** The path is undefined if the directory itself is broken. */
	| { readonly kind: 'broken'; readonly path: string | undefined }
	| {
			readonly kind:
				/** With a segment `..` */
				| 'name-outside'
				/** From the root or a drive. */
				| 'name-absolute'
				| 'name-with-backslash'
				| 'name-with-control-character'
				/** Or with a segment `.` */
				| 'name-with-empty-segment'
				/** Said to be UTF-8, and is not; or longer than any path. */
				| 'name-malformed'
				| 'link'
				/** A device, a pipe, a socket. */
				| 'special-file'
				| 'encrypted'
				/** Another entry's bytes are in its own. */
				| 'overlap'
				| 'checksum'
				/** What stands before its content says otherwise than the directory. */
				| 'header-mismatch';
			readonly path: string;
	  }
	| { readonly kind: 'unknown-method'; readonly path: string; readonly method: number }
	/** Two names that some system takes for the same. */
	| { readonly kind: 'path-repeated'; readonly path: string; readonly other: string };

type LimitProblem =
	| { readonly kind: 'too-many-entries'; readonly limit: number }
	| { readonly kind: 'too-large'; readonly path: string; readonly limit: number }
	| { readonly kind: 'too-large-in-all'; readonly limit: number };

type FolderProblem = {
	readonly kind:
		/** Was not read, since it may lead anywhere. */
		| 'link-passed-over'
		/** Nothing is written through it. */
		| 'link-in-the-way'
		/** No file where a file is to be, or no folder where a folder is to be; also a name in other letters. */
		| 'in-the-way'
		/** Since what is to be done was planned. */
		| 'changed-meanwhile';
	readonly path: string;
};

type BundleProblem =
	| { readonly kind: 'about-malformed'; readonly path: string; readonly reason: string }
	| { readonly kind: 'about-missing' | 'about-without-name'; readonly path: string }
	| {
			readonly kind: 'about-wrong-type';
			readonly path: string;
			readonly key: string;
			readonly expected: 'string' | 'boolean';
	  }
	| { readonly kind: 'about-unknown-status'; readonly path: string; readonly status: string }
	| { readonly kind: 'unknown-locale'; readonly path: string; readonly locale: string }
	/** Two folders of one connector. */
	| {
			readonly kind: 'connector-repeated';
			readonly path: string;
			readonly other: string;
			readonly name: string;
	  }
	/** Two connectors of one name are to be written. */
	| { readonly kind: 'name-repeated'; readonly name: string };

/** A folder or a zip is not read or not written. */
export class ArchiveError extends Error {
	override name = 'ArchiveError';

	constructor(
		readonly problem: ArchiveProblem,
		options?: ErrorOptions,
	) {
		super(JSON.stringify(problem), options);
	}
}

/** What a problem is about, if that has a path. */
export function pathInArchive(problem: ArchiveProblem): string | undefined {
	return 'path' in problem ? problem.path : undefined;
}
