import assert from 'node:assert/strict';
import { slotOf, valueOf, type Entered } from '../../../../src/core/connector/form/entered';
import type { FormPicture } from '../../../../src/core/connector/form/formPicture';
import { pictureOf } from '../../../../src/core/connector/form/pictureOf';
import type { FormWords } from '../../../../src/pages/form/formWords';
import { heldOf, keptFormOf } from '../../../../src/pages/form/page/formKept';
import {
	enteredIn,
	firstView,
	viewAfter,
	type FormEvent,
	type FormView,
} from '../../../../src/pages/form/page/formView';
import { connectorOf } from '../../core/connector/completion/completing';
import { fieldsOf, secret } from '../../core/connector/form/picturing';

const fields = [
	'<Field name="host" displayName="Host" type="text"/>',
	'<Field name="password" displayName="Password" type="secret"/>',
	'<Field name="mode" displayName="Mode" type="text"/>',
	'<Field name="path" displayName="Path" type="text" parentKey="mode" parentValue="file"/>',
	'<Field name="version" displayName="Version" type="text" hidden="true"/>',
	'<Field name="pools" displayName="Pools" type="cardList">',
	'<Field name="user" displayName="User" type="text"/><Field name="key" displayName="Key" type="secret"/>',
	'</Field>',
].join('\n');
const formText = [
	'<Form type="SourceConfig" name="Small">',
	'<BaseConfig><Field name="formVersion" displayName="V" type="text" hidden="true" value="3"/></BaseConfig>',
	`<Menu name="connection" label="Connection"><Section name="s" label="S">${fields}</Section></Menu>`,
	'<Menu name="more" label="More"><Section name="t" label="T"><Field name="depth" displayName="D" type="text"/>',
	'</Section></Menu></Form>',
].join('\n');

function pictured(text = formText): FormPicture {
	const picture = pictureOf(connectorOf({ form: text }), 'en');
	assert.ok(picture);
	return picture;
}

const show = (text?: string): Extract<FormEvent, { readonly type: 'show' }> => ({
	type: 'show',
	picture: pictured(text),
	problem: undefined,
	isStale: false,
	notice: undefined,
});
const enter = (slot: string, value: string): FormEvent => ({ type: 'enter', slot, value });
const start: FormEvent = {
	type: 'start',
	words: {} as FormWords,
	folder: 'one',
	name: 'Small',
	held: undefined,
};
const after = (...events: readonly FormEvent[]): FormView => events.reduce(viewAfter, firstView(undefined));

