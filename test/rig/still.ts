/** Nothing fades or slides in a window, scrollbars neither, which do so whatever one sets: each step would be painted. */
export const still = `
	if (window === top) {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync('*, ::before, ::after { animation-duration: 0s !important; transition-duration: 0s !important; }');
		document.adoptedStyleSheets.push(sheet);
	}`;
