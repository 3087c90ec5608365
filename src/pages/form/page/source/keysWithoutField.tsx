import type { ValueWithoutField } from '../../../../core/sources/shownValues';
import { fill } from '../../../panel/page/connect';
import { useForm } from '../formContext';

/** What the source has that the form does not show. */
export function KeysWithoutField({ values }: { readonly values: readonly ValueWithoutField[] }) {
	const { words } = useForm();
	if (values.length === 0) {
		return null;
	}
	return (
		<details class="without-field">
			<summary>{fill(words.withoutField, values.length)}</summary>
			<dl>
				{values.map(({ key, owner, text }) => (
					<div class="without-field-key" key={key} data-key={key}>
						<dt>
							<code>{key}</code>{' '}
							<span class="badge">{owner === 'template' ? words.ownerTemplate : words.ownerNobody}</span>
						</dt>
						<dd>{text}</dd>
					</div>
				))}
			</dl>
		</details>
	);
}
