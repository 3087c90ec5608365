import { isSet, type Source } from '../api/source';
import type { ConnectorDocuments } from '../connector/connectorDocuments';
import type { FormPart, FormPicture, PictureField } from '../connector/form/formPicture';
import { pictureOf } from '../connector/form/pictureOf';
import { partsOf } from '../connector/form/pictureParts';
import { decisivePart, FilledForm, valuesOf, type Held } from './filledForm';
import { fieldsByPath, pathText, type KeyedFields } from './fieldsByPath';
import { chosenIn, fits, offeredBy } from './fitting';
import { renamesIn } from './renames';

/**
 * What a change does to a source, the gravest first: its connector is deleted, or a form treats a value in another way.
 * `required` loses nothing; all others do.
 */
export const effectKinds = [
	'orphaned',
	'removed',
	'renamed',
	'type',
	'option',
	'hidden',
	'required',
] as const;
export type EffectKind = (typeof effectKinds)[number];

interface EffectOnField {
	readonly effect: EffectKind;
	/** The key of the field; of one on cards, with the names of the cardLists before it. A deleted connector's name. */
	readonly field: string;
	/** The new key of a renamed field. */
	readonly to?: string;
	/** The option that is chosen. Other values are not told. */
	readonly value?: string;
}

/** An effect and the sources that it is on. */
export interface Effect extends EffectOnField {
	readonly sources: readonly Pick<Source, 'id' | 'name'>[];
}

/** Whether an effect leaves a source without something that it has. */
export function losesSomething({ effect }: Pick<Effect, 'effect'>): boolean {
	return effect !== 'required';
}

/** What a change of a connector's form does to the sources that were made of it, the gravest first. */
export function effectsOf(
	before: ConnectorDocuments,
	after: ConnectorDocuments,
	sources: readonly Source[],
): readonly Effect[] {
	return new FormChange(before, after).effectsOn(sources);
}

/** A key that both forms have, and what can happen to its values. */
interface Kept {
	readonly old: KeyedFields;
	readonly now: KeyedFields;
	/** By the options that were offered and are no longer. */
	readonly vanished: ReadonlyMap<string, EffectOnField>;
	/** Undefined if it has the same type as before. */
	readonly retyped: EffectOnField | undefined;
	readonly hidden: EffectOnField;
}

/** The difference of two forms, worked out once for all sources: an effect is one object for all of them. */
export class FormChange {
	private readonly before: FormPicture | undefined;
	private readonly after: FormPicture | undefined;
	private readonly gone: readonly { readonly old: KeyedFields; readonly effect: EffectOnField }[];
	/** Keys with other options or another type. */
	private readonly changed: readonly Kept[];
	/** Keys that may be hidden with the same values. */
	private readonly conditional: readonly Kept[];
	/** Keys that have to have a value now; `old` is undefined for those that are new. */
	private readonly required: readonly {
		readonly now: KeyedFields;
		readonly old: KeyedFields | undefined;
		readonly effect: EffectOnField;
	}[];
	private readonly decisive: readonly [before: FormPicture | undefined, after: FormPicture | undefined];

	constructor(before: ConnectorDocuments, after: ConnectorDocuments) {
		this.before = pictureOf(before, 'en');
		this.after = pictureOf(after, 'en');
		this.decisive = [this.before && decisivePart(this.before), this.after && decisivePart(this.after)];
		const [olds, nows] = [fieldsByPath(this.before), fieldsByPath(this.after)];
		const renames = renamesIn(olds, nows);
		const isOfVanishedCards = ({ path }: KeyedFields) =>
			path.length > 1 && !nows.has(pathText(path.slice(0, -1)));
		this.gone = [...olds]
			.filter(([key, old]) => !nows.has(key) && !isOfVanishedCards(old))
			.map(([key, old]) => ({ old, effect: lossOf(old, renames.get(key)) }));
		const kept = [...olds].flatMap(([key, old]) => keptIn(old, nows.get(key)));
		const isOther = showsOthers(this.before, this.after);
		this.changed = kept.filter(({ vanished, retyped }) => vanished.size > 0 || retyped);
		this.conditional = isOther
			? kept.filter(
					({ now }) => now.path.length > 1 || now.fields.every(({ conditions }) => conditions.length > 0),
				)
			: [];
		const hadToBeSet = new Set(
			[...renames].filter(([key]) => olds.get(key)?.fields.some(hasToBeSet)).map(([, now]) => now),
		);
		this.required = [...nows]
			.filter(([, now]) => now.fields.some(hasToBeSet) && !hadToBeSet.has(now))
			.map(([key, now]) => ({ now, old: olds.get(key), effect: about('required', now) }))
			.filter(({ old }) => isOther || !old?.fields.some(hasToBeSet));
	}

	/** Whether there can be a source on which it has an effect. */
	get matters(): boolean {
		const { gone, changed, conditional, required } = this;
		return [gone, changed, conditional, required].some(each => each.length > 0);
	}

