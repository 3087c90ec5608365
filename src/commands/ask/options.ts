import * as vscode from 'vscode';
import type { Studio } from '../studio';
import { isObject } from '../../core/api/errors';
import { UnknownTenantError } from '../../tenants/unknownTenantError';
import type { Tenant } from '../../core/api/tenant';
import { isTreeNode } from '../../views/treeNode';
import { CallerError } from '../callerError';
import type { Handler } from '../ids';
import { connectorAt, type PickedConnector } from './picks';
import { transferMessage } from '../transfer/transferMessage';

/** The arguments of a program or a keybinding: one object, so that nothing is asked. */
export type Options = Readonly<Record<string, unknown>>;

/** Undefined if VS Code has called the command, with a node, a URI or nothing. */
export function optionsOf(argument: unknown): Options | undefined {
	return isObject(argument) && !isTreeNode(argument) && !(argument instanceof vscode.Uri)
		? argument
		: undefined;
}

/** Undefined if it is absent or blank. */
export function textOption(options: Options, key: string): string | undefined {
	const value = options[key];
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** @throws Error if it is absent or blank */
export function requiredText(options: Options, key: string): string {
	const value = textOption(options, key);
	if (value === undefined) {
		throw new Error(vscode.l10n.t('The argument "{0}" is missing.', key));
	}
	return value;
}

/** With its present access mode and name. @throws UnknownTenantError */
export function tenantNamed({ tenants }: Pick<Studio, 'tenants'>, id: string): Tenant {
	const tenant = tenants.getNow(id);
	if (!tenant) {
		throw new UnknownTenantError(id);
	}
	return tenant;
}

/** Does `work` for a program. An error goes to the program alone, with the sentence that people would read. */
export async function forCaller<T>(
	studio: Pick<Studio, 'tenants'>,
	options: Options,
	work: () => Promise<T>,
): Promise<T> {
	try {
		return await work();
	} catch (error) {
		const message = isPlain(error)
			? error.message
			: transferMessage(studio, textOption(options, 'tenant') ?? '', error);
		throw new CallerError('command', {
			cause: new Error(message ?? vscode.l10n.t('Cancelled.'), { cause: error }),
		});
	}
}

function isPlain(error: unknown): error is Error {
	return error instanceof Error && error.name === 'Error';
}

/** The connector that `tenant` and `scriptName` name. @throws UserError if there is none */
export async function connectorNamed(
	studio: Pick<Studio, 'tenants' | 'catalog'>,
	options: Options,
): Promise<PickedConnector> {
	const tenant = tenantNamed(studio, requiredText(options, 'tenant'));
	return connectorAt(studio.catalog, { tenant, scriptName: requiredText(options, 'scriptName') });
}

/** A command that works by arguments if a program passes some, and asks otherwise. */
export function byArgumentsOrAsking(
	studio: Pick<Studio, 'tenants'>,
	byArguments: (options: Options) => Promise<unknown>,
	byAsking: (argument: unknown, ...more: readonly unknown[]) => Promise<unknown>,
): Handler {
	return (argument, ...more) => {
		const options = optionsOf(argument);
		return options ? forCaller(studio, options, () => byArguments(options)) : byAsking(argument, ...more);
	};
}
