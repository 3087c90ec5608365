import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { toUri } from '../../documents/documentUri';
import { documentAt } from '../../documents/openDocuments';
import type { Pattern } from '../../core/search/pattern';
import { Search, type SearchedTenant } from '../../core/search/search';
import { askPattern, withSelectedText } from './searchInput';
import { errorLine } from '../../messages/errorLine';
import { searchError } from '../../messages/searchMessage';
import { showSearchProgress } from './searchProgress';
import { askScope, scopeOf, type ChosenPlace } from './searchScope';
import { placesOf, questionOfProgram, type FoundPlace } from './questionOfProgram';
import { SearchTree, searchViewId } from '../../views/searchTree';
import type { TreeNode } from '../../views/treeNode';
import { byArgumentsOrAsking, type Options } from '../ask/options';
import { chosenNodes } from '../ask/picks';
import type { Handlers } from '../ids';

export function searchCommands(studio: Pick<Studio, 'tenants' | 'catalog' | 'log' | 'subscriptions'>) {
	const searches = new Searches(studio);
	const ask = async (chosen: readonly SearchedTenant[] | undefined) => {
		const scope = chosen ?? (await askScope(studio.tenants, studio.catalog));
		const pattern = scope && (await askPattern(scope, withSelectedText(searches.latest)));
		if (pattern) {
			await searches.run(pattern, scope, { preserveFocus: false });
		}
	};
	return {
		'iscConnectors.documents.search': byArgumentsOrAsking(
			studio,
			options => searchByArguments(studio, searches, options),
			(argument, selection) => {
				const nodes = chosenNodes(argument, selection);
				return ask(nodes.length > 0 ? scopeOf(nodes.map(placeOf)) : undefined);
			},
		),
		'iscConnectors.search.repeat': async () => {
			if (!(await searches.repeat())) {
				await ask(undefined);
			}
		},
		'iscConnectors.search.clear': () => searches.clear(),
	} satisfies Handlers;
}

/** Runs the searches of this window, one at a time. */
class Searches {
	/** The last pattern, which is proposed for the next search. */
	latest: Pattern = { text: '', isRegExp: false, matchCase: false, wholeWord: false };
	private current: Search | undefined;
	private shown: SearchTree | undefined;

	constructor(private readonly studio: Pick<Studio, 'tenants' | 'catalog' | 'log' | 'subscriptions'>) {}

	/** Cancels the previous search; resolves when this one has ended. */
	async run(
		pattern: Pattern,
		scope: readonly SearchedTenant[],
		{ preserveFocus }: { readonly preserveFocus: boolean },
	): Promise<Search> {
		const { tenants, catalog, log } = this.studio;
		try {
			const search: Search = new Search(
				pattern,
				scope,
				{
					client: id => tenants.client(id),
					connectors: id => catalog.connectors(id),
					openText: id => documentAt(toUri(id))?.getText(),
					language: vscode.env.language,
				},
				{ changed: () => this.tree.update(search) },
			);
			this.current?.cancel();
			this.current = search;
			this.latest = pattern;
			await this.tree.show(search, { preserveFocus });
			const work = search.run();
			showSearchProgress(search, work, searchViewId);
			await work.finally(() =>
				search.results.unread.forEach(({ error }) => log.error(errorLine(error, tenants))),
			);
			return search;
		} catch (error) {
			throw searchError(error);
		}
	}

	/** False if there is no search to repeat. */
	async repeat(): Promise<boolean> {
		const { current } = this;
		if (current) {
			await this.run(current.pattern, current.scope, { preserveFocus: false });
		}
		return current !== undefined;
	}

	async clear(): Promise<void> {
		this.current?.cancel();
		this.current = undefined;
		await this.shown?.clear();
	}

	/** Made when it is first needed. */
	private get tree(): SearchTree {
		if (!this.shown) {
			this.shown = new SearchTree(host => this.studio.tenants.nameOf(host));
			this.studio.subscriptions.push(this.shown);
		}
		return this.shown;
	}
}

/** Asks nothing, and leaves the focus where it is. */
async function searchByArguments(
	{ tenants }: Pick<Studio, 'tenants'>,
	searches: Searches,
	options: Options,
): Promise<readonly FoundPlace[]> {
	const { pattern, scope } = questionOfProgram(options, id => tenants.get(id));
	const { read, results } = await searches.run(pattern, scope, { preserveFocus: true });
	const [unread] = results.unread;
	if (unread && read === 0) {
		throw unread.error;
	}
	return placesOf(results);
}

function placeOf(node: TreeNode): ChosenPlace {
	switch (node.kind) {
		case 'tenant':
			return { tenant: node.tenant };
		case 'connector':
			return { tenant: node.parent.tenant, connector: node.connector };
		case 'translations':
		case 'document':
		case 'sources':
		case 'source':
			return placeOf(node.parent);
	}
}
