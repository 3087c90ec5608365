import * as vscode from 'vscode';
import { scheme } from '../core/remote/documentPath';
import type { Tenants } from '../tenants/tenants';
import { DisposableStore } from '../util/disposables';
import { accessLook, nameAndAccess } from './accessLooks';

/** Marks a tenant and its documents by the access mode, in the tree, the Explorer and on the tabs. */
export class AccessDecorations implements vscode.FileDecorationProvider, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<undefined>());
	readonly onDidChangeFileDecorations = this.didChange.event;

	constructor(private readonly tenants: Tenants) {
		this.store.add(vscode.window.registerFileDecorationProvider(this));
		this.store.add(tenants.onDidChange(() => this.didChange.fire(undefined)));
	}

	provideFileDecoration({ scheme: its, authority, path }: vscode.Uri): vscode.FileDecoration | undefined {
		const tenant = its === scheme ? this.tenants.get(authority) : undefined;
		if (!tenant) {
			return undefined;
		}
		const { badge, color } = accessLook(tenant.access);
		return new vscode.FileDecoration(badge, nameAndAccess(tenant), path === '/' ? color : undefined);
	}

	dispose(): void {
		this.store.dispose();
	}
}
