import assert from 'node:assert/strict';
import { isForbidden } from '../../../../src/core/api/sourcesApi';
import type { ConnectorDocuments } from '../../../../src/core/connector/connectorDocuments';
import { effectsOf } from '../../../../src/core/sources/effects';
import { SourceList } from '../../../../src/core/sources/sourceList';
import { cipherText } from '../../../../src/sample/data/sources/sampleValues';
import { hostileSources } from '../../../hostileSources';
import { clientOf, useSampleTenant } from '../api/sample';
import { formOf } from './forms';

const field = (name: string, more = '', type = 'text', inner = '') =>
	`<Field name="${name}" displayName="L_${name}" type="${type}" ${more}>${inner}</Field>`;
const choice = (...values: string[]) =>
	field('key', '', 'select', values.map(value => `<Option label="${value}" value="${value}"/>`).join(''));
const [key, other] = [field('key'), field('other')];

interface Kind {
	readonly before: string;
	readonly after: string;
	/** What comes of it for a source that has "chosen" for the key. */
	readonly used: readonly string[];
	/** For one that has nothing. */
	readonly unused: readonly string[];
}

/** A change of each kind, always of the field `key`. */
const kinds: Readonly<Record<string, Kind>> = {
	removed: { before: key + other, after: other, used: ['removed'], unused: [] },
	renamed: {
		before: other + key,
		after: other + field('key2').replace('L_key2', 'L_key'),
		used: ['renamed'],
		unused: [],
	},
	required: {
		before: key + other,
		after: field('key', 'required="true"') + other,
		used: [],
		unused: ['required'],
	},
	option: { before: choice('chosen', 'x'), after: choice('x'), used: ['option'], unused: [] },
	type: { before: key, after: field('key', '', 'number'), used: ['type'], unused: [] },
	hidden: {
		before: other + key,
		after: other + field('key', 'parentKey="other" parentValue="never"'),
		used: ['hidden'],
		unused: [],
	},
	'of labels alone': { before: key, after: key.replace('L_key', 'L_new'), used: [], unused: [] },
};

suite('What each kind of change does to the sources that a tenant answers', () => {
	const sample = useSampleTenant({ rateLimit: false });
	let own: string;

	setup(() => {
		for (const { id, fields } of sample().sources) {
			if (fields.connector === 'matrix' || fields.name === 'Matrix') {
				sample().removeSource(id);
			}
		}
		own = sample().createSource({ name: 'Matrix', connector: 'matrix' }).id;
	});

	/** @param attributes what the source has, beside what the service adds */
	function give(attributes: Readonly<Record<string, unknown>>): void {
		sample().changeSource(own, source => {
			source.attributes = { ...source.attributes, ...attributes };
		});
	}

	async function effects({ before, after }: Kind): Promise<readonly string[]> {
		const list = new SourceList(() => clientOf(sample()).sources.listSources());
		const [old, now]: readonly ConnectorDocuments[] = [formOf(before), formOf(after)];
		return effectsOf(old!, now!, await list.of('matrix')).map(({ effect }) => effect);
	}

	for (const [what, kind] of Object.entries(kinds)) {
		test(`${what}: of a value, of none, and of a field that is absent`, async () => {
			give({ key: 'chosen' });
			assert.deepEqual(await effects(kind), kind.used);
			for (const nothing of [null, '', [], {}, undefined]) {
				give({ key: nothing });
				assert.deepEqual(await effects(kind), kind.unused, JSON.stringify(nothing));
			}
		});

		test(`${what}: to a source that a SOURCE_SUBADMIN may see, and to one that he may not`, async () => {
			give({ key: 'chosen' });
			sample().user.level = 'SOURCE_SUBADMIN';
			assert.deepEqual(await effects(kind), []);
			sample().changeSource(own, source => {
				source.isOfSubadmin = true;
			});
			assert.deepEqual(await effects(kind), kind.used);
		});

		test(`${what}: without the scope it is a refusal, and never nothing`, async () => {
			sample().user.missingScopes = ['idn:sources:read'];
			await assert.rejects(effects(kind), isForbidden);
		});

		test(`${what}: to values that nobody expects`, async () => {
			const odd = [
				0,
				false,
				['chosen', null],
				{ a: {} },
				[[]],
				'x'.repeat(100_000),
				'\u0000',
				cipherText('key'),
			];
			for (const value of odd) {
				give({ key: value });
				const found = await effects(kind);
				const possible = [...kind.used, ...(what === 'required' ? [] : kind.unused)];
				assert.ok(
					found.every(effect => possible.includes(effect)),
					`${found.join()} by ${JSON.stringify(value).slice(0, 50)}`,
				);
				if (['removed', 'renamed', 'hidden'].includes(what)) {
					assert.deepEqual(found, kind.used, JSON.stringify(value).slice(0, 50));
				}
			}
		});

		for (const [answer, happens] of Object.entries(hostileSources)) {
			test(`${what}: where a tenant answers with ${answer}`, async () => {
				give({ key: 'chosen' });
				happens(sample(), own);
				if (answer === '200 with HTML') {
					await assert.rejects(effects(kind));
				} else if (answer === 'connectorAttributes that are null') {
					assert.deepEqual(await effects(kind), kind.unused);
				} else if (answer === 'a connector that is not there') {
					assert.deepEqual(await effects(kind), []);
				} else {
					assert.deepEqual(await effects(kind), kind.used);
				}
			});
		}
	}
});
