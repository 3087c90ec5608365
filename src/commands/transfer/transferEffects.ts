import type { TextChange } from '../../catalog/sourceEffects';
import type { Effect } from '../../core/sources/effects';
import type { Transfer, TransferChoice } from '../../core/transfer/send/transfer';
import type { TransferChange, TransferRecord } from '../../core/transfer/send/transferRecord';
import type { Studio } from '../studio';

/** What the chosen documents do to the sources of the target. */
export function effectsOfTransfer(
	studio: Pick<Studio, 'effects'>,
	{ connectors }: Transfer,
	chosen: ReadonlySet<TransferChoice>,
): Promise<readonly Effect[]> {
	return effectsOfAll(
		studio,
		connectors.flatMap(({ tenant, scriptName, documents }) =>
			documents.flatMap(document => {
				const { part, present, source } = document;
				return scriptName !== undefined && source && chosen.has(document)
					? [{ id: { tenant, scriptName, part }, before: present, after: source }]
					: [];
			}),
		),
	);
}

/** What taking a transfer back does to the sources that there are now. */
export async function effectsOfUndo(
	studio: Pick<Studio, 'effects' | 'documents' | 'history'>,
	{ tenant, created, changes }: TransferRecord,
): Promise<readonly Effect[]> {
	const orphaned = await Promise.all(created.map(each => studio.effects.orphaned({ tenant, ...each })));
	const deleted = new Set(created.map(({ scriptName }) => scriptName));
	const forms = changes.filter(
		({ document: { part, scriptName } }) => part === 'source-config' && !deleted.has(scriptName),
	);
	const textsBack = async ({ document: id, point }: TransferChange): Promise<readonly TextChange[]> => {
		if (!(await studio.effects.hasSources(id))) {
			return [];
		}
		const after = await (await studio.history()).read({ document: id, id: point }, 'replaced');
		const document = studio.documents.get(id);
		return after ? [{ id, before: document.bytes ?? (await document.refresh()), after }] : [];
	};
	// What cannot be read, the undo itself tells of, document by document.
	const back = await Promise.all(forms.map(form => textsBack(form).catch(() => [])));
	return [...orphaned.flat(), ...(await effectsOfAll(studio, back.flat()))];
}

async function effectsOfAll(
	{ effects }: Pick<Studio, 'effects'>,
	changes: readonly TextChange[],
): Promise<readonly Effect[]> {
	return (await Promise.all(changes.map(change => effects.of(change)))).flat();
}
