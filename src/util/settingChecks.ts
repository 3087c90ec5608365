import type { SaveSettings } from '../core/remote/saveWish';

/** The settings, without `iscConnectors.` before their names; `language/diagnostics` reads those of the checks. */
export interface Settings {
	readonly 'sampleTenant.enabled': boolean;
	readonly 'sampleTenant.production': boolean;
	readonly 'walkthrough.openOnFirstUse': boolean;
	/** In seconds. */
	readonly requestTimeout: number;
	readonly 'save.automatic': SaveSettings['automatic'];
	readonly 'save.byPrograms': SaveSettings['byPrograms'];
	readonly 'save.withoutFormatting': SaveSettings['withoutFormatting'];
	readonly 'save.malformed': 'refuse' | 'ask';
	readonly 'sources.beforeSaving': 'ask' | 'tell' | 'off';
	readonly 'history.count': number;
	readonly 'history.days': number;
	readonly 'labels.locale': string;
	readonly 'sources.codeLens': boolean;
	readonly 'xml.autoClosingTags': boolean;
	readonly 'sources.systemKeys': readonly string[];
	/** Their ids. */
	readonly 'agents.tenants': readonly string[];
}

type Checks = { readonly [Name in keyof Settings]: (value: unknown) => value is Settings[Name] };

/** Whether a setting can have a value. VS Code warns of others in a settings.json, but returns them all the same. */
export const settingChecks: Checks = {
	'sampleTenant.enabled': isBoolean,
	'sampleTenant.production': isBoolean,
	'walkthrough.openOnFirstUse': isBoolean,
	requestTimeout: (value): value is number => isNumber(value, 1, 600),
	'save.automatic': isBoolean,
	'save.byPrograms': value => value === 'ask' || value === 'refuse' || value === 'send',
	'save.withoutFormatting': value => value === 'ask' || value === 'send',
	'save.malformed': value => value === 'refuse' || value === 'ask',
	'sources.beforeSaving': value => value === 'ask' || value === 'tell' || value === 'off',
	'history.count': isCount,
	'history.days': isCount,
	'labels.locale': value => typeof value === 'string',
	'sources.codeLens': isBoolean,
	'xml.autoClosingTags': isBoolean,
	'sources.systemKeys': isTexts,
	'agents.tenants': isTexts,
};

function isBoolean(value: unknown): value is boolean {
	return typeof value === 'boolean';
}

function isTexts(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every(each => typeof each === 'string');
}

function isNumber(value: unknown, least: number, most: number): value is number {
	return typeof value === 'number' && value >= least && value <= most;
}

function isCount(value: unknown): value is number {
	return isNumber(value, 1, 10_000) && Number.isInteger(value);
}
