import type { Frame } from 'playwright-core';

/** Something on a page that keeps people out, by its element and what is wrong with it. */
type Finding = string;

/** What can be clicked or typed into, whether the Tab key leads there or not. */
const targets =
	'a[href], button, input, select, textarea, summary, [role=gridcell], [role=rowheader][tabindex]';

/**
 * What is smaller than 24 by 24 CSS pixels and too near to something else to be hit (WCAG 2.5.8). A label is part of what it
 * names; links within a text may be small; the cell around a button is another target.
 */
export function smallTargets(frame: Frame): Promise<readonly Finding[]> {
	return frame.evaluate<readonly Finding[]>(`(() => {
		const isSeen = element => element.checkVisibility({ visibilityProperty: true }) && !element.disabled;
		const boxOf = element => {
			const boxes = [element, ...(element.labels ?? [])].map(each => each.getBoundingClientRect());
			return {
				left: Math.min(...boxes.map(box => box.left)),
				top: Math.min(...boxes.map(box => box.top)),
				right: Math.max(...boxes.map(box => box.right)),
				bottom: Math.max(...boxes.map(box => box.bottom)),
			};
		};
		const all = [...document.querySelectorAll(${JSON.stringify(targets)})]
			.filter(isSeen)
			.map(element => ({ element, box: element.matches('input[type=checkbox], input[type=radio]') ? boxOf(element) : element.getBoundingClientRect() }));
		const isSmall = ({ box }) => box.right - box.left < 24 || box.bottom - box.top < 24;
		const middle = ({ box }) => ({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });
		const distance = ({ x, y }, { left, top, right, bottom }) =>
			Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
		const isNear = (one, other) =>
			isSmall(other)
				? Math.hypot(middle(one).x - middle(other).x, middle(one).y - middle(other).y) < 24
				: distance(middle(one), other.box) < 12;
		return all
			.filter(each => isSmall(each) && !each.element.matches('p a, .section-info a'))
			.filter(each => all.some(other => other !== each && isNear(each, other)))
			.map(({ element, box }) => {
				const size = [box.right - box.left, box.bottom - box.top].map(Math.round).join(' x ');
				return size + ': ' + element.outerHTML.slice(0, 120);
			});
	})()`);
}

/**
 * What is cut or lies over other texts with the text spacing of WCAG 1.4.12. What is cut without it, too, is not meant: its
 * whole text is found elsewhere.
 */
export async function cutBySpacing(frame: Frame): Promise<readonly Finding[]> {
	const cut = () =>
		frame.evaluate<readonly Finding[]>(`(() => {
			const ofTexts = [...document.body.querySelectorAll('*')].filter(
				element =>
					element.checkVisibility({ visibilityProperty: true }) &&
					[...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '') &&
					!element.closest('option, .unseen, .visually-hidden, .cell > .text'), // Of a long text, the editor has all.
			);
			return ofTexts.flatMap(element => {
				const range = document.createRange();
				range.selectNodeContents(element);
				const text = range.getBoundingClientRect();
				for (let around = element; around !== document.body; around = around.parentElement) {
					const { overflowX, overflowY, display } = getComputedStyle(around);
					const box = around.getBoundingClientRect();
					const isClipped = overflowX === 'hidden' || overflowX === 'clip';
					const isBox = isClipped || around.matches('button, .badge, .count, .cell');
					if (/auto|scroll/.test(overflowX + overflowY)) {
						return [];
					}
					if (isBox && display !== 'inline' && (text.right > box.right + 1 || text.bottom > box.bottom + 1)) {
						return [around.className + ': ' + element.textContent.slice(0, 60)];
					}
				}
				return [];
			});
		})()`);
	const before = await cut();
	await frame.evaluate(`{
		const spacing = new CSSStyleSheet();
		spacing.replaceSync(\`
			* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
			p { margin-bottom: 2em !important; }\`);
		document.adoptedStyleSheets = [spacing];
	}`);
	const after = await cut();
	await frame.evaluate('document.adoptedStyleSheets = []');
	return after.filter(finding => !before.includes(finding));
}

/** Whether something lies over all of what has the focus (WCAG 2.4.11), or it is out of the page's sight. */
export function isFocusHidden(frame: Frame): Promise<boolean> {
	return frame.evaluate<boolean>(`(() => {
		const { activeElement } = document;
		const { left, top, width, height } = activeElement.getBoundingClientRect();
		const places = [0.02, 0.25, 0.5, 0.75, 0.98];
		return !places.some(x =>
			places.some(y => {
				const there = document.elementFromPoint(left + x * width, top + y * height);
				return there !== null && (activeElement === there || activeElement.contains(there));
			}),
		);
	})()`);
}

/** The elements that announce what changes, as far as they are not there before something does: not all screen readers notice those. */
export function lateAnnouncers(frame: Frame): Promise<readonly Finding[]> {
	return frame.evaluate<readonly Finding[]>(`
		[...document.querySelectorAll('[role=status], [role=alert], [aria-live]')]
			.filter(element => !element.checkVisibility())
			.map(element => element.outerHTML.slice(0, 120))`);
}
