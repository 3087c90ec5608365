import { readDeclaration, type DeclarationPlace } from './declarations';
import type { Dtd } from './dtd';
import type { Entity } from './entity';
import { readComment, readInstruction } from '../markup';
import { isNamespaceProblem, type XmlProblem } from '../../problem';
import type { Reading } from '../reading';
import { Scanner } from '../scanner';
import type { XmlRange } from '../../tree';

const keywords = /<!(?:ENTITY|ATTLIST|ELEMENT|NOTATION)(?![\w.:-])/y;
/** At least one character. */
const junk = /<!\[?\w*|[^\s<>%[\]]+|./suy;

interface Place extends DeclarationPlace {
	/** The parameter entity whose text is read. */
	readonly entity: Entity | undefined;
}

/** Reads the declarations between the brackets of a DOCTYPE. */
export class Subset {
	private readonly places: Place[];
	private readonly expanded = new Map<Entity, 'under way' | 'done'>();

	constructor(
		reading: Reading,
		private readonly dtd: Dtd,
	) {
		this.places = [{ reading, reference: undefined, entity: undefined }];
	}

	/** Reads up to the closing bracket; false if there is none. */
	read(): boolean {
		for (let place = this.places.at(-1); place; place = this.places.at(-1)) {
			const { scanner } = place.reading;
			scanner.space();
			if (place.entity ? scanner.atEnd : scanner.skip(']')) {
				this.leave(place);
			} else if (
				scanner.atEnd ||
				(!place.entity && /^<(?![!?])/.test(scanner.text.slice(scanner.at, scanner.at + 2)))
			) {
				return false;
			} else {
				this.readPart(place);
			}
		}
		return true;
	}

	private readPart(place: Place): void {
		const { scanner } = place.reading;
		if (scanner.looksAt('<!--')) {
			readComment(place.reading);
		} else if (scanner.looksAt('<?')) {
			readInstruction(place.reading);
		} else if (scanner.looksAt('%')) {
			this.readReference(place);
		} else if (place.entity && scanner.looksAt('<![')) {
			this.giveUp(place);
		} else {
			this.readMarkup(place);
		}
	}

	private readMarkup(place: Place): void {
		const { scanner, report } = place.reading;
		const start = scanner.at;
		const keyword = scanner.match(keywords)?.slice(2);
		if (keyword === undefined) {
			scanner.match(junk);
			report({ code: 'declaration-malformed', declaration: '', start, end: scanner.at });
			if (scanner.text[start] === '<') {
				scanner.match(/[^<>]*>?/y);
			}
			return;
		}
		if (readDeclaration(keyword, place, this.dtd)) {
			return;
		}
		if (place.entity && scanner.looksAt('%')) {
			this.giveUp(place);
			return;
		}
		const wrong = scanner.at;
		if (!place.entity && /^\]\s*>/.test(scanner.text.slice(wrong, wrong + 100))) {
			const end = start + 2 + keyword.length;
			report({ code: 'declaration-malformed', declaration: keyword, start, end });
			return; // What ends there is the DOCTYPE; only the declaration's own end is missing.
		}
		const length = scanner.match(/[^\s<>]+/y)?.length ?? 0;
		report({
			code: 'declaration-malformed',
			declaration: keyword,
			start: length > 0 ? wrong : start,
			end: length > 0 ? wrong + length : start + 2 + keyword.length,
		});
		scanner.match(/[^<>]*>?/y);
	}

	/** What may not stand in the document itself may well stand in a parameter entity, and is not looked at. */
	private giveUp({ reading: { scanner } }: Place): void {
		this.dtd.hasGap = true;
		scanner.at = scanner.text.length;
	}

	private readReference(place: Place): void {
		const { scanner, report } = place.reading;
		const start = scanner.at++;
		const name = scanner.name();
		if (!name || !scanner.skip(';')) {
			report({ code: 'declaration-malformed', declaration: '', start, end: scanner.at });
			return;
		}
		this.dtd.hasOtherParts = true;
		const entity = this.dtd.parameterEntity(name);
		if (entity?.kind !== 'internal') {
			this.dtd.hasGap = true;
			return;
		}
		const reference = place.reference ?? { start, end: scanner.at };
		if (this.expanded.get(entity) === 'under way') {
			report({ code: 'entity-recursive', entity: name, start, end: scanner.at });
		} else if (!this.expanded.has(entity)) {
			// Read a second time, it would declare nothing new.
			this.expanded.set(entity, 'under way');
			this.expand(entity, reference, place);
		}
	}

	private leave({ entity }: Place): void {
		this.places.pop();
		if (entity) {
			this.expanded.set(entity, 'done');
		}
	}

	private expand(entity: Entity, reference: XmlRange, { reading }: Place): void {
		let reported = false;
		const [document] = this.places;
		const report = (problem: XmlProblem) => {
			if (!reported && !isNamespaceProblem(problem)) {
				reported = true;
				const { start, end } = reference;
				document?.reading.report({ code: 'entity-malformed', entity: entity.name, start, end });
			}
		};
		this.places.push({
			reading: { ...reading, scanner: new Scanner(entity.text), report },
			reference,
			entity,
		});
	}
}
