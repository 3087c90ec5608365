// Prints what the changelog says of the version that a tag names, or why that version cannot be released.
//   npm run -s release-notes -- v0.1.0
const fs = require('node:fs');

const [, , tag = ''] = process.argv;
const { version, repository } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
const sections = fs.readFileSync('CHANGELOG.md', 'utf8').split(/^## /m).slice(1);
const section = sections.find(text => text.startsWith(`[${version}]`)) ?? '';
const [heading, ...lines] = section.split('\n');

const problems = [
	tag !== `v${version}` && `The tag is "${tag}", but package.json has the version ${version}.`,
	section === '' && `CHANGELOG.md has no section "## [${version}] - <date>".`,
	section !== '' && !/ - \d{4}-\d\d-\d\d$/.test(heading) && `CHANGELOG.md has no date for ${version}.`,
	!repository && 'Nobody has said where the project lives: npm run owner -- https://github.com/acme/studio',
].filter(Boolean);

if (problems.length > 0) {
	console.error(problems.join('\n'));
	process.exit(1);
}
console.log(lines.join('\n').trim());
