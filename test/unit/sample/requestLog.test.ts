import assert from 'node:assert/strict';
import { RequestLog } from '../../../src/sample/server/requestLog';

function add(log: RequestLog, path: string, size = 0): (status: number) => void {
	return log.add({ method: 'GET', path, operation: undefined, headers: {}, body: new Uint8Array(size) });
}

function assertKept(log: RequestLog, paths: readonly string[]): void {
	assert.deepEqual(
		log.requests.map(request => request.path),
		paths,
	);
}

suite('the log of requests', () => {
	test('has no status until one is noted', () => {
		const log = new RequestLog();
		const note = add(log, 'a');
		assert.equal(log.requests[0]?.status, 0);
		note(200);
		assert.equal(log.requests[0].status, 200);
	});

	test('keeps the latest requests only', () => {
		const log = new RequestLog(2);
		['a', 'b', 'c'].forEach(path => add(log, path));
		assertKept(log, ['b', 'c']);
	});

	test('keeps no more bytes than it may, but always the last request', () => {
		const log = new RequestLog(10, 100);
		add(log, 'a', 60);
		add(log, 'b', 40);
		assertKept(log, ['a', 'b']);
		add(log, 'c', 1);
		assertKept(log, ['b', 'c']);
		add(log, 'd', 1000);
		assertKept(log, ['d']);
		log.clear();
		add(log, 'e', 100);
		assertKept(log, ['e']);
	});
});
