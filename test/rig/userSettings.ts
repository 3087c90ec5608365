import fs from 'node:fs';
import path from 'node:path';

/** User settings by name. */
export type Settings = Readonly<Record<string, unknown>>;

/**
 * A VS Code that is quiet, asks nothing, saves nothing by itself and does not animate. Values as the stable version writes them:
 * those of former versions it would replace in the file, for which it starts all that helps with JSON.
 */
export const testSettings: Settings = {
	'chat.disableAIFeatures': true,
	'extensions.autoCheckUpdates': false,
	'extensions.autoUpdate': 'off',
	'extensions.ignoreRecommendations': true,
	'files.autoSave': 'off',
	'security.workspace.trust.enabled': false,
	'telemetry.telemetryLevel': 'off',
	'update.mode': 'none',
	'window.commandCenter': false,
	'window.restoreWindows': 'none',
	'workbench.colorTheme': 'Dark Modern',
	'workbench.enableExperiments': false,
	'workbench.reduceMotion': 'on',
	'workbench.secondarySideBar.defaultVisibility': 'hidden',
	'workbench.startupEditor': 'none',
	'workbench.tips.enabled': false,
};

/** Writes user settings beside those that the folder has. */
export function addSettings(userFolder: string, settings: Settings): void {
	const file = path.join(userFolder, 'settings.json');
	const present = fs.existsSync(file) ? parseSettings(file) : {};
	fs.mkdirSync(userFolder, { recursive: true });
	fs.writeFileSync(file, `${JSON.stringify({ ...present, ...settings }, undefined, '\t')}\n`);
}

function parseSettings(file: string): Settings {
	try {
		return JSON.parse(fs.readFileSync(file, 'utf8')) as Settings;
	} catch (error) {
		throw new Error(`${file} is not plain JSON; remove its comments, or the file.`, { cause: error });
	}
}
