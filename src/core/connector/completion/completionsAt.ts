import { cursorAt } from '../../xml/cursor';
import type { XmlDocument } from '../../xml/tree';
import type { Completing, CompletionPlace, Completions } from './completion';
import { completeAttribute } from './completionAttributes';
import { completeElement, completeEndTag, completeText } from './completionElements';
import { completeValue } from './completionValues';
import type { ConnectorDocuments } from '../connectorDocuments';
import type { XmlName } from '../documentName';
import { documentOf, usageOf } from '../vocabulary/vocabularyUsage';

/** What can be typed at a place. */
export function completionsAt(place: CompletionPlace): Completions | undefined {
	const cursor = cursorAt(place.document, place.offset);
	if (!cursor) {
		return undefined;
	}
	const connector = withDocument(place.connector, place.kind, place.document);
	const usage = usageOf([connector, ...place.neighbours], place.kind);
	const completing: Completing = { ...place, connector, usage };
	const { start, end } = cursor;
	const { connectors } = usage;
	switch (cursor.kind) {
		case 'element-name':
			return { cursor, connectors, start, end, items: completeElement(completing, cursor) };
		case 'end-tag-name':
			return { cursor, connectors, start, end, items: completeEndTag(cursor) };
		case 'attribute-name':
			return { cursor, connectors, start, end, items: completeAttribute(completing, cursor) };
		case 'attribute-value':
			return { cursor, connectors, ...completeValue(completing, cursor) };
		case 'text':
			return { cursor, connectors, start, end, items: completeText(completing, cursor) };
	}
}

/** The connector as it is while one of its documents is being typed. */
export function withDocument(
	connector: ConnectorDocuments,
	kind: XmlName,
	document: XmlDocument,
): ConnectorDocuments {
	if (documentOf(connector, kind) === document) {
		return connector;
	}
	switch (kind) {
		case 'source-config':
			return { ...connector, sourceConfig: document };
		case 'source-template':
			return { ...connector, sourceTemplate: document };
		case 'correlation-config':
			return { ...connector, correlationConfig: document };
	}
}
