import * as vscode from 'vscode';
import { CredentialsError } from '../core/api/errors';
import type { Credentials } from '../core/api/send/token';
import { DisposableStore } from '../util/disposables';

/** Milliseconds before its end at which `onTokenEnds` fires. */
const ahead = 5 * 60_000;
/** Milliseconds; the longest that a timer of node can wait. */
const longestTimer = 2 ** 31 - 1;

/** Watches over the access tokens that a person has pasted: they end, and only the person can bring another. */
export class TokenWatch implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly tokenEnds = this.store.add(new vscode.EventEmitter<{ tenantId: string; at: Date }>());
	readonly onTokenEnds = this.tokenEnds.event;
	private readonly timers = new Map<string, NodeJS.Timeout>();

	/** @throws CredentialsError if the token has ended already */
	async watch(tenantId: string, host: string, credentials: Credentials): Promise<void> {
		if (!('accessToken' in credentials)) {
			return;
		}
		const { accessTokenClaims } = await import('../core/api/send/accessToken');
		const at = accessTokenClaims(credentials.accessToken)?.expires;
		if (!at) {
			return;
		}
		const left = at.getTime() - Date.now();
		if (left <= 0) {
			throw new CredentialsError(host, 'ended');
		}
		this.forget(tenantId);
		if (left - ahead < longestTimer) {
			const fire = () => this.tokenEnds.fire({ tenantId, at });
			this.timers.set(tenantId, setTimeout(fire, Math.max(0, left - ahead)));
		}
	}

	forget(tenantId: string): void {
		clearTimeout(this.timers.get(tenantId));
		this.timers.delete(tenantId);
	}

	dispose(): void {
		this.timers.forEach(timer => clearTimeout(timer));
		this.store.dispose();
	}
}
