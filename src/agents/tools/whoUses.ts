import type { Answer } from '../../core/agents/answerPage';
import { unlessAborted } from '../../core/api/send/http';
import { isSet } from '../../core/api/source';
import { sourcesThatSet } from '../../core/sources/fieldUse';
import type { ToolCall } from '../toolCall';
import { textIn } from '../toolInput';

/** The sources of a connector, and which of its fields they have set; never a value. */
export async function whoUses(call: ToolCall): Promise<Answer> {
	const { tenant, scriptName, title } = await call.connector();
	const sources = await unlessAborted(call.studio.sources.of(tenant.id, scriptName), call.signal);
	const field = textIn(call.input, 'field');
	const path = field?.split(/\[\]\.|›/).map(part => part.trim());
	const users = path ? new Set(sourcesThatSet(path, sources)) : undefined;
	const rows = sources.map(source => {
		const { id, name, isHealthy, status, attributes } = source;
		return JSON.stringify({
			id,
			name,
			healthy: isHealthy,
			status,
			...(users
				? { set: users.has(source) }
				: { setKeys: [...attributes].filter(([, value]) => isSet(value)).map(([key]) => key) }),
		});
	});
	const used = users ? ` ${users.size} of them have "${field}" set.` : '';
	return {
		head:
			sources.length === 0
				? `No source uses ${title}.`
				: `${sources.length} sources use ${title}, one JSON object a line, without any values.${used}`,
		data: rows.join('\n'),
	};
}
