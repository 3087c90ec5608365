import * as vscode from 'vscode';

const severities: Readonly<Record<string, vscode.DiagnosticSeverity | undefined>> = {
	error: vscode.DiagnosticSeverity.Error,
	warning: vscode.DiagnosticSeverity.Warning,
	information: vscode.DiagnosticSeverity.Information,
	hint: vscode.DiagnosticSeverity.Hint,
};

/** As people have set it; undefined for a check that is off. */
export type SeverityOf = (code: string, usual: string) => vscode.DiagnosticSeverity | undefined;

export function checkSettings(): SeverityOf {
	const chosen = vscode.workspace.getConfiguration('iscConnectors.checks').get<unknown>('severity');
	const byCode = new Map(Object.entries(typeof chosen === 'object' && chosen !== null ? chosen : {}));
	return (code, usual) => {
		const name: unknown = byCode.get(code) ?? usual;
		return name === 'off'
			? undefined
			: severities[typeof name === 'string' && Object.hasOwn(severities, name) ? name : usual];
	};
}
