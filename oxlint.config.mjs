/** The rooms of src/core from the bottom up, and which of each other they may import from. */
const core = {
	text: [],
	properties: ['text'],
	xml: ['text'],
	connector: ['properties', 'xml', 'text'],
	api: [],
	files: [],
	remote: ['connector/documentName', 'api'],
	history: ['remote', 'api', 'files'],
	transfer: ['history', 'remote', 'connector/documentName', 'api', 'files'],
	search: ['remote', 'api'],
	sources: ['connector', 'properties', 'xml', 'api'],
	agents: ['sources', 'remote', 'connector', 'properties', 'xml', 'text', 'api'],
};

/** The rooms beside src/core from the bottom up; all but the sample tenant may import from there. */
const rooms = {
	sample: ['core/api/wire', 'core/api/sourcesWire', 'core/files/renameFile'],
	util: ['core'],
	messages: ['core'],
	tenants: ['sample/server/sampleTenant', 'messages', 'util', 'core'],
	catalog: ['util', 'core'],
	documents: ['catalog', 'tenants', 'messages', 'util', 'core'],
	language: ['documents', 'catalog', 'messages', 'util', 'core'],
	pages: ['language', 'documents', 'tenants', 'messages', 'util', 'core'],
	views: ['documents', 'catalog', 'tenants', 'messages', 'util', 'core'],
	agents: ['views', 'language', 'documents', 'catalog', 'tenants', 'messages', 'util', 'core'],
	commands: [
		'sample/northwind',
		'agents',
		'views',
		'pages',
		'language',
		'documents',
		'catalog',
		'tenants',
		'messages',
		'util',
		'core',
	],
};

/** The rule for the files of a room that lie so deep in it: as many `../` lead out of it. */
const arrow = (room, allowed, depth) => {
	const out = '../'.repeat(depth);
	return {
		files: [`src/${room}${'/*'.repeat(depth)}.{ts,tsx}`],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					paths: /^(core\/|sample$)/.test(room)
						? [{ name: 'vscode', message: `src/${room} is plain TypeScript.` }]
						: [],
					patterns: [
						{
							group: [`${out}**`, ...allowed.flatMap(other => [`!${out}${other}`, `!${out}${other}/**`])],
							message: `src/${room} may import from ${allowed.join(', ') || 'no other room'} only.`,
						},
					],
				},
			],
		},
	};
};

const arrows = [
	...Object.entries(core).map(([room, allowed]) => [`core/${room}`, allowed]),
	...Object.entries(rooms),
].flatMap(([room, allowed]) => [1, 2, 3, 4].map(depth => arrow(room, allowed, depth)));

const commands = [{ property: 'registerCommand', message: 'Commands are registered in src/commands.' }];
const messages = [{ property: 'showErrorMessage', message: 'Throw; src/commands/reporter.ts tells people.' }];
const questions = ['showQuickPick', 'showInputBox', 'createQuickPick', 'createInputBox'].map(property => ({
	property,
	message: 'src/commands/ask asks, so that every question has a title and a prompt.',
}));

