import { parseConnector, type Connector } from '../core/api/connector';
import type { TenantPlace } from '../core/remote/documentPath';
import type { CatalogMemory } from './catalogMemory';
import { remembered } from './remembered';

/**
 * The connectors that people have opened, though the tenant's list does not have them: they are kept by their script names,
 * and shown below the list.
 */
export class Unlisted {
	private readonly connectors = new Map<string, Promise<readonly Connector[]>>();

	/** @param find asks the tenant; undefined if it has no such connector */
	constructor(
		private readonly memory: CatalogMemory,
		private readonly find: (tenant: string, scriptName: string) => Promise<Connector | undefined>,
	) {}

	/** The script names. */
	names(tenant: string): readonly string[] {
		return this.memory.names(tenant, 'unlisted');
	}

	has({ tenant, scriptName }: TenantPlace): boolean {
		return scriptName !== undefined && this.names(tenant).includes(scriptName);
	}

	async of(tenant: string): Promise<readonly Connector[]> {
		const names = this.names(tenant);
		if (names.length === 0) {
			return [];
		}
		return remembered(this.connectors, tenant, async () => {
			const found = await Promise.all(names.map(name => this.findAgain(tenant, name)));
			return found.filter(connector => connector !== undefined);
		});
	}

	async add(tenant: string, connector: Connector): Promise<void> {
		const others = (await this.of(tenant)).filter(({ scriptName }) => scriptName !== connector.scriptName);
		// Before its name is kept: from then on, whoever calls `of` wants it among them.
		this.connectors.set(tenant, Promise.resolve([...others, connector]));
		await this.memory.setNames(tenant, 'unlisted', [connector.scriptName], true);
	}

	async remove(tenant: string, scriptName: string): Promise<void> {
		await this.memory.setNames(tenant, 'unlisted', [scriptName], false);
		this.forget(tenant);
	}

	/** Removes those that the list has, since they have been released. */
	async removeListed(tenant: string, listed: ReadonlySet<string>): Promise<void> {
		const released = this.names(tenant).filter(name => listed.has(name));
		if (released.length > 0) {
			await this.memory.setNames(tenant, 'unlisted', released, false);
		}
	}

	/** Asks the tenant again when they are needed next. */
	forget(tenant: string): void {
		this.connectors.delete(tenant);
	}

	/** One that the tenant no longer has is removed; one that cannot be asked for right now stays. */
	private async findAgain(tenant: string, scriptName: string): Promise<Connector | undefined> {
		try {
			const found = await this.find(tenant, scriptName);
			if (!found) {
				await this.memory.setNames(tenant, 'unlisted', [scriptName], false);
			}
			return found;
		} catch {
			const row = parseConnector({ scriptName });
			return row && { ...row, isUnlisted: true }; // Opening it says what is wrong.
		}
	}
}

/** The connectors of a list, then those others that it does not have. */
export function withOthers(listed: readonly Connector[], others: readonly Connector[]): readonly Connector[] {
	const known = new Set(listed.map(({ scriptName }) => scriptName));
	return [...listed, ...others.filter(({ scriptName }) => !known.has(scriptName))];
}
