import { cursorAt } from '../../xml/cursor';
import type { Completing, CompletionPlace, Completions } from './completion';
import { completeAttribute } from './completionAttributes';
import { completeElement, completeEndTag, completeText } from './completionElements';
import { completeValue } from './completionValues';
import { withXml } from '../connectorDocuments';
import { usageOf } from '../vocabulary/vocabularyUsage';

/** What can be typed at a place. */
export function completionsAt(place: CompletionPlace): Completions | undefined {
	const cursor = cursorAt(place.document, place.offset);
	if (!cursor) {
		return undefined;
	}
	const connector = withXml(place.connector, place.kind, place.document);
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
