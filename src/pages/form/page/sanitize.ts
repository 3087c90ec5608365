import DOMPurify from 'dompurify';

const tags = [
	...['a', 'b', 'br', 'code', 'em', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'li', 'ol', 'p', 'pre'],
	...['small', 'span', 'strong', 'sub', 'sup', 'u', 'ul'],
	...['div', 'blockquote', 'dl', 'dt', 'dd', 's', 'del', 'mark', 'kbd', 'details', 'summary'],
	...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
];

/** What texts may hold that people read as HTML: how they are set, and links to where a browser may go; nothing that runs. */
export function sanitized(html: string): DocumentFragment {
	const fragment = DOMPurify.sanitize(html, {
		ALLOWED_TAGS: tags,
		ALLOWED_ATTR: ['href', 'title', 'colspan', 'rowspan'],
		ALLOW_ARIA_ATTR: false,
		ALLOW_DATA_ATTR: false,
		ADD_URI_SAFE_ATTR: ['colspan', 'rowspan'],
		ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
		RETURN_DOM_FRAGMENT: true,
	});
	for (const element of fragment.querySelectorAll('li, a')) {
		if (isOdd(element)) {
			element.replaceWith(...element.childNodes);
		}
	}
	for (const link of fragment.querySelectorAll('a')) {
		link.rel = 'noopener';
	}
	return fragment;
}

/** An item of no list, or a link that says nothing: only in the way of people who have a page read out to them. */
function isOdd(element: Element): boolean {
	return element.localName === 'li'
		? !element.parentElement?.matches('ul, ol')
		: element.textContent.trim() === '';
}

/** Whether a browser may be sent there. */
export function isWebAddress(address: string): boolean {
	return /^https?:\/\//i.test(address.trim()) && URL.canParse(address.trim());
}
