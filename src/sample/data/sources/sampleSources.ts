import type { SampleConnector } from '../../service/model';
import type { SampleSource } from '../../service/sources/sampleSource';
import { buildSource, scriptNameFor, type NewSource } from './buildSource';
import { factsOf, type ConnectorFacts } from './connectorFacts';
import { internalSource, namedSources } from './namedSources';

const cities = ['Bergen', 'Gdańsk', 'Lyon', 'Porto', 'Sevilla', 'Turku', 'Würzburg'];

/** Makes the sources of a tenant with these connectors. */
export class SourceMaker {
	private readonly facts: ReadonlyMap<string, () => ConnectorFacts>;
	private readonly rounds = new Map<string, number>();
	private made = 0;

	constructor(private readonly connectors: readonly SampleConnector[]) {
		this.facts = new Map(connectors.map(connector => [connector.scriptName, once(() => factsOf(connector))]));
	}

	/** Those that are built in, and as many made-up ones of all connectors as bring them to `count`; and the service itself. */
	sources(count: number): SampleSource[] {
		return [...namedSources, ...this.madeUp(count - namedSources.length), internalSource].map(row =>
			this.make(row),
		);
	}

	make(row: NewSource): SampleSource {
		const scriptName = scriptNameFor(row.connector);
		const round = this.rounds.get(scriptName) ?? 0;
		this.rounds.set(scriptName, round + 1);
		return buildSource(row, this.facts.get(scriptName)?.(), this.made++, round);
	}

	private madeUp(count: number): NewSource[] {
		return Array.from({ length: Math.max(0, count) }, (_, index) => {
			const connector = this.connectors[index % this.connectors.length];
			const city = cities[index % cities.length] ?? '';
			const number = String(index + 1).padStart(4, '0');
			return { name: `${connector?.name ?? ''} ${city} ${number}`, connector: connector?.scriptName ?? '' };
		});
	}
}

function once<T>(make: () => T): () => T {
	let made: T | undefined;
	return () => (made ??= make());
}
