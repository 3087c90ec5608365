import type { PictureField, ShownWhile } from '../form/formPicture';
import { onlyText, otherAttributes } from '../form/submitted';
import { conditionSchema, isDecided } from './conditionSchema';
import { inCards, Rules, type ObjectRule } from './schemaRules';
import { allOf, anyOf, describedSchema, text, valueSchema, type JsonSchema } from './valueSchema';

/** What is around the fields of a card. */
interface Around {
	readonly level: SchemaLevel;
	readonly cardList: PictureField;
}

/** By the level that decides about them. */
type Conditions = ReadonlyMap<SchemaLevel, readonly JsonSchema[]>;
const noConditions: Conditions = new Map();

/** The fields of a form, or of a card of a cardList: those of one object of the JSON. */
export class SchemaLevel {
	private readonly inner: ReadonlyMap<PictureField, SchemaLevel>;
	private readonly shown = new Set<PictureField>();
	private readonly rules = new Rules();
	/** Whether people see it: what they do not see, they do not have to fill in. */
	private readonly isSeen: boolean;

	constructor(
		private readonly fields: readonly PictureField[],
		private readonly around?: Around,
	) {
		this.isSeen = !around || (around.level.isSeen && !around.cardList.isHidden);
		const cardLists = fields.filter(({ control, name }) => control === 'cardList' && name !== '');
		this.inner = new Map(
			cardLists.map(cardList => [cardList, new SchemaLevel(cardList.fields, { level: this, cardList })]),
		);
		while (!around && this.findShown());
	}

	/** Finds more fields that some values show. What waits for itself, or for what cannot be, is never shown. */
	private findShown(): boolean {
		const found = this.fields.filter(
			field => field.name !== '' && !this.shown.has(field) && this.conditionsOf(field),
		);
		found.forEach(field => this.shown.add(field));
		const inCards = [...this.inner].filter(([field, level]) => this.shown.has(field) && level.findShown());
		return found.length + inCards.length > 0;
	}

	schema(): JsonSchema {
		const properties = new Map<string, JsonSchema>();
		for (const [name, fields] of this.shownByName()) {
			const values = fields.map(field => valueSchema(field, this.inner.get(field)?.schema() ?? {}));
			properties.set(name, describedSchema(fields, anyOf(values)));
			if (fields.length === 1) {
				fields.forEach(field => this.addRule(field));
			} else {
				this.addRules(name, fields, values);
			}
		}
		this.addOthers(properties);
		return {
			type: 'object',
			properties: Object.fromEntries(properties),
			additionalProperties: false,
			...this.rules.schema(),
		};
	}

	private shownByName(): ReadonlyMap<string, readonly PictureField[]> {
		const byName = new Map<string, PictureField[]>();
		for (const field of this.fields.filter(each => this.shown.has(each))) {
			byName.set(field.name, [...(byName.get(field.name) ?? []), field]);
		}
		return byName;
	}

	/** The only field of its name is there while it is shown. */
	private addRule(field: PictureField): void {
		const { name } = field;
		const isWanted = this.isWanted(field);
		const conditions = this.conditionsOf(field) ?? noConditions;
		if (conditions.size > 0) {
			const then = isWanted ? { properties: { [name]: true }, required: [name] } : {};
			this.addWhile(conditions, then, { properties: { [name]: false } });
		} else if (isWanted) {
			this.rules.require(name);
		}
	}

	/** Of fields that share a name, the last one that is shown and not empty has the value. */
	private addRules(name: string, fields: readonly PictureField[], values: readonly JsonSchema[]): void {
		for (const [index, field] of fields.entries()) {
			if (this.isWanted(field)) {
				const value = anyOf(values.slice(index));
				const then = { properties: { [name]: value }, required: [name] };
				this.addWhile(this.conditionsOf(field) ?? noConditions, then, {});
			}
		}
		const choices = fields.map((field, index) =>
			allOf([...(this.conditionsOf(field)?.get(this) ?? []), { properties: { [name]: values[index] } }]),
		);
		this.rules.add(anyOf([{ properties: { [name]: false } }, ...choices]));
	}

	/** What cards start with, and the only text of a card that has no fields. */
	private addOthers(properties: Map<string, JsonSchema>): void {
		if (!this.around) {
			return;
		}
		const { cardList } = this.around;
		const texts = cardList.fields.length === 0 ? [[onlyText, text] as const] : [];
		const others = otherAttributes(cardList).map(([name, value]) => [name, { const: value }] as const);
		for (const [name, value] of [...texts, ...others]) {
			properties.set(name, anyOf([...(properties.has(name) ? [properties.get(name) ?? {}] : []), value]));
		}
	}

	/** A switch has a value while it is shown; others, if they are required of people. */
	private isWanted({ control, isRequired, isHidden, conditions }: PictureField): boolean {
		const isDue = control === 'switch' || (isRequired && !isHidden && this.isSeen);
		return (
			isDue &&
			conditions.every(condition =>
				isDecided(condition, this.levelOf(condition)?.shownNamed(condition.name) ?? []),
			)
		);
	}

	/** A card says nothing about what is around it: a rule stands on the outermost level that has a say in it. */
	private addWhile(conditions: Conditions, then: ObjectRule, otherwise: ObjectRule): void {
		const own = conditions.get(this) ?? [];
		const others = new Map([...conditions].filter(([level]) => level !== this));
		if (!this.around || others.size === 0) {
			this.rules.addWhile(own, then, otherwise);
			return;
		}
		const { level, cardList } = this.around;
		const rule = own.length > 0 ? { if: allOf(own), then, else: otherwise } : { ...then };
		level.addWhile(others, inCards(cardList.name, rule), inCards(cardList.name, { ...otherwise }));
	}

	/** Undefined if one of them cannot hold. */
	private conditionsOf({ conditions }: PictureField): Conditions | undefined {
		const all = new Map<SchemaLevel, JsonSchema[]>();
		for (const condition of conditions) {
			const level = this.levelOf(condition);
			const schema = level && conditionSchema(condition, level.shownNamed(condition.name));
			if (!level || !schema) {
				return undefined;
			}
			all.set(level, [...(all.get(level) ?? []), schema]);
		}
		return all;
	}

	/** The level of the fields that a condition names: those of the same card before those around it. */
	private levelOf(condition: ShownWhile): SchemaLevel | undefined {
		const isHere = this.fields.some(({ name }) => name === condition.name);
		return isHere ? this : this.around?.level.levelOf(condition);
	}

	private shownNamed(name: string): readonly PictureField[] {
		return this.fields.filter(field => field.name === name && this.shown.has(field));
	}
}
