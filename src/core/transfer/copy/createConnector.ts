import type { ConnectorsApi } from '../../api/connectorsApi';
import { statusOf } from '../../api/connector';
import { mayHaveArrived } from '../../api/errors';
import { lookAgain, type Wait } from '../../api/lookAgain';
import { unlessMissing } from '../../api/unlessMissing';
import type { ConnectorStatus, V3ConnectorDto, V3CreateConnectorDto } from '../../api/wire';
import type { ConnectorAbout } from '../archive/bundle';
import { isSameName, likelyScriptName } from '../send/transferPlan';

/** No answer came: the tenant may still create the connector, or it has one of this name that may have been there before. */
export class UnansweredCreationError extends Error {
	override name = 'UnansweredCreationError';

	constructor(
		readonly connector: string,
		/** Undefined if the tenant does not have it yet. */
		readonly scriptName: string | undefined,
		cause: unknown,
	) {
		super(`Whether ${connector} was created is not known`, { cause });
	}
}

/** The service creates no connector without a class name. */
export class NoClassNameError extends Error {
	override name = 'NoClassNameError';

	constructor(readonly connector: string) {
		super(`${connector} has no class name`);
	}
}

/** Milliseconds before each further look for a connector whose creation got no answer. */
const looks = [200, 800, 1500, 2500];

/** The statuses that a connector can begin with. */
export const firstStatuses = [
	'DEVELOPMENT',
	'DEMO',
	'RELEASED',
] as const satisfies readonly ConnectorStatus[];

/** Creates a connector, and resolves to its script name. */
export async function createConnector(
	client: ConnectorsApi,
	about: ConnectorAbout,
	wait?: Wait,
): Promise<string> {
	return (await createNamed(client, about, wait)).scriptName;
}

/** Creates a connector, and resolves to what the tenant calls it; its name is undefined if the answer does not have it. */
export async function createNamed(
	client: ConnectorsApi,
	about: ConnectorAbout,
	wait?: Wait,
): Promise<{ readonly scriptName: string; readonly name: string | undefined }> {
	const { scriptName, name } = await post(client, creationOf(about), wait);
	// The service says it; where it does not, the connector has to be looked for.
	const found = scriptName || (await findByName(client, name || about.name));
	if (!found) {
		throw new Error(`${about.name} was created, but the tenant did not return its script name`);
	}
	return { scriptName: found, name: name || undefined };
}

/** What to ask the service for; a status that no connector can begin with becomes the most careful one. */
function creationOf({ name, type, className, directConnect, status }: ConnectorAbout): V3CreateConnectorDto {
	if (className === undefined) {
		throw new NoClassNameError(name);
	}
	const first = firstStatuses.find(each => each === statusOf(status)) ?? 'DEVELOPMENT';
	return {
		name,
		className,
		status: first,
		...(type !== undefined && { type }),
		...(directConnect !== undefined && { directConnect }),
	};
}

async function post(
	client: ConnectorsApi,
	connector: V3CreateConnectorDto,
	wait?: Wait,
): Promise<V3ConnectorDto> {
	try {
		return await client.createConnector(connector);
	} catch (error) {
		if (!mayHaveArrived(error)) {
			throw error;
		}
		const look = () => findByName(client, connector.name);
		const waiting = { waits: looks, ...(wait && { wait }) };
		const found = await lookAgain(look, seen => seen !== undefined, waiting).catch((failure: unknown) => {
			throw alsoCausedBy(error, failure);
		});
		throw new UnansweredCreationError(connector.name, found, error);
	}
}

/** People see why the creation failed; the log also has why its result could not be looked for. */
function alsoCausedBy(error: unknown, failure: unknown): unknown {
	if (error instanceof Error) {
		error.cause =
			error.cause === undefined
				? failure
				: new AggregateError([error.cause, failure], 'Nor could be found out what came of it');
	}
	return error;
}

/**
 * The script name of the connector of this name. One that the list does not have is found if its script name is what the
 * service usually makes of a name.
 */
async function findByName(
	client: ConnectorsApi,
	name: string,
	signal?: AbortSignal,
): Promise<string | undefined> {
	const quoted = name.trim().replace(/["\\]/g, '\\$&');
	const options = { ...(signal && { signal }) };
	const listed = await client.listConnectors({ filters: `name sw "${quoted}"`, ...options });
	const [found] = listed.filter(each => isSameName(each.name, name));
	return found?.scriptName ?? findUnlisted(client, name, signal);
}

/** The script name of a connector that the list does not show, if it is what the service usually makes of a name. */
export async function findUnlisted(
	client: ConnectorsApi,
	name: string,
	signal?: AbortSignal,
): Promise<string | undefined> {
	const likely = likelyScriptName(name);
	const options = { ...(signal && { signal }) };
	const detail = likely === '' ? undefined : await unlessMissing(() => client.getConnector(likely, options));
	return detail && isSameName(detail.name ?? '', name) ? likely : undefined;
}