	/** The gravest first. */
	effectsOn(sources: readonly Source[]): readonly Effect[] {
		const found = new Map<EffectOnField, Pick<Source, 'id' | 'name'>[]>();
		for (const source of sources) {
			const { id, name } = source;
			for (const effect of new Set(this.effectsOnOne(source))) {
				const known = found.get(effect);
				if (known) {
					known.push({ id, name });
				} else {
					found.set(effect, [{ id, name }]);
				}
			}
		}
		const all = [...found].map(([effect, on]) => ({ ...effect, sources: on }));
		return effectKinds.flatMap(kind => all.filter(({ effect }) => effect === kind));
	}

	/** The same effect may come for each card. */
	private *effectsOnOne(source: Source): Generator<EffectOnField> {
		const [was, is] = this.decisive;
		if (!was) {
			return;
		}
		const values = valuesOf(source, [this.before, this.after]);
		const before = new FilledForm(was, values);
		const after = is && new FilledForm(is, values);
		for (const { old, effect } of this.gone) {
			if (before.held(old).some(({ value }) => isSet(value))) {
				yield effect;
			}
		}
		if (!after) {
			return;
		}
		for (const kept of this.changed) {
			yield* effectsOnValues(kept, before.held(kept.old));
		}
		for (const { old, now, hidden } of this.conditional) {
			if (isHiddenNow(before.held(old), after.held(now))) {
				yield hidden;
			}
		}
		for (const { now, old, effect } of this.required) {
			if (lacksValue(after.held(now)) && !(old && lacksValue(before.held(old)))) {
				yield effect;
			}
		}
	}
}

function about(effect: EffectKind, { path }: KeyedFields): EffectOnField {
	return { effect, field: pathText(path) };
}

function lossOf(old: KeyedFields, renamed: KeyedFields | undefined): EffectOnField {
	return renamed ? { ...about('renamed', old), to: pathText(renamed.path) } : about('removed', old);
}

function keptIn(old: KeyedFields, now: KeyedFields | undefined): readonly Kept[] {
	if (!now) {
		return [];
	}
	const offered = offeredBy(now.fields);
	const vanished = offered ? optionsOf(old).filter(option => !offered.has(option)) : [];
	return [
		{
			old,
			now,
			vanished: new Map(vanished.map(value => [value, { ...about('option', old), value }])),
			retyped: typesOf(old) === typesOf(now) ? undefined : about('type', old),
			hidden: about('hidden', old),
		},
	];
}

function* effectsOnValues(
	{ old, now, vanished, retyped }: Kept,
	held: readonly Held[],
): Generator<EffectOnField> {
	for (const { value } of held) {
		const lost = chosenIn(value).flatMap(each => vanished.get(each) ?? []);
		yield* lost;
		if (retyped && lost.length === 0 && isSet(value) && fitsAny(old, value) && !fitsAny(now, value)) {
			yield retyped;
		}
	}
}

function fitsAny({ fields }: KeyedFields, value: unknown): boolean {
	const offered = offeredBy(fields);
	const isOffered = !offered?.size || chosenIn(value).every(each => offered.has(each));
	return isOffered && fields.some(field => fits(field, value));
}

function isHiddenNow(before: readonly Held[], after: readonly Held[]): boolean {
	return before.some(
		({ value, shown }, index) => isSet(value) && shown().length > 0 && after[index]?.shown().length === 0,
	);
}

function lacksValue(held: readonly Held[]): boolean {
	return held.some(({ value, shown }) => !isSet(value) && shown().some(hasToBeSet));
}

/** A switch always has a value: without one it is off. Nobody can fill in what the form never shows. */
function hasToBeSet({ isRequired, isHidden, control }: PictureField): boolean {
	return isRequired && !isHidden && control !== 'switch';
}

function optionsOf({ fields }: KeyedFields): readonly string[] {
	return fields.flatMap(({ options }) => options.map(({ value }) => value));
}

function typesOf({ fields }: KeyedFields): string {
	return fields.map(({ control }) => control).join();
}

/**
 * Whether fields that both forms have can be shown at other times: their conditions differ, or those and the types of the
 * fields on which they depend.
 */
function showsOthers(before: FormPicture | undefined, after: FormPicture | undefined): boolean {
	const [olds, nows] = [before, after].map(picture => (picture ? [...partsOf(picture)] : []));
	const ids = new Set(nows?.map(({ id }) => id));
	const kept = new Set(olds?.filter(({ id }) => ids.has(id)).map(({ id }) => id));
	const names = new Set(
		[...(olds ?? []), ...(nows ?? [])].flatMap(({ conditions }) => conditions.map(({ name }) => name)),
	);
	const [one, other] = [olds, nows].map(parts =>
		JSON.stringify(
			parts
				?.filter(
					part =>
						(isField(part) && names.has(part.name)) || (kept.has(part.id) && part.conditions.length > 0),
				)
				.map(part => [part.id, isField(part) && part.control, part.conditions]),
		),
	);
	return one !== other;
}

function isField(part: FormPart): part is PictureField {
	return 'control' in part;
}
