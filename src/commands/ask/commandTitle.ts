import * as vscode from 'vscode';
import type { CommandId } from '../ids';

const extensionId = 'connectorstudio.isc-connector-studio';

/** The manifest, as far as it is read here; VS Code has a pair for a title in another language. */
interface Manifest {
	readonly contributes: {
		readonly commands: readonly {
			readonly command: string;
			readonly title: string | { readonly value: string };
		}[];
	};
}

/** What the palette calls a command, without the dots that say that it asks. */
export function commandTitle(id: CommandId): string {
	const manifest = vscode.extensions.getExtension(extensionId)?.packageJSON as Manifest | undefined;
	const title = manifest?.contributes.commands.find(({ command }) => command === id)?.title ?? '';
	return (typeof title === 'string' ? title : title.value).replace(/…$/, '');
}
