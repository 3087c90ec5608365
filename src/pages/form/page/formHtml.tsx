import { useLayoutEffect, useRef } from 'preact/hooks';
import { sanitized } from './sanitize';

/** A text that may hold HTML, without what could run in it. */
export function SanitizedHtml({
	html,
	lang,
	onDblClick,
}: {
	readonly html: string;
	readonly lang: string | undefined;
	readonly onDblClick: (() => void) | undefined;
}) {
	const element = useRef<HTMLDivElement>(null);
	// What is in the element is none of Preact's business.
	useLayoutEffect(() => element.current?.replaceChildren(sanitized(html)), [html]);
	const className = onDblClick ? 'section-info is-editable' : 'section-info';
	return <div class={className} lang={lang} ref={element} onDblClick={onDblClick} />;
}
