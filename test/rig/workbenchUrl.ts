/** What a VS Code window in the browser starts with; without folder and workspace it is empty. */
export interface WindowOptions {
	readonly folder?: string | undefined;
	readonly workspace?: string | undefined;
	/** Heeded only by a server that runs with its test driver. */
	readonly tests?: { readonly extension: string; readonly suites: string };
}

/** The address of a VS Code window on the server that listens at `port`. */
export function workbenchUrl(port: number, { folder, workspace, tests }: WindowOptions = {}): string {
	const authority = `localhost:${port}`;
	const payload = [
		['skipWelcome', 'true'],
		['skipReleaseNotes', 'true'],
	];
	if (tests) {
		payload.push(
			['extensionDevelopmentPath', `vscode-remote://${authority}${encoded(tests.extension)}`],
			['extensionTestsPath', `vscode-remote://${authority}${encoded(tests.suites)}`],
		);
	}
	const query = new URLSearchParams({
		payload: JSON.stringify(payload),
		...(folder ? { folder } : workspace ? { workspace } : { ew: 'true' }),
	});
	return `http://${authority}/?${query.toString()}`;
}

/** A path as it stands in a URI: there may be blanks in it, and what else has a meaning there. */
function encoded(file: string): string {
	return file.split('/').map(encodeURIComponent).join('/');
}
