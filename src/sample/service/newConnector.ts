import type { V3CreateConnectorDto } from '../../core/api/wire';
import { refusal } from './answers';
import { formNamespace } from './documentCheck';
import { isObject } from './keptEdits';
import type { SampleConnector } from './model';

/** The connector that `POST /connectors` makes of `body`, beside those that exist. Throws a Refusal. */
export function newConnector(body: unknown, existing: readonly SampleConnector[]): SampleConnector {
	const { name, className, type, directConnect, status } = checkBody(body);
	if (existing.some(connector => connector.name.toLowerCase() === name.toLowerCase())) {
		throw refusal(400, `A connector named "${name}" exists already.`);
	}
	const connectorType = type ?? `custom ${name}`;
	return {
		name,
		type: connectorType,
		scriptName: uniqueScriptName(name, new Set(existing.map(connector => connector.scriptName))),
		className,
		features: null,
		directConnect: directConnect ?? true,
		fileUpload: false,
		status: status ?? 'DEVELOPMENT',
		custom: true,
		category: 'Custom',
		labels: [],
		connectorMetadata: { supportedUI: 'ANGULAR', platform: 'ccg', shortDesc: name },
		sourceConfig: encode(sourceConfig(name, connectorType, directConnect ?? true)),
		sourceTemplate: encode(sourceTemplate(name, connectorType, className)),
		correlationConfig: encode(correlationConfig(name)),
		translations: {},
	};
}

function checkBody(body: unknown): V3CreateConnectorDto {
	const { name, className, type, directConnect, status } = isObject(body) ? body : {};
	if (typeof name !== 'string' || name.trim() === '' || /\p{Cc}/u.test(name)) {
		throw refusal(400, 'The name is required and must not be blank.');
	}
	if (typeof className !== 'string' || className.trim() === '') {
		throw refusal(400, 'The className is required and must not be blank.');
	}
	if (!isAbsent(type) && (typeof type !== 'string' || type.trim() === '')) {
		throw refusal(400, 'The type must not be blank.');
	}
	if (!isAbsent(directConnect) && typeof directConnect !== 'boolean') {
		throw refusal(400, 'directConnect must be true or false.');
	}
	if (!isAbsent(status) && status !== 'DEVELOPMENT' && status !== 'DEMO' && status !== 'RELEASED') {
		throw refusal(400, 'The status must be DEVELOPMENT, DEMO or RELEASED.');
	}
	return {
		name: name.trim(),
		className: className.trim(),
		...(!isAbsent(type) && { type }),
		...(!isAbsent(directConnect) && { directConnect }),
		...(!isAbsent(status) && { status }),
	};
}

function isAbsent(value: unknown): value is undefined | null {
	return value === undefined || value === null;
}

function uniqueScriptName(name: string, taken: ReadonlySet<string>): string {
	const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'connector';
	let scriptName = slug;
	for (let number = 2; taken.has(scriptName); number++) {
		scriptName = `${slug}-${number}`;
	}
	return scriptName;
}

function sourceConfig(name: string, type: string, directConnect: boolean): string {
	return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<Form xmlns="${formNamespace}" connectorName="${escape(type)}" directConnect="${String(directConnect)}" fileUpload="false" name="${escape(name)}" status="released" type="SourceConfig">
	<BaseConfig/>
</Form>
`;
}

function sourceTemplate(name: string, type: string, className: string): string {
	return `<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE Application PUBLIC "sailpoint.dtd" "sailpoint.dtd">
<Application connector="${escape(className)}" name="${escape(name)}" type="${escape(type)}"/>
`;
}

function correlationConfig(name: string): string {
	return `<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE CorrelationConfig PUBLIC "sailpoint.dtd" "sailpoint.dtd">
<CorrelationConfig name="${escape(name)} Account Correlation Config">
	<AttributeAssignments/>
</CorrelationConfig>
`;
}

function escape(value: string): string {
	return value
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('"', '&quot;')
		.replace(/\p{Cc}/gu, ' ');
}

function encode(text: string): Uint8Array {
	return new TextEncoder().encode(text);
}
