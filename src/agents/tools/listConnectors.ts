import type { Answer } from '../../core/agents/answerPage';
import { hasCustomType } from '../../core/api/connector';
import { unlessAborted } from '../../core/api/send/http';
import type { ToolCall } from '../toolCall';
import { textIn } from '../toolInput';

/** The connectors of a tenant, or of every tenant that agents may see. */
export async function listConnectors({ studio, allowed, input, signal }: ToolCall): Promise<Answer> {
	const named = textIn(input, 'tenant');
	const tenants = named === undefined ? allowed.all() : [await allowed.named(named, signal)];
	const filter = (textIn(input, 'filter') ?? '').toLowerCase();
	const rows: string[] = [];
	for (const { id, name, access } of tenants) {
		const connectors = await unlessAborted(studio.catalog.connectors(id), signal);
		const found = connectors.filter(each =>
			[each.name, each.scriptName, each.type ?? ''].some(text => text.toLowerCase().includes(filter)),
		);
		rows.push(
			JSON.stringify({ tenant: id, name, access, connectors: found.length }),
			...found.map(connector => {
				const { scriptName, name: own, type, status, features } = connector;
				return JSON.stringify({
					scriptName,
					name: own,
					type,
					status,
					custom: hasCustomType(connector),
					features,
				});
			}),
		);
	}
	const others = named === undefined ? ' Name another tenant in "tenant" to ask the user for it.' : '';
	const head =
		tenants.length === 0
			? 'The user has not allowed agents to use any tenant. Ask which one to use, and name it in "tenant".'
			: `The connectors of ${tenants.map(({ name }) => name).join(', ')}, one JSON object a line; each tenant comes first.${others}`;
	return { head, data: rows.join('\n') };
}
