import * as vscode from 'vscode';
import type { DefaultsComparison } from '../../core/sources/defaults/compareDefaults';
import { pathText, type DefaultDifference } from '../../core/sources/defaults/defaultDifferences';
import { defaultsListing } from '../../core/sources/defaults/defaultsListing';
import { titleOf as partTitle } from '../../core/sources/defaults/part';
import { encodeSegment } from '../../core/remote/documentPath';
import { versionScheme } from '../../documents/versionUri';
import type { VersionTexts } from '../../documents/versionTexts';
import { comparisonViewId, openRowCommand, type ComparisonRows, type ComparisonView } from './comparisonView';
import { differenceRow, groupRow, type SideNames } from './defaultsRows';
import { groupsOf, type DefaultsNode } from './defaultsNode';
import { problemRow } from './transferRows';
import { differenceCount } from './transferStates';

/** A source beside its connector, with what the view says about them. */
export interface ShownDefaults {
	readonly tenant: string;
	readonly scriptName: string;
	/** The id of the source. */
	readonly id: string;
	readonly names: SideNames;
	readonly comparison: DefaultsComparison;
	/** What the comparison leaves out, as sentences. */
	readonly problems: readonly string[];
}

/** Shows what a source has differently from the defaults of its connector. */
export class DefaultsTree implements ComparisonRows {
	private current: ShownDefaults | undefined;
	private nodes: readonly DefaultsNode[] = [];

	constructor(
		private readonly view: ComparisonView,
		private readonly versions: VersionTexts,
	) {}

	/** @param again compares it again; the focus stays where it is then */
	async show(shown: ShownDefaults, again: () => Promise<unknown>): Promise<void> {
		const isRepeated = this.current?.id === shown.id && this.current.tenant === shown.tenant;
		this.current = shown;
		this.nodes = [
			...shown.problems.map(message => ({ kind: 'problem' as const, message })),
			...groupsOf(shown.comparison.differences),
		];
		await this.view.show(this, again);
		const [left, right] = urisOf(shown);
		if (this.versions.isKept(left) || this.versions.isKept(right)) {
			this.keepTexts(shown);
		}
		const [first] = this.nodes;
		if (!first) {
			await vscode.commands.executeCommand(`${comparisonViewId}.focus`);
		} else if (!isRepeated) {
			await this.view.reveal(first);
		}
	}

	clear(): void {
		this.current = undefined;
		this.nodes = [];
	}

	get message(): string {
		return this.current ? messageOf(this.current) : '';
	}

	getTreeItem(node: DefaultsNode): vscode.TreeItem {
		const item = this.itemOf(node);
		item.id = [this.current?.tenant, this.current?.id, idOf(node)].join('\n');
		return item;
	}

	private itemOf(node: DefaultsNode): vscode.TreeItem {
		switch (node.kind) {
			case 'problem':
				return problemRow(node.message);
			case 'group':
				return groupRow(node);
			case 'difference': {
				const names = this.current?.names ?? { connector: '', source: '' };
				const item = differenceRow(node.difference, names);
				item.command = { command: openRowCommand, title: '', arguments: [node] };
				return item;
			}
		}
	}

	getChildren(node?: DefaultsNode): DefaultsNode[] {
		return node ? (node.kind === 'group' ? [...node.rows] : []) : [...this.nodes];
	}

	getParent(node: DefaultsNode): DefaultsNode | undefined {
		return node.kind === 'difference' ? node.parent : undefined;
	}

	/** Opens both sides at the difference. */
	async open(node: DefaultsNode): Promise<void> {
		if (!this.current || node.kind !== 'difference') {
			return;
		}
		const { left, right, lineOf } = this.keepTexts(this.current);
		const line = lineOf(node.difference.path);
		const selection = new vscode.Range(line, 0, line, 0);
		await vscode.commands.executeCommand('vscode.diff', left, right, titleOf(this.current), { selection });
	}

	private keepTexts(shown: ShownDefaults) {
		const [left, right] = urisOf(shown);
		const source = defaultsListing(shown.comparison.source);
		this.versions.keep(left, defaultsListing(shown.comparison.connector).text);
		this.versions.keep(right, source.text);
		return { left, right, lineOf: (path: DefaultDifference['path']) => source.lineOf(path) };
	}
}

/** The texts of the connector and of the source. */
function urisOf({ tenant, scriptName, id }: ShownDefaults): readonly [vscode.Uri, vscode.Uri] {
	const uri = (file: string) =>
		vscode.Uri.from({
			scheme: versionScheme,
			authority: tenant,
			path: `/${encodeSegment(scriptName)}/${file}`,
			query: new URLSearchParams({ source: id }).toString(),
		});
	return [uri('defaults.yaml'), uri('source.yaml')];
}

/** A row as VS Code knows it again: the focus and what is expanded stay when the rows are drawn anew. */
function idOf(node: DefaultsNode): string {
	switch (node.kind) {
		case 'problem':
			return `problem:${node.message}`;
		case 'group':
			return `group:${node.part ? partTitle(node.part) : ''}`;
		case 'difference':
			return pathText(node.difference);
	}
}

function titleOf({ names }: ShownDefaults): string {
	return vscode.l10n.t('{0}: defaults ↔ {1}', names.connector, names.source);
}

function messageOf(shown: ShownDefaults): string {
	const count = shown.comparison.differences.filter(({ isComparable }) => isComparable).length;
	return count === 0
		? vscode.l10n.t('{0}. No differences.', titleOf(shown))
		: vscode.l10n.t('{0}. {1}.', titleOf(shown), differenceCount(count));
}
