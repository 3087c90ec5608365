import type { Locator, Page } from 'playwright-core';

/** The box in which VS Code asks: the command palette, quick picks, input boxes. */
export class QuickInput {
	readonly field: Locator;
	/** The line below the field: the prompt, or what is wrong with the text. */
	readonly message: Locator;
	readonly items: Locator;
	private readonly widget: Locator;

	constructor(private readonly page: Page) {
		this.widget = page.locator('.quick-input-widget:visible');
		this.field = this.widget.locator('input.input');
		this.message = this.widget.locator('.quick-input-message');
		this.items = this.widget.locator('.quick-input-list .monaco-list-row');
	}

	/** Waits for the question with this title. */
	async titled(title: string): Promise<void> {
		await this.widget.locator('.quick-input-title', { hasText: title }).waitFor();
	}

	/** Types the answer to the question with this title. */
	async answer(title: string, text: string): Promise<void> {
		await this.titled(title);
		await this.fill(text);
		await this.accept();
	}

	/** Chooses the answer to the question with this title. */
	async choose(title: string, label: string): Promise<void> {
		await this.titled(title);
		await this.items.filter({ hasText: label }).first().click();
	}

	/** @param patience how long to wait for the box, in milliseconds */
	async fill(text: string, patience?: number): Promise<void> {
		await this.field.fill(text, patience === undefined ? {} : { timeout: patience });
	}

	/** The item of exactly this label. */
	item(label: string): Locator {
		const exactly = new RegExp(`^\\s*${label.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}\\s*$`);
		return this.items.filter({ has: this.page.locator('.label-name', { hasText: exactly }) }).first();
	}

	/**
	 * Chooses the item of exactly this label.
	 * @param patience how long to wait for it, in milliseconds
	 */
	async pick(label: string, patience?: number): Promise<void> {
		await this.item(label).click(patience === undefined ? {} : { timeout: patience });
	}

	async accept(): Promise<void> {
		await this.page.keyboard.press('Enter');
	}

	async cancel(): Promise<void> {
		await this.page.keyboard.press('Escape');
	}
}
