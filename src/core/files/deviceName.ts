/** Whether Windows takes a name for that of a device: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
export function isDeviceName(name: string): boolean {
	return /^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)\s*(\.|$)/i.test(name);
}
