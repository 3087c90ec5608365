import type { PropertiesDocument } from '../../properties/parse';
import type { TextRange } from '../../text/textEdit';
import type { XmlDocument } from '../../xml/tree';
import { readApplication, schemaWith } from '../model/application';
import { cardEntriesIn } from '../model/cardEntries';
import { wantedIn } from '../model/conditions';
import { documentNames, xmlNamed, type ConnectorDocuments } from '../connectorDocuments';
import { accountAttributesIn, readCorrelation } from '../model/correlation';
import { isTranslation, localeOf, type DocumentName } from '../documentName';
import { readForm } from '../model/form';
import { perDocument } from '../perDocument';
import { cardsPath, fieldsNamed } from '../model/scopes';
import { textsIn } from '../translations/translation';

/** Something that documents name; equal wherever it is named. */
export type Subject =
	/** A key of the translations. */
	| { readonly kind: 'label'; readonly name: string }
	/** A field of the form, or the entry that keeps its value; on a card, with the names of the cardLists around it. */
	| { readonly kind: 'field'; readonly name: string; readonly cards: readonly string[] }
	/** A value that a field can have. */
	| {
			readonly kind: 'option';
			readonly name: string;
			readonly field: string;
			readonly cards: readonly string[];
	  }
	/** An attribute of a schema. */
	| { readonly kind: 'attribute'; readonly name: string; readonly objectType: string }
	/** A schema. */
	| { readonly kind: 'objectType'; readonly name: string }
	/** The correlation-config, which a source-template names. */
	| { readonly kind: 'correlation'; readonly name: string };

export interface Occurrence extends TextRange {
	readonly subject: Subject;
	readonly role: 'definition' | 'use';
}

/** The places of one document that name something, in the order of its text. */
export class Occurrences {
	private readonly bySubject = new Map<string, Occurrence[]>();

	constructor(readonly all: readonly Occurrence[]) {
		for (const occurrence of all) {
			const key = subjectKey(occurrence.subject);
			const known = this.bySubject.get(key);
			if (known) {
				known.push(occurrence);
			} else {
				this.bySubject.set(key, [occurrence]);
			}
		}
	}

	of(subject: Subject): readonly Occurrence[] {
		return this.bySubject.get(subjectKey(subject)) ?? [];
	}

	/** The one in which, or at an end of which, a cursor stands. */
	at(offset: number): Occurrence | undefined {
		return this.all.find(({ start, end }) => start <= offset && offset <= end);
	}
}

/** What a document of a connector names; nothing, if it is not there. */
export function occurrencesIn(documents: ConnectorDocuments, name: DocumentName): Occurrences {
	if (isTranslation(name)) {
		const translation = documents.translations.get(localeOf(name));
		return translation ? inTranslation(translation) : none;
	}
	const document = xmlNamed(documents, name);
	if (!document) {
		return none;
	}
	switch (name) {
		case 'source-config':
			return inForm(document);
		case 'source-template':
			return inApplication(document, labelsWithTexts(documents, document));
		case 'correlation-config':
			return inCorrelation(document);
	}
}

/** The labels of a source-template that a translation has, as JSON: that stays the same while texts are typed. */
function labelsWithTexts({ translations }: ConnectorDocuments, document: XmlDocument): string {
	const texts = [...translations.values()].map(textsIn);
	const keys = readApplication(document).provisioningLabels.map(({ name }) => name);
	return JSON.stringify([...new Set(keys)].filter(key => texts.some(each => each.has(key))));
}

/** By document, the source-config first and `en` before the other translations. */
export function everywhere(
	documents: ConnectorDocuments,
	subject: Subject,
): readonly (readonly [DocumentName, readonly Occurrence[]])[] {
	return documentNames(documents)
		.map(name => [name, occurrencesIn(documents, name).of(subject)] as const)
		.filter(([, occurrences]) => occurrences.length > 0);
}

function subjectKey(subject: Subject): string {
	const { kind, name } = subject;
	switch (kind) {
		case 'option':
			return JSON.stringify([kind, name, subject.field, subject.cards]);
		case 'attribute':
			return JSON.stringify([kind, name, subject.objectType]);
		case 'field':
			return JSON.stringify([kind, name, subject.cards]);
		case 'label':
		case 'objectType':
		case 'correlation':
			return `${kind} ${name}`;
	}
}

