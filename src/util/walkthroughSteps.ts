import type * as vscode from 'vscode';
import { ContextKey } from './contextKey';

/** What VS Code asks for to see which steps of the walkthrough are done; it remembers those that once were. */
const done = {
	form: new ContextKey<boolean>('iscConnectors.walkthrough.isFormShown'),
	fix: new ContextKey<boolean>('iscConnectors.walkthrough.isFixed'),
	history: new ContextKey<boolean>('iscConnectors.walkthrough.isVersionShown'),
	conflict: new ContextKey<boolean>('iscConnectors.walkthrough.isConflictResolved'),
	transfer: new ContextKey<boolean>('iscConnectors.walkthrough.isTransferUndone'),
	tenant: new ContextKey<boolean>('iscConnectors.walkthrough.isTenantAdded'),
};

type Step = keyof typeof done;

/** Somebody has done what a step of the walkthrough is about, whether they follow it or not. */
export function completeStep(step: Step): void {
	void done[step].set(true);
}

/** The same, for what VS Code runs by itself. */
export function completingStep(step: Step): vscode.Command {
	return done[step].setting(true);
}
