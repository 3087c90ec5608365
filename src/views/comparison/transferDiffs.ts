import * as vscode from 'vscode';
import { fileOf, type DocumentId } from '../../core/remote/documentPath';
import type { Transfer } from '../../core/transfer/send/transfer';
import type { PlannedConnector, PlannedDocument } from '../../core/transfer/send/transferPlan';
import { closeDiffs } from '../../documents/diffTabs';
import { toUri } from '../../documents/documentUri';
import type { VersionTexts } from '../../documents/versionTexts';
import type { RowContext } from './transferNode';

/** A transfer, and where its texts come from, in full: "JDBC of dev". */
type Context = RowContext & { readonly source: string };

/** Opens the documents of a transfer, and keeps what is open up to date. */
export class TransferDiffs {
	constructor(private readonly versions: VersionTexts) {}

	/** Opens a document beside the one to send or, if that was sent, alone. */
	async open(context: Context, connector: PlannedConnector, document: PlannedDocument): Promise<void> {
		const { source, target, transfer } = context;
		const id = idOf(context, connector, document);
		const outcome = transfer.outcomeOf(document)?.kind;
		if (outcome === 'sent') {
			await vscode.commands.executeCommand('vscode.open', toUri(id));
			return;
		}
		const left = outcome === 'altered' ? toUri(id) : await this.present(context, connector, document);
		const right = this.versions.snapshot(id, document.source ?? new Uint8Array(), source);
		const title = vscode.l10n.t('{0}: {1} ↔ {2}', fileOf(document.part), target, source);
		await vscode.commands.executeCommand('vscode.diff', left, right, title);
	}

	/** What the target has now or, if it does not answer, had when it was compared. */
	private async present(
		context: Context,
		connector: PlannedConnector,
		document: PlannedDocument,
	): Promise<vscode.Uri> {
		const id = idOf(context, connector, document);
		return context.transfer.scriptNameOf(connector) === undefined
			? this.versions.snapshot(id, new Uint8Array(), absent)
			: this.versions
					.present(id)
					.catch(() => this.versions.snapshot(id, document.present ?? new Uint8Array()));
	}

	/** Shows what is to be sent now, and closes what says that the target has no such connector when it has. */
	async update({ transfer, source }: Context): Promise<void> {
		const { versions } = this;
		for (const id of versions.shown(source)) {
			const connector = transfer.connectors.find(each => scriptNameOf(transfer, each) === id.scriptName);
			const document = connector?.documents.find(({ part }) => part === id.part);
			if (document && id.tenant === transfer.tenant) {
				versions.snapshot(id, document.source ?? new Uint8Array(), source);
			}
		}
		const created = transfer.connectors.filter(each => transfer.scriptNameOf(each) !== undefined);
		const names = new Set(created.map(({ bundle }) => bundle.about.name));
		const outdated = versions
			.shown(absent)
			.filter(({ tenant, scriptName }) => tenant === transfer.tenant && names.has(scriptName))
			.map(id => versions.snapshotUri(id, absent).toString());
		await closeDiffs(diffs => diffs.some(({ original }) => outdated.includes(original.toString())));
	}
}

/** Names the texts of documents whose connector is yet to be created. */
const absent = 'absent';

function idOf({ transfer }: Context, connector: PlannedConnector, { part }: PlannedDocument): DocumentId {
	return { tenant: connector.tenant, scriptName: scriptNameOf(transfer, connector), part };
}

/** The name of a connector that is yet to be created: it has no script name. */
function scriptNameOf(transfer: Transfer, connector: PlannedConnector): string {
	return transfer.scriptNameOf(connector) ?? connector.bundle.about.name;
}
