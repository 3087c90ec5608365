import * as vscode from 'vscode';
import { localeOf } from '../core/connector/documentName';
import { locales } from '../core/api/wire';
import type { Tenant } from '../core/api/tenant';
import type { Tenants } from '../tenants/tenants';
import { UnknownTenantError } from '../tenants/unknownTenantError';
import { DisposableStore } from '../util/disposables';
import { UserError } from '../messages/userError';
import type { Catalog } from '../catalog/catalog';
import { translationsFolder } from '../core/connector/documentName';
import {
	documentFiles,
	encodeSegment,
	placeAt,
	type DocumentId,
	type Place,
} from '../core/remote/documentPath';
import type { Documents } from './documents';
import { Drafts } from '../catalog/drafts';
import type { KeptBlanks } from './blanks/keptBlanks';
import type { FileChanges } from './fileChanges';
import { asFileErrors } from './fileErrors';
import { NotSentError } from '../core/remote/saveErrors';
import { documentAt, hasText, unsavedDocuments } from './openDocuments';
import type { SaveOrigins } from './origins/saveOrigins';
import type { Saves } from './saves/saves';

/** What brings texts to tenants, and follows the editors that hold them. */
interface Saving {
	readonly saves: Saves;
	readonly origins: SaveOrigins;
	readonly blanks: KeptBlanks;
}

/** The tenants' documents as files, see the paths in documentPath.ts. */
export class ConnectorFileSystem implements vscode.Disposable {
	private readonly store = new DisposableStore();
	private readonly drafts = new Drafts();

	constructor(
		private readonly tenants: Tenants,
		private readonly catalog: Catalog,
		private readonly documents: Documents,
		private readonly saving: Saving,
		private readonly changes: FileChanges,
		private readonly log: (error: unknown, tenant?: string) => void,
	) {
		this.store.add(
			vscode.workspace.onDidCloseTextDocument(({ uri }) => {
				if (this.drafts.drop(uri)) {
					this.changes.fire(uri, vscode.FileChangeType.Deleted);
				}
			}),
		);
	}

	stat(uri: vscode.Uri): Promise<vscode.FileStat> {
		return this.reported(uri, async () => {
			const place = this.placeOf(uri);
			if (place.kind !== 'document') {
				await this.checkFolder(uri, place);
				return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
			}
			const document = documentAt(uri);
			const version = await this.documents.get(idOf(uri, place)).stat({
				isOpen: document !== undefined,
				hasText: bytes => document !== undefined && hasText(document, bytes),
			});
			const { mtime, size } = version ?? this.drafts.at(uri) ?? notFound(uri);
			this.saving.origins.compared(uri);
			const isReadOnly = this.tenantOf(uri).access === 'read-only';
			return {
				type: vscode.FileType.File,
				ctime: 0,
				mtime,
				size,
				...(isReadOnly && { permissions: vscode.FilePermission.Readonly }),
			};
		});
	}

	readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
		return this.reported(uri, async () => {
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
					const existing = await this.catalog.locales(uri.authority, place.scriptName);
					if (!existing) {
						throw vscode.FileSystemError.FileNotFound(uri);
					}
					const files = existing.map(locale => `${locale}.properties`);
					return [...new Set([...files, ...this.drafts.filesIn(uri)])].map(file => [
						file,
						vscode.FileType.File,
					]);
				}
			}
		});
	}

	readFile(uri: vscode.Uri): Promise<Uint8Array> {
		return this.reported(uri, async () => {
			const place = this.placeOf(uri);
			if (place.kind !== 'document') {
				throw vscode.FileSystemError.FileIsADirectory(uri);
			}
			const bytes = await this.documents.get(idOf(uri, place)).read();
			return bytes ?? (this.drafts.at(uri) ? new Uint8Array() : notFound(uri));
		});
	}

	writeFile(
		uri: vscode.Uri,
		content: Uint8Array,
		options: { readonly create: boolean; readonly overwrite: boolean },
	): Promise<void> {
		return this.reported(uri, async () => {
			const { origins, saves, blanks } = this.saving;
			const origin = origins.take(uri, content);
			const place = placeAt(uri.path);
			if (place?.kind !== 'document') {
				throw vscode.FileSystemError.NoPermissions(notCreatable(uri));
			}
			const id = idOf(uri, place);
			if (this.tenantOf(uri).access === 'read-only') {
				throw new NotSentError('read-only');
			}
			const existed = await this.checkExistence(uri, id, options);
			if (!existed && content.length === 0) {
				// "Save As" and "New File" make an empty file first. The service could never delete one that stays empty.
				this.drafts.add(uri);
			} else {
				const { editor } = origin;
				const whole = editor && (await blanks.whole(uri, content));
				if (whole) {
					const texts = new Set([...editor.texts, whole.text]);
					const cause = { ...origin, editor: { ...editor, texts }, fromEditor: true, shown: content };
					await saves.save(id, whole.bytes, cause);
					blanks.tell();
				} else {
					await saves.save(id, content, { ...origin, fromEditor: editor !== undefined });
				}
				this.drafts.drop(uri);
			}
			if (!existed) {
				this.changes.fire(uri, vscode.FileChangeType.Created);
			}
		});
	}

	/** VS Code makes the folders that a document is missing before it saves it, and asks for nothing else then. */
	createDirectory(uri: vscode.Uri): Promise<void> {
		return this.reported(uri, () => {
			throw placeAt(uri.path)?.kind === 'connector'
				? new NotSentError('gone')
				: new UserError(vscode.l10n.t('Folders cannot be created in a connector.'));
		});
	}

	delete(): never {
		throw vscode.FileSystemError.NoPermissions(vscode.l10n.t('Connector documents cannot be deleted.'));
	}

	rename(): never {
		throw vscode.FileSystemError.NoPermissions(
			vscode.l10n.t('Connector documents cannot be renamed or moved.'),
		);
	}

	/** Whether the document exists; throws where `options` do not allow what is about to happen. */
	private async checkExistence(
		uri: vscode.Uri,
		id: DocumentId,
		options: { readonly create: boolean; readonly overwrite: boolean },
	): Promise<boolean> {
		const { tenant, scriptName } = id;
		const locale = localeOf(id.part);
		const has = async (maxAge?: number) =>
			!locale ||
			((await this.catalog.hasLocale(tenant, scriptName, locale, maxAge)) ??
				(await this.documents.get(id).read()) !== undefined);
		const known = await has();
		// Somebody else may have created it a moment ago: whoever sees that it does not exist does not mean to overwrite it.
		const exists = known || (await has(0));
		if (exists && (!known || !options.overwrite)) {
			throw vscode.FileSystemError.FileExists(uri);
		}
		if (!exists && !options.create) {
			throw vscode.FileSystemError.FileNotFound(uri);
		}
		return exists;
	}

	private async checkFolder(uri: vscode.Uri, place: Exclude<Place, { kind: 'document' }>): Promise<void> {
		if (place.kind === 'tenant' || (await this.catalog.has(uri.authority, place.scriptName))) {
			return;
		}
		// Otherwise VS Code would ask to make the folder before it saves, and the save could not say what has happened.
		const hasUnsavedText = unsavedDocuments().some(document => isBelow(document.uri, uri));
		if (!hasUnsavedText) {
			throw vscode.FileSystemError.FileNotFound(uri);
		}
	}

	private placeOf(uri: vscode.Uri): Place {
		const place = placeAt(uri.path);
		if (!place) {
			throw vscode.FileSystemError.FileNotFound(uri);
		}
		this.tenantOf(uri);
		return place;
	}

	private tenantOf({ authority }: vscode.Uri): Tenant {
		const tenant = this.tenants.get(authority);
		if (!tenant) {
			throw new UnknownTenantError(authority);
		}
		return tenant;
	}

	private reported<T>({ authority }: vscode.Uri, work: () => Promise<T>): Promise<T> {
		const nameOf = (host: string) => this.tenants.nameOf(host);
		return asFileErrors(work, {
			tenant: nameOf(authority),
			nameOf,
			log: error => this.log(error, authority),
		});
	}

	dispose(): void {
		this.store.dispose();
	}
}

function isBelow(uri: vscode.Uri, folder: vscode.Uri): boolean {
	return uri.authority === folder.authority && uri.path.startsWith(`${folder.path}/`);
}

function notFound(uri: vscode.Uri): never {
	throw vscode.FileSystemError.FileNotFound(uri);
}

function idOf(uri: vscode.Uri, { scriptName, part }: Extract<Place, { kind: 'document' }>): DocumentId {
	return { tenant: uri.authority, scriptName, part };
}

function notCreatable(uri: vscode.Uri): string {
	return uri.path.includes(`/${translationsFolder}/`)
		? vscode.l10n.t(
				'A translation must be named after a supported language: {0}.',
				locales.map(locale => `${locale}.properties`).join(', '),
			)
		: vscode.l10n.t('Only translations can be created in a connector.');
}
