// Brings the two files of a language in line with the English ones: in their order, an empty text where one is missing.
//   npm run l10n:missing -- de
import fs from 'node:fs';

const [language] = process.argv.slice(2);
if (!/^[a-z]{2}(-[a-z]+)?$/.test(language ?? '')) {
	throw new Error('Name a language as VS Code does: npm run l10n:missing -- pt-br');
}

for (const name of ['package.nls', 'l10n/bundle.l10n']) {
	const english = JSON.parse(fs.readFileSync(`${name}.json`, 'utf8'));
	const file = `${name}.${language}.json`;
	const present = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
	const texts = Object.keys(english).map(key => [key, present[key] ?? '']);
	fs.writeFileSync(file, `${JSON.stringify(Object.fromEntries(texts), undefined, '\t')}\n`);
	const missing = texts.filter(([, text]) => text === '').length;
	console.log(`${file}: ${missing} of ${texts.length} texts are missing`);
}
