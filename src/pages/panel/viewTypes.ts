/** The kinds of panels, as VS Code keeps them over restarts. */
export const viewTypes = {
	form: 'iscConnectors.formPreview',
	translations: 'iscConnectors.translationTable',
} as const;

export type ViewType = (typeof viewTypes)[keyof typeof viewTypes];
