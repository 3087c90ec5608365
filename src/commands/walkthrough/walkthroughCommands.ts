import type { Handlers } from '../ids';
import type { Studio } from '../studio';
import { WalkthroughActions } from './walkthroughActions';

export function walkthroughCommands(studio: Studio) {
	const actions = new WalkthroughActions(studio);
	return {
		'iscConnectors.walkthrough.open': () => studio.walkthrough.open(),
		/** A button of the walkthrough passes the name of what it does. */
		'iscConnectors.walkthrough.begin': async action => {
			await studio.walkthrough.use();
			await actions.run(String(action));
		},
	} satisfies Handlers;
}
