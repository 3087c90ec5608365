import type { Entity } from './entity';
import { EntityCheck } from './entityCheck';
import type { XmlProblem } from '../../problem';
import type { EntityReference } from '../reading';

/** What a DOCTYPE declares, as far as well-formedness depends on it. */
export class Dtd {
	/** The XML declaration promises that no other file declares anything. */
	standalone = false;
	/** Declarations may stand where nobody looks: in another file, or in a parameter entity. */
	hasOtherParts = false;
	/** A part that is not read stands before the next declaration. */
	hasGap = false;
	/** Namespaces that elements get from attribute lists: `xmlns…` to its value, by element. */
	readonly namespaces = new Map<string, Map<string, string>>();
	private readonly general = new Map<string, Entity>();
	private readonly parameter = new Map<string, Entity>();
	private readonly inDefaults: { readonly reference: EntityReference; readonly isDeclared: boolean }[] = [];
	private readonly check: EntityCheck;

	constructor(private readonly report: (problem: XmlProblem) => void) {
		this.check = new EntityCheck(
			name => this.general.get(name),
			() => this.mayBeUndeclared,
			report,
		);
	}

	/** The first declaration of a name counts. */
	declare(entity: Entity, isParameter: boolean): void {
		const entities = isParameter ? this.parameter : this.general;
		if (!entities.has(entity.name)) {
			entities.set(entity.name, this.hasGap && !this.standalone ? { ...entity, kind: 'unknown' } : entity);
		}
	}

	declareNamespace(element: string, attribute: string, value: string): void {
		const declared = this.namespaces.get(element) ?? new Map<string, string>();
		this.namespaces.set(element, declared);
		if (!declared.has(attribute)) {
			declared.set(attribute, value);
		}
	}

	isDeclared(entity: string): boolean {
		return this.general.has(entity);
	}

	parameterEntity(name: string): Entity | undefined {
		return this.parameter.get(name);
	}

	/** Checks a reference in the document. */
	refer(reference: EntityReference): void {
		this.check.check(reference);
	}

	/** Notes a reference in an attribute's default value, which may refer to nothing that is declared behind it. */
	referInDefault(reference: EntityReference): void {
		this.inDefaults.push({ reference, isDeclared: this.isDeclared(reference.entity) });
	}

	/** Checks the references in default values, when everything is declared that will be. */
	finish(): void {
		for (const { reference, isDeclared } of this.inDefaults) {
			const { entity, start, end } = reference;
			if (isDeclared) {
				this.refer(reference);
			} else if (!this.mayBeUndeclared) {
				this.report({ code: 'entity-undeclared', entity, start, end });
			}
		}
	}

	private get mayBeUndeclared(): boolean {
		return this.hasOtherParts && !this.standalone;
	}
}
