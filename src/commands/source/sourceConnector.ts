import * as vscode from 'vscode';
import { parseDetail } from '../../core/api/connector';
import { isObject } from '../../core/api/errors';
import type { ConnectorDetail } from '../../core/api/wire';
import { readApplication } from '../../core/connector/model/application';
import type { SourceConnector } from '../../core/connector/reference/sourceBody';
import { fileOf, placeAt, scheme } from '../../core/remote/documentPath';
import { connectorFile } from '../../core/transfer/copy/connectorJson';
import { attributeText } from '../../core/xml/values';
import type { Studio } from '../studio';

/** What a source has to say of the connector in a folder: from the tenant, or from the files of an export as far as they are there. */
export async function sourceConnectorIn(
	{ tenants, language }: Pick<Studio, 'tenants' | 'language'>,
	folder: vscode.Uri,
): Promise<SourceConnector> {
	const place = folder.scheme === scheme ? placeAt(folder.path) : undefined;
	const scriptName = place && place.kind !== 'tenant' ? place.scriptName : undefined;
	const detail =
		scriptName === undefined
			? await exportedDetail(folder)
			: await (await tenants.client(folder.authority)).getConnector(scriptName);
	const { sourceTemplate } = await (await language.load()).tools.connector(folder);
	const root = sourceTemplate && readApplication(sourceTemplate).root;
	const platform = detail.connectorMetadata?.['platform'];
	return {
		scriptName,
		type: detail.type,
		className: detail.className,
		directConnect: detail.directConnect,
		platform: typeof platform === 'string' ? platform : undefined,
		templateName: root && attributeText(sourceTemplate.text, root, 'name'),
	};
}

async function exportedDetail(folder: vscode.Uri): Promise<ConnectorDetail> {
	const about = await jsonObject(vscode.Uri.joinPath(folder, connectorFile));
	const connectorMetadata = await jsonObject(vscode.Uri.joinPath(folder, fileOf('connector-metadata')));
	return parseDetail({ ...about, connectorMetadata });
}

/** Empty if there is no such file, or nothing of the kind in it. */
async function jsonObject(uri: vscode.Uri): Promise<Readonly<Record<string, unknown>>> {
	try {
		const value: unknown = JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
		return isObject(value) ? value : {};
	} catch {
		return {};
	}
}
