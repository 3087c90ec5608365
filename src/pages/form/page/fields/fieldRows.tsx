import type { ComponentChild } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isItems } from '../../../../core/connector/form/fieldValue';
import { shownInField, typedInField } from '../../../../core/text/shownInField';
import { fill } from '../../../panel/page/connect';
import type { ControlProperties } from './fieldControl';
import { useForm } from '../formContext';

interface RowsProperties<Item> extends Pick<ControlProperties, 'ids' | 'name'> {
	readonly items: readonly Item[];
	readonly blank: Item;
	readonly change: (items: readonly Item[]) => void;
	readonly row: (item: Item, name: string, change: (item: Item) => void) => ComponentChild;
}

/** Items that are added, removed and filled in, a row each. */
export function Rows<Item>({ ids, name, items, blank, change, row }: RowsProperties<Item>) {
	const { words } = useForm();
	const group = useRef<HTMLDivElement>(null);
	// A row stays itself when one above it goes, with what is open in it and where the caret is.
	const keys = useRef<number[]>([]);
	const nextKey = useRef(0);
	const focus = useRef<'last' | 'add' | undefined>(undefined);
	while (keys.current.length < items.length) {
		keys.current.push(nextKey.current++);
	}
	keys.current.length = items.length;
	useLayoutEffect(() => {
		const wanted = focus.current;
		focus.current = undefined;
		const places = { last: '.row:last-of-type :is(input, textarea, select)', add: ':scope > .add' };
		if (wanted) {
			group.current?.querySelector<HTMLElement>(places[wanted])?.focus();
		}
	});
	return (
		<div class="rows" role="group" aria-labelledby={ids.label} aria-describedby={ids.describedBy} ref={group}>
			{items.map((item, index) => {
				const itemName = fill(words.item, name, index + 1);
				return (
					<div class="row" key={keys.current[index]}>
						{row(item, itemName, changed => change(items.with(index, changed)))}
						<button
							type="button"
							class="icon-button remove"
							title={words.remove}
							aria-label={fill(words.removeItem, itemName)}
							onClick={() => {
								keys.current.splice(index, 1);
								focus.current = 'add';
								change(items.toSpliced(index, 1));
							}}
						>
							<svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
								<path d="M3.5 3.5l9 9m0-9l-9 9" fill="none" stroke="currentColor" stroke-width="1.2" />
							</svg>
						</button>
					</div>
				);
			})}
			<button
				type="button"
				class="button secondary add"
				aria-label={fill(words.addTo, name)}
				onClick={() => {
					focus.current = 'last';
					change([...items, blank]);
				}}
			>
				{words.add}
			</button>
		</div>
	);
}

export function TextList({ field, value, ids, name, enter }: ControlProperties) {
	return (
		<Rows
			ids={ids}
			name={name}
			items={value !== undefined && isItems(value) ? value : []}
			blank=""
			change={enter}
			row={(text, itemName, change) => (
				<input
					type="text"
					class="text-input"
					aria-label={itemName}
					placeholder={field.placeholder?.text}
					spellcheck={false}
					value={shownInField(text, 'single')}
					onInput={event => change(typedInField(text, event.currentTarget.value, 'single'))}
				/>
			)}
		/>
	);
}

type Pair = readonly [key: string, value: string];

export function KeyValueList({ field, value, ids, name, enter }: ControlProperties) {
	const { words } = useForm();
	const pairs: readonly Pair[] = typeof value === 'object' && 'pairs' in value ? value.pairs : [];
	return (
		<Rows<Pair>
			ids={ids}
			name={name}
			items={pairs}
			blank={['', '']}
			change={changed => enter({ pairs: changed })}
			row={([key, text], itemName, change) => (
				<>
					<input
						type="text"
						class="text-input"
						aria-label={fill(words.keyOf, itemName)}
						placeholder={field.placeholder?.text ?? words.key}
						spellcheck={false}
						value={shownInField(key, 'single')}
						onInput={event => change([typedInField(key, event.currentTarget.value, 'single'), text])}
					/>
					<input
						type="text"
						class="text-input"
						aria-label={fill(words.valueOf, itemName)}
						placeholder={words.value}
						spellcheck={false}
						value={shownInField(text, 'single')}
						onInput={event => change([key, typedInField(text, event.currentTarget.value, 'single')])}
					/>
				</>
			)}
		/>
	);
}
