import type * as vscode from 'vscode';
import { isObject } from '../api/errors';
import type { Credentials } from '../api/token';

/** The tenants' personal access tokens, in VS Code's secret storage and nowhere else. */
export class CredentialStore {
	constructor(private readonly secrets: vscode.SecretStorage) {}

	async get(tenantId: string): Promise<Credentials | undefined> {
		const stored = await this.secrets.get(keyOf(tenantId));
		const value: unknown = stored === undefined ? undefined : JSON.parse(stored);
		if (
			!isObject(value) ||
			typeof value['clientId'] !== 'string' ||
			typeof value['clientSecret'] !== 'string'
		) {
			return undefined;
		}
		return { clientId: value['clientId'], clientSecret: value['clientSecret'] };
	}

	async set(tenantId: string, { clientId, clientSecret }: Credentials): Promise<void> {
		await this.secrets.store(keyOf(tenantId), JSON.stringify({ clientId, clientSecret }));
	}
}

function keyOf(tenantId: string): string {
	return `iscConnectors.credentials.${tenantId}`;
}
