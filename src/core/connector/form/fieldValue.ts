import { isTrue } from '../model/conditions';
import type { FieldValue } from './formPicture';

/** Whether a switch with this value is on. */
export function isOn(value: FieldValue | undefined): boolean {
	return value === true || (typeof value === 'string' && isTrue(value));
}

/** Whether there is nothing in it, or nothing but blank rows; a switch is never empty. */
export function isEmpty(value: FieldValue): boolean {
	if (typeof value === 'boolean') {
		return false;
	}
	if (typeof value === 'string') {
		return value === '';
	}
	if (isItems(value)) {
		return value.every(item => item === '');
	}
	return 'pairs' in value
		? value.pairs.every(([key, text]) => key === '' && text === '')
		: value.cards.length === 0;
}

/** The texts that a condition compares with. */
export function comparedTexts(value: FieldValue): readonly string[] {
	if (typeof value !== 'object') {
		return [String(value)];
	}
	return isItems(value) ? value : [];
}

/** Whether a text is a number as people write it. */
export function isNumber(text: string): boolean {
	return decimal.test(text.trim()) && Number.isFinite(Number(text));
}

/** The number that a text is; undefined if it is none, or a longer one than a number can be. */
export function numberIn(text: string): number | undefined {
	const number = Number(text);
	const isExact = !Number.isInteger(number) || Number.isSafeInteger(number);
	return isNumber(text) && isExact ? number : undefined;
}

const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

export function isItems(value: FieldValue): value is readonly string[] {
	return Array.isArray(value);
}
