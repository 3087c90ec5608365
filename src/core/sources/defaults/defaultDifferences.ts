import { titleOf, type Part } from './part';

/** What a connector gives its new sources and a source has differently. */
export interface DefaultDifference {
	/** From the outermost part to the one that differs: the schema, its attribute, what is said of it. */
	readonly path: readonly Pick<Part, 'kind' | 'name'>[];
	/** What the connector gives; undefined if it does not have the part. */
	readonly connector: string | undefined;
	/** What the source has; undefined if it does not have the part. */
	readonly source: string | undefined;
	/** Whether it is a difference, and not something to which the other side has no counterpart. */
	readonly isComparable: boolean;
}

/** "schema account › attribute mail › multi" */
export function pathText({ path }: Pick<DefaultDifference, 'path'>): string {
	return path.map(titleOf).join(' › ');
}

/** What differs, in the order of the connector's parts; what only the source has follows. */
export function defaultDifferences(
	connector: readonly Part[],
	source: readonly Part[],
): readonly DefaultDifference[] {
	return between([], connector, source);
}

function between(
	above: DefaultDifference['path'],
	connector: readonly Part[],
	source: readonly Part[],
): readonly DefaultDifference[] {
	const [ours, theirs] = [byTitle(connector), byTitle(source)];
	const held = new Set(connector.flatMap(({ holds = [] }) => holds));
	return [...new Map([...ours, ...theirs])].flatMap(([title, part]) => {
		const [one, other] = [ours.get(title), theirs.get(title)];
		const path = [...above, part];
		if (!one || !other || one.value !== other.value) {
			const isAlone = !one || !other;
			const isIncomparable = [one, other].some(
				side => side?.incomparable === 'always' || (side?.incomparable === 'alone' && isAlone),
			);
			const isComparable = !isIncomparable && (one !== undefined || !held.has(part.name));
			return [{ path, connector: one && valueOf(one), source: other && valueOf(other), isComparable }];
		}
		return [
			...between(path, one.parts ?? [], other.parts ?? []),
			...(part.isOrdered ? orderBetween(path, one.parts ?? [], other.parts ?? []) : []),
		];
	});
}

/** One difference, if the source has parts in another order. Within one part of the connector, no order is known. */
function orderBetween(
	above: DefaultDifference['path'],
	connector: readonly Part[],
	source: readonly Part[],
): readonly DefaultDifference[] {
	const places = new Map<string, number>();
	connector.forEach(({ name, holds = [name] }, place) =>
		holds.forEach(each => places.set(each, places.get(each) ?? place)),
	);
	const names = source.map(({ name }) => name).filter(name => places.has(name));
	const placeOf = (name: string) => places.get(name) ?? 0;
	const isInOrder = names.every((name, index) => placeOf(names[index - 1] ?? name) <= placeOf(name));
	const expected = [...places.keys()].filter(name => names.includes(name));
	return isInOrder
		? []
		: [
				{
					path: [...above, { name: 'order' }],
					connector: expected.join(', '),
					source: names.join(', '),
					isComparable: true,
				},
			];
}

function byTitle(parts: readonly Part[]): ReadonlyMap<string, Part> {
	return new Map(parts.map(part => [titleOf(part), part]));
}

/** In one line: "nativeObjectType person, 20 attributes"; the name where nothing is said. */
function valueOf({ name, value, parts = [] }: Part): string {
	const said = parts.flatMap(part =>
		part.parts ? [] : [part.value === 'true' ? part.name : `${part.name} ${part.value ?? ''}`],
	);
	const count = parts.filter(({ kind }) => kind === 'attribute').length;
	const attributes = count === 0 ? [] : [count === 1 ? '1 attribute' : `${count} attributes`];
	return value ?? ([...said, ...attributes].join(', ') || name);
}