suite('The view of a form preview', () => {
	test('keeps what has been entered over pictures', () => {
		const view = after(
			start,
			show(),
			enter('host', 'acme.test'),
			show(formText.replace('"Host"', '"Server"')),
		);
		assert.deepEqual(view.entered, { host: 'acme.test' });
	});

	test('keeps the picture while the text is broken, and says why', () => {
		const problem = { message: 'It is broken.', line: 3 };
		const view = after(start, show(), { type: 'broken', problem });
		assert.equal(view.picture?.name, 'Small');
		assert.ok(view.isStale);
		assert.equal(view.problem, problem);
		assert.ok(viewAfter(view, { ...show(), problem, isStale: true }).isStale);
		const mended = viewAfter(view, show());
		assert.ok(!mended.isStale);
		assert.equal(mended.problem, undefined);
	});

	test('shows a picture after a failure', () => {
		const view = after(start, { type: 'failed', message: 'No answer.' }, show());
		assert.equal(view.failure, undefined);
	});

	test('forgets everything if the page is given to another connector', () => {
		const view = after(start, show(), enter('host', 'acme.test'), { ...start, folder: 'two' });
		assert.deepEqual(view.entered, {});
		assert.equal(view.picture, undefined);
	});

	test('goes to the step of what is marked', () => {
		const view = after(start, show(), { type: 'mark', id: 'field:depth#1' });
		assert.deepEqual([view.mark, view.step, view.follows], ['field:depth#1', 'step:more#1', 1]);
	});

	test('does not go where a mark is again, nor to what people have asked the editor for', () => {
		const again: FormEvent = { type: 'mark', id: 'field:depth#1' };
		const chosen: FormEvent = { type: 'chooseStep', id: 'step:connection#1' };
		const view = after(start, show(), again, chosen, again);
		assert.deepEqual([view.step, view.follows], ['step:connection#1', 1]);
		const asked = after(start, show(), { type: 'revealed', id: 'field:depth#1' }, again);
		assert.deepEqual([asked.mark, asked.follows], ['field:depth#1', 0]);
	});

	test('goes to what has been asked for, when the cursor comes back to it from elsewhere', () => {
		const asked: FormEvent = { type: 'revealed', id: 'field:depth#1' };
		const marks = ['field:depth#1', 'field:host#1', 'field:depth#1'].map(
			id => ({ type: 'mark', id }) as const,
		);
		assert.equal(after(start, show(), asked, ...marks).follows, 2);
	});

	test('goes to the step of what is not shown itself', () => {
		for (const id of ['field:path#1', 'field:version#1']) {
			const view = after(start, show(), { type: 'chooseStep', id: 'step:more#1' }, { type: 'mark', id });
			assert.deepEqual([view.step, view.follows], ['step:connection#1', 1], id);
		}
	});

	test('stays where it is if the step of what is marked is not shown', () => {
		for (const id of [pictured().steps[0]!.id, 'field:formVersion#1', 'gone']) {
			const view = after(start, show(), { type: 'chooseStep', id: 'step:more#1' }, { type: 'mark', id });
			assert.deepEqual([view.mark, view.step, view.follows], [id, 'step:more#1', 0], id);
		}
	});

	test('goes to what is marked once a condition or the toolbar shows it', () => {
		const shown = after(start, show(), enter('mode', 'file'), { type: 'mark', id: 'field:path#1' });
		assert.equal(shown.follows, 1);
		const toggled = after(start, show(), { type: 'toggle', toggle: 'showHidden' });
		assert.equal(viewAfter(toggled, { type: 'mark', id: 'field:version#1' }).follows, 1);
	});

	test('stays in the step whose name is changed, and in the chosen one if others come or go', () => {
		const more: FormEvent = { type: 'chooseStep', id: 'step:more#1' };
		const renamed = show(formText.replace('name="more"', 'name="mor"'));
		assert.equal(after(start, show(), more, renamed).step, 'step:mor#1');
		const another = show(formText.replace('<Menu', '<Menu name="new"/><Menu'));
		assert.equal(after(start, show(), more, another).step, 'step:more#1');
		const fewer = show(formText.replace(/<Menu name="more".*/s, '</Form>'));
		assert.equal(after(start, show(), more, fewer).step, 'step:more#1');
	});

	test('goes to a field of cards', () => {
		assert.equal(after(start, show(), { type: 'mark', id: 'field:user#1' }).step, 'step:connection#1');
	});
});

suite('The values of a source in the view of a form preview', () => {
	const withSource = (entered: Entered, id = 'a'): FormEvent => ({
		...show(),
		source: { id, values: { entered, withoutField: [] } },
	});
	const hostIn = (view: FormView) => enteredIn(view)['host'];

	test('stand in the fields until people type over them, and again when they clear that', () => {
		const typed = after(start, withSource({ host: 'theirs', mode: 'file' }), enter('host', 'mine'));
		assert.deepEqual(enteredIn(typed), { host: 'mine', mode: 'file' });
		assert.equal(hostIn(viewAfter(typed, { type: 'clear' })), 'theirs');
	});

	test('follow another picture, and what is typed over them stays', () => {
		const typed = after(start, withSource({ host: 'theirs' }), enter('mode', 'file'));
		const next = viewAfter(typed, withSource({ host: 'changed' }));
		assert.deepEqual(enteredIn(next), { host: 'changed', mode: 'file' });
	});

	test('go with what is typed over them when another source is chosen, or none, by people or by a command', () => {
		const typed = after(start, withSource({ host: 'theirs' }), enter('mode', 'file'));
		for (const id of ['b', undefined]) {
			assert.deepEqual(enteredIn(viewAfter(typed, { type: 'chooseSource', id })), {});
		}
		assert.deepEqual(enteredIn(viewAfter(typed, withSource({ host: 'other' }, 'b'))), { host: 'other' });
		assert.deepEqual(enteredIn(viewAfter(typed, show())), {});
	});

	test('are not kept, not even on cards beside what is typed; the extension holds that', () => {
		const cards = { cards: [{ user: 'theirs' }] };
		const view = after(start, withSource({ pools: cards, host: 'theirs' }), {
			type: 'enter',
			slot: 'pools',
			value: { cards: [...cards.cards, { user: 'mine' }] },
		});
		const kept = keptFormOf(view, {});
		assert.ok(!JSON.stringify(kept).includes('theirs'));
		assert.equal(firstView(kept).source, 'a');
		assert.deepEqual(heldOf(view), view.entered);
	});
});

