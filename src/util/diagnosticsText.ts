/** What a bug report should have about the installation. */
export interface DiagnosticsInput {
	readonly extensionVersion: string;
	readonly vscodeVersion: string;
	readonly nodeVersion: string;
	readonly platform: string;
	/** Where the extension host runs, if it is elsewhere: `ssh-remote`, `wsl`. */
	readonly remote?: string | undefined;
	/** VS Code's own settings for proxies and certificates. */
	readonly proxy: Readonly<Record<string, unknown>>;
	/** This extension's settings. */
	readonly settings: Readonly<Record<string, unknown>>;
	readonly tenants: readonly TenantDiagnostics[];
}

export interface TenantDiagnostics {
	readonly id: string;
	readonly name: string;
	readonly version: string;
	readonly access: string;
	readonly state: string;
}

/** A text for a bug report, in the language of the maintainers, without a secret. */
export function diagnosticsText(input: DiagnosticsInput): string {
	return [
		'# ISC Connector Studio: diagnostics',
		'',
		`- Extension: ${input.extensionVersion}`,
		`- VS Code: ${input.vscodeVersion}`,
		`- Node: ${input.nodeVersion}`,
		`- Platform: ${input.platform}`,
		`- Remote: ${input.remote ?? 'no'}`,
		...section('Proxy', valueLines(input.proxy)),
		...section('Settings', valueLines(input.settings)),
		...section(
			'Tenants',
			input.tenants.map(
				({ id, name, version, access, state }) =>
					`${id} (${JSON.stringify(name)}): ${[version, access, state].map(oneLine).join(', ')}`,
			),
		),
		'',
	].join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
	return ['', `## ${title}`, '', ...(lines.length > 0 ? lines.map(line => `- ${line}`) : ['- none'])];
}

function valueLines(values: Readonly<Record<string, unknown>>): string[] {
	return Object.entries(values).map(
		([name, value]) =>
			`${name}: ${value === undefined ? 'not set' : JSON.stringify(value, (key, each: unknown) => masked(key || name, each))}`,
	);
}

/** Names under which people keep secrets, such as `http.proxyAuthorization`. */
const secretName = /authorization|secret|passw|token|credential|api-?key/i;

function masked(name: string, value: unknown): unknown {
	if (typeof value === 'boolean' || value === null || value === '') {
		return value;
	}
	if (secretName.test(name) && typeof value !== 'number') {
		return '***';
	}
	return typeof value === 'string' ? maskUrl(value) : value;
}

/**
 * Hides user, password and the values of the query in what looks like a URL, with a scheme or without. A password may
 * contain `@` and `/` that should have been encoded, so that everything up to the last `@` is hidden.
 */
function maskUrl(text: string): string {
	return text
		.replace(/:\/\/.*@/s, hidden => `://${maskUser(hidden.slice(3))}`)
		.replace(/^[^\s:/@]+:(?!\/\/).*@/s, maskUser)
		.replace(/([?&][^=&#\s]+=)[^&#\s]+/g, '$1***');
}

function maskUser(user: string): string {
	return user.includes(':') ? '***:***@' : '***@';
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ');
}
