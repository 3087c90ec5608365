import { XMLValidator } from 'fast-xml-parser';
import { SaxesParser } from 'saxes';
import { parseXmlDocument } from 'slimdom';
import { checkConnector } from '../../../src/core/connector/checks/checkConnector';
import { completionsAt } from '../../../src/core/connector/completion/completionsAt';
import type { ConnectorDocuments } from '../../../src/core/connector/connectorDocuments';
import { parseProperties } from '../../../src/core/properties/parse';
import { startSampleTenant } from '../../../src/sample/server/sampleTenant';
import { Lines } from '../../../src/core/text/lines';
import { outlineOf, type Outline } from '../../../src/core/xml/outline';
import type { OutlineItem } from '../../../src/core/xml/outlineItem';
import { parseXml } from '../../../src/core/xml/parse';
import { reread } from '../../../src/core/xml/reread';
import { atOnce } from '../../../src/util/steps';
import { median, milliseconds, type Figure } from '../figure';
import { largeForm } from '../largeForm';

const rounds = 40;

/** What a keystroke costs in a form, and what others take to read the same text. */
export async function measureLanguage(): Promise<Figure[]> {
	const sample = await startSampleTenant({ rateLimit: false });
	const jdbc = sample.connector('jdbc-angularsc');
	const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
	const connector: ConnectorDocuments = {
		sourceConfig: undefined,
		sourceTemplate: parseXml(text(jdbc.sourceTemplate)),
		correlationConfig: parseXml(text(jdbc.correlationConfig)),
		translations: new Map(
			Object.entries(jdbc.translations).map(([locale, bytes]) => [locale, parseProperties(text(bytes))]),
		),
	};
	await sample.stop();
	const small = largeForm(25, 40);
	const large = largeForm(250, 95);
	return [
		...keystroke(small, connector, '20 ms'),
		...keystroke(large, connector, '300 ms'),
		...readers(small),
	];
}

interface OutlineEntry {
	readonly item: OutlineItem;
	readonly children: OutlineEntry[];
}

/** A keystroke leaves a new text, of which nothing is known yet but what it was before. */
function keystroke(text: string, connector: ConnectorDocuments, target: string): Figure[] {
	const at = text.indexOf('<Field', text.length / 2);
	const size = `${Math.round(text.length / 1000)} KB`;
	const typed = (round: number) => `${text.slice(0, at)}<!-- ${round} -->${text.slice(at)}`;
	let outline: Outline<OutlineEntry> | undefined;
	let before = parseXml(text);
	const understood = timeOf(round => {
		const sourceConfig = reread(before, typed(round));
		before = sourceConfig;
		const lined = { document: sourceConfig, lines: new Lines(sourceConfig.text) };
		outline = atOnce(outlineOf(lined, item => ({ item, children: [] as OutlineEntry[] }), outline));
		checkConnector({ ...connector, sourceConfig });
	});
	const halfTyped = (round: number) => `${text.slice(0, at)}<!-- ${round} --><F${text.slice(at)}`;
	const completed = timeOf(round => {
		const document = reread(before, halfTyped(round));
		const offset = document.text.indexOf('<F', at) + 2;
		const place = { kind: 'source-config', document, offset, connector, neighbours: [connector] } as const;
		completionsAt(place);
	});
	return [
		{
			what: `a keystroke in a form of ${size}: problems, outline and checks`,
			value: milliseconds(understood),
			target: `under ${target}`,
		},
		{ what: `completion in a form of ${size}`, value: milliseconds(completed), target: 'under 30 ms' },
	];
}

function readers(text: string): Figure[] {
	const size = `${Math.round(text.length / 1000)} KB`;
	const typed = (round: number) => text.replace('<BaseConfig>', `<!-- ${round} --><BaseConfig>`);
	return [
		['ours', (round: number) => void parseXml(typed(round))] as const,
		// oxlint-disable-next-line typescript/no-deprecated -- its successor is another package; this one is compared
		["fast-xml-parser's validator", (round: number) => void XMLValidator.validate(typed(round))] as const,
		['saxes', (round: number) => void new SaxesParser({ xmlns: true }).write(typed(round)).close()] as const,
		['slimdom', (round: number) => void parseXmlDocument(typed(round))] as const,
	].map(([name, read]) => ({
		what: `reading a form of ${size}: ${name}`,
		value: milliseconds(timeOf(read)),
	}));
}

/** The median of several rounds after some that are not counted, in milliseconds. */
function timeOf(work: (round: number) => void): number {
	const times: number[] = [];
	for (let round = 0; round < rounds + 10; round++) {
		const begin = performance.now();
		work(round);
		times.push(performance.now() - begin);
	}
	return median(times.slice(10));
}
