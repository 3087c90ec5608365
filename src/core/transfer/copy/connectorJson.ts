import { isObject } from '../../api/errors';
import { ArchiveError } from '../archive/archiveError';
import type { ConnectorAbout } from '../archive/bundle';

/** The file that makes a folder a connector's. */
export const connectorFile = 'connector.json';

export function aboutBytes({ name, type, className, directConnect, status }: ConnectorAbout): Uint8Array {
	const about = { name, type, className, directConnect, status };
	return new TextEncoder().encode(`${JSON.stringify(about, undefined, '\t')}\n`);
}

/** @throws ArchiveError */
export function parseAbout(bytes: Uint8Array, path: string): ConnectorAbout {
	const value = parseObject(bytes, path);
	const name = textIn(value, 'name', path);
	if (name === undefined || name.trim() === '' || /\p{Cc}/u.test(name)) {
		throw new ArchiveError({ kind: 'about-without-name', path });
	}
	const { directConnect = null } = value;
	if (directConnect !== null && typeof directConnect !== 'boolean') {
		throw new ArchiveError({
			kind: 'about-wrong-type',
			path,
			key: 'directConnect',
			expected: 'boolean',
		});
	}
	return {
		name,
		type: textIn(value, 'type', path),
		className: textIn(value, 'className', path),
		directConnect: directConnect ?? undefined,
		status: statusIn(value, path),
	};
}

function parseObject(bytes: Uint8Array, path: string): Record<string, unknown> {
	let value: unknown;
	try {
		value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new ArchiveError({ kind: 'about-malformed', path, reason }, { cause: error });
	}
	if (!isObject(value)) {
		throw new ArchiveError({ kind: 'about-without-name', path });
	}
	return value;
}

/** As at the service, null is as good as nothing. */
function textIn(value: Readonly<Record<string, unknown>>, key: string, path: string): string | undefined {
	const text = value[key] ?? undefined;
	if (text !== undefined && typeof text !== 'string') {
		throw new ArchiveError({ kind: 'about-wrong-type', path, key, expected: 'string' });
	}
	return text;
}

/** The service may have more statuses than are known here; what is no status at all is a mistake. */
function statusIn(value: Readonly<Record<string, unknown>>, path: string): string | undefined {
	const text = textIn(value, 'status', path);
	if (text !== undefined && !/^[A-Z][A-Z0-9_]*$/.test(text)) {
		throw new ArchiveError({ kind: 'about-unknown-status', path, status: text });
	}
	return text;
}
