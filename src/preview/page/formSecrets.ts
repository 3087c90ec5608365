import type { FormPicture, PictureField } from '../../connector/formPicture';
import type { Entered } from '../../connector/formState';

/**
 * The paths of fields that are secret, and of those that are not: their names or, in cards, the names of the fields around them
 * and their own, a line each.
 */
export function pathsIn(picture: FormPicture): Record<'secret' | 'open', ReadonlySet<string>> {
	const secret = new Set<string>();
	const others = new Set<string>();
	const add = (fields: readonly PictureField[], around: string) => {
		for (const field of fields) {
			(isSecret(field) ? secret : others).add(around + field.name);
			add(field.fields, inside(around, field.name));
		}
	};
	for (const { sections } of picture.steps) {
		for (const { fields } of sections) {
			add(fields, '');
		}
	}
	return { secret, open: new Set([...others].filter(path => !secret.has(path))) };
}

/** What has been entered but for what stands at these paths. */
export function withoutPaths(entered: Entered, paths: ReadonlySet<string>, around = ''): Entered {
	const left = Object.entries(entered).filter(([name]) => !paths.has(around + name));
	return Object.fromEntries(
		left.map(([name, value]) => {
			const hasCards = typeof value === 'object' && 'cards' in value;
			const within = (card: Entered) => withoutPaths(card, paths, inside(around, name));
			return [name, hasCards ? { cards: value.cards.map(within) } : value];
		}),
	);
}

function isSecret({ control }: PictureField): boolean {
	return control === 'secret' || control === 'secrettextarea';
}

function inside(around: string, name: string): string {
	return `${around}${name}\n`;
}
