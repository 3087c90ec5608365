import tseslint from 'typescript-eslint';

/** The rooms of src/ from the bottom up; an import may only point down this list, along `mayImport`. */
const mayImport = {
	api: [],
	text: [],
	xml: ['text'],
	properties: ['text'],
	connector: ['xml', 'properties', 'text'],
	sample: ['api/wire', 'util/renameFile'],
	util: ['api'],
	tenants: ['api', 'util', 'sample/sampleTenant'],
	documents: ['connector', 'properties', 'tenants', 'api', 'util', 'xml', 'text'],
	search: ['documents', 'tenants', 'api', 'util'],
	transfer: ['documents', 'tenants', 'api', 'util', 'xml'],
	views: ['search', 'transfer', 'documents', 'tenants', 'api', 'util'],
	language: ['connector', 'xml', 'properties', 'text', 'documents', 'tenants', 'api', 'util'],
	preview: ['language', 'connector', 'xml', 'text', 'documents', 'tenants', 'util'],
	commands: ['preview', 'language', 'views', 'search', 'transfer', 'documents', 'tenants', 'api', 'util'],
};
const withoutVscode = ['api', 'text', 'xml', 'properties', 'connector', 'sample'];

/** The rule for the files of a room; `up` leads from them out of it. */
const arrow = (room, allowed, files, up) => ({
	files: [files],
	rules: {
		'no-restricted-imports': [
			'error',
			{
				paths: withoutVscode.includes(room)
					? [{ name: 'vscode', message: `src/${room} runs in plain node.` }]
					: [],
				patterns: [
					{
						regex: `^${up}(?!(${[...allowed, room].join('|')})(/|$))`,
						message: `src/${room} may import from ${allowed.join(', ') || 'no other room'} only.`,
					},
				],
			},
		],
	},
});

const arrows = Object.entries(mayImport).flatMap(([room, allowed]) => [
	arrow(room, allowed, `src/${room}/*`, '\\.\\./'),
	arrow(room, allowed, `src/${room}/*/**`, '\\.\\./\\.\\./'),
]);

const selectors = {
	commands: {
		selector: "CallExpression[callee.property.name='registerCommand']",
		message: 'Commands are registered in src/commands.',
	},
	messages: {
		selector: "CallExpression[callee.property.name='showErrorMessage']",
		message: 'Throw; src/commands/reporter.ts tells people.',
	},
};

/** Beside whole rooms: what is tested in plain node. */
const plainFiles = [
	'src/documents/{connectorFilter,connectorTexts,documentPath,documentLink,flushedFiles,keptHistories,metadata,remoteDocument,remoteText}.ts',
	'src/documents/{lateSaves,reportedVersions,restorePoint,restorePointFolder,restorePoints,save,saveErrors,textDifference,textProblem,unansweredSaves}.ts',
	'src/documents/{readAsUtf8,saveWish,sentEncoding,versions}.ts',
	'src/transfer/{archive,archiveError,bundleEntries,connectorFolders,connectorJson,existingFolders}.ts',
	'src/transfer/{folderArchive,folderPlan,readBundles,zipArchive,zipDirectory,zipEnd,zipNames}.ts',
	'src/transfer/{bundle,contentHash,readConnector,startingTexts,transfer,transferPlan,transferRecord,transferRecords}.ts',
	'src/search/{found,matcher,pattern,search,searchResults}.ts',
	'src/transfer/{checkedChoices,connectorDeletion,createConnector,deletedConnectors,openRecord,transfers,transferTools,transferUndo}.ts',
	'src/language/{fetchedConnectors,readTexts}.ts',
	'src/tenants/{address,sailpointCli,tenant}.ts',
	'src/util/{diagnostics,renameFile,settingChecks}.ts',
];

export default tseslint.config(
	{ ignores: ['dist/', 'out/', '.vscode-test/', 'node_modules/'] },
	...tseslint.configs.strictTypeChecked.map(config => ({ ...config, files: ['**/*.{ts,tsx}'] })),
	{
		files: ['**/*.{ts,tsx}'],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
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
	{ files: ['src/commands/**'], rules: { 'no-restricted-syntax': ['error', selectors.messages] } },
	{ files: ['src/commands/index.ts', 'src/commands/reporter.ts'], rules: { 'no-restricted-syntax': 'off' } },
	{
		files: plainFiles,
		rules: {
			'@typescript-eslint/no-restricted-imports': [
				'error',
				{
					paths: [{ name: 'vscode', message: 'This file is tested in plain node.', allowTypeImports: false }],
				},
			],
		},
	},
	...arrows,
	{
		files: ['src/preview/page/*'],
		rules: {
			'no-restricted-globals': [
				'error',
				{ name: 'fetch', message: 'No request leaves a page.' },
				{ name: 'XMLHttpRequest', message: 'No request leaves a page.' },
			],
		},
	},
	// Programs for the command line print; so do the test runners.
	{ files: ['src/sample/main.ts', 'test/**/*.ts'], rules: { 'no-console': 'off' } },
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
