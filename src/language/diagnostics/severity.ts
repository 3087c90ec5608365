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

export function checkSettings(): SeverityOf {
	const set = vscode.workspace.getConfiguration('iscConnectors.checks').inspect<unknown>('severity');
	// Without the manifest's defaults: some problems of a code usually matter less than others.
	const chosen = [set?.globalValue, set?.workspaceValue, set?.workspaceFolderValue];
	const byCode = new Map(chosen.filter(isObject).flatMap(each => Object.entries(each)));
	return (code, usual) => {
		const name = byCode.get(code) ?? usual;
		return name === 'off'
			? undefined
			: severities[typeof name === 'string' && Object.hasOwn(severities, name) ? name : usual];
	};
}
