import * as vscode from 'vscode';
import { settingChecks, type Settings } from './settingChecks';

/** The value of a setting; its default, if people have set something that it cannot be. */
export function setting<Name extends keyof Settings>(
	name: Name,
	scope?: vscode.ConfigurationScope,
): Settings[Name] {
	const settings = vscode.workspace.getConfiguration('iscConnectors', scope);
	const value = settings.get<unknown>(name);
	return settingChecks[name](value) ? value : (settings.inspect(name)?.defaultValue as Settings[Name]);
}
