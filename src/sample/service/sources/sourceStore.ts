import type { SampleSource } from './sampleSource';

/** The tenant's sources; made when they are first asked for. */
export class SourceStore {
	private made: Map<string, SampleSource> | undefined;

	constructor(private readonly make: () => readonly SampleSource[]) {}

	all(): readonly SampleSource[] {
		return [...this.sources.values()];
	}

	find(id: string): Readonly<SampleSource> | undefined {
		return this.sources.get(id);
	}

	/** Throws if there is none. */
	copy(id: string): SampleSource {
		const source = this.sources.get(id);
		if (!source) {
			throw new Error(`There is no source ${id}.`);
		}
		return structuredClone(source);
	}

	change(id: string, change: (source: SampleSource) => void): void {
		const changed = this.copy(id);
		change(changed);
		this.sources.set(id, changed);
	}

	add(source: SampleSource): void {
		if (this.sources.has(source.id)) {
			throw new Error(`There is a source ${source.id} already.`);
		}
		this.sources.set(source.id, structuredClone(source));
	}

	remove(id: string): void {
		this.copy(id);
		this.sources.delete(id);
	}

	private get sources(): Map<string, SampleSource> {
		return (this.made ??= new Map(this.make().map(source => [source.id, source])));
	}
}