/** What typescript-eslint calls its strict rules with types. */
const strict = [
	'no-array-constructor',
	'no-unused-expressions',
	'no-unused-vars',
	'no-useless-constructor',
	'no-var',
	'prefer-rest-params',
	'prefer-spread',
	'typescript/await-thenable',
	'typescript/ban-ts-comment',
	'typescript/no-array-delete',
	'typescript/no-base-to-string',
	'typescript/no-deprecated',
	'typescript/no-duplicate-enum-values',
	'typescript/no-duplicate-type-constituents',
	'typescript/no-dynamic-delete',
	'typescript/no-empty-object-type',
	'typescript/no-explicit-any',
	'typescript/no-extra-non-null-assertion',
	'typescript/no-extraneous-class',
	'typescript/no-floating-promises',
	'typescript/no-for-in-array',
	'typescript/no-generated-empty-object-type',
	'typescript/no-implied-eval',
	'typescript/no-invalid-void-type',
	'typescript/no-meaningless-void-operator',
	'typescript/no-misused-new',
	'typescript/no-misused-promises',
	'typescript/no-misused-spread',
	'typescript/no-mixed-enums',
	'typescript/no-namespace',
	'typescript/no-non-null-asserted-nullish-coalescing',
	'typescript/no-non-null-asserted-optional-chain',
	'typescript/no-non-null-assertion',
	'typescript/no-redundant-type-constituents',
	'typescript/no-require-imports',
	'typescript/no-this-alias',
	'typescript/no-unnecessary-boolean-literal-compare',
	'typescript/no-unnecessary-condition',
	'typescript/no-unnecessary-template-expression',
	'typescript/no-unnecessary-type-arguments',
	'typescript/no-unnecessary-type-assertion',
	'typescript/no-unnecessary-type-constraint',
	'typescript/no-unnecessary-type-conversion',
	'typescript/no-unnecessary-type-parameters',
	'typescript/no-unsafe-argument',
	'typescript/no-unsafe-assignment',
	'typescript/no-unsafe-call',
	'typescript/no-unsafe-class-instance-assignment',
	'typescript/no-unsafe-declaration-merging',
	'typescript/no-unsafe-enum-assignment',
	'typescript/no-unsafe-enum-comparison',
	'typescript/no-unsafe-function-type',
	'typescript/no-unsafe-member-access',
	'typescript/no-unsafe-return',
	'typescript/no-unsafe-unary-minus',
	'typescript/no-useless-default-assignment',
	'typescript/no-wrapper-object-types',
	'typescript/only-throw-error',
	'typescript/prefer-as-const',
	'typescript/prefer-literal-enum-member',
	'typescript/prefer-namespace-keyword',
	'typescript/prefer-promise-reject-errors',
	'typescript/prefer-reduce-type-parameter',
	'typescript/prefer-return-this-type',
	'typescript/related-getter-setter-pairs',
	'typescript/require-await',
	'typescript/triple-slash-reference',
	'typescript/unbound-method',
	'typescript/unified-signatures',
	'typescript/use-unknown-in-catch-callback-variable',
];

export default {
	plugins: ['typescript'],
	categories: { correctness: 'off' },
	options: { typeAware: true, reportUnusedDisableDirectives: 'error' },
	ignorePatterns: ['**/*.{js,mjs}', 'dist/', 'out/', '.vscode-test/'],
	rules: {
		...Object.fromEntries(strict.map(rule => [rule, 'error'])),
		eqeqeq: 'error',
		'no-console': 'error',
		'prefer-const': 'error',
		'typescript/consistent-type-imports': 'error',
		'typescript/switch-exhaustiveness-check': 'error',
		'typescript/restrict-plus-operands': [
			'error',
			{
				allowAny: false,
				allowBoolean: false,
				allowNullish: false,
				allowNumberAndString: false,
				allowRegExp: false,
			},
		],
		'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
		'typescript/return-await': ['error', 'error-handling-correctness-only'],
		// `() => tree.refresh()` reads better than a block around one call.
		'typescript/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
	},
	overrides: [
		{ files: ['src/**'], rules: { 'no-restricted-properties': ['error', ...commands, ...messages] } },
		{
			files: ['src/commands/**'],
			rules: { 'no-restricted-properties': ['error', ...messages, ...questions] },
		},
		{
			files: ['src/commands/registerCommands.ts', 'src/commands/reporter.ts', 'src/commands/failedSaves.ts'],
			rules: { 'no-restricted-properties': ['error', ...questions] },
		},
		{ files: ['src/commands/ask/**'], rules: { 'no-restricted-properties': ['error', ...messages] } },
		...arrows,
		{
			files: ['src/pages/*/page/**'],
			rules: {
				'no-restricted-globals': [
					'error',
					{ name: 'fetch', message: 'No request leaves a page.' },
					{ name: 'XMLHttpRequest', message: 'No request leaves a page.' },
				],
			},
		},
		// Programs for the command line print; so do the test runners.
		{ files: ['src/sample/server/serve.ts', 'test/**/*.ts'], rules: { 'no-console': 'off' } },
		{
			files: ['test/**/*.ts'],
			rules: {
				// Mocha's `suite` and `test` take async functions whose promise mocha itself awaits.
				'typescript/no-floating-promises': [
					'error',
					{ allowForKnownSafeCalls: [{ from: 'package', package: 'mocha', name: ['suite', 'test'] }] },
				],
				'typescript/no-non-null-assertion': 'off',
			},
		},
	],
};
