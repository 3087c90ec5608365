/** What is entered with each control. */
const entered = {
	text: 'text',
	url: 'text',
	number: 'text',
	secret: 'text',
	textarea: 'text',
	secrettextarea: 'text',
	switch: 'switch',
	radio: 'text',
	select: 'text',
	list: 'list',
	keyValue: 'pairs',
	cardList: 'cards',
	fileupload: 'files',
	unknown: 'text',
} as const;

/** How a field is filled in; a type that nobody knows is filled in as text. */
export type FieldControl = keyof typeof entered;

export function enteredWith(control: FieldControl): (typeof entered)[FieldControl] {
	return entered[control];
}

/** What is known of the fields of a type. */
export interface FieldType {
	readonly control: FieldControl;
	/** What is entered is never shown in clear, and never written to the disk. */
	readonly isSecret?: boolean;
	/** A source-template has no entry for it. */
	readonly hasNoEntry?: boolean;
	/** Its value has parts, and a source-template writes it in elements of its own. */
	readonly isStructured?: boolean;
	/** It can have several values at once. */
	readonly isMany?: boolean;
	/** The only values that a condition can compare it with; without this, its options are. */
	readonly texts?: readonly string[];
}

const secret = { isSecret: true, hasNoEntry: true };
const toggle: FieldType = { control: 'switch', texts: ['true', 'false'] };

/** By their usual spelling. */
const types = {
	text: { control: 'text' },
	url: { control: 'url' },
	number: { control: 'number' },
	secret: { control: 'secret', ...secret },
	password: { control: 'secret', ...secret },
	textarea: { control: 'textarea' },
	secrettextarea: { control: 'secrettextarea', ...secret },
	boolean: toggle,
	checkbox: toggle,
	toggle,
	radio: { control: 'radio' },
	select: { control: 'select' },
	list: { control: 'list', isStructured: true, isMany: true },
	keyValue: { control: 'keyValue', isStructured: true, texts: [] },
	cardList: { control: 'cardList', isStructured: true, texts: [] },
	fileupload: { control: 'fileupload', hasNoEntry: true, isMany: true },
} satisfies Readonly<Record<string, FieldType>>;

/** The types that a field may have. */
export const fieldTypeNames: readonly string[] = Object.keys(types);

const byName: ReadonlyMap<string, FieldType> = new Map([
	['', types.text],
	...Object.entries(types).map(([name, type]) => [name.toLowerCase(), type] as const),
]);
const unknown: FieldType = { control: 'unknown' };

/** What is known of a type, whatever the case in which it is written; a field that names none is a text. */
export function fieldTypeOf(written = ''): FieldType {
	return byName.get(written) ?? byName.get(written.trim().toLowerCase()) ?? unknown;
}

const secretControls: ReadonlySet<FieldControl> = new Set(
	[...byName.values()].filter(({ isSecret }) => isSecret).map(({ control }) => control),
);

/** Whether what is entered with a control is a secret. */
export function isSecret(control: FieldControl): boolean {
	return secretControls.has(control);
}
