import crypto from 'node:crypto';
import * as vscode from 'vscode';

/** A page's script in `dist` and its styles in `media`, without their extensions. */
export interface PageFiles {
	readonly script: string;
	readonly styles: readonly string[];
}

/** Where the files of pages are: a page can load nothing from elsewhere. */
export function pageRoots(extensionUri: vscode.Uri): readonly vscode.Uri[] {
	return ['dist', 'media'].map(name => vscode.Uri.joinPath(extensionUri, name));
}

/** The HTML of a page: its script fills in everything, and nothing else can run or be loaded. */
export function pageFrame(
	webview: vscode.Webview,
	extensionUri: vscode.Uri,
	{ script, styles, title }: PageFiles & { readonly title: string },
): string {
	const nonce = crypto.randomBytes(16).toString('base64');
	const address = (...path: string[]) =>
		webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
	const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}`;
	return [
		'<!DOCTYPE html>',
		`<html lang="${vscode.env.language}">`,
		'<head>',
		'<meta charset="UTF-8">',
		`<meta http-equiv="Content-Security-Policy" content="${policy}">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<title>${escapeHtml(title)}</title>`,
		...styles.map(name => `<link rel="stylesheet" href="${address('media', `${name}.css`)}">`),
		'</head>',
		'<body>',
		'<div id="root"></div>',
		`<script nonce="${nonce}" src="${address('dist', `${script}.js`)}"></script>`,
		'</body>',
		'</html>',
	].join('\n');
}

function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
