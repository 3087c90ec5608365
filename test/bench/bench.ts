// Prints the measurements, or those that are named: node out/bench/bench.js typing, after a production build and `npm run package`.
import type { Figure } from './figure';
import { measureBundles } from './measures/bundles';
import { measureHost } from './measures/host';
import { measureImpact } from './measures/impact';
import { measureLanguage } from './measures/language';
import { measureListing } from './measures/listing';
import { measurePace } from './measures/pace';
import { measurePreview } from './measures/preview';
import { measureSaves } from './measures/saves';
import { measureSending } from './measures/sending';
import { measureTyping } from './measures/typing';
import { measureWorkbench } from './measures/workbench';

function print({ what, value, target }: Figure): void {
	console.log(`${what.padEnd(62)} ${value.padStart(10)}${target ? `   (${target})` : ''}`);
}

async function main(): Promise<void> {
	const measures = {
		bundles: measureBundles,
		language: measureLanguage,
		impact: measureImpact,
		listing: measureListing,
		saves: measureSaves,
		pace: measurePace,
		sending: measureSending,
		host: measureHost,
		typing: measureTyping,
		workbench: measureWorkbench,
		preview: measurePreview,
	};
	const named = process.argv.slice(2);
	for (const [name, measure] of Object.entries(measures)) {
		if (named.length === 0 || named.includes(name)) {
			(await measure()).forEach(print);
		}
	}
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
