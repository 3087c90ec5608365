import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { xmlNames } from '../../core/connector/documentName';
import { statusOf } from '../../core/api/connector';
import { ApiError } from '../../core/api/errors';
import { toUri } from '../../documents/documentUri';
import type { Tenant } from '../../core/api/tenant';
import type { ConnectorAbout } from '../../core/transfer/archive/bundle';
import { createConnector, firstStatuses } from '../../core/transfer/copy/createConnector';
import { startingText } from '../../core/transfer/copy/startingTexts';
import { safeText, withoutLinks } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import { approveNow, checkWritable } from '../ask/approval';
import { askConnector, classNameProblem, nameProblem } from './connectorQuestions';
import { textOption, type Options } from '../ask/options';
import { whileShown } from '../ask/progress';
import { revealToo } from '../find/revealing';
import { transferMessage, withSentences } from '../transfer/transferMessage';

/** A connector as commands return it to programs. */
export interface ConnectorHandle {
	readonly tenant: string;
	readonly scriptName: string;
	readonly name: string;
}

/** Asks what to create, creates it and shows it; undefined if the person left. */
export async function createByAsking(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'documents' | 'saves' | 'tree' | 'view' | 'log'>,
	tenant: Tenant,
): Promise<ConnectorHandle | undefined> {
	checkWritable(tenant);
	const handle = await askUntilTaken(
		studio,
		{ tenant, title: vscode.l10n.t('Create Connector in {0}', tenant.name), proposed: {} },
		about => create(studio, tenant, about),
	);
	if (handle) {
		await showConnector(studio, handle);
	}
	return handle;
}

/** Creates a connector from what a program has passed. */
export async function createByArguments(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'documents' | 'saves'>,
	tenant: Tenant,
	options: Options,
): Promise<ConnectorHandle | undefined> {
	const about = aboutOf(options);
	const problem =
		nameProblem(about.name, await studio.catalog.connectors(tenant.id)) ??
		classNameProblem(about.className ?? '');
	if (problem !== undefined) {
		throw new UserError(problem);
	}
	return create(studio, tenant, about);
}

/** What a connector is created from, as a program has passed it. */
export function aboutOf(options: Options): ConnectorAbout {
	const { directConnect } = options;
	return {
		name: textOption(options, 'name') ?? '',
		className: textOption(options, 'className'),
		type: textOption(options, 'type'),
		directConnect: typeof directConnect === 'boolean' ? directConnect : undefined,
		status: firstStatuses.find(status => status === statusOf(options['status'])),
	};
}

/** Asks, and asks again with the answers kept as long as the service refuses them. */
export async function askUntilTaken<T>(
	studio: Pick<Studio, 'tenants' | 'catalog'>,
	first: { readonly tenant: Tenant; readonly title: string; readonly proposed: Partial<ConnectorAbout> },
	work: (about: ConnectorAbout) => Promise<T>,
): Promise<T | undefined> {
	const { tenant, title } = first;
	const existing = await withSentences(studio, tenant.id, () => studio.catalog.connectors(tenant.id));
	let { proposed } = first;
	for (let problem: string | undefined; ;) {
		const about = await askConnector({ title, proposed, existing, problem });
		if (!about) {
			return undefined;
		}
		try {
			return await work(about);
		} catch (error) {
			if (!(error instanceof ApiError && error.status === 400)) {
				return withSentences(studio, tenant.id, () => Promise.reject(error as Error));
			}
			problem = withoutLinks(transferMessage(studio, tenant.id, error) ?? '');
			proposed = about;
		}
	}
}

/** Undefined if the person was asked and declined. */
async function create(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'documents' | 'saves'>,
	tenant: Tenant,
	about: ConnectorAbout,
): Promise<ConnectorHandle | undefined> {
	const { tenants, catalog } = studio;
	const question = vscode.l10n.t('Create {0} in {1}?', safeText(about.name), tenant.name);
	if (!(await approveNow(studio, tenant.id, { question, yes: vscode.l10n.t('Create') }))) {
		return undefined;
	}
	const scriptName = await whileShown(
		vscode.l10n.t('Creating {0} in {1}', safeText(about.name), tenant.name),
		async () => createConnector(await tenants.client(tenant.id), about),
	);
	await catalog.custom.add(tenant.id, scriptName);
	catalog.refresh({ tenant: tenant.id });
	await catalog.open(tenant.id, scriptName);
	await writeStartingTexts(studio, tenant, scriptName, about);
	return { tenant: tenant.id, scriptName, name: about.name };
}

/** Fills the documents that the service has left empty or has not created. */
async function writeStartingTexts(
	{ documents, saves }: Pick<Studio, 'documents' | 'saves'>,
	{ id: tenant }: Tenant,
	scriptName: string,
	about: ConnectorAbout,
): Promise<void> {
	for (const part of xmlNames) {
		const id = { tenant, scriptName, part };
		const text = await documents.get(id).read();
		if (new TextDecoder().decode(text).trim() === '') {
			const bytes = new TextEncoder().encode(startingText(part, about));
			await saves.save(id, bytes, { fromEditor: false, action: 'copy' });
			await documents.get(id).verify();
		}
	}
}

/** Shows a connector in the tree, and its documents in editors. */
export async function showConnector(
	studio: Pick<Studio, 'tree' | 'view' | 'log'>,
	{ tenant, scriptName }: ConnectorHandle,
): Promise<void> {
	const find = () => studio.tree.connectorNode(tenant, scriptName);
	await revealToo(studio, find, { select: true, expand: true });
	for (const part of [...xmlNames].reverse()) {
		await vscode.window.showTextDocument(toUri({ tenant, scriptName, part }), { preview: false });
	}
}
