/** VS Code's own keys that the help names, with what they do there on Windows and Linux. */
export const vscodeKeys: Readonly<Record<string, string>> = {
	'Ctrl+Shift+O': 'workbench.action.gotoSymbol',
	'Ctrl+K Ctrl+S': 'workbench.action.openGlobalKeybindings',
	F1: 'workbench.action.showCommands',
	F6: 'workbench.action.focusNextPart',
	'Ctrl+0': 'workbench.action.focusSideBar',
	'Ctrl+Alt+F': 'list.find',
	Enter: 'list.select',
	'Shift+F10': 'editor.action.showContextMenu',
	F8: 'editor.action.marker.nextInFiles',
	'Ctrl+.': 'editor.action.quickFix',
	'Ctrl+K Ctrl+I': 'editor.action.showHover',
	Escape: 'editor.cancelOperation',
	'Ctrl+K Ctrl+Shift+N': 'notifications.showList',
	F7: 'editor.action.accessibleDiffViewer.next',
	'Shift+F7': 'editor.action.accessibleDiffViewer.prev',
	'Ctrl+Z': 'undo',
};
