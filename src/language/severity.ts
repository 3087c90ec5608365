import * as vscode from 'vscode';
import { setting } from '../util/settings';

const severities: Readonly<Record<string, vscode.DiagnosticSeverity | undefined>> = {
	error: vscode.DiagnosticSeverity.Error,
	warning: vscode.DiagnosticSeverity.Warning,
	information: vscode.DiagnosticSeverity.Information,
	hint: vscode.DiagnosticSeverity.Hint,
};

/** As people have set it; undefined for a check that is off. */
export type SeverityOf = (code: string, usual: string) => vscode.DiagnosticSeverity | undefined;

export function checkSettings(): SeverityOf {
	const byCode = new Map(Object.entries(setting('checks.severity')));
	return (code, usual) => {
		const name = byCode.get(code) ?? usual;
		return name === 'off'
			? undefined
			: severities[typeof name === 'string' && Object.hasOwn(severities, name) ? name : usual];
	};
}
