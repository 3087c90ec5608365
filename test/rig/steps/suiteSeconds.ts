import type { SuiteSeconds } from './shares';

/** Of test/host. */
export const hostSeconds: SuiteSeconds = {
	agentFuzz: 150,
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
};

/** Of test/ui. */
export const uiSeconds: SuiteSeconds = {
	walkthrough: 90,
	saveCommand: 80,
	restart: 75,
	firstSteps: 50,
	whose: 50,
	formPreview: 45,
	saves: 45,
};
