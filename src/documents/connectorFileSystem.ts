import * as vscode from 'vscode';
import { locales } from '../api/wire';
import type { Tenants } from '../tenants/tenants';
import { DisposableStore } from '../util/disposables';
import type { Catalog } from './catalog';
import {
	documentFiles,
	encodeSegment,
	placeAt,
	translationsFolder,
	type DocumentId,
	type Place,
} from './documentPath';
import { localeOf, type Documents } from './documents';
import { toUri } from './documentUri';
import { asFileErrors } from './fileErrors';

/** The tenants' documents as files, see the paths in documentPath.ts. */
export class ConnectorFileSystem implements vscode.FileSystemProvider, vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly didChangeFile = this.store.add(new vscode.EventEmitter<vscode.FileChangeEvent[]>());
	readonly onDidChangeFile = this.didChangeFile.event;
	private readonly toldAfterSave = new Set<string>();

	constructor(
		private readonly tenants: Tenants,
		private readonly catalog: Catalog,
		private readonly documents: Documents,
		private readonly log: (error: unknown) => void,
	) {
		this.store.add(documents.onDidChange(id => this.tellOfChange(toUri(id))));
		this.store.add(
			vscode.workspace.onDidSaveTextDocument(({ uri }) => {
				if (this.toldAfterSave.delete(uri.toString())) {
					this.tellOfChange(uri);
				}
			}),
		);
	}

	/** VS Code reloads clean editors only, and one that is just being saved counts as dirty: it is told a moment later. */
	private tellOfChange(uri: vscode.Uri): void {
		if (isDirty(uri)) {
			this.toldAfterSave.add(uri.toString());
		} else {
			this.didChangeFile.fire([{ type: vscode.FileChangeType.Changed, uri }]);
		}
	}

	/** The service tells of no changes; what this session notices is told for every document anyway. */
	watch(): vscode.Disposable {
		return new vscode.Disposable(() => undefined);
	}

	stat(uri: vscode.Uri): Promise<vscode.FileStat> {
		return this.reported(async () => {
			const place = this.placeOf(uri);
			if (place.kind !== 'document') {
				await this.checkFolder(uri, place);
				return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
			}
			const isOpen = openDocument(uri) !== undefined;
			const version = await this.documents.get(idOf(uri, place)).stat({ isOpen });
			if (!version) {
				throw vscode.FileSystemError.FileNotFound(uri);
			}
			return { type: vscode.FileType.File, ctime: 0, mtime: version.mtime, size: version.size };
		});
	}

	readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
		return this.reported(async () => {
			const place = this.placeOf(uri);
			switch (place.kind) {
				case 'document':
					throw vscode.FileSystemError.FileNotADirectory(uri);
				case 'tenant': {
					const connectors = await this.catalog.connectors(uri.authority);
					return connectors.map(({ scriptName }) => [encodeSegment(scriptName), vscode.FileType.Directory]);
				}
				case 'connector': {
					await this.checkFolder(uri, place);
					const files = Object.keys(documentFiles);
					return [
						...files.map((file): [string, vscode.FileType] => [file, vscode.FileType.File]),
						[translationsFolder, vscode.FileType.Directory],
					];
				}
				case 'translations': {
					const outline = await this.catalog.outline(uri.authority, place.scriptName);
					if (!outline) {
						throw vscode.FileSystemError.FileNotFound(uri);
					}
					return outline.locales.map(locale => [`${locale}.properties`, vscode.FileType.File]);
				}
			}
		});
	}

	readFile(uri: vscode.Uri): Promise<Uint8Array> {
		return this.reported(async () => {
			const place = this.placeOf(uri);
			if (place.kind !== 'document') {
				throw vscode.FileSystemError.FileIsADirectory(uri);
			}
			const bytes = await this.documents.get(idOf(uri, place)).read();
			if (!bytes) {
				throw vscode.FileSystemError.FileNotFound(uri);
			}
			return bytes;
		});
	}

	writeFile(
		uri: vscode.Uri,
		content: Uint8Array,
		options: { readonly create: boolean; readonly overwrite: boolean },
	): Promise<void> {
		return this.reported(async () => {
			const place = placeAt(uri.path);
			if (place?.kind !== 'document') {
				throw vscode.FileSystemError.NoPermissions(notCreatable(uri));
			}
			const id = idOf(uri, this.checked(uri, place));
			const locale = localeOf(id.part);
			const existed = !locale || (await this.translationExists(id, locale));
			if (existed && !options.overwrite) {
				throw vscode.FileSystemError.FileExists(uri);
			}
			if (!existed && !options.create) {
				throw vscode.FileSystemError.FileNotFound(uri);
			}
			await this.documents.get(id).write(content, isFromEditor(uri, content));
			if (!existed) {
				this.catalog.refresh({ tenant: id.tenant, scriptName: id.scriptName });
				this.didChangeFile.fire([{ type: vscode.FileChangeType.Created, uri }]);
			}
		});
	}

	createDirectory(): never {
		throw vscode.FileSystemError.NoPermissions(
			vscode.l10n.t('A connector has the folder "translations" and no others.'),
		);
	}

	delete(): never {
		throw vscode.FileSystemError.NoPermissions(
			vscode.l10n.t(
				'The service cannot delete a document of a connector. To empty it, save it without text.',
			),
		);
	}

	rename(): never {
		throw vscode.FileSystemError.NoPermissions(
			vscode.l10n.t('The documents of a connector have fixed names: they cannot be renamed or moved.'),
		);
	}

	/** A locale that is about to be created may have been created by somebody else: what the tree knows is too old. */
	private async translationExists({ tenant, scriptName }: DocumentId, locale: string): Promise<boolean> {
		const exists = async () =>
			(await this.catalog.outline(tenant, scriptName))?.locales.some(known => known === locale) ?? false;
		if (await exists()) {
			return true;
		}
		this.catalog.refresh({ tenant, scriptName });
		return exists();
	}

	private async checkFolder(uri: vscode.Uri, place: Exclude<Place, { kind: 'document' }>): Promise<void> {
		if (place.kind !== 'tenant' && !(await this.catalog.has(uri.authority, place.scriptName))) {
			throw vscode.FileSystemError.FileNotFound(uri);
		}
	}

	private placeOf(uri: vscode.Uri): Place {
		const place = placeAt(uri.path);
		if (!place) {
			throw vscode.FileSystemError.FileNotFound(uri);
		}
		return this.checked(uri, place);
	}

	private checked<T extends Place>(uri: vscode.Uri, place: T): T {
		if (!this.tenants.get(uri.authority)) {
			throw vscode.FileSystemError.Unavailable(
				vscode.l10n.t('There is no tenant {0} here. Add it in the ISC Connectors view.', uri.authority),
			);
		}
		return place;
	}

	private reported<T>(work: () => Promise<T>): Promise<T> {
		return asFileErrors(work, this.log);
	}

	dispose(): void {
		this.store.dispose();
	}
}

function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
	return vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
}

/** VS Code does not tell who writes. What an editor holds comes from it, though it may have had nothing to save. */
function isFromEditor(uri: vscode.Uri, content: Uint8Array): boolean {
	const document = openDocument(uri);
	return (
		document !== undefined && (document.isDirty || document.getText() === new TextDecoder().decode(content))
	);
}

function isDirty(uri: vscode.Uri): boolean {
	return openDocument(uri)?.isDirty ?? false;
}

function idOf(uri: vscode.Uri, { scriptName, part }: Extract<Place, { kind: 'document' }>): DocumentId {
	return { tenant: uri.authority, scriptName, part };
}

function notCreatable(uri: vscode.Uri): string {
	return uri.path.includes(`/${translationsFolder}/`)
		? vscode.l10n.t(
				'A translation is named after a locale that the service supports: {0}.',
				locales.map(locale => `${locale}.properties`).join(', '),
			)
		: vscode.l10n.t('A connector has fixed documents: no other file can be created in it.');
}
