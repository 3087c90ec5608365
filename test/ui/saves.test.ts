import assert from 'node:assert/strict';
import fs from 'node:fs';
import { useTenant } from './useTenant';
import { asTyped, useWorkbench } from './useWorkbench';

suite('What a person is told of a save', function () {
	const workbench = useWorkbench({ settings: asTyped });
	const sample = useTenant(workbench);

	teardown('nothing is left unsaved', async () => {
		sample().onRequest = undefined;
		sample().clearFaults();
		await workbench().discardAll();
	});

	const stored = () => Buffer.from(sample().connector('jdbc-angularsc').correlationConfig).toString();
	const dirty = (file = 'correlation-config.xml') => workbench().dirtyTab(file);
	const changedElsewhere = () => workbench().page.locator('.statusbar-item', { hasText: 'Changed in acme' });
	const dirtyTabs = () => workbench().page.locator('.tab.dirty');

	async function open(file = 'correlation-config.xml'): Promise<void> {
		await workbench().row(file).waitFor({ timeout: 30_000 }); // The window may just have been loaded.
		await workbench().row(file).dblclick();
		await workbench().tab(file).waitFor();
		await workbench().page.locator('.editor-instance .view-line').first().waitFor();
	}

	const status = (text: RegExp) => workbench().page.locator('.statusbar-item', { hasText: text });

	test('only in the status bar that it was sent, and when; for several documents once', async () => {
		await open();
		await workbench().typeAtEnd('<!-- quiet -->');
		await workbench().save();
		await status(/^Sent to acme at \d+:\d\d/).waitFor();
		await workbench().screenshot('sent');
		await workbench().clean();
		for (const file of ['correlation-config.xml', 'source-template.xml', 'source-config.xml']) {
			await open(file);
			await workbench().typeAtEnd('<!-- together -->');
			await dirty(file).waitFor();
		}
		await workbench().command('File: Save All Files');
		await status(/^Sent 3 documents to acme at \d+:\d\d/).waitFor();
		await workbench().screenshot('sent-together');
		assert.equal(await dirtyTabs().count(), 0);
		assert.equal(await workbench().toasts.count(), 0);
	});

	/** Types, saves, and types on while the tenant has not answered yet. */
	async function typeOnWhileSaving(): Promise<void> {
		await open();
		await workbench().typeAtEnd('<!-- first -->');
		const isSent = new Promise<void>(resolve => {
			sample().onRequest = ({ method }) => {
				if (method === 'PUT') {
					sample().latency = 1500;
					resolve();
				}
			};
		});
		await workbench().save();
		await isSent;
		await workbench().page.keyboard.type('<!-- second -->');
		await status(/^Sent to acme at \d+:\d\d/).waitFor();
		sample().latency = 0;
		await dirty().waitFor();
		assert.match(stored(), /first -->$/);
	}

	test('nothing of what was typed meanwhile, which the next save sends', async () => {
		await typeOnWhileSaving();
		await workbench().save();
		await workbench().clean();
		assert.match(stored(), /second -->$/);
	});

	test('that a colleague has saved since, though one has typed nothing after one’s own save', async () => {
		await typeOnWhileSaving();
		sample().change('jdbc-angularsc', connector => {
			connector.correlationConfig = Buffer.from(stored().replace('<!-- first -->', '<!-- theirs -->'));
		});
		const theirs = stored();
		await workbench().save();
		await workbench().page.locator('.merge-editor').waitFor();
		await workbench().screenshot('conflict-typed-on');
		assert.equal(stored(), theirs);
		await workbench().command('View: Close Editor');
		await workbench().modal('Do you want to save the changes', "Don't Save");
	});

	test('that the text is not well-formed, and where', async () => {
		const before = stored();
		await open();
		await workbench().typeAtEnd('<oops>');
		await workbench().save();
		const toast = await workbench().toast('Not saved: ');
		assert.match(await toast.text(), /<oops> is outside the root element \(line 27, column \d+\)/);
		await workbench().screenshot('malformed');
		assert.equal(stored(), before);
		await dirty().waitFor();
	});

	test('that the tenant made another text of it, and which', async () => {
		await open();
		sample().fault(
			{ method: 'PUT' },
			{ kind: 'rewrite', change: text => text.replace('<!-- mine -->', '<!-- reviewed -->') },
		);
		await workbench().typeAtEnd('<!-- mine -->');
		await workbench().save();
		const toast = await workbench().toast('acme rewrote correlation-config.xml of JDBC');
		await workbench().page.locator('.view-line', { hasText: 'reviewed' }).first().waitFor();
		await workbench().screenshot('rewritten');
		await toast.press('Show Changes');
		await workbench().page.locator('.monaco-diff-editor .view-line', { hasText: 'mine' }).first().waitFor();
		await workbench().screenshot('rewritten-compared');
		await workbench().command('View: Close Editor');
	});

	test('that the connection broke and the tenant cannot be asked, and later what became of it', async () => {
		await open();
		sample().fault({ method: 'PUT' }, { kind: 'reset-after' });
		await workbench().typeAtEnd('<!-- answer lost -->');
		// The look before the save succeeds, and all after it fail.
		sample().onRequest = ({ method }) => {
			if (method === 'PUT') {
				sample().fault({ method: 'GET' }, { kind: 'reset-before' }, 99);
			}
		};
		await workbench().save();
		const toast = await workbench().toast(
			'You will be notified when it is known whether acme saved the document',
		);
		await workbench().screenshot('answer-lost');
		assert.match(await toast.text(), /The connection to acme was lost/);
		sample().onRequest = undefined;
		sample().clearFaults();
		await workbench().inlineAction(workbench().row('acme'), 'Refresh Tenant');
		await workbench().toast('was saved: acme received it');
		await workbench().screenshot('answer-found');
		assert.equal(await changedElsewhere().count(), 0);
		await workbench().save();
		await workbench().clean();
		assert.ok(stored().includes('answer lost'));
	});

	test('in one message which of many documents were not saved', async () => {
		for (const file of ['correlation-config.xml', 'source-template.xml', 'source-config.xml']) {
			await open(file);
			await workbench().typeAtEnd('<!-- all -->');
			await dirty(file).waitFor();
		}
		sample().fault({ operation: 'putConnectorSourceTemplate' }, { kind: 'answer', status: 500, body: '{}' });
		sample().fault({ operation: 'putConnectorSourceConfig' }, { kind: 'answer', status: 403, body: '{}' });
		await workbench().command('File: Save All Files');
		const toast = await workbench().toast('Not saved (2 of 3 documents)');
		assert.match(
			await toast.text(),
			/source-template\.xml of JDBC, .*source-config\.xml of JDBC|source-config\.xml of JDBC, .*source-template\.xml of JDBC/,
		);
		await workbench().screenshot('save-all');
		await workbench().clean(2);
		await toast.press('Show Details');
		await workbench().quickInput.titled('Not Saved');
		await workbench().screenshot('save-all-failed');
		await workbench().quickInput.cancel();
		await workbench().command('File: Save All Files');
		await workbench().clean();
		for (const text of [
			sample().connector('jdbc-angularsc').sourceConfig,
			sample().connector('jdbc-angularsc').sourceTemplate,
		]) {
			assert.ok(Buffer.from(text).includes('<!-- all -->'));
		}
	});

	test('in the status bar that somebody changed what they are editing, as soon as they come back', async () => {
		await open();
		await workbench().typeAtEnd('<!-- unsaved -->');
		await dirty().waitFor();
		sample().change('jdbc-angularsc', connector => {
			connector.correlationConfig = Buffer.from(
				stored().replace('AttributeAssignments>', 'AttributeAssignments >'),
			);
		});
		await workbench().page.waitForTimeout(31_000);
		await workbench().leaveAndComeBack();
		const status = changedElsewhere();
		await status.waitFor();
		await workbench().screenshot('changed-elsewhere');
		await status.click();
		const toast = await workbench().toast('Merged the changes in acme');
		await status.waitFor({ state: 'detached' });
		await toast.press('Show Changes');
		await workbench()
			.page.locator('.monaco-diff-editor .view-line', { hasText: 'unsaved' })
			.first()
			.waitFor();
		await workbench().screenshot('changed-elsewhere-compared');
		await workbench().command('View: Close Editor');
		await workbench().command('File: Revert File');
	});

	test('that the connector is gone, and how to keep the text', async () => {
		await open('source-template.xml');
		await open();
		await workbench().typeAtEnd('<!-- orphan -->');
		await dirty().waitFor();
		sample().remove('jdbc-angularsc');
		await workbench().save();
		const toast = await workbench().toast('acme no longer has');
		await workbench().screenshot('gone');
		await toast.press('Save a Copy…');
		await workbench().quickInput.titled('Save a Copy of correlation-config.xml of JDBC');
		await workbench().screenshot('save-a-copy');
		await workbench().page.locator('.quick-input-widget:visible .monaco-button', { hasText: 'OK' }).click();
		const copied = await workbench().toast('Saved a copy to');
		const [, file = ''] = /Saved a copy to (.*)\.$/.exec(await copied.text()) ?? [];
		assert.ok(fs.readFileSync(file, 'utf8').endsWith('<!-- orphan -->'));
		await workbench().closeToasts();
		await workbench().tab('source-template.xml').click();
		await workbench().save(); // Without changes, too.
		await workbench().toast('acme no longer has source-template.xml of JDBC');
		await workbench().save();
		await workbench().page.waitForTimeout(1000);
		assert.equal(await status(/already has this version/).count(), 0);
	});
});
