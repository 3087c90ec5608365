import * as vscode from 'vscode';
import { textOf, type ConnectorDocuments, type DocumentRange } from '../../core/connector/connectorDocuments';
import type { DocumentName } from '../../core/connector/documentName';
import { Lines } from '../../core/text/lines';
import type { TextRange } from '../../core/text/textEdit';

/** Where offsets in a connector's documents are, also in those that no editor holds. */
export class Places {
	private readonly lines = new Map<DocumentName, Lines>();

	constructor(
		private readonly connector: ConnectorDocuments,
		private readonly uriOf: (name: DocumentName) => vscode.Uri,
	) {}

	rangeIn(document: DocumentName): (range: TextRange) => vscode.Range {
		return ({ start, end }) => {
			const lines = this.linesOf(document);
			const from = lines.positionAt(start);
			const to = lines.positionAt(end);
			return new vscode.Range(from.line, from.character, to.line, to.character);
		};
	}

	location(range: DocumentRange): vscode.Location {
		return new vscode.Location(this.uriOf(range.document), this.rangeIn(range.document)(range));
	}

	private linesOf(document: DocumentName): Lines {
		const lines = this.lines.get(document) ?? new Lines(textOf(this.connector, document) ?? '');
		this.lines.set(document, lines);
		return lines;
	}
}
