import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const files = ['.', 'docs', '.github'].flatMap(folder =>
	fs
		.readdirSync(folder)
		.filter(file => file.endsWith('.md'))
		.map(file => path.posix.join(folder, file)),
);

/** The text without what is code in it, where nothing is a link or a heading. */
function prose(file: string): string {
	return fs
		.readFileSync(file, 'utf8')
		.replace(/^```[^]*?^```/gm, '')
		.replace(/`[^`]*`/g, code => code.replace(/[^\w\s-]/g, ''));
}

/** As GitHub makes them of headings: small letters, no punctuation, blanks as hyphens. */
function anchorsOf(file: string): readonly string[] {
	return [...prose(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
		heading
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replaceAll(' ', '-'),
	);
}

suite('The documents for readers', () => {
	for (const file of files) {
		test(`${file} leads to files, pictures and headings that exist`, () => {
			for (const [, target = ''] of prose(file).matchAll(/\]\(([^)\s]+)\)/g)) {
				if (/^[a-z]+:/.test(target)) {
					assert.match(target, /^https:\/\//);
					continue;
				}
				const [name = '', anchor] = target.split('#');
				const goal = name === '' ? file : path.join(path.dirname(file), decodeURI(name));
				assert.ok(fs.existsSync(goal), `${file}: ${target}`);
				assert.ok(anchor === undefined || anchorsOf(goal).includes(anchor), `${file}: ${target}`);
			}
		});
	}

	test('have a text for each picture, for those who do not see it', () => {
		for (const file of files) {
			assert.doesNotMatch(prose(file), /!\[\s*\]|<img(?![^>]*alt="[^"])/, file);
		}
	});

	test('are there for whoever looks for help, a rule or a way to report', () => {
		for (const name of ['SECURITY.md', 'SUPPORT.md', 'CODE_OF_CONDUCT.md', 'CONTRIBUTING.md', 'LICENSE']) {
			assert.ok(fs.existsSync(name), name);
		}
	});
});

suite('The changelog', () => {
	const text = fs.readFileSync('CHANGELOG.md', 'utf8');
	const headings = [...text.matchAll(/^## (.*)$/gm)].map(([, heading = '']) => heading);

	test('begins with what is not released yet, then has versions with dates, the newest first', () => {
		const [first, ...versions] = headings;
		assert.equal(first, '[Unreleased]');
		const dates = versions.map(heading => {
			const [, date = ''] = /^\[\d+\.\d+\.\d+\] - (\d{4}-\d\d-\d\d)$/.exec(heading) ?? [];
			assert.ok(!Number.isNaN(Date.parse(date)), heading);
			return date;
		});
		assert.deepEqual(dates, dates.toSorted().reverse());
	});

	test('has the version of the manifest', () => {
		const { version } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as { readonly version: string };
		assert.ok(headings.some(heading => heading.startsWith(`[${version}]`)));
	});

	test('says of each entry of what kind it is', () => {
		const kinds = [...text.matchAll(/^### (.*)$/gm)].map(([, kind = '']) => kind);
		const known = ['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'];
		assert.deepEqual(
			kinds.filter(kind => !known.includes(kind)),
			[],
		);
		for (const section of text.split(/^## /m).slice(1)) {
			const [withoutKind = ''] = section.split(/^### /m);
			assert.doesNotMatch(withoutKind, /^- /m);
		}
	});
});
