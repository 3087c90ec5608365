import { isSet, type Source } from '../api/source';
import type { ConnectorDocuments } from '../connector/connectorDocuments';
import type { FormPart, FormPicture, PictureField } from '../connector/form/formPicture';
import { pictureOf } from '../connector/form/pictureOf';
import { partsOf } from '../connector/form/pictureParts';
import { FilledForm, valuesOf, type Held } from './filledForm';
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
	/** What people read beside the field, in English. */
	readonly label: string;
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

/** A key that both forms have. */
interface Kept {
	readonly old: KeyedFields;
	readonly now: KeyedFields;
	/** Options that were offered and are no longer. */
	readonly vanished: ReadonlySet<string>;
	readonly isRetyped: boolean;
}

/** The difference of two forms, worked out once for all sources. */
export class FormChange {
	private readonly before: FormPicture | undefined;
	private readonly after: FormPicture | undefined;
	private readonly gone: readonly { readonly old: KeyedFields; readonly to: KeyedFields | undefined }[];
	private readonly kept: readonly Kept[];
	/** Keys that have to have a value now; `old` is undefined for those that are new. */
	private readonly required: readonly {
		readonly now: KeyedFields;
		readonly old: KeyedFields | undefined;
	}[];
	/** Whether other fields can be shown with the same values. */
	private readonly showsOthers: boolean;

	constructor(before: ConnectorDocuments, after: ConnectorDocuments) {
		this.before = pictureOf(before, 'en');
		this.after = pictureOf(after, 'en');
		const [olds, nows] = [fieldsByPath(this.before), fieldsByPath(this.after)];
		this.showsOthers = showsOthers(this.before, this.after);
		const renames = renamesIn(olds, nows);
		const isOfVanishedCards = ({ path }: KeyedFields) =>
			path.length > 1 && !nows.has(pathText(path.slice(0, -1)));
		this.gone = [...olds]
			.filter(([key, old]) => !nows.has(key) && !isOfVanishedCards(old))
			.map(([key, old]) => ({ old, to: renames.get(key) }));
		this.kept = [...olds].flatMap(([key, old]) => keptIn(old, nows.get(key)));
		const hadToBeSet = new Set(
			[...renames].filter(([key]) => olds.get(key)?.fields.some(hasToBeSet)).map(([, now]) => now),
		);
		this.required = [...nows]
			.filter(([, now]) => now.fields.some(hasToBeSet) && !hadToBeSet.has(now))
			.map(([key, now]) => ({ now, old: olds.get(key) }))
			.filter(({ old }) => !old?.fields.some(hasToBeSet) || this.showsOthers);
	}

	/** Whether there can be a source on which it has an effect. */
	get matters(): boolean {
		const { gone, kept, required, showsOthers } = this;
		return (
			gone.length > 0 ||
			required.length > 0 ||
			showsOthers ||
			kept.some(({ vanished, isRetyped }) => vanished.size > 0 || isRetyped)
		);
	}

	/** The gravest first. */
	effectsOn(sources: readonly Source[]): readonly Effect[] {
		const found = new Map<string, EffectOnField & { readonly sources: Pick<Source, 'id' | 'name'>[] }>();
		for (const source of sources) {
			const { id, name } = source;
			const effects = new Map([...this.effectsOnOne(source)].map(effect => [JSON.stringify(effect), effect]));
			for (const [key, effect] of effects) {
				const known = found.get(key);
				if (known) {
					known.sources.push({ id, name });
				} else {
					found.set(key, { ...effect, sources: [{ id, name }] });
				}
			}
		}
		return effectKinds.flatMap(kind => [...found.values()].filter(({ effect }) => effect === kind));
	}

	/** The same effect may come for each card. */
	private *effectsOnOne(source: Source): Generator<EffectOnField> {
		if (!this.before) {
			return;
		}
		const values = valuesOf(source, [this.before, this.after]);
		const before = new FilledForm(this.before, values);
		const after = this.after && new FilledForm(this.after, values);
		for (const { old, to } of this.gone) {
			if (before.held(old).some(({ value }) => isSet(value))) {
				yield to ? { ...about('renamed', old), to: pathText(to.path) } : about('removed', old);
			}
		}
		if (!after) {
			return;
		}
		for (const kept of this.kept) {
			yield* effectsOnValues(kept, before.held(kept.old));
			if (this.showsOthers && isHiddenNow(before.held(kept.old), after.held(kept.now))) {
				yield about('hidden', kept.old);
			}
		}
		for (const { now, old } of this.required) {
			if (lacksValue(after.held(now)) && !(old && lacksValue(before.held(old)))) {
				yield about('required', now);
			}
		}
	}
}

function about(effect: EffectKind, { path, fields }: KeyedFields): EffectOnField {
	return { effect, field: pathText(path), label: fields[0].label?.text ?? fields[0].name };
}

function keptIn(old: KeyedFields, now: KeyedFields | undefined): readonly Kept[] {
	if (!now) {
		return [];
	}
	const [before, offered] = [optionsOf(old), offeredBy(now.fields)];
	const vanished = offered ? before.filter(option => !offered.has(option)) : [];
	return [{ old, now, vanished: new Set(vanished), isRetyped: typesOf(old) !== typesOf(now) }];
}

function* effectsOnValues(
	{ old, now, vanished, isRetyped }: Kept,
	held: readonly Held[],
): Generator<EffectOnField> {
	for (const { value } of held) {
		const lost = vanished.size > 0 ? chosenIn(value).filter(each => vanished.has(each)) : [];
		for (const option of lost) {
			yield { ...about('option', old), value: option };
		}
		if (isRetyped && lost.length === 0 && isSet(value) && fitsAny(old, value) && !fitsAny(now, value)) {
			yield about('type', old);
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
