import { Component } from 'preact';
import type { TranslationRow } from '../../../../core/connector/translations/translationTable';
import type { TableWords } from '../../tableWords';
import { fill } from '../../../panel/page/connect';
import { lacksText, type TableColumn } from '../tableFilter';
import type { LocaleName } from '../tableLocales';

/** What the buttons in the cells do. */
export type CellButton = 'reveal' | 'ask' | 'remove' | 'cancel';

interface TableRowProps {
	readonly words: TableWords;
	readonly row: TranslationRow;
	readonly rowIndex: number;
	readonly columns: readonly TableColumn[];
	readonly names: ReadonlyMap<string, LocaleName>;
	readonly hasForm: boolean;
	/** The column of the cell that the Tab key leads to; undefined if it is in another row. */
	readonly active: number | undefined;
	/** Whether people are asked if the key shall go. */
	readonly isAsking: boolean;
}

/** A key and its texts; renders only when one of its properties is another one. */
export class TableRow extends Component<TableRowProps> {
	override shouldComponentUpdate(next: TableRowProps): boolean {
		const names = Object.keys(next) as (keyof TableRowProps)[];
		return names.some(name => next[name] !== this.props[name]);
	}

	override render() {
		const { words, row, columns, names, active } = this.props;
		return (
			<div role="row" class="row" data-key={row.key} aria-rowindex={this.props.rowIndex}>
				<KeyCell {...this.props} />
				{columns.map(({ locale, index }, column) => (
					<TextCell
						key={locale}
						words={words}
						text={row.texts[index] ?? null}
						isWanted={lacksText(row, index)}
						locale={locale}
						name={names.get(locale)}
						isActive={active === column + 1}
					/>
				))}
			</div>
		);
	}
}

function KeyCell({ words, row, hasForm, active, isAsking }: TableRowProps) {
	const { key, family, isUsed } = row;
	return (
		<div role="rowheader" class="cell key" tabIndex={active === 0 ? 0 : -1} title={key}>
			<code class="name">
				{family !== '' && <span class="family">{family}</span>}
				{key.slice(family.length)}
			</code>
			{hasForm && !isUsed && <span class="unused">{words.unused}</span>}
			{isAsking ? (
				<div role="group" class="question" aria-label={words.removeQuestion}>
					{words.removeQuestion} <Button name="remove" label={words.remove} />
					<Button name="cancel" label={words.cancel} />
				</div>
			) : (
				<span class="buttons">
					{hasForm && isUsed && <SmallButton name="reveal" label={words.showInForm} />}
					<SmallButton name="ask" label={words.removeKey} />
				</span>
			)}
		</div>
	);
}

interface TextCellProps {
	readonly words: TableWords;
	readonly text: string | null;
	/** Whether the locale should have a text of its own, and does not. */
	readonly isWanted: boolean;
	readonly locale: string;
	readonly name: LocaleName | undefined;
	readonly isActive: boolean;
}

function TextCell({ words, text, isWanted, locale, name, isActive }: TextCellProps) {
	const isAbsent = text === null;
	return (
		<div
			role="gridcell"
			class={isWanted ? 'cell missing' : 'cell'}
			data-locale={locale}
			data-missing={isWanted ? '' : undefined}
			tabIndex={isActive ? 0 : -1}
			title={text ?? words.missing}
		>
			{text ? (
				<span class="text" dir="auto" lang={name?.tag}>
					{text}
				</span>
			) : (
				<span class="word">{isAbsent ? words.missing : words.emptyText}</span>
			)}
			{isWanted && !isAbsent && <span class="unseen"> {words.missing}</span>}
			{(isWanted || isAbsent) && <span class="unseen"> {fill(words.missingIn, name?.name ?? locale)}</span>}
			<span class="buttons">
				<SmallButton name="reveal" label={words.showInEditor} />
			</span>
		</div>
	);
}

interface ButtonProps {
	readonly name: CellButton;
	readonly label: string;
}

function Button({ name, label }: ButtonProps) {
	return (
		<button type="button" class={name === 'cancel' ? 'secondary' : undefined} data-button={name}>
			{label}
		</button>
	);
}

/** For the mouse: the keyboard has keys of its own, and its way through the cells is long enough. */
function SmallButton({ name, label }: ButtonProps) {
	return (
		<button type="button" class="small" tabIndex={-1} data-button={name} aria-label={label} title={label} />
	);
}
