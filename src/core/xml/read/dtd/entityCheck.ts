import { checkContent } from '../content';
import type { Entity } from './entity';
import type { XmlProblem } from '../../problem';
import { withoutReports, type EntityReference } from '../reading';
import { readReferences } from '../entityReferences';
import { Scanner } from '../scanner';

interface Step {
	readonly entity: Entity;
	readonly key: string;
	readonly references: IterableIterator<EntityReference>;
}

/**
 * Checks what entities stand for, where they are referred to. Each is looked at once as content and once as a part of an
 * attribute's value, however often it is used.
 */
export class EntityCheck {
	private readonly begun = new Map<string, 'under way' | 'done'>();
	private readonly blamed = new Set<Entity>();

	constructor(
		private readonly find: (name: string) => Entity | undefined,
		private readonly mayBeUndeclared: () => boolean,
		private readonly report: (problem: XmlProblem) => void,
	) {}

	/** Checks a reference in the document, and what it leads to. */
	check(reference: EntityReference): void {
		const steps: Step[] = [];
		this.enter(reference, reference, undefined, steps);
		for (let step = steps.at(-1); step; step = steps.at(-1)) {
			const next = step.references.next();
			if (next.done) {
				this.begun.set(step.key, 'done');
				steps.pop();
			} else {
				this.enter(next.value, reference, step.entity, steps);
			}
		}
	}

	/** `from` is the entity that makes the reference; undefined for the document itself. */
	private enter(
		{ entity: name, inAttribute }: EntityReference,
		first: EntityReference,
		from: Entity | undefined,
		steps: Step[],
	): void {
		const { start, end } = from ?? first;
		const entity = this.find(name);
		if (!entity) {
			if (!this.mayBeUndeclared()) {
				this.blame(from, { code: 'entity-undeclared', entity: name, start, end });
			}
			return;
		}
		if (entity.kind === 'unparsed') {
			this.blame(from, { code: 'entity-unparsed', entity: name, start, end });
		} else if (entity.kind === 'external' && inAttribute) {
			this.blame(from, { code: 'entity-external-in-attribute', entity: name, start, end });
		} else if (entity.kind === 'internal') {
			this.enterText(entity, inAttribute, first, steps);
		}
	}

	private enterText(entity: Entity, inAttribute: boolean, first: EntityReference, steps: Step[]): void {
		const key = `${inAttribute ? '"' : '<'}${entity.name}`;
		const { name, start, end } = entity;
		if (this.begun.get(key) === 'under way') {
			this.blame(entity, { code: 'entity-recursive', entity: name, start, end });
		}
		if (this.begun.has(key)) {
			return;
		}
		this.begun.set(key, 'under way');
		const { problems, references } = inAttribute ? checkValue(entity.text) : checkContent(entity.text);
		if (problems.length > 0) {
			this.blame(entity, { code: 'entity-malformed', entity: name, start, end });
		} else if (inAttribute && entity.text.includes('<')) {
			this.report({ code: 'entity-with-less-than', entity: name, start: first.start, end: first.end });
		}
		steps.push({ entity, key, references: references.values() });
	}

	/** One report for a declaration is enough. */
	private blame(entity: Entity | undefined, problem: XmlProblem): void {
		if (!entity || !this.blamed.has(entity)) {
			this.report(problem);
		}
		if (entity) {
			this.blamed.add(entity);
		}
	}
}

function checkValue(text: string): { problems: XmlProblem[]; references: EntityReference[] } {
	const problems: XmlProblem[] = [];
	const references: EntityReference[] = [];
	const reading = {
		...withoutReports(new Scanner(text)),
		report: (problem: XmlProblem) => problems.push(problem),
		refer: (reference: EntityReference) => references.push(reference),
	};
	readReferences(reading, 0, text.length, true);
	return { problems, references };
}
