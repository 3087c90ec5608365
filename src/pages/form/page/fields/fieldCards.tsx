import { cardsOf, enteredValue, valueOf, type Entered } from '../../../../core/connector/form/entered';
import type { FieldValue } from '../../../../core/connector/form/formPicture';
import { shownOnCard } from '../../../../core/connector/form/formState';
import { onlyText } from '../../../../core/connector/form/submitted';
import { shownInField, typedInField } from '../../../../core/text/shownInField';
import type { ControlProperties } from './fieldControl';
import { Field } from './fieldFrame';
import { Rows } from './fieldRows';
import { textInField } from './fieldText';
import { holds, seenFields } from '../partsOnPage';
import { useForm } from '../formContext';

const nothing: ReadonlySet<string> = new Set();

export function CardList({ field, value, ids, name, mark, shown = nothing, enter }: ControlProperties) {
	const { showHidden } = useForm();
	return (
		<Rows<Entered>
			ids={ids}
			name={name}
			items={cardsOf(value)}
			blank={{}}
			change={changed => enter({ cards: changed })}
			row={(card, itemName, change) => {
				const onlyEntered = textInField(Object.hasOwn(card, onlyText) ? card[onlyText] : undefined);
				const shownHere = shownOnCard(field.fields, card, shown);
				const set = (key: string, entered: FieldValue) => change({ ...card, [key]: entered });
				return (
					<div class="card" role="group" aria-label={itemName}>
						{field.fields.length === 0 ? (
							<input
								type="text"
								class="text-input"
								aria-label={itemName}
								spellcheck={false}
								value={shownInField(onlyEntered, 'single')}
								onInput={event =>
									set(onlyText, typedInField(onlyEntered, event.currentTarget.value, 'single'))
								}
							/>
						) : (
							seenFields(field.fields, shownHere, showHidden).map(inner => (
								<Field
									key={inner.id}
									field={inner}
									value={valueOf(inner, card)}
									isEntered={enteredValue(inner, card) !== undefined}
									mark={holds(inner, mark) ? mark : undefined}
									shown={inner.fields.length > 0 ? shownHere : undefined}
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
