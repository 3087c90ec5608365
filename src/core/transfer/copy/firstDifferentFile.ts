import type { ConnectorBundle } from '../archive/bundle';
import { filesOf } from '../archive/bundleEntries';

/** The first file in which two connectors are not the same, byte by byte; undefined if there is none. */
export function firstDifferentFile(one: ConnectorBundle, other: ConnectorBundle): string | undefined {
	const [files, others] = [allFilesOf(one), allFilesOf(other)];
	return [...new Set([...files.keys(), ...others.keys()])].find(file => {
		const [bytes, same] = [files.get(file), others.get(file)];
		return !bytes || !same || Buffer.compare(bytes, same) !== 0;
	});
}

function allFilesOf(bundle: ConnectorBundle): ReadonlyMap<string, Uint8Array> {
	const others = [...(bundle.otherTranslations ?? [])].map(
		([locale, text]) => [`other translation ${locale}`, Buffer.from(text, 'utf16le')] as const,
	);
	return new Map<string, Uint8Array>([...filesOf(bundle), ...others]);
}
