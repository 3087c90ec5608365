import { parseSource, type Source } from '../../../src/core/api/source';
import type { ConnectorDocuments } from '../../../src/core/connector/connectorDocuments';
import { effectsOf } from '../../../src/core/sources/effects';
import { parseXml } from '../../../src/core/xml/parse';
import { best, milliseconds, type Figure } from '../figure';

const [sources, fields] = [1000, 40];

/** What a change that touches every kind of effect does to many sources. */
export async function measureImpact(): Promise<Figure[]> {
	const all = Array.from({ length: sources }, (_, index) => source(index));
	const time = await best(5, async () => {
		effectsOf(form(before), form(after), all);
		await Promise.resolve();
	});
	const what = `what a change does to ${sources} sources with ${fields} fields each, texts read anew`;
	return [{ what, value: milliseconds(time), target: 'below 50 ms' }];
}

const names = Array.from({ length: fields }, (_, index) => `field${index}`);
const field = (name: string, more = '') =>
	`<Field name="${name}" displayName="${name}" type="text" ${more}/>`;
const before = names.map(name => field(name)).join('');
const after = names
	.map((name, index) =>
		index % 10 === 0
			? ''
			: field(
					name,
					index % 10 === 1
						? 'required="true"'
						: index % 10 === 2
							? 'parentKey="field1" parentValue="other"'
							: '',
				).replace('text', index % 10 === 3 ? 'number' : 'text'),
	)
	.join('');

function form(inner: string): ConnectorDocuments {
	return {
		sourceConfig: parseXml(`<Form><BaseConfig><Section name="s">${inner}</Section></BaseConfig></Form>`),
		sourceTemplate: undefined,
		correlationConfig: undefined,
		translations: new Map(),
	};
}

function source(index: number): Source {
	const connectorAttributes = Object.fromEntries(names.map(name => [name, `value of ${name} in ${index}`]));
	const parsed = parseSource({
		id: String(index),
		name: `Source ${index}`,
		connector: 'a',
		connectorAttributes,
	});
	if (!parsed) {
		throw new Error('A source with an id is one');
	}
	return parsed;
}
