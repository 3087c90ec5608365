import type { XmlDocument, XmlElement } from '../../xml/tree';
import { attributeNamed, attributeText } from '../../xml/values';
import { readApplication } from '../model/application';
import type { ConnectorDocuments } from '../connectorDocuments';
import { entryValue, type EntryValue } from './entryValue';
import { isTrue } from '../model/conditions';
import { fieldTypeOf } from '../model/fieldTypes';
import type { FormPart, InitialValue, Label, PictureField, PictureOption, UploadLimits } from './formPicture';
import { isEmptyValue, valueFor } from './valueFor';
import { isText, shownLabel } from '../model/labels';
import { mentionOf } from '../model/mention';
import type { Growing } from '../perDocument';

export type GrowingField = Growing<PictureField>;

/** Reads the fields of a form, their options and the labels of all its parts, for people of a locale. */
export class FormFields {
	private readonly made: { readonly field: GrowingField; readonly initial: Start | undefined }[] = [];
	private readonly entries: ReadonlyMap<string, XmlElement>;

	constructor(
		private readonly connector: ConnectorDocuments,
		private readonly document: XmlDocument,
		private readonly locale: string,
	) {
		const template = connector.sourceTemplate && readApplication(connector.sourceTemplate);
		this.entries = new Map(template?.entries.map(({ name, element }) => [name, element]));
	}

	/** Its initial value is undefined until `fillIn`. Only what is not on a card may have an entry of its own. */
	field(element: XmlElement, part: Growing<FormPart>, mayHaveEntry: boolean): GrowingField {
		const type = this.attribute(element, 'type') ?? '';
		const name = this.attribute(element, 'name') ?? '';
		const { id, start, end, conditions } = part;
		// Written out: spread objects take ten times as long, and a form may have a thousand fields.
		const field: GrowingField = {
			id,
			start,
			end,
			conditions,
			name,
			type,
			control: fieldTypeOf(type).control,
			label: this.label(element, 'displayName') ?? this.label(element, 'label'),
			placeholder: this.label(element, 'placeholder'),
			help: this.label(element, 'helpKey'),
			isRequired: isTrue(this.attribute(element, 'required') ?? ''),
			isHidden: isTrue(this.attribute(element, 'hidden') ?? ''),
			initial: undefined,
			options: [],
			upload: this.upload(element),
			fields: [],
		};
		this.made.push({ field, initial: this.startOf(element, mayHaveEntry ? name : '') });
		return field;
	}

	/** What the fields start with; for cards, their fields have to be known. */
	fillIn(): void {
		for (const { field, initial } of this.made) {
			field.initial = initial && { value: valueFor(field, initial.value), origin: initial.origin };
		}
	}

	/** None, if the option has neither a value nor a label yet. */
	option(element: XmlElement): readonly PictureOption[] {
		const value = this.attribute(element, 'value');
		const label = this.label(element, 'label');
		if (value === undefined && !label) {
			return [];
		}
		const itself = value ?? '';
		return [{ label: label ?? { key: itself, text: itself, origin: 'text' }, value: itself }];
	}

	/** The label that an attribute of an element names. */
	label(element: XmlElement, attributeName: string): Label | undefined {
		const { text } = this.document;
		const attribute = attributeNamed(element, attributeName);
		const use = attribute && mentionOf(text, element, attribute);
		if (!use) {
			return undefined;
		}
		const key = use.name;
		const shown = shownLabel(this.connector, key, this.locale);
		if (shown) {
			return { key, text: shown.text, origin: shown.locale === this.locale ? 'locale' : 'en' };
		}
		return { key, text: key, origin: isText(text, use) ? 'text' : 'key' };
	}

	private startOf(element: XmlElement, entryName: string): Start | undefined {
		const { sourceTemplate } = this.connector;
		const entry = this.entries.get(entryName);
		const starts = [
			{ value: this.attribute(element, 'value'), origin: 'value' },
			{
				value: entry && sourceTemplate && entryValue(sourceTemplate, entry),
				origin: 'source-template',
			},
			{ value: this.attribute(element, 'defaultValue'), origin: 'defaultValue' },
		] as const;
		for (const { value, origin } of starts) {
			if (value !== undefined && !isEmptyValue(value)) {
				return { value, origin };
			}
		}
		return undefined;
	}

	private upload(element: XmlElement): UploadLimits | undefined {
		const maxFiles = this.attribute(element, 'maxFiles');
		const maxSize = this.attribute(element, 'maxSize');
		const extensions = this.attribute(element, 'supportedExtensions');
		return (maxFiles ?? maxSize ?? extensions) ? { maxFiles, maxSize, extensions } : undefined;
	}

	private attribute(element: XmlElement, attribute: string): string | undefined {
		return attributeText(this.document.text, element, attribute);
	}
}

interface Start {
	readonly value: EntryValue;
	readonly origin: InitialValue['origin'];
}
