// Prints the measurements: node out/bench/bench.js, after a production build and `npm run package`.
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
	const measures = [
		measureBundles,
		measureLanguage,
		measureImpact,
		measureListing,
		measureSaves,
		measurePace,
		measureSending,
		measureHost,
		measureTyping,
		measureWorkbench,
		measurePreview,
	];
	for (const measure of measures) {
		(await measure()).forEach(print);
	}
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	},
);
