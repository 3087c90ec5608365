// Writes the table of all settings into the README, from package.json and package.nls.json.
//   npm run settings-table
const fs = require('node:fs');

const readJson = file => JSON.parse(fs.readFileSync(file, 'utf8'));
const texts = readJson('package.nls.json');
const { configuration } = readJson('package.json').contributes;

/** A text of the manifest, in which `#name#` is a link to a setting in VS Code. */
const textOf = key => texts[key.slice(1, -1)].replace(/`#([^`#]+)#`/g, '`$1`');
const cell = text => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function description({ markdownDescription, markdownDeprecationMessage, enum: values, enumDescriptions }) {
	const meanings = (enumDescriptions ?? []).map((key, index) => `\`${values[index]}\`: ${textOf(key)}`);
	const deprecated = markdownDeprecationMessage ? [`Deprecated: ${textOf(markdownDeprecationMessage)}`] : [];
	return [textOf(markdownDescription), ...meanings, ...deprecated].join(' ');
}

function tableOf({ title, properties }) {
	const rows = Object.entries(properties).map(
		([name, setting]) =>
			`| \`${name}\` | \`${JSON.stringify(setting.default)}\` | ${cell(description(setting))} |`,
	);
	return [`**${textOf(title)}**`, '', '| setting | default | meaning |', '| --- | --- | --- |', ...rows].join(
		'\n',
	);
}

async function main() {
	const before = fs.readFileSync('README.md', 'utf8');
	const place = /(<!-- settings: .*-->\n)[^]*(<!-- \/settings -->)/;
	if (!place.test(before)) {
		throw new Error('README.md has no place for the settings: <!-- settings: … --> and <!-- /settings -->');
	}
	const tables = configuration.map(tableOf).join('\n\n');
	const after = before.replace(place, (_, start, end) => `${start}\n${tables}\n\n${end}`);
	const { format } = await import('oxfmt');
	const { code } = await format('README.md', after, readJson('.oxfmtrc.json'));
	fs.writeFileSync('README.md', code);
}

main();
