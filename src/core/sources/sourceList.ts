import { isForbidden } from '../api/sourcesApi';
import type { Source } from '../api/source';

/** Milliseconds for which a list is taken to be what the tenant has. */
const good = 5 * 60_000;

type Asked =
	| { readonly kind: 'pending' | 'list'; readonly at: number; readonly sources: Promise<readonly Source[]> }
	| { readonly kind: 'refused' | 'failed'; readonly at: number; readonly error: unknown };

/**
 * The sources of a tenant. The service has no filter by a connector's script name, so all of them are read at once, and
 * kept for five minutes. A failure is kept as long, so that nobody waits for it again and again; a refusal is kept for
 * good: the token's scopes do not change by themselves.
 */
export class SourceList {
	private asked: Asked | undefined;
	private last:
		| { readonly all: readonly Source[]; readonly made: Map<string, readonly Source[]> }
		| undefined;

	constructor(
		private readonly read: () => Promise<readonly Source[]>,
		private readonly now: () => number = Date.now,
	) {}

	/** Whether `all` asks the tenant. */
	get isKnown(): boolean {
		return this.valid() !== undefined;
	}

	/** Those of a connector as they were last read, however long ago, the same object each time; undefined if they never were. */
	seen(scriptName: string): readonly Source[] | undefined {
		if (!this.last) {
			return undefined;
		}
		const { all, made } = this.last;
		const sources = made.get(scriptName) ?? madeOf(scriptName, all);
		made.set(scriptName, sources);
		return sources;
	}

	/** Rejects as the request did. */
	async all(): Promise<readonly Source[]> {
		const asked = this.valid() ?? this.ask();
		if ('error' in asked) {
			throw asked.error;
		}
		return asked.sources;
	}

	/** Those that were made of a connector, in the order of their names. */
	async of(scriptName: string): Promise<readonly Source[]> {
		return madeOf(scriptName, await this.all());
	}

	private valid(): Asked | undefined {
		const { asked } = this;
		const isGood =
			asked !== undefined &&
			(asked.kind === 'pending' || asked.kind === 'refused' || this.now() - asked.at < good);
		return isGood ? asked : undefined;
	}

	private ask(): Asked {
		const sources = this.read();
		const asking: Asked = { kind: 'pending', at: this.now(), sources };
		this.asked = asking;
		const settle = (settled: Asked) => {
			if (this.asked === asking) {
				this.asked = settled;
			}
		};
		sources.then(
			list => {
				this.last = { all: list, made: new Map() };
				settle({ kind: 'list', at: this.now(), sources });
			},
			(error: unknown) => settle({ kind: isForbidden(error) ? 'refused' : 'failed', at: this.now(), error }),
		);
		return asking;
	}
}

function madeOf(scriptName: string, sources: readonly Source[]): readonly Source[] {
	return sources.filter(({ connector }) => connector === scriptName).sort(byName);
}

function byName(one: Source, other: Source): number {
	return one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1);
}
