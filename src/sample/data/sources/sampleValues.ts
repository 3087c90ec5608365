import { createHash } from 'node:crypto';
import type { ConnectorFacts, FormField } from './connectorFacts';

/** Which of its connector's sources one is, and a short name for hosts and the like. */
export interface Entering {
	readonly round: number;
	readonly slug: string;
}

/** What somebody has entered in the form; each source of a connector chooses the next option. */
export function sampleValues(
	{ fields, entries }: ConnectorFacts,
	entering: Entering,
): Record<string, unknown> {
	const values: Record<string, unknown> = structuredClone(entries);
	for (const field of fields) {
		const isShown = !field.parent || String(values[field.parent[0]]) === field.parent[1];
		const value = field.fixedValue ?? (isShown ? entered(field, values[field.name], entering) : undefined);
		if (value !== undefined) {
			values[field.name] = value;
		}
	}
	return values;
}

/** Undefined where the source keeps what the template has. */
function entered(field: FormField, template: unknown, entering: Entering): unknown {
	const { name, type, options, defaultValue, isRequired, extension } = field;
	const { round, slug } = entering;
	const usual = isScalar(template) && template !== '' ? String(template) : defaultValue;
	switch (type) {
		case 'select':
		case 'radio': {
			const first = options.indexOf(usual);
			return options[(Math.max(0, first) + round) % options.length];
		}
		case 'secret':
		case 'secrettextarea':
			return isRequired || round % 2 === 0 ? cipherText(`${slug} ${name}`) : null;
		case 'boolean':
		case 'checkbox':
		case 'toggle': {
			const isOn = usual === 'true';
			return round % 2 === 0 ? isOn : String(round % 3 === 2 ? !isOn : isOn);
		}
		case 'number': {
			const number = Number(usual || 10);
			return round % 2 === 0 ? number : String(number * 2);
		}
		case 'list':
			return Array.isArray(template) && template.length > 0 ? undefined : [`${slug}-1`, `${slug}-2`];
		case 'fileupload':
			return isRequired || round % 2 === 1 ? `connectorFiles/${slug}/${name}${extension}` : undefined;
		case 'keyValue':
		case 'cardList':
			return undefined;
		default:
			return template === undefined || template === '' ? text(field, entering) : undefined;
	}
}

/** What need not be entered is, or was taken away, or never was. */
function text(field: FormField, { round, slug }: Entering): string | null | undefined {
	return field.isRequired || round % 3 === 1 ? madeUp(field, slug) : round % 3 === 2 ? null : undefined;
}

function isScalar(value: unknown): value is string | number | boolean {
	return ['string', 'number', 'boolean'].includes(typeof value);
}

function madeUp({ name, type }: FormField, slug: string): string {
	if (type === 'url' || /url$/i.test(name)) {
		return `https://${slug}.example.com`;
	}
	if (/host|domain/i.test(name)) {
		return `${slug}.example.com`;
	}
	if (/mail/i.test(name)) {
		return `${slug}@example.com`;
	}
	if (/dn$|container/i.test(name)) {
		return `OU=${slug},DC=example,DC=com`;
	}
	return /user|login/i.test(name) ? 'svc-identity' : `${slug}-${name.toLowerCase()}`;
}

/** What every secret has in it, so that a test can look for it wherever none may be shown. */
export const cipherMark = 'SAMPLECIPHER';

/** What a secret comes back as; always the same for the same source and field. */
export function cipherText(of: string): string {
	return `1:ACP:${cipherMark}${createHash('sha256').update(of).digest('base64')}`;
}

export function isCipherText(value: unknown): boolean {
	return typeof value === 'string' && value.includes(cipherMark);
}
