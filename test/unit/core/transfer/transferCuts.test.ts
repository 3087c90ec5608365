import assert from 'node:assert/strict';
import path from 'node:path';
import { hashOf } from '../../../../src/core/remote/versions';
import { DeletedConnectors } from '../../../../src/core/transfer/copy/deletedConnectors';
import { readConnector } from '../../../../src/core/transfer/copy/readConnector';
import { TransferRecords } from '../../../../src/core/transfer/send/transferRecords';
import { useSampleTenant } from '../api/sample';
import { RecordedDisk } from '../files/recordedDisk';
import { historyIn } from '../history/historyIn';
import { Transferring } from './transferring';

const scriptName = 'jdbc-angularsc';
const texts = {
	'source-template': '<Application name="sent"/>\n',
	'correlation-config': '<CorrelationConfig name="sent"/>\n',
};
const parts = ['source-template', 'correlation-config'] as const;
type Part = (typeof parts)[number];

suite('A power cut in the middle of a transfer', () => {
	const sample = useSampleTenant({ rateLimit: false });
	let work: Transferring;
	let disk: RecordedDisk;
	/** The documents whose texts had left, and after how many disk operations. */
	let left: { readonly part: Part; readonly count: number }[];

	setup(() => {
		sample().change(scriptName, connector => {
			connector.sourceTemplate = Buffer.from('<Application name="before"/>\n');
			connector.correlationConfig = Buffer.from('<CorrelationConfig name="before"/>\n');
		});
		work = new Transferring(sample());
		disk = new RecordedDisk(work.folder);
		left = [];
		sample().onRequest = ({ method, path: place }) => {
			const part = parts.find(each => place.includes(each));
			if (method === 'PUT' && part) {
				left.push({ part, count: disk.count });
			}
		};
	});

	teardown(() => {
		disk.stop();
		sample().onRequest = undefined;
		work.dispose();
	});

	const stored = () => {
		const { sourceTemplate, correlationConfig } = sample().connector(scriptName);
		return { 'source-template': sourceTemplate, 'correlation-config': correlationConfig };
	};
	const leftAt = (count: number) => left.filter(each => each.count <= count).map(({ part }) => part);

	/** What can be undone by what is found: part → what comes back. */
	async function undoable(root: string): Promise<ReadonlyMap<string, string>> {
		const found = new Map<string, string>();
		for (const { changes } of await new TransferRecords(path.join(root, 'transfers')).list()) {
			for (const { document, point } of changes) {
				const bytes = await historyIn(path.join(root, 'history')).read({ document, id: point }, 'replaced');
				if (bytes) {
					found.set(document.part, hashOf(bytes));
				}
			}
		}
		return found;
	}

	test('after each single disk operation leaves what is needed to undo it, and costs few flushes (long)', async function () {
		this.timeout(60_000);
		const before = stored();
		const transfer = await work.plan({ name: 'JDBC', texts });
		await disk.start();
		await work.send(transfer);
		const [one, other] = left as [(typeof left)[number], (typeof left)[number]];
		assert.equal(left.length, 2);
		assert.equal(
			disk.flushes(one.count, other.count),
			2 + 3 + 1 + 1,
			'two after, and the next: folder, entry, record',
		);
		assert.equal(disk.flushes(other.count), 2);
		const disks = await disk.cutEverywhere(leftAt, async (root, parts) => {
			const found = await undoable(root);
			for (const part of parts) {
				assert.equal(found.get(part), hashOf(before[part]), part);
			}
		});
		assert.ok(disks > 50, `${disks} disks`);
	});

	test('after each single disk operation of its undo leaves what is needed to go on (long)', async function () {
		this.timeout(60_000);
		const before = stored();
		await work.send(await work.plan({ name: 'JDBC', texts }));
		left = [];
		await disk.start();
		await work.undo();
		assert.deepEqual(stored(), before);
		assert.equal(left.length, 2);
		await disk.cutEverywhere(leftAt, async (root, parts) => {
			const found = await undoable(root);
			for (const [part, bytes] of Object.entries(before)) {
				assert.ok(parts.some(each => each === part) || found.get(part) === hashOf(bytes), part);
			}
			for (const part of parts) {
				const document = { tenant: 'sample', scriptName, part };
				const history = historyIn(path.join(root, 'history'));
				const [latest] = await history.list(document);
				const bytes = latest && (await history.read(latest, 'replaced'));
				assert.equal(bytes && Buffer.from(bytes).toString(), texts[part], 'what the undo has replaced');
			}
		});
	});

	test('after each single disk operation of keeping a connector leaves all of it, or none (long)', async function () {
		this.timeout(60_000);
		const bundle = (await readConnector(work.client, scriptName)) ?? assert.fail('no connector');
		const few = { ...bundle, texts: new Map([...bundle.texts].slice(0, 3)) };
		const place = (root: string) => new DeletedConnectors(path.join(root, 'deleted'));
		await disk.start();
		await place(work.folder).keep({ tenant: 'sample', scriptName, bundle: few });
		const disks = await disk.cutEverywhere(
			count => count === disk.count,
			async (root, isKept) => {
				const [found] = await place(root).list();
				assert.ok(found ?? !isKept);
				if (found) {
					assert.deepEqual((await place(root).read(found))?.texts, few.texts);
				}
			},
		);
		assert.ok(disks > 50, `${disks} disks`);
	});
});
