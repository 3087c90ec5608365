import fs from 'node:fs/promises';
import path from 'node:path';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { isObject } from '../core/api/errors';
import { apiAddress, proposedName } from '../core/api/address';

/** A tenant that the SailPoint CLI or the environment knows. */
export interface TenantSuggestion {
	readonly source: 'cli' | 'environment';
	/** The CLI's name for it, or the one that people use. */
	readonly name: string;
	/** The API address, without a path. */
	readonly url: string;
	/** The CLI uses it by default. */
	readonly active?: boolean;
	readonly credentials?: { readonly clientId: string; readonly clientSecret: string };
}

export interface CliOptions {
	/** The person's home folder. */
	readonly home: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Undefined where there is nothing to read. */
	readonly readFile?: (file: string) => Promise<string | undefined>;
}

/** The CLI's own files have a few hundred bytes. */
const maxLength = 1024 * 1024;

/**
 * The tenants to suggest: the environment's, which overrides the CLI's, then the CLI's active one, then its others in
 * the order of the file. What cannot be read or cannot be a tenant's address is left out; never throws.
 */
export async function cliSuggestions({
	home,
	env,
	readFile = readSmallFile,
}: CliOptions): Promise<readonly TenantSuggestion[]> {
	return [
		...fromEnvironment(env),
		...(await fromConfiguration(path.join(home, '.sailpoint', 'config.yaml'), readFile)),
	];
}

function fromEnvironment(env: CliOptions['env']): readonly TenantSuggestion[] {
	const url = usableAddress(env['SAIL_BASE_URL']);
	if (!url) {
		return [];
	}
	const clientId = env['SAIL_CLIENT_ID']?.trim();
	const clientSecret = env['SAIL_CLIENT_SECRET']?.trim();
	return [
		{
			source: 'environment',
			name: proposedName(url),
			url: url.origin,
			...(clientId && clientSecret && { credentials: { clientId, clientSecret } }),
		},
	];
}

async function fromConfiguration(
	file: string,
	readFile: NonNullable<CliOptions['readFile']>,
): Promise<readonly TenantSuggestion[]> {
	try {
		const text = await readFile(file);
		return text === undefined || text.length > maxLength ? [] : parse(text);
	} catch {
		return []; // No CLI, no permission, no YAML: there is nothing to suggest, and nobody to trouble with it.
	}
}

/** `no` and `1` are names like any other in the failsafe schema. The CLI writes no aliases, so a file with aliases may be an attack. */
function parse(yaml: string): readonly TenantSuggestion[] {
	const configuration = lowerCaseKeys(load(yaml, { schema: FAILSAFE_SCHEMA, maxAliases: 0 }));
	const environments = configuration.get('environments');
	const active = configuration.get('activeenvironment');
	const suggestions = Object.entries(isObject(environments) ? environments : {}).flatMap(
		([name, environment]): TenantSuggestion[] => {
			const fields = lowerCaseKeys(environment);
			const url = usableAddress(fields.get('baseurl')) ?? usableAddress(fields.get('tenanturl'));
			const isActive = typeof active === 'string' && active.toLowerCase() === name.toLowerCase();
			return url && name.trim() !== ''
				? [{ source: 'cli', name, url: url.origin, ...(isActive && { active: true }) }]
				: [];
		},
	);
	return suggestions.sort((one, other) => Number(other.active ?? false) - Number(one.active ?? false));
}

/** The CLI reads keys without case: `baseUrl` like `baseurl`. */
function lowerCaseKeys(value: unknown): ReadonlyMap<string, unknown> {
	return new Map(
		isObject(value) ? Object.entries(value).map(([key, each]) => [key.toLowerCase(), each]) : [],
	);
}

function usableAddress(value: unknown): URL | undefined {
	try {
		return typeof value === 'string' ? apiAddress(value) : undefined;
	} catch {
		return undefined; // It could not be added, so it is not worth suggesting.
	}
}

async function readSmallFile(file: string): Promise<string | undefined> {
	const { size } = await fs.stat(file).then(stat => (stat.isFile() ? stat : { size: Infinity }));
	return size <= maxLength ? fs.readFile(file, 'utf8') : undefined;
}
