import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { isObject } from '../../core/api/errors';
import { locales, type Locale } from '../../core/api/wire';
import { scheme } from '../../core/remote/documentPath';
import { toUri } from '../../documents/documentUri';
import { safeText } from '../../messages/safeText';
import { UserError } from '../../messages/userError';
import { isTreeNode } from '../../views/treeNode';
import { cloneByAsking, copy, readForCopy } from './cloning';
import { aboutOf, createByArguments, createByAsking } from './creation';
import { deleteByArguments, deleteByAsking } from './deletion';
import type { Handlers } from '../ids';
import { chosenInOneTenant } from './connectorRows';
import {
	connectorNamed,
	requiredText,
	tenantNamed,
	textOption,
	byArgumentsOrAsking,
	type Options,
} from '../ask/options';
import { pickConnector, pickTenant, type Asking } from '../ask/picks';
import { askClassName, pickAnotherTenant, pickDeleted } from './restoreQuestions';
import { restoreDeleted } from '../tenant/restoring';
import type { TransferDesk } from '../transfer/transferDesk';
import { addTranslation, addTranslationByAsking, type TranslationSource } from '../document/addTranslation';
import { addTranslationFile } from '../document/translationFile';

/** Create, clone, translate, delete and restore connectors. */
export function lifecycleCommands(
	studio: Pick<Studio, 'tenants' | 'catalog' | 'effects' | 'documents' | 'saves' | 'tree' | 'view' | 'log'>,
	desk: TransferDesk,
) {
	const { tenants, catalog } = studio;
	const pick = (argument: unknown, asking: Asking) => pickConnector(tenants, catalog, argument, asking);
	const command = (
		byArguments: (options: Options) => Promise<unknown>,
		byAsking: (argument: unknown, more: unknown) => Promise<unknown>,
	) => byArgumentsOrAsking(studio, byArguments, byAsking);
	return {
		'iscConnectors.connector.create': command(
			options => createByArguments(studio, tenantNamed(studio, requiredText(options, 'tenant')), options),
			async argument => {
				const tenant = await pickTenant(tenants, argument, {
					command: 'iscConnectors.connector.create',
					changes: true,
				});
				return tenant && createByAsking(studio, tenant);
			},
		),
		'iscConnectors.connector.clone': command(
			async options => {
				const from = await connectorNamed(studio, options);
				const target = tenantNamed(studio, textOption(options, 'toTenant') ?? from.tenant.id);
				const bundle = await readForCopy(studio, from);
				const { name, className, type, directConnect, status } = aboutOf(options);
				const about = {
					name: name || bundle.about.name,
					className: className ?? bundle.about.className,
					type,
					directConnect: directConnect ?? bundle.about.directConnect,
					status: status ?? 'DEVELOPMENT',
				};
				return (await copy(studio, desk, { bundle, about, target, from }))?.handle;
			},
			async argument => {
				const connector = await pick(argument, { command: 'iscConnectors.connector.clone' });
				return connector && cloneByAsking(studio, desk, connector);
			},
		),
		'iscConnectors.connector.delete': command(
			async options => {
				const connector = await connectorNamed(studio, options);
				const { acceptEffects } = options;
				return deleteByArguments(studio, desk, connector, {
					typed: requiredText(options, 'name'),
					acceptEffects,
				});
			},
			async (argument, more) => {
				const asking = { command: 'iscConnectors.connector.delete', changes: true } as const;
				await deleteByAsking(studio, desk, await chosenInOneTenant(studio, argument, more, asking));
			},
		),
		'iscConnectors.connector.restoreDeleted': command(
			async options => {
				const tenant = tenantNamed(studio, requiredText(options, 'tenant'));
				const name = requiredText(options, 'name');
				const deleted = (await desk.deleted.list()).find(
					each => each.name === name && each.tenant === tenant.id,
				);
				if (!deleted) {
					throw new UserError(
						vscode.l10n.t(
							'There is no backup of {0} from {1} on this computer.',
							safeText(name),
							tenant.name,
						),
					);
				}
				return restoreDeleted(studio, desk, deleted, {
					tenant,
					className: () => Promise.resolve(classNameFor(options, tenant.name, name)),
				});
			},
			async argument => {
				const own = isTreeNode(argument) || typeof argument === 'string';
				const tenant = own
					? await pickTenant(tenants, argument, { command: 'iscConnectors.connector.restoreDeleted' })
					: undefined;
				const deleted = await pickDeleted(studio, desk, tenant?.id);
				const target =
					deleted && (tenant ?? tenants.get(deleted.tenant) ?? (await pickAnotherTenant(studio, deleted)));
				return (
					target &&
					restoreDeleted(studio, desk, deleted, {
						tenant: target,
						className: () => askClassName(deleted),
					})
				);
			},
		),
		'iscConnectors.connector.addTranslation': command(
			async options => {
				const connector = await connectorNamed(studio, options);
				const locale = localeNamed(requiredText(options, 'locale'));
				const id = await addTranslation(
					studio,
					connector,
					locale,
					await translationSource(studio, options['from']),
				);
				return toUri(id).toString();
			},
			async argument => {
				if (argument instanceof vscode.Uri && argument.scheme !== scheme) {
					return addTranslationFile(argument);
				}
				const connector = await pick(argument, {
					command: 'iscConnectors.connector.addTranslation',
					changes: true,
				});
				return connector && addTranslationByAsking(studio, connector);
			},
		),
	} satisfies Handlers;
}

/** @throws UserError if the program has not passed one */
function classNameFor(options: Options, tenant: string, name: string): string {
	const className = textOption(options, 'className');
	if (className === undefined) {
		throw new UserError(
			vscode.l10n.t(
				'The backup of {0} has no Java class, which {1} needs to create a connector. Pass it as "className".',
				safeText(name),
				tenant,
			),
		);
	}
	return className;
}

async function translationSource(
	studio: Pick<Studio, 'tenants' | 'catalog'>,
	from: unknown,
): Promise<TranslationSource> {
	if (from === undefined || from === 'empty') {
		return 'empty';
	}
	return isObject(from)
		? { connector: await connectorNamed(studio, from) }
		: { locale: localeNamed(typeof from === 'string' ? from : '') };
}

function localeNamed(text: string): Locale {
	const locale = locales.find(known => known === text);
	if (!locale) {
		throw new Error(
			vscode.l10n.t(
				'The service does not support the language {0}. It supports {1}.',
				safeText(text),
				locales.join(', '),
			),
		);
	}
	return locale;
}
