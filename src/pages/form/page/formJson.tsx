import type { Entered } from '../../../core/connector/form/entered';
import type { FormPicture } from '../../../core/connector/form/formPicture';
import { connectorAttributes } from '../../../core/connector/form/submitted';
import { useForm } from './formContext';

/** What the form would submit. */
export function FormJson({
	picture,
	entered,
	copy,
}: {
	readonly picture: FormPicture;
	readonly entered: Entered;
	readonly copy: (text: string) => void;
}) {
	const { words } = useForm();
	const text = JSON.stringify(connectorAttributes(picture, entered), undefined, '\t');
	return (
		<section class="json" aria-labelledby="json-heading">
			<div class="json-head">
				<h2 id="json-heading">{words.jsonHeading}</h2>
				<button type="button" class="button secondary copy" onClick={() => copy(text)}>
					{words.copy}
				</button>
			</div>
			<pre tabIndex={0}>{text}</pre>
		</section>
	);
}
