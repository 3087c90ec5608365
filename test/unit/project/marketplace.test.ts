import assert from 'node:assert/strict';
import fs from 'node:fs';

interface Manifest {
	readonly version: string;
	readonly icon: string;
	readonly categories: readonly string[];
	readonly keywords: readonly string[];
	readonly galleryBanner: { readonly color: string; readonly theme: string };
	readonly pricing: string;
	readonly preview: boolean;
	readonly qna: string;
	readonly repository?: { readonly url: string };
	readonly bugs?: { readonly url: string };
	readonly homepage?: string;
	readonly scripts: Readonly<Record<string, string>>;
	readonly contributes: {
		readonly jsonValidation: readonly { readonly fileMatch: string; readonly url: string }[];
	};
}

suite('The page in the Marketplace', () => {
	const manifest = JSON.parse(fs.readFileSync('package.json', 'utf8')) as Manifest;

	test('is found under what the extension is', () => {
		assert.deepEqual(manifest.categories, ['Programming Languages', 'Linters', 'Formatters', 'Other']);
		assert.equal(new Set(manifest.keywords.map(word => word.toLowerCase())).size, manifest.keywords.length);
		// vsce adds others, for languages and the like; the Marketplace refuses more than 30.
		assert.ok(manifest.keywords.length <= 20);
		assert.equal(manifest.pricing, 'Free');
		assert.equal(manifest.qna, 'marketplace');
	});

	test('says that it is a preview until version 1', () => {
		assert.equal(manifest.preview, manifest.version.startsWith('0.'));
	});

	test('has white text on a banner on which it can be read, by the contrast that WCAG AA asks for', () => {
		const { color, theme } = manifest.galleryBanner;
		assert.equal(theme, 'dark');
		const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
			const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
			return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
		});
		assert.ok(1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5);
	});

	test('has a square icon of at least 128 pixels', () => {
		const png = fs.readFileSync(manifest.icon);
		const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]; // in a PNG's header
		assert.equal(width, height);
		assert.ok(width >= 128);
	});

	test('knows where the project lives from one place, and is packaged without switches then', () => {
		const { repository, bugs, homepage, scripts } = manifest;
		const home = repository?.url.replace(/\.git$/, '');
		assert.deepEqual(
			{ bugs, homepage },
			{ bugs: home && { url: `${home}/issues` }, homepage: home && `${home}#readme` },
		);
		assert.equal(
			/--allow-missing-repository --no-rewrite-relative-links/.test(scripts['package'] ?? ''),
			home === undefined,
		);
	});

	test('comes with the schemas that it names', () => {
		for (const { fileMatch, url } of manifest.contributes.jsonValidation) {
			assert.match(fileMatch, /^connector(-metadata)?\.json$/);
			assert.match(url, /^\.\/media\//, 'the folder is part of the package');
			assert.ok(fs.existsSync(url), url);
		}
	});
});
