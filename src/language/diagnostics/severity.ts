import * as vscode from 'vscode';
import { isObject } from '../../core/api/errors';

const severities: Readonly<Record<string, vscode.DiagnosticSeverity | undefined>> = {
	error: vscode.DiagnosticSeverity.Error,
	warning: vscode.DiagnosticSeverity.Warning,
	information: vscode.DiagnosticSeverity.Information,
	hint: vscode.DiagnosticSeverity.Hint,
};

/** The severity that people have set for a code, else the usual one; undefined if the check is off. */
export type SeverityOf = (code: string, usual: string) => vscode.DiagnosticSeverity | undefined;

/** A check has a setting of its own. The deprecated one, an object by code, counts where that is not set. */
export function checkSettings(): SeverityOf {
	const settings = vscode.workspace.getConfiguration('iscConnectors.checks');
	const byCode = valuesOf(settings, 'severity').filter(isObject);
	const known = new Map<string, string | undefined>();
	return (code, usual) => {
		if (!known.has(code)) {
			const set = [...byCode.map(each => each[code]), ...valuesOf(settings, code)];
			known.set(code, set.filter(isSeverity).at(-1));
		}
		return severities[known.get(code) ?? usual];
	};
}

/** What people have set, the strongest last. Without the manifest's defaults: some problems of a code matter less than others. */
function valuesOf(settings: vscode.WorkspaceConfiguration, name: string): readonly unknown[] {
	const set = settings.inspect<unknown>(name);
	return [set?.globalValue, set?.workspaceValue, set?.workspaceFolderValue];
}

function isSeverity(value: unknown): value is string {
	return value === 'off' || (typeof value === 'string' && Object.hasOwn(severities, value));
}
