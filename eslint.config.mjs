import tseslint from 'typescript-eslint';

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
const arrow = (room, allowed, depth) => ({
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
						regex: `^(\\.\\./){${depth}}(?!(${allowed.join('|')})(/|$))`,
						message: `src/${room} may import from ${allowed.join(', ') || 'no other room'} only.`,
					},
				],
			},
		],
	},
});

const arrows = [
	...Object.entries(core).map(([room, allowed]) => [`core/${room}`, allowed]),
	...Object.entries(rooms),
].flatMap(([room, allowed]) => [1, 2, 3, 4].map(depth => arrow(room, allowed, depth)));

const selectors = {
	commands: {
		selector: "CallExpression[callee.property.name='registerCommand']",
		message: 'Commands are registered in src/commands.',
	},
	messages: {
		selector: "CallExpression[callee.property.name='showErrorMessage']",
		message: 'Throw; src/commands/reporter.ts tells people.',
	},
	questions: {
		selector:
			'CallExpression[callee.property.name=/^(showQuickPick|showInputBox|createQuickPick|createInputBox)$/]',
		message: 'src/commands/ask asks, so that every question has a title and a prompt.',
	},
};

export default tseslint.config(
	{ ignores: ['dist/', 'out/', '.vscode-test/', 'node_modules/'] },
	...tseslint.configs.strictTypeChecked.map(config => ({ ...config, files: ['**/*.{ts,tsx}'] })),
	{
		files: ['**/*.{ts,tsx}'],
		languageOptions: {
			parserOptions: {
				// The core among all files, not once more by itself: half as many files to read and to think through.
				project: ['tsconfig.json', 'src/pages/tsconfig.json'],
				tsconfigRootDir: import.meta.dirname,
			},
		},
		rules: {
			eqeqeq: 'error',
			'no-console': 'error',
			'prefer-const': 'error',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// `() => tree.refresh()` reads better than a block around one call.
			'@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
		},
	},
	{ files: ['src/**'], rules: { 'no-restricted-syntax': ['error', selectors.commands, selectors.messages] } },
	{
		files: ['src/commands/**'],
		rules: { 'no-restricted-syntax': ['error', selectors.messages, selectors.questions] },
	},
	{
		files: ['src/commands/registerCommands.ts', 'src/commands/reporter.ts', 'src/commands/failedSaves.ts'],
		rules: { 'no-restricted-syntax': ['error', selectors.questions] },
	},
	{ files: ['src/commands/ask/**'], rules: { 'no-restricted-syntax': ['error', selectors.messages] } },
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
			'@typescript-eslint/no-floating-promises': [
				'error',
				{ allowForKnownSafeCalls: [{ from: 'package', package: 'mocha', name: ['suite', 'test'] }] },
			],
			'@typescript-eslint/no-non-null-assertion': 'off',
		},
	},
);
