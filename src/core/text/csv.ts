/** Rows of cells as CSV by RFC 4180: each row ends with CR LF. */
export function csvText(rows: readonly (readonly string[])[]): string {
	return rows.map(row => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** A spreadsheet reads a text that begins with one of these as a formula, and runs it. */
const formulaSigns = /^[=+\-@]/;

function csvCell(text: string): string {
	const harmless = formulaSigns.test(text) ? `'${text}` : text;
	return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
