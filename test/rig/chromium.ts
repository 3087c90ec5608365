import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runProgram } from './processGroup';

/** Where a rig's browser is, and the libraries and fonts that come with it. */
export function chromiumIn(rigFolder: string) {
	const folder = path.join(rigFolder, 'chromium');
	return {
		folder,
		program: path.join(folder, 'chromium'),
		libraries: path.join(folder, 'al2023/lib'),
		fonts: path.join(folder, 'fonts'),
	};
}

/** The file that comes with the fonts looks for them in fixed places. */
const fontsBesideThisFile = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir prefix="relative">fonts</dir>
	<cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** Unpacks the browser of a rig that has one; the package itself would do so in the folder for temporary files. */
export async function unpackChromium(rigFolder: string, node: string): Promise<void> {
	const chromium = path.join(rigFolder, 'node_modules/@sparticuz/chromium');
	if (!fs.existsSync(chromium)) {
		return;
	}
	const library = pathToFileURL(path.join(chromium, 'build/index.js')).href;
	const script = `
		import chromium, { inflate } from ${JSON.stringify(library)};
		await chromium.executablePath();
		await inflate(${JSON.stringify(path.join(chromium, 'bin/al2023.tar.br'))});`;
	const { folder } = chromiumIn(rigFolder);
	fs.mkdirSync(folder);
	const env = { ...process.env, TMPDIR: folder };
	await runProgram(node, ['--input-type=module', '--eval', script], { env });
	fs.writeFileSync(path.join(chromiumIn(rigFolder).fonts, 'fonts.conf'), fontsBesideThisFile);
}
