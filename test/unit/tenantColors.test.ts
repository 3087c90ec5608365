import assert from 'node:assert/strict';
import fs from 'node:fs';
import { tenantColors } from '../../src/core/api/tenant';

/** What VS Code's usual themes have behind tabs, rows, selected rows and the status bar. */
const backgrounds = {
	dark: ['#1f1f1f', '#181818', '#252526', '#04395e', '#37373d'],
	light: ['#ffffff', '#f8f8f8', '#f3f3f3', '#e8e8e8', '#e4e6f1'],
	highContrast: ['#000000'],
	highContrastLight: ['#ffffff', '#e5ebf1'],
} as const;
/** What they have behind the descriptions of rows that are not selected, and how opaque those are. */
const descriptions = {
	dark: { behind: '#252526', opacity: 0.7 },
	light: { behind: '#f3f3f3', opacity: 0.95 },
	highContrast: { behind: '#000000', opacity: 0.7 },
	highContrastLight: { behind: '#ffffff', opacity: 0.7 },
} as const;
type Theme = keyof typeof backgrounds;

interface Manifest {
	readonly contributes: {
		readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<Theme, string>> }[];
	};
}

/** By WCAG 2.2. */
function contrast(one: string, other: string): number {
	const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (lighter + 0.05) / (darker + 0.05);
}

/** What is seen of a color over another one. */
function blended(color: string, behind: string, opacity: number): string {
	const under = partsOf(behind);
	const mixed = partsOf(color).map((part, at) => opacity * part + (1 - opacity) * (under[at] ?? 0));
	return `#${mixed.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function partsOf(color: string): readonly number[] {
	return [1, 3, 5].map(at => Number.parseInt(color.slice(at, at + 2), 16));
}

function luminance(color: string): number {
	const [red = 0, green = 0, blue = 0] = partsOf(color).map(each => {
		const part = each / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

suite('The colors of tenants', () => {
	const { colors } = (JSON.parse(fs.readFileSync('package.json', 'utf8')) as Manifest).contributes;

	test('are those that people can choose, and the warning of live tenants', () => {
		assert.deepEqual(
			colors.map(({ id }) => id),
			['live', ...tenantColors.filter(color => color !== 'none')].map(
				color => `iscConnectors.tenant.${color}`,
			),
		);
	});

	test('can be read in every theme', () => {
		for (const { id, defaults } of colors) {
			for (const [theme, behind] of Object.entries(backgrounds)) {
				for (const background of behind) {
					const found = contrast(defaults[theme as Theme], background);
					assert.ok(found >= 4.5, `${id} in ${theme} on ${background}: ${found.toFixed(2)}`);
				}
			}
		}
	});

	test('can be read in the description of a row, which VS Code makes paler', () => {
		for (const { id, defaults } of colors) {
			for (const [theme, { behind, opacity }] of Object.entries(descriptions)) {
				const found = contrast(blended(defaults[theme as Theme], behind, opacity), behind);
				assert.ok(found >= 4.5, `${id} in ${theme}: ${found.toFixed(2)}`);
			}
		}
	});
});
