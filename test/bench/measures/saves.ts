import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ConnectorsApi } from '../../../src/core/api/connectorsApi';
import type { DocumentId } from '../../../src/core/remote/documentPath';
import { RemoteDocument } from '../../../src/core/remote/remoteDocument';
import { RemotePart } from '../../../src/core/remote/remoteText';
import type { History } from '../../../src/core/history/history';
import { textProblem } from '../../../src/core/remote/textProblem';
import { startSampleTenant } from '../../../src/sample/server/sampleTenant';
import { parseXml } from '../../../src/core/xml/parse';
import { clientOf } from '../../unit/core/api/sample';
import { milliseconds, type Figure } from '../figure';
import { historyIn } from '../../unit/core/history/historyIn';

const scriptName = 'jdbc-angularsc';
/** Whose document of the same text is saved without anything else. */
const bareName = 'active-directory-angularsc';
const id: DocumentId = { tenant: 'sample', scriptName, part: 'source-config' };
const rounds = 100;

type Work = (round: number) => Promise<void>;

/** What it costs to look, check, keep and flush around the two requests that a save cannot do without. */
export async function measureSaves(): Promise<Figure[]> {
	const sample = await startSampleTenant({ rateLimit: false });
	const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'isc-bench-'));
	try {
		const pace = { underWay: 8, requests: 1_000_000, milliseconds: 1 };
		const api = clientOf(sample, { pace });
		const form = Buffer.from(sample.connector(scriptName).sourceConfig).toString();
		sample.change(bareName, connector => (connector.sourceConfig = Buffer.from(form)));
		const document = new RemoteDocument(
			new RemotePart(() => Promise.resolve(api), scriptName, 'source-config'),
			{ changed: nothing, rewritten: nothing, answered: nothing, failed: nothing },
		);
		const history = historyIn(folder);
		await document.stat({ isOpen: false });
		const [bare, safe] = await timesOf(
			round => bareSave(api, `${form}<!-- ${round} -->`),
			round => safeSave(document, history, `${form}<!-- ${-round} -->`),
			() => history.tidied(),
		);
		return [
			{
				what: `a save of ${Math.round(form.length / 1024)} KB: one GET and one PUT alone`,
				value: milliseconds(bare),
			},
			{ what: 'the same with its checks and its history entry on disk', value: milliseconds(safe) },
			{ what: 'times as long', value: (safe / bare).toFixed(1), target: 'at most 3' },
		];
	} finally {
		await sample.stop();
		fs.rmSync(folder, { recursive: true, force: true });
	}
}

async function bareSave(api: ConnectorsApi, text: string): Promise<void> {
	await api.readPart(bareName, 'source-config');
	await api.writePart(bareName, 'source-config', Buffer.from(text));
}

async function safeSave(document: RemoteDocument, history: History, text: string): Promise<void> {
	const bytes = Buffer.from(text);
	document.beginSave();
	await document.stat({ isOpen: true });
	await document.write({
		bytes,
		fromEditor: true,
		rules: {
			refusal: () => undefined,
			problem: present => Promise.resolve(textProblem(id.part, bytes, present, checks)),
			approve: () => Promise.resolve(),
		},
		keep: (replaced, sent) => history.keep({ document: id, action: 'save', replaced, sent }),
	});
}

const checks = {
	xml: (text: string) =>
		parseXml(text).problems.length > 0 ? { message: '', line: 1, column: 1 } : undefined,
	json: nothing,
};

function nothing(): undefined {
	return undefined;
}

/**
 * Milliseconds of two in the middle of all rounds, in which they take turns: what else the machine does meets both.
 * @param between is not counted
 */
async function timesOf(
	one: Work,
	other: Work,
	between: () => Promise<void>,
): Promise<readonly [one: number, other: number]> {
	const times: readonly [number[], number[]] = [[], []];
	for (let round = 0; round <= rounds; round++) {
		for (const [index, work] of [one, other].entries()) {
			await between();
			const start = performance.now();
			await work(round);
			if (round > 0) {
				times[index]?.push(performance.now() - start);
			}
		}
	}
	return [median(times[0]), median(times[1])];
}

function median(all: readonly number[]): number {
	return all.toSorted((one, other) => one - other)[Math.floor(all.length / 2)] ?? Number.NaN;
}