suite('What a form preview keeps', () => {
	const kept = (view: FormView) => keptFormOf(view, { 'step:more#1': { field: 'field:depth#1', top: -4 } });

	test('is what the next page begins with', () => {
		const view = after(start, show(), enter('host', 'acme.test'), { type: 'toggle', toggle: 'showKeys' });
		const next = firstView(kept(view));
		assert.deepEqual(next.entered, { host: 'acme.test' });
		assert.ok(next.showKeys);
		assert.deepEqual([next.folder, next.locale], ['one', 'en']);
	});

	test('has the locale even if there has not been a picture since', () => {
		const next = firstView(kept(after(start, show())));
		assert.equal(kept(viewAfter(next, start)).locale, 'en');
	});

	test('has no secrets, not even in cards', () => {
		const cards = { cards: [{ user: 'ann', [secret('key')]: 'hunter2' }] };
		const pools: FormEvent = { type: 'enter', slot: 'pools', value: cards };
		const { entered } = kept(
			after(start, show(), enter(secret('password'), 'hunter2'), enter('host', 'h'), pools),
		);
		assert.deepEqual(entered, { host: 'h', pools: { cards: [{ user: 'ann' }] } });
	});

	test('has no secret whose field has gone from the text', () => {
		const gone = show(formText.replace('name="password"', 'name="passwor"'));
		assert.deepEqual(kept(after(start, show(), enter(secret('password'), 'hunter2'), gone)).entered, {});
	});

	test('has no secret of any type, however the type is written', () => {
		for (const type of ['password', 'PassWord', 'Secret', 'secretTextArea', ' password ']) {
			const text = formText.replace('type="secret"', `type="${type}"`);
			const { entered } = after(start, show(text), enter(secret('password'), 'hunter2'));
			const field = fieldsOf(pictured(text)).find(({ name }) => name === 'password');
			assert.ok(field && slotOf(field) === secret('password'), type);
			assert.equal(valueOf(field, entered), 'hunter2');
		}
	});

	test('has nothing that was entered before a field became a secret', () => {
		const before = show(formText.replaceAll('type="secret"', 'type="text"'));
		const cards = { cards: [{ user: 'ann', key: 'hunter2' }] };
		const pools: FormEvent = { type: 'enter', slot: 'pools', value: cards };
		const texts = [enter('password', 'hunter2'), enter('host', 'h'), pools];
		const view = after(start, before, ...texts);
		assert.match(JSON.stringify(kept(view)), /hunter2.*hunter2/);
		const password = show(formText.replaceAll('type="secret"', 'type="password"'));
		assert.deepEqual(kept(viewAfter(view, password)).entered, {
			host: 'h',
			pools: { cards: [{ user: 'ann' }] },
		});
	});

	test('goes with its secrets to the extension alone, which gives it to the next page', () => {
		const view = after(start, show(), enter(secret('password'), 'hunter2'), enter('host', 'h'));
		const held = heldOf(view);
		const next = viewAfter(firstView(kept(view)), { ...start, held });
		assert.deepEqual(next.entered, view.entered);
		assert.equal(heldOf(after(start, show(), enter('host', 'h'))), undefined);
		assert.equal(heldOf(viewAfter(view, { type: 'clear' })), undefined);
	});

	test('has what is entered into a field that was a secret once', () => {
		const text = show(formText.replace('type="secret"', 'type="text"'));
		const view = after(start, show(), text, enter('password', 'plain'));
		assert.deepEqual(kept(view).entered, { password: 'plain' });
	});
});
