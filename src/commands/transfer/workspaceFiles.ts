import * as vscode from 'vscode';
import type { FileKind, FolderFiles } from '../../core/transfer/archive/folderArchive';

/** The files in a folder of any file system of VS Code. */
export function filesBelow(root: vscode.Uri): FolderFiles {
	const { fs } = vscode.workspace;
	const uriOf = (path: string) => (path === '' ? root : vscode.Uri.joinPath(root, path));
	return {
		list: async folder => {
			try {
				const found = await fs.readDirectory(uriOf(folder));
				return found.map(([name, type]) => [name, kindOf(type)] as const);
			} catch (error) {
				if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') {
					return [];
				}
				throw error;
			}
		},
		size: async file => (await fs.stat(uriOf(file))).size,
		read: async file => fs.readFile(uriOf(file)),
		write: async (file, bytes) => {
			const uri = uriOf(file);
			await fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
			await fs.writeFile(uri, bytes);
		},
		remove: async file => fs.delete(uriOf(file)),
	};
}

/** A link's type has the bit of its target, too. */
function kindOf(type: vscode.FileType): FileKind {
	if ((type & vscode.FileType.SymbolicLink) !== 0) {
		return 'link';
	}
	return type === vscode.FileType.File ? 'file' : type === vscode.FileType.Directory ? 'folder' : 'other';
}
