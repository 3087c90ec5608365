import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { folderName } from '../../documents/folderName';
import { placeUri } from '../../documents/documentUri';
import { pickConnector, type Asking, type PickedConnector } from '../ask/picks';

/** A connector in a tenant or on a disk. */
export interface ConnectorPlace {
	readonly name: string;
	readonly folder: vscode.Uri;
}

/** The connector that a command is called on, that of the active editor or page, or the one that people choose. */
export async function connectorPlace(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'language' | 'previews'>,
	argument: unknown,
	asking: Asking,
): Promise<ConnectorPlace | undefined> {
	return (await shownConnector(studio, argument)) ?? (await pickedConnector(studio, argument, asking));
}

async function shownConnector(
	{ language, previews }: Pick<Studio, 'language' | 'previews'>,
	argument: unknown,
): Promise<ConnectorPlace | undefined> {
	const uri = argument ?? vscode.window.activeTextEditor?.document.uri;
	const named = uri instanceof vscode.Uri ? (await language.load()).folderOf(uri) : undefined;
	const folder = named ?? (argument === undefined ? previews.activeFolder : undefined);
	return folder && { name: folderName(folder), folder };
}

async function pickedConnector(
	{ tenants, catalog }: Pick<Studio, 'tenants' | 'catalog'>,
	argument: unknown,
	asking: Asking,
): Promise<ConnectorPlace | undefined> {
	const connector = await pickConnector(tenants, catalog, argument, asking);
	if (!connector) {
		return undefined;
	}
	return placeOf(connector);
}

export function placeOf({ tenant, scriptName, name }: PickedConnector): ConnectorPlace {
	return { name, folder: placeUri(tenant.id, { kind: 'connector', scriptName }) };
}
