import { elementsOf, type XmlDocument, type XmlElement } from '../../xml/tree';
import { attributeText } from '../../xml/values';
import { translationsOf, type ConnectorDocuments } from '../connectorDocuments';
import { readForm } from '../model/form';
import { inNothing, type Around, type GrowingSection, type GrowingStep } from './formAround';
import { FormFields, type GrowingField } from './formFields';
import type { FormPart, FormPicture } from './formPicture';
import { localName } from '../model/mention';
import { nothingAround, surroundingsIn, type Surroundings } from '../model/surroundings';

/** Puts the parts of a form together, in one pass over its text. */
export class FormParts {
	private readonly steps: GrowingStep[] = [];
	private readonly around = new Map<XmlElement, Around>();
	/** Steps and sections that hold what stands beside those that are written. */
	private readonly implied = new Set<FormPart>();
	private readonly cardLists = new Map<XmlElement, GrowingField>();
	private readonly counts = new Map<string, number>();
	private readonly fields: FormFields;

	private constructor(
		private readonly connector: ConnectorDocuments,
		private readonly document: XmlDocument,
		private readonly root: XmlElement,
		private readonly locale: string,
	) {
		this.fields = new FormFields(connector, document, locale);
	}

	/** Undefined if the source-config is no form. */
	static of(connector: ConnectorDocuments, locale: string): FormParts | undefined {
		const { sourceConfig } = connector;
		const root = sourceConfig && readForm(sourceConfig).root;
		return root && new FormParts(connector, sourceConfig, root, locale);
	}

	picture(): FormPicture {
		for (const element of elementsOf(this.document)) {
			this.around.set(element, this.read(element));
		}
		this.fields.fillIn();
		return {
			name: this.attribute(this.root, 'name'),
			description: this.fields.label(this.root, 'shortDesc'),
			locale: this.locale,
			locales: translationsOf(this.connector).map(([locale]) => locale),
			steps: this.steps,
		};
	}

	/** Adds the part that an element is, if it is one; gives what is around the elements in it. */
	private read(element: XmlElement): Around {
		const around = (element.parent && this.around.get(element.parent)) ?? inNothing;
		const isOnCard = this.surroundings(element).cards !== undefined;
		switch (localName(element)) {
			case 'BaseConfig':
			case 'Menu':
				return isOnCard ? around : { ...inNothing, step: this.addStep(element) };
			case 'Section': {
				if (isOnCard) {
					return around;
				}
				const step = around.step ?? this.impliedStep(element);
				return { ...inNothing, step, section: this.addSection(element, step) };
			}
			case 'Field':
				return { ...around, field: this.addField(element, around) };
			case 'Option':
				around.field?.options.push(...this.fields.option(element));
				return around;
			default:
				return around;
		}
	}

	private addStep(element: XmlElement): GrowingStep {
		const isMenu = localName(element) === 'Menu';
		const step: GrowingStep = {
			...this.part(`step:${this.attribute(element, 'name')}`, element),
			kind: isMenu ? 'menu' : 'base',
			label: this.fields.label(element, 'label'),
			sections: [],
		};
		this.steps.push(step);
		return step;
	}

	private addSection(element: XmlElement, step: GrowingStep): GrowingSection {
		const address = this.attribute(element, 'docLink');
		const section: GrowingSection = {
			...this.part(`section:${this.stepName(step)}/${this.attribute(element, 'name')}`, element),
			label: this.fields.label(element, 'label'),
			info: this.fields.label(element, 'sectionInfo'),
			link: address === '' ? undefined : { address, label: this.fields.label(element, 'docLinkLabel') },
			fields: [],
		};
		step.sections.push(section);
		return section;
	}

	private addField(element: XmlElement, around: Around): GrowingField {
		const { cards } = this.surroundings(element);
		const cardList = cards && this.cardLists.get(cards);
		const name = this.attribute(element, 'name');
		const field = this.fields.field(element, this.part(`field:${name}`, element), !cardList);
		if (cardList) {
			cardList.fields.push(field);
		} else {
			const step = around.step ?? this.impliedStep(element);
			(around.section ?? this.impliedSection(element, step)).fields.push(field);
		}
		this.cardLists.set(element, field);
		return field;
	}

	/** A step for what stands directly in the form, up to the next step. */
	private impliedStep(element: XmlElement): GrowingStep {
		const last = this.steps.at(-1);
		if (last && this.implied.has(last)) {
			return extended(last, element);
		}
		const step: GrowingStep = {
			...this.part('step:', element, this.root),
			kind: 'base',
			label: undefined,
			sections: [],
		};
		this.implied.add(step);
		this.steps.push(step);
		return step;
	}

	/** A section for what stands directly in a step, up to the next section. */
	private impliedSection(element: XmlElement, step: GrowingStep): GrowingSection {
		const last = step.sections.at(-1) as GrowingSection | undefined;
		if (last && this.implied.has(last)) {
			return extended(last, element);
		}
		const section: GrowingSection = {
			id: this.idOf(`section:${this.stepName(step)}/`),
			start: element.start,
			end: element.end,
			conditions: step.conditions,
			label: undefined,
			info: undefined,
			link: undefined,
			fields: [],
		};
		this.implied.add(section);
		step.sections.push(section);
		return section;
	}

	/** On a card, only with the conditions there: those around the cardList hide the cardList itself. */
	private part(base: string, element: XmlElement, shownAs = element) {
		const { start, end } = element;
		const { cards, conditions } = this.surroundings(shownAs);
		return {
			id: this.idOf(base),
			start,
			end,
			conditions: conditions
				.filter(condition => condition.cards === cards)
				.map(({ parentKey, parentValue }) => ({ name: parentKey.name, value: parentValue?.name })),
		};
	}

	private surroundings(element: XmlElement): Surroundings {
		return surroundingsIn(this.document).get(element) ?? nothingAround;
	}

	private idOf(base: string): string {
		const count = (this.counts.get(base) ?? 0) + 1;
		this.counts.set(base, count);
		return `${base}#${count}`;
	}

	private stepName({ id }: GrowingStep): string {
		return id.slice('step:'.length, id.lastIndexOf('#'));
	}

	private attribute(element: XmlElement, attribute: string): string {
		return attributeText(this.document.text, element, attribute) ?? '';
	}
}

function extended<Part extends { end: number }>(part: Part, { end }: XmlElement): Part {
	part.end = Math.max(part.end, end);
	return part;
}
