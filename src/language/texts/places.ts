import * as vscode from 'vscode';
import {
	xmlNamed,
	type ConnectorDocuments,
	type DocumentRange,
} from '../../core/connector/connectorDocuments';
import { isTranslation, localeOf, type DocumentName } from '../../core/connector/documentName';
import { perDocument } from '../../core/connector/perDocument';
import { Lines } from '../../core/text/lines';
import type { TextRange } from '../../core/text/textEdit';
import { rangeIn } from './ranges';

/** The lines of a document that has been read. */
export const linesIn = perDocument(({ text }: { readonly text: string }) => new Lines(text));

/** Where offsets in a connector's documents are, also in those that no editor holds. */
export class Places {
	constructor(
		private readonly connector: ConnectorDocuments,
		private readonly uriOf: (name: DocumentName) => vscode.Uri,
	) {}

	rangeIn(document: DocumentName): (range: TextRange) => vscode.Range {
		return range => rangeIn(this.linesOf(document), range);
	}

	location(range: DocumentRange): vscode.Location {
		return new vscode.Location(this.uriOf(range.document), this.rangeIn(range.document)(range));
	}

	private linesOf(name: DocumentName): Lines {
		const { connector } = this;
		const { translations } = connector;
		const found = isTranslation(name) ? translations.get(localeOf(name)) : xmlNamed(connector, name);
		return linesIn(found ?? { text: '' });
	}
}
