import type { FieldValue } from '../../connector/formPicture';
import { valueOf, type Entered } from '../../connector/formState';
import type { ControlProperties } from './fieldControl';
import { Field } from './fieldFrame';
import { Rows } from './fieldRows';
import { textOf } from './fieldText';
import { holds, shownInCard } from './formParts';

/** The key of a card's only text, where a cardList says nothing of what its cards hold. */
const onlyText = 'value';

const nothing: ReadonlySet<string> = new Set();

export function CardList({ field, value, ids, name, mark, shown = nothing, enter }: ControlProperties) {
	const cards: readonly Entered[] = typeof value === 'object' && 'cards' in value ? value.cards : [];
	return (
		<Rows<Entered>
			ids={ids}
			name={name}
			items={cards}
			blank={{}}
			change={changed => enter({ cards: changed })}
			row={(card, itemName, change) => {
				const set = (key: string, entered: FieldValue) => change({ ...card, [key]: entered });
				return (
					<div class="card" role="group" aria-label={itemName}>
						{field.fields.length === 0 ? (
							<input
								type="text"
								class="text-input"
								aria-label={itemName}
								spellcheck={false}
								value={textOf(Object.hasOwn(card, onlyText) ? card[onlyText] : undefined)}
								onInput={event => set(onlyText, event.currentTarget.value)}
							/>
						) : (
							shownInCard(field.fields, card, shown).map(inner => (
								<Field
									key={inner.id}
									field={inner}
									value={valueOf(inner, card)}
									isEntered={Object.hasOwn(card, inner.name)}
									mark={holds(inner, mark) ? mark : undefined}
									shown={inner.fields.length > 0 ? shown : undefined}
									enter={set}
								/>
							))
						)}
					</div>
				);
			}}
		/>
	);
}
