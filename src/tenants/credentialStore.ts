import * as vscode from 'vscode';
import { isObject } from '../core/api/errors';
import type { Credentials } from '../core/api/send/token';
import { DisposableStore } from '../util/disposables';

const prefix = 'iscConnectors.credentials.';

/** The tenants' credentials, in VS Code's secret storage and nowhere else. */
export class CredentialStore implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<string>());
	/** The id of the tenant whose credentials changed, in this window or another. */
	readonly onDidChange = this.didChange.event;

	constructor(private readonly secrets: vscode.SecretStorage) {
		this.store.add(
			secrets.onDidChange(({ key }) => {
				if (key.startsWith(prefix)) {
					this.didChange.fire(key.slice(prefix.length));
				}
			}),
		);
	}

	async get(tenantId: string): Promise<Credentials | undefined> {
		const stored = await this.secrets.get(prefix + tenantId);
		return stored === undefined ? undefined : parse(stored);
	}

	async set(tenantId: string, credentials: Credentials): Promise<void> {
		await this.secrets.store(prefix + tenantId, JSON.stringify(credentials));
	}

	async forget(tenantId: string): Promise<void> {
		await this.secrets.delete(prefix + tenantId);
	}

	dispose(): void {
		this.store.dispose();
	}
}

/** Undefined for anything that is no credentials: the tenant counts as signed out. */
function parse(stored: string): Credentials | undefined {
	const value = readJson(stored);
	const { clientId, clientSecret, accessToken } = isObject(value) ? value : {};
	if (isText(accessToken)) {
		return { accessToken };
	}
	return isText(clientId) && isText(clientSecret) ? { clientId, clientSecret } : undefined;
}

function readJson(stored: string): unknown {
	try {
		return JSON.parse(stored);
	} catch {
		return undefined;
	}
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value !== '';
}
