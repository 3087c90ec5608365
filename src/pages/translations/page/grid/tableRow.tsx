import { Component, Fragment, type ComponentChildren } from 'preact';
import type { TranslationRow } from '../../../../core/connector/translations/translationTable';
import type { TableWords } from '../../tableWords';
import { fill } from '../../../panel/page/connect';
import { lacksText, type TableColumn } from '../tableFilter';
import type { LocaleName } from '../tableLocales';

/** What the buttons in the cells do. */
export type CellButton = 'reveal' | 'remove';

interface TableRowProps {
	readonly words: TableWords;
	readonly row: TranslationRow;
	readonly rowIndex: number;
	readonly columns: readonly TableColumn[];
	readonly names: ReadonlyMap<string, LocaleName>;
	readonly hasForm: boolean;
	/** The column of the cell that the Tab key leads to; undefined if it is in another row. */
	readonly active: number | undefined;
	/** The locales in which the text is not saved, separated by blanks. */
	readonly unsaved: string;
}

/** A key and its texts; renders only when one of its properties is another one. */
export class TableRow extends Component<TableRowProps> {
	override shouldComponentUpdate(next: TableRowProps): boolean {
		const names = Object.keys(next) as (keyof TableRowProps)[];
		return names.some(name => next[name] !== this.props[name]);
	}

	override render() {
		const { words, row, columns, names, active } = this.props;
		const unsaved = this.props.unsaved.split(' ');
		return (
			<div role="row" class="row" data-key={row.key} aria-rowindex={this.props.rowIndex}>
				<KeyCell {...this.props} />
				{columns.map(({ locale, index }, column) => (
					<TextCell
						key={locale}
						words={words}
						text={row.texts[index] ?? null}
						isWanted={lacksText(row, index)}
						isUnsaved={unsaved.includes(locale)}
						locale={locale}
						name={names.get(locale)}
						isActive={active === column + 1}
					/>
				))}
			</div>
		);
	}
}

function KeyCell({ words, row, hasForm, active }: TableRowProps) {
	const { key, family, isUsed } = row;
	return (
		<div role="rowheader" class="cell key" tabIndex={active === 0 ? 0 : -1} title={key}>
			<code class="name">
				{family !== '' && <span class="family">{breakable(family)}</span>}
				{breakable(key.slice(family.length))}
			</code>
			{hasForm && !isUsed && <span class="unused">{words.unused}</span>}
			<span class="buttons">
				{hasForm && isUsed && <SmallButton name="reveal" label={words.showInForm} />}
				<SmallButton name="remove" label={words.removeKey} />
			</span>
		</div>
	);
}

/** With places behind its underscores where a line may end. */
function breakable(key: string): ComponentChildren {
	const parts = key.split(/(?<=_)/);
	return parts.map((part, index) => (
		<Fragment key={index}>
			{part}
			{index < parts.length - 1 || part.endsWith('_') ? <wbr /> : null}
		</Fragment>
	));
}

interface TextCellProps {
	readonly words: TableWords;
	readonly text: string | null;
	/** Whether the locale should have a text of its own, and does not. */
	readonly isWanted: boolean;
	readonly isUnsaved: boolean;
	readonly locale: string;
	readonly name: LocaleName | undefined;
	readonly isActive: boolean;
}

function TextCell({ words, text, isWanted, isUnsaved, locale, name, isActive }: TextCellProps) {
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
			{isUnsaved && (
				<span class="unsaved" title={words.unsaved}>
					<span class="unseen">{words.unsaved} </span>
				</span>
			)}
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

/** For the mouse: the keyboard has keys of its own, and its way through the cells is long enough. */
function SmallButton({ name, label }: ButtonProps) {
	return (
		<button type="button" class="small" tabIndex={-1} data-button={name} aria-label={label} title={label} />
	);
}
