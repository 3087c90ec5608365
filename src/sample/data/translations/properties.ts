import { fieldsOf } from '../builders';
import type { Definition, Translation } from '../definition';
import type { Vocabulary } from './sampleTexts';

/** The families in the order of the file, with the comment above each; what has no prefix comes last. */
const families: readonly (readonly [prefix: string, title: string])[] = [
	['ShortDesc', 'Description'],
	['menuLabel_', 'Menus'],
	['sectionLabel_', 'Sections'],
	['sectionInfo_', 'What the sections are about'],
	['docLinkLabel_', 'Links to the documentation'],
	['placeHolder_', 'Placeholders'],
	['help_', 'Help'],
	['', 'Fields and their options'],
];

const familyOf = (key: string) => families.find(([prefix]) => key.startsWith(prefix));

/** Every text that a form shows, by its key; a key used twice is there once. */
export function keysOf(definition: Definition): string[] {
	const keys = new Set(['ShortDesc']);
	for (const { id, sections } of definition.menus) {
		keys.add(`menuLabel_${id}`);
		for (const section of sections) {
			keys.add(`sectionLabel_${section.id}`).add(`sectionInfo_${section.id}`);
			if (section.docLink) {
				keys.add(`docLinkLabel_${section.docLink}`);
			}
		}
	}
	for (const { label, placeholder, help, options = [] } of fieldsOf(definition)) {
		for (const key of [label, placeholder, help, ...options.map(([optionLabel]) => optionLabel)]) {
			if (key) {
				keys.add(key);
			}
		}
	}
	return [...keys];
}

const escapeUnicode = (text: string) =>
	text.replace(/[^ -~]/g, unit => `\\u${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);

/** Breaks after a blank; the blanks before a continued line do not count. */
const wrap = (line: string, lineEnd: string) => line.replace(/(.{60}\S*\s)(?=\S)/g, `$1\\${lineEnd}    `);

function line(key: string, text: string, translation: Translation, lineEnd: string): string {
	const { separator = '=', escaped = false, wrapped = false } = translation;
	const value = text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
	const whole = `${key}${separator}${escaped ? escapeUnicode(value) : value}`;
	return wrapped && whole.length > 60 ? wrap(whole, lineEnd) : whole;
}

/** A connector's texts in one locale, as Java properties. */
export function propertiesText(
	definition: Definition,
	translation: Translation,
	vocabulary: Vocabulary,
): string {
	const { lineEnd } = definition.layout;
	const lines = ['# Texts of the source form', `# Locale: ${translation.locale}`];
	const without = new Set(translation.without);
	const keys = keysOf(definition).filter(key => !without.has(key));
	for (const family of families) {
		const texts = keys
			.filter(key => familyOf(key) === family)
			.flatMap(key => {
				const text = vocabulary.text(key === 'ShortDesc' ? definition.shortDesc : key, translation.locale);
				return text === undefined
					? []
					: [line(key, text.replaceAll('{0}', definition.name), translation, lineEnd)];
			});
		if (texts.length > 0) {
			lines.push('', `# ${family[1]}`, ...texts);
		}
	}
	return [...lines, ''].join(lineEnd);
}
