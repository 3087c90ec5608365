import type { FieldControl } from './formPicture';

const controls: ReadonlyMap<string, FieldControl> = new Map([
	['', 'text'],
	['text', 'text'],
	['url', 'url'],
	['number', 'number'],
	['secret', 'secret'],
	['textarea', 'textarea'],
	['secrettextarea', 'secrettextarea'],
	['boolean', 'switch'],
	['checkbox', 'switch'],
	['toggle', 'switch'],
	['radio', 'radio'],
	['select', 'select'],
	['list', 'list'],
	['keyvalue', 'keyValue'],
	['cardlist', 'cardList'],
	['fileupload', 'fileupload'],
]);

/** How a field of a type is filled in, whatever the case in which the type is written. */
export function controlOf(type: string): FieldControl {
	return controls.get(type.trim().toLowerCase()) ?? 'unknown';
}