const none = new Occurrences([]);

const inOrder = (found: readonly Occurrence[]) =>
	new Occurrences(found.toSorted((one, other) => one.start - other.start));

const inForm = perDocument((document: XmlDocument) => {
	const form = readForm(document);
	const found = form.labels.map(({ name, range }): Occurrence => use({ kind: 'label', name }, range));
	for (const { name, options, cards: element } of form.fields) {
		const cards = cardsPath(form, element);
		if (name) {
			found.push(definition({ kind: 'field', name: name.name, cards }, name.range));
			for (const { value } of options) {
				if (value) {
					const subject = { kind: 'option', name: value.name, field: name.name, cards } as const;
					found.push(definition(subject, value.range));
				}
			}
		}
	}
	for (const { parentKey, parentValue, cards: element } of form.conditions) {
		const parents = fieldsNamed(form, parentKey.name, element) ?? [];
		const cards = cardsPath(form, parents[0]?.cards);
		found.push(use({ kind: 'field', name: parentKey.name, cards }, parentKey.range));
		if (parentValue) {
			const options = new Set(parents.flatMap(parent => parent.options.map(({ value }) => value?.name)));
			for (const { name, range } of wantedIn(document.text, parentValue, text => options.has(text))) {
				found.push(use({ kind: 'option', name, field: parentKey.name, cards }, range));
			}
		}
	}
	return inOrder(found);
});

const inApplication = perDocument((document: XmlDocument, labels: string) => {
	const application = readApplication(document);
	const { entries, schemas, provisioningFields, provisioningLabels, correlation } = application;
	const keys = new Set(JSON.parse(labels) as readonly string[]);
	const found = [...entries.map(entry => ({ ...entry, cards: [] })), ...cardEntriesIn(document)].map(
		({ name, cards, range }): Occurrence => use({ kind: 'field', name, cards }, range),
	);
	if (correlation) {
		found.push(use({ kind: 'correlation', name: correlation.name }, correlation.range));
	}
	for (const schema of schemas) {
		const { objectType: type, attributes, roles } = schema;
		const objectType = type?.name ?? '';
		if (type) {
			found.push(definition({ kind: 'objectType', name: type.name }, type.range));
		}
		for (const { name, range, schemaObjectType } of attributes) {
			found.push(definition({ kind: 'attribute', name, objectType }, range));
			if (schemaObjectType) {
				found.push(use({ kind: 'objectType', name: schemaObjectType.name }, schemaObjectType.range));
			}
		}
		for (const role of roles) {
			const owner = schemaWith(application, schema, role).objectType?.name ?? '';
			found.push(use({ kind: 'attribute', name: role.name, objectType: owner }, role.range));
		}
	}
	for (const { name, objectType, range } of provisioningFields) {
		found.push(use({ kind: 'attribute', name, objectType }, range));
	}
	for (const { name, range } of provisioningLabels) {
		if (keys.has(name)) {
			found.push(use({ kind: 'label', name }, range));
		}
	}
	return inOrder(found);
});

const inCorrelation = perDocument((document: XmlDocument) => {
	const correlation = readCorrelation(document);
	const attributes = accountAttributesIn(correlation).map(({ name, range }) =>
		use({ kind: 'attribute', name, objectType: 'account' }, range),
	);
	const { name } = correlation;
	const own = name ? [definition({ kind: 'correlation', name: name.name }, name.range)] : [];
	return inOrder([...own, ...attributes]);
});

const inTranslation = perDocument(
	({ entries }: PropertiesDocument) =>
		new Occurrences(
			entries.map(({ key, keyStart, keyEnd }) =>
				definition({ kind: 'label', name: key }, { start: keyStart, end: keyEnd }),
			),
		),
);

function definition(subject: Subject, { start, end }: TextRange): Occurrence {
	return { subject, role: 'definition', start, end };
}

function use(subject: Subject, { start, end }: TextRange): Occurrence {
	return { subject, role: 'use', start, end };
}
