import type { Studio } from '../studio';
import { exportByArguments, exportByAsking } from './exporting';
import type { Handlers } from '../ids';
import { importByArguments, importByAsking } from './importing';
import {
	connectorNamed,
	requiredText,
	tenantNamed,
	textOption,
	byArgumentsOrAsking,
	type Options,
} from '../ask/options';
import { pickTenant } from '../ask/picks';
import { chosenInOneTenant } from '../connector/connectorRows';
import type { ComparisonView } from '../../views/comparison/comparisonView';
import { compareByArguments, compareByAsking, promoteByArguments } from './promotion';
import type { ShowingSources } from '../source/showSources';
import type { TransferDesk } from './transferDesk';
import { withSentences } from './transferMessage';
import { recordByArguments, undo, undoByAsking } from './undoing';

/** Compare, promote, export and import connectors, and undo that. */
export function transferCommands(
	studio: ShowingSources & Pick<Studio, 'effects' | 'documents' | 'history' | 'log'>,
	desk: TransferDesk,
	comparison: ComparisonView,
) {
	const { tenants } = studio;
	const command = (
		byArguments: (options: Options) => Promise<unknown>,
		byAsking: (argument: unknown, more: unknown) => Promise<unknown>,
	) => byArgumentsOrAsking(studio, byArguments, byAsking);
	const compare = (purpose: 'compare' | 'promote') => async (argument: unknown, more: unknown) => {
		const command =
			purpose === 'compare' ? 'iscConnectors.connector.compareWithTenant' : 'iscConnectors.connector.promote';
		const connectors = await chosenInOneTenant(studio, argument, more, { command });
		const [first] = connectors;
		return (
			first &&
			withSentences(studio, first.tenant.id, () => compareByAsking(studio, desk, connectors, purpose))
		);
	};
	return {
		'iscConnectors.connector.compareWithTenant': command(async options => {
			const target = tenantNamed(studio, requiredText(options, 'otherTenant'));
			return compareByArguments(studio, desk, await connectorNamed(studio, options), target);
		}, compare('compare')),
		'iscConnectors.connector.promote': command(async options => {
			const target = tenantNamed(studio, requiredText(options, 'otherTenant'));
			const files = textsOf(options['documents']);
			const otherName = textOption(options, 'otherName');
			const connector = await connectorNamed(studio, options);
			const { acceptEffects } = options;
			return promoteByArguments(studio, desk, connector, { target, files, otherName, acceptEffects });
		}, compare('promote')),
		'iscConnectors.transfer.run': () =>
			withSentences(studio, desk.shownTenant ?? '', () => desk.sendChosen()),
		'iscConnectors.transfer.openRow': node => comparison.openRow(node as object),
		'iscConnectors.transfer.toggleRow': () => comparison.toggleRow(),
		'iscConnectors.transfer.compareAgain': () => comparison.compareAgain(),
		'iscConnectors.transfer.clear': () => comparison.close(),
		'iscConnectors.transfer.undo': command(
			async options => {
				const record = await recordByArguments(
					desk,
					requiredText(options, 'tenant'),
					textOption(options, 'record'),
				);
				return record && undo(studio, desk, record, options);
			},
			argument => undoByAsking(studio, desk, typeof argument === 'string' ? argument : undefined),
		),
		'iscConnectors.tenant.export': command(
			options => exportByArguments(studio, options),
			async argument => {
				const tenant = await pickTenant(tenants, argument, { command: 'iscConnectors.tenant.export' });
				return tenant && exportByAsking(studio, tenant, undefined);
			},
		),
		'iscConnectors.connector.export': command(
			options => exportByArguments(studio, options),
			async (argument, more) => {
				const connectors = await chosenInOneTenant(studio, argument, more, {
					command: 'iscConnectors.connector.export',
				});
				const [first] = connectors;
				return first && exportByAsking(studio, first.tenant, connectors);
			},
		),
		'iscConnectors.tenant.import': command(
			options => importByArguments(studio, desk, options),
			async argument => {
				const tenant = await pickTenant(tenants, argument, {
					command: 'iscConnectors.tenant.import',
					changes: true,
				});
				return tenant && importByAsking(studio, desk, tenant);
			},
		),
	} satisfies Handlers;
}

function textsOf(value: unknown): readonly string[] | undefined {
	return Array.isArray(value) ? value.filter(each => typeof each === 'string') : undefined;
}
