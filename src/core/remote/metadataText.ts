/** What a connectorMetadata map is shown as; the service keeps no text of it. */
export function metadataText(metadata: Readonly<Record<string, unknown>>): string {
	return `${JSON.stringify(metadata, undefined, '\t')}\n`;
}
