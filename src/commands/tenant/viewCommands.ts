import * as vscode from 'vscode';
import { pickRow } from '../ask/lists';
import type { Studio } from '../studio';
import { tenantColors, type Tenant, type TenantColor } from '../../core/api/tenant';
import { extensionId } from '../../util/extensionId';
import { pickTenant } from '../ask/picks';
import { chosenConnectors } from '../connector/connectorRows';
import type { Handlers } from '../ids';

/** The part of package.json that has the colors. */
interface Manifest {
	readonly contributes: {
		readonly colors: readonly {
			readonly id: string;
			readonly defaults: Readonly<Record<'light' | 'dark', string>>;
		}[];
	};
}

/** What people see of tenants and connectors, and in which color. */
export function viewCommands(studio: Pick<Studio, 'tenants' | 'catalog' | 'tree' | 'view'>) {
	const { tenants, catalog, tree } = studio;
	const setFavorites = async (argument: unknown, selection: unknown, are: boolean) => {
		const command = are ? 'iscConnectors.connector.addFavorite' : 'iscConnectors.connector.removeFavorite';
		const connectors = await chosenConnectors(studio, argument, selection, {
			command,
			among: {
				has: ({ tenant, scriptName }) => catalog.isFavorite(tenant.id, scriptName) !== are,
				none: ({ name }) =>
					are
						? vscode.l10n.t('All connectors of {0} are favorites already.', name)
						: vscode.l10n.t('{0} has no favorites.', name),
			},
		});
		for (const id of new Set(connectors.map(({ tenant }) => tenant.id))) {
			const own = connectors.filter(({ tenant }) => tenant.id === id);
			await catalog.setFavorites(
				id,
				own.map(({ scriptName }) => scriptName),
				are,
			);
		}
	};
	return {
		'iscConnectors.tenant.changeColor': async argument => {
			const tenant = await pickTenant(tenants, argument, { command: 'iscConnectors.tenant.changeColor' });
			const color = tenant && (await pickColor(tenant));
			if (color) {
				await tenants.change(tenant, { color });
			}
		},
		'iscConnectors.connector.addFavorite': (argument, selection) => setFavorites(argument, selection, true),
		'iscConnectors.connector.removeFavorite': (argument, selection) =>
			setFavorites(argument, selection, false),
		'iscConnectors.tenants.showCustomOnly': () => tree.showCustomOnly(true),
		'iscConnectors.tenants.showAll': () => tree.showCustomOnly(false),
	} satisfies Handlers;
}

async function pickColor(tenant: Tenant): Promise<TenantColor | undefined> {
	const items = tenantColors.map(color => ({
		label: labelOf(color),
		description: color === tenant.color ? vscode.l10n.t('current') : '',
		iconPath: swatch(color),
		color,
	}));
	const picked = await pickRow(items, {
		title: vscode.l10n.t('Change Color of {0}', tenant.name),
		prompt: vscode.l10n.t('Color of the tenant and of its tabs'),
	});
	return picked?.color;
}

/** A quick pick does not color the icons of a theme. */
function swatch(
	color: TenantColor,
): vscode.ThemeIcon | { readonly light: vscode.Uri; readonly dark: vscode.Uri } {
	const { contributes } = vscode.extensions.getExtension(extensionId)?.packageJSON as Manifest;
	const found = contributes.colors.find(({ id }) => id === `iscConnectors.tenant.${color}`);
	const circle = (fill: string) =>
		vscode.Uri.from({
			scheme: 'data',
			path: `image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><circle cx='8' cy='8' r='5' fill='${fill}'/></svg>`,
		});
	return found
		? { light: circle(found.defaults.light), dark: circle(found.defaults.dark) }
		: new vscode.ThemeIcon('circle-slash');
}

function labelOf(color: TenantColor): string {
	switch (color) {
		case 'none':
			return vscode.l10n.t('No Color');
		case 'red':
			return vscode.l10n.t('Red');
		case 'orange':
			return vscode.l10n.t('Orange');
		case 'yellow':
			return vscode.l10n.t('Yellow');
		case 'green':
			return vscode.l10n.t('Green');
		case 'blue':
			return vscode.l10n.t('Blue');
		case 'purple':
			return vscode.l10n.t('Purple');
	}
}
