// Says in package.json where the project lives, once it has a home on GitHub; the one place that knows.
//   npm run owner -- https://github.com/<owner>/<repository>
const fs = require('node:fs');

const [, , address = ''] = process.argv;
const [home] = /^https:\/\/github\.com\/[\w-]+\/[\w.-]+?(?=(?:\.git)?\/?$)/.exec(address) ?? [];
if (!home) {
	console.error('Give the address of a GitHub repository: npm run owner -- https://github.com/acme/studio');
	process.exit(1);
}

/** What vsce needs as long as nobody knows where the README's links and pictures will be. */
const switches = / --allow-missing-repository| --no-rewrite-relative-links/g;

const { repository, bugs, homepage, ...manifest } = JSON.parse(fs.readFileSync('package.json', 'utf8'));
manifest.scripts.package = manifest.scripts.package.replace(switches, '');
const places = {
	repository: { type: 'git', url: `${home}.git` },
	bugs: { url: `${home}/issues` },
	homepage: `${home}#readme`,
};
const entries = Object.entries(manifest);
entries.splice(1 + Object.keys(manifest).indexOf('license'), 0, ...Object.entries(places));
fs.writeFileSync('package.json', `${JSON.stringify(Object.fromEntries(entries), undefined, '\t')}\n`);
console.log(`package.json names ${home}. The README's links and pictures lead there once a package is made.`);
