import { fill } from '../../../panel/page/connect';
import type { TableWords } from '../../tableWords';
import { TablePopover } from './tablePopover';

/** The keys that can be pressed in the table. */
export function TableHelp({ words }: { readonly words: TableWords }) {
	const control = /Mac/.test(navigator.platform) ? 'Cmd' : 'Ctrl';
	return (
		<TablePopover id="keyboard" label={words.keyboard} face="?" isIcon>
			<h2>{words.keyboard}</h2>
			<dl id="grid-help">
				{words.shortcuts.map(([keys, what]) => (
					<div key={keys}>
						<dt>{fill(keys, control)}</dt>
						<dd>{what}</dd>
					</div>
				))}
			</dl>
		</TablePopover>
	);
}
