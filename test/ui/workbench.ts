import path from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { QuickInput } from './quickInput';

/** A toast, and what one can do with it. */
export interface Toast {
	readonly element: Locator;
	text(): Promise<string>;
	press(button: string): Promise<void>;
}

/** Themes by what VS Code calls them, with the class that a window in them has. */
const themes = {
	'Dark Modern': 'vs-dark',
	'Light Modern': 'vs',
	'Dark High Contrast': 'hc-black',
	'Light High Contrast': 'hc-light',
} as const;

/** A VS Code window as a person uses it: what is on it, by the words that are on it. */
export class Workbench {
	readonly quickInput: QuickInput;
	readonly editor: Locator;
	readonly toasts: Locator;

	constructor(readonly page: Page) {
		this.quickInput = new QuickInput(page);
		this.editor = page.locator('.editor-instance .view-lines').first();
		this.toasts = page.locator('.notifications-toasts .notification-list-item');
	}

	async open(url: string): Promise<void> {
		await this.page.goto(url, { timeout: 60_000 });
		await this.isThere();
	}

	/** As a person does who wants what was installed or set since. */
	async reload(): Promise<void> {
		await this.page.reload();
		await this.isThere();
	}

	/** Shows the view with this tenant, if VS Code does not bring it back by itself; a click on its icon would hide it then. */
	async showTenant(name: string): Promise<void> {
		await this.row(name)
			.waitFor({ timeout: 12_000 })
			.catch(() => this.viewContainer('ISC Connectors').click());
	}

	/** As a person does who works in another window for a moment. */
	async leaveAndComeBack(): Promise<void> {
		for (const hasFocus of [false, true]) {
			await this.page.evaluate(`
				document.hasFocus = () => ${hasFocus};
				window.dispatchEvent(new Event('${hasFocus ? 'focus' : 'blur'}'));`);
			await this.page.waitForTimeout(300);
		}
	}

	/** Long enough for VS Code to write down what is to outlive the window: in a browser it does so every five seconds, if idle. */
	stateIsKept(): Promise<void> {
		return this.page.waitForTimeout(11_000);
	}

