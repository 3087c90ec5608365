import type { SuiteSeconds } from './shares';

/** Of test/unit. */
export const unitSeconds: SuiteSeconds = {
	usual: 1,
	longer: {
		'core/remote/saveTable': 70,
		'core/xml/oracles': 25,
		'core/transfer/transferCuts': 20,
		'core/api/faults': 16,
		'core/connector/fixes/fixSafety': 15,
		'core/sources/effectsOfAnswers': 11,
		'core/transfer/randomArchives': 11,
		'core/xml/fixSafety': 11,
		'core/xml/linearTime': 11,
		'core/xml/reread': 11,
		'catalog/connectorFilter': 10,
		'core/api/pace': 9,
		'core/transfer/exportReading': 8,
	},
};

/** Of test/unit without what is seeded or long. */
export const quickSeconds: SuiteSeconds = {
	usual: 0.5,
	longer: {
		'core/api/faults': 14,
		'core/sources/effectsOfAnswers': 10,
		'core/api/pace': 9,
		'contract/clientRequests': 5,
		'contract/sampleAnswers': 4,
		'sample/serve': 4,
		'core/transfer/exportReading': 3,
		'project/scripts': 3,
	},
};

/** Of test/host. */
export const hostSeconds: SuiteSeconds = {
	usual: 8,
	longer: {
		agentFuzz: 25,
		manyConnectors: 80,
		settings: 65,
		unsentProposals: 65,
		formsSent: 55,
		save: 40,
		archives: 35,
		connectors: 35,
		proposals: 35,
		restoring: 35,
		safeSaves: 35,
		files: 30,
		languageXml: 30,
		languageConnector: 25,
		unannouncedSaves: 25,
	},
};

/** Of test/ui. */
export const uiSeconds: SuiteSeconds = {
	usual: 8,
	longer: {
		walkthrough: 90,
		saveCommand: 80,
		restart: 75,
		firstSteps: 50,
		whose: 50,
		formPreview: 45,
		saves: 45,
	},
};
