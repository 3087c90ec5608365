import type { BuildingElement, BuildingNode } from './building';
import type { Outside } from './content';
import { readDoctype } from './dtd/doctype';
import { Dtd } from './dtd/dtd';
import { withoutReports, type Reading } from './reading';
import type { XmlRange } from '../tree';

/** Sees to it that a document has one root, at most one DOCTYPE before it, and no text around it. */
export class OutsideRoot implements Outside {
	private hasRoot = false;
	private hasDoctype = false;
	private textBefore: XmlRange | undefined;
	/** Whatever stands behind the root, one report is enough. */
	private hasMore = false;

	constructor(
		private readonly reading: Reading,
		private readonly dtd: Dtd,
	) {}

	element({ name, nameStart: start }: { readonly name: string; readonly nameStart: number }): void {
		if (this.hasRoot && !this.hasMore && name !== '') {
			this.hasMore = true;
			this.reading.report({ code: 'root-repeated', tag: name, start, end: start + name.length });
		}
		if (!this.hasRoot && this.textBefore) {
			this.reading.report({ code: 'text-outside-root', ...this.textBefore });
			this.textBefore = undefined;
		}
		this.hasRoot ||= name !== '';
	}

	text(start: number, end: number): void {
		if (!this.hasRoot) {
			this.textBefore ??= { start, end };
		} else if (!this.hasMore) {
			this.hasMore = true;
			this.reading.report({ code: 'text-outside-root', start, end });
		}
	}

	doctype(parent: BuildingElement | undefined): BuildingNode {
		const { scanner, report } = this.reading;
		if (!parent && !this.hasRoot && !this.hasDoctype) {
			this.hasDoctype = true;
			return readDoctype(this.reading, this.dtd);
		}
		const start = scanner.at;
		const code = this.hasDoctype && !parent ? 'doctype-repeated' : 'doctype-misplaced';
		report({ code, start, end: start + '<!DOCTYPE'.length });
		return readDoctype(withoutReports(scanner), new Dtd(() => undefined));
	}

	/** Where the root is missing. */
	missingRoot(): XmlRange {
		const { length } = this.reading.scanner.text;
		return this.textBefore ?? { start: length, end: length };
	}
}
