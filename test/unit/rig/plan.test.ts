import assert from 'node:assert/strict';
import { planOf } from '../../rig/plan';
import { steps } from '../../rig/steps/steps';
import { summary } from '../../rig/testResult';

suite('The steps of npm test', () => {
	const linux = { platform: 'linux', arch: 'x64' } as const;
	const others = [
		{ platform: 'darwin', arch: 'arm64' },
		{ platform: 'win32', arch: 'x64' },
		{ platform: 'linux', arch: 'arm64' },
	] as const;
	const plans = (...args: [Parameters<typeof planOf>[1], Parameters<typeof planOf>[2]]) =>
		Object.fromEntries(steps.map(step => [step.name, planOf(step, ...args)]));
	const nothing = { rigs: [] };

	test('all run on Linux, with the rigs that they need', () => {
		const { host, 'host-oldest': oldest, ui, pictures, ...inNode } = plans(linux, 'server');
		const stable = { rigs: ['stable'] };
		assert.deepEqual([host, oldest, ui, pictures], [stable, { rigs: ['oldest', 'stable'] }, stable, stable]);
		assert.ok(Object.keys(inNode).length > 3);
		assert.ok(Object.values(inNode).every(plan => 'rigs' in plan && plan.rigs.length === 0));
	});

	test('need no rig for a desktop VS Code, but for what a person does', () => {
		const { host, 'host-oldest': oldest, ui } = plans(linux, 'electron');
		assert.deepEqual([host, oldest, ui], [nothing, nothing, { rigs: ['stable'] }]);
	});

	test('run elsewhere without the one that cannot, which is skipped', () => {
		for (const machine of others) {
			for (const way of ['electron', undefined] as const) {
				const { ui, pictures, ...rest } = plans(machine, way);
				for (const plan of [ui, pictures]) {
					assert.ok(plan && 'skipped' in plan && /Linux x64/.test(plan.skipped));
				}
				assert.ok(Object.values(rest).every(plan => 'rigs' in plan && plan.rigs.length === 0));
			}
		}
	});

	test('end with a line that counts what was skipped, if something was', () => {
		assert.equal(summary({ passed: 3, failed: 0, skipped: 0 }), '3 passed, 0 failed');
		assert.equal(summary({ passed: 3, failed: 1, skipped: 2 }), '3 passed, 1 failed, 2 skipped');
	});
});
