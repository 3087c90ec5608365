import * as vscode from 'vscode';
import type { Catalog } from '../catalog/catalog';
import type { Tenant } from '../core/api/tenant';
import { placeAt, scheme } from '../core/remote/documentPath';
import type { Tenants } from '../tenants/tenants';
import { DisposableStore } from '../util/disposables';
import { accessLook, accessSentence, chosenColor, resourceOfRow, rowUri, tenantColor } from './accessLooks';

/** Marks tenants and documents by access mode and color, in the tree, in the Explorer and on the tabs. */
export class AccessDecorations implements vscode.FileDecorationProvider, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChange = this.store.add(new vscode.EventEmitter<vscode.Uri[] | undefined>());
	readonly onDidChangeFileDecorations = this.didChange.event;

	constructor(
		private readonly tenants: Tenants,
		private readonly catalog: Catalog,
	) {
		this.store.add(vscode.window.registerFileDecorationProvider(this));
		this.store.add(tenants.onDidChange(() => this.didChange.fire(undefined)));
		this.store.add(
			vscode.languages.onDidChangeDiagnostics(({ uris }) =>
				this.didChange.fire(uris.filter(uri => uri.scheme === scheme).map(rowUri)),
			),
		);
	}

	provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
		const tenant = uri.scheme === scheme ? this.tenants.get(uri.authority) : undefined;
		if (!tenant) {
			return undefined;
		}
		const place = placeAt(uri.path);
		if (place?.kind === 'tenant') {
			const { badge } = accessLook(tenant.access);
			return new vscode.FileDecoration(badge, accessSentence(tenant), tenantColor(tenant));
		}
		if (place?.kind !== 'document') {
			return undefined; // A badge on every folder would help nobody.
		}
		const document = resourceOfRow(uri);
		return document ? errorsIn(document) : this.ofTab(tenant, place.scriptName);
	}

	private ofTab(tenant: Tenant, scriptName: string): vscode.FileDecoration {
		const connector = this.catalog.nameSoFar(tenant.id, scriptName) ?? scriptName;
		const whose = vscode.l10n.t('{0} in {1}. {2}', connector, tenant.name, accessSentence(tenant));
		return new vscode.FileDecoration(accessLook(tenant.access).badge, whose, chosenColor(tenant));
	}

	dispose(): void {
		this.store.dispose();
	}
}

/** As VS Code shows them in the Explorer. */
function errorsIn(document: vscode.Uri): vscode.FileDecoration | undefined {
	const errors = vscode.languages
		.getDiagnostics(document)
		.filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error).length;
	return errors === 0
		? undefined
		: new vscode.FileDecoration(
				errors > 9 ? '9+' : String(errors),
				errors === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', errors),
				new vscode.ThemeColor('list.errorForeground'),
			);
}