	private async isThere(): Promise<void> {
		await this.page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 60_000 });
	}

	/** The icon of a view container in the activity bar. */
	viewContainer(title: string): Locator {
		const label = this.page.locator(`a[aria-label^=${JSON.stringify(title)}]`);
		return this.page.locator('.activitybar .action-item', { has: label });
	}

	/** A row of a tree in the sidebar; with `parent`, the first one of this label below that row. */
	row(label: string, parent?: string): Locator {
		const named = (text: string) =>
			`.sidebar .monaco-list-row:has(.label-name .monaco-highlighted-label:text-is(${JSON.stringify(text)}))`;
		// By what is where on the screen: the order of the elements is not that of the rows.
		const selector = parent === undefined ? named(label) : `${named(label)}:below(${named(parent)})`;
		return this.page.locator(selector).first();
	}

	/** Opens or closes a row that has rows below it. */
	async toggle(row: Locator): Promise<void> {
		await row.locator('.monaco-tl-twistie').click();
	}

	/** Presses the icon that a row shows while the pointer is on it. */
	async inlineAction(row: Locator, title: string): Promise<void> {
		await row.hover();
		await row.locator(`.actions a[aria-label^=${JSON.stringify(title)}]`).click();
	}

	/** Opens a row's context menu, and gives its entries. */
	async contextMenu(row: Locator): Promise<Locator> {
		await row.click({ button: 'right' });
		const items = this.page.locator('.monaco-menu-container .action-item');
		await items.first().waitFor();
		return items;
	}

	/** Chooses an entry of a row's context menu. */
	async chooseInContextMenu(row: Locator, item: string): Promise<void> {
		const items = await this.contextMenu(row);
		// Not a click: a menu is deaf to the mouse for the moment after it opens.
		await items.filter({ hasText: item }).first().hover();
		await this.page.keyboard.press('Enter');
	}

	/** Runs a command from the palette by its whole title with the category: `View: Show Explorer`. */
	async command(title: string): Promise<void> {
		// A key that comes while the focus goes into a webview reaches nobody, and what takes the focus closes the palette again.
		const run = async () => {
			await this.page.keyboard.press('F1');
			await this.quickInput.fill(`>${title}`, 4000);
			await this.quickInput.pick(title, 8000);
		};
		await run().catch(run);
	}

	/** An editor's tab by its label, or by the last part of it: that of a document begins with the tenant and the connector. */
	tab(label: string): Locator {
		return this.page.locator(`.tab${labelled(label)}`).first();
	}

	/** An editor's tab as long as it has changes that are not saved. */
	dirtyTab(label: string): Locator {
		return this.page.locator(`.tab.dirty${labelled(label)}`).first();
	}

	/**
	 * Waits until no more editors than these have unsaved text. A tab has no mark either while its text is being saved; the Explorer's
	 * icon counts it until that is over.
	 */
	async clean(but = 0): Promise<void> {
		await (but === 0 ? this.unsaved().waitFor({ state: 'detached' }) : this.unsaved(but).waitFor());
	}

	/** Saves, and waits until that is over, before which no window must be loaded again. */
	async saveToTheEnd(): Promise<void> {
		await this.unsaved().waitFor(); // VS Code begins to count a while after its start.
		await this.save();
		await this.clean();
	}

	/** How many editors have unsaved text, as the Explorer's icon counts it; without a number any count but none. */
	unsaved(count?: number): Locator {
		const counted = `${count === undefined ? '' : `${count} `}unsaved file`;
		return this.page.locator(`.activitybar a[aria-label*=${JSON.stringify(counted)}]`);
	}

	/** The lines that the active editor shows; VS Code paints spaces as no-break spaces. */
	async editorText(): Promise<string> {
		const lines = await this.page.locator('.editor-instance .view-lines').first().locator('.view-line').all();
		const placed = await Promise.all(
			lines.map(async line => ({ text: await line.innerText(), top: (await line.boundingBox())?.y ?? 0 })),
		);
		placed.sort((a, b) => a.top - b.top);
		return placed.map(line => line.text.replaceAll('\u00a0', ' ')).join('\n');
	}

	/** Types at the beginning of the active editor. */
	type(text: string): Promise<void> {
		return this.typeFrom('Home', text);
	}

	/** Types at the end of the active editor. */
	typeAtEnd(text: string): Promise<void> {
		return this.typeFrom('End', text);
	}

	private async typeFrom(place: 'Home' | 'End', text: string): Promise<void> {
		await this.goTo(place);
		await this.page.keyboard.type(text);
	}

	/** Once the text is there: until then, VS Code gives the keyboard back to the tree in which one has opened it. */
	async goTo(place: 'Home' | 'End'): Promise<void> {
		await this.editor.locator('.view-line').first().waitFor();
		await this.editor.click();
		await this.page.keyboard.press(`ControlOrMeta+${place}`);
	}

	/** Presses the keys for saving; whether it was saved is for the caller to see. */
	async save(): Promise<void> {
		await this.page.keyboard.press('ControlOrMeta+s');
	}

	/**
	 * Waits for a toast with this text.
	 * @param patience milliseconds; as for everything else unless said otherwise
	 */
	async toast(text: string, patience?: number): Promise<Toast> {
		const element = this.toasts.filter({ hasText: text }).first();
		await element.waitFor(patience === undefined ? {} : { timeout: patience });
		return {
			element,
			text: () => element.locator('.notification-list-item-message').innerText(),
			press: button => element.locator('.monaco-button', { hasText: button }).first().click(),
		};
	}

	async closeToasts(): Promise<void> {
		await this.command('Notifications: Clear All Notifications');
		await this.toasts.first().waitFor({ state: 'detached' });
	}

	/** Leaves no toast and no editor, and of what was typed only what was saved. */
	async discardAll(): Promise<void> {
		await this.closeToasts();
		const dirty = this.page.locator('.tab.dirty').first();
		while (await dirty.isVisible()) {
			await dirty.click();
			await this.editor.click();
			await this.command('File: Revert File');
			await this.page.waitForTimeout(500);
		}
		await this.command('View: Close All Editors');
	}

	/** Waits for a modal dialog with this text, and presses one of its buttons. */
	async modal(text: string, button: string): Promise<void> {
		const dialog = this.page.locator('.monaco-dialog-box', { hasText: text });
		await dialog.getByRole('button', { name: button, exact: true }).click();
		await dialog.waitFor({ state: 'detached' });
	}

	/** The document inside the visible webview. */
	webview(): FrameLocator {
		return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
	}

	/** Chooses the colours by the name that VS Code shows, and waits until the window has them. */
	async setTheme(theme: keyof typeof themes): Promise<void> {
		await this.command('Preferences: Color Theme');
		await this.quickInput.fill(theme);
		await this.quickInput.pick(theme);
		await this.page.locator(`.monaco-workbench.${themes[theme]}`).waitFor();
	}

	/** A picture of the window, once nothing moves any more. */
	async screenshot(name: string, folder = 'out/pictures'): Promise<string> {
		const file = path.join(folder, `${name}.png`);
		await this.page.waitForTimeout(250);
		await this.page.screenshot({ path: file });
		return file;
	}
}

function labelled(label: string): string {
	return `:is([aria-label^=${JSON.stringify(label)}], [aria-label*=${JSON.stringify(` › ${label}`)}])`;
}
