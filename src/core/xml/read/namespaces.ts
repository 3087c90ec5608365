import { nameEnd } from '../characters';
import type { Dtd } from './dtd/dtd';
import type { XmlProblem } from '../problem';
import { replaceCharacterReferences } from './entityReferences';
import type { XmlAttribute, XmlElement, XmlNode } from '../tree';

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
const xmlnsNamespace = 'http://www.w3.org/2000/xmlns/';
const predefined: ReadonlyMap<string, string> = new Map([
	['&lt;', '<'],
	['&gt;', '>'],
	['&quot;', '"'],
	['&apos;', "'"],
	['&amp;', '&'],
]);

/** Reports what XML allows but XML with namespaces does not. */
export function checkNamespaces(
	text: string,
	children: readonly XmlNode[],
	dtd: Dtd,
	report: (problem: XmlProblem) => void,
): void {
	new NamespaceCheck(text, dtd, report).check(children);
}

class NamespaceCheck {
	/** The namespaces of each prefix in the elements around, innermost last. */
	private readonly scope = new Map<string, string[]>([['xml', [xmlNamespace]]]);
	/** Prefixes that are undeclared; once is enough. */
	private readonly reported = new Set<string>();

	constructor(
		private readonly text: string,
		private readonly dtd: Dtd,
		private readonly report: (problem: XmlProblem) => void,
	) {}

	check(children: readonly XmlNode[]): void {
		const open = [{ nodes: children.values(), prefixes: [] as readonly string[] }];
		for (let around = open.at(-1); around; around = open.at(-1)) {
			const { value: node, done } = around.nodes.next();
			if (done) {
				this.leave(around.prefixes);
				open.pop();
			} else if (node.kind === 'element') {
				const prefixes = this.enter(node);
				if (node.children.length > 0) {
					open.push({ nodes: node.children.values(), prefixes });
				} else {
					this.leave(prefixes);
				}
			}
		}
	}

	private leave(prefixes: readonly string[]): void {
		for (const prefix of prefixes) {
			this.scope.get(prefix)?.pop();
		}
	}

	/** Checks a start tag; gives the prefixes that it declares. */
	private enter(element: XmlElement): readonly string[] {
		const isConcerned = this.dtd.namespaces.size > 0 || element.attributes.some(isOfNamespaces);
		const prefixes = isConcerned ? this.declare(element) : none;
		this.checkName(element.name, element.nameStart);
		if (isConcerned) {
			this.checkAttributes(element);
		}
		return prefixes;
	}

	private checkAttributes(element: XmlElement): void {
		const names = new Map<string, string>();
		for (const { name, start } of element.attributes) {
			const colon = name.indexOf(':');
			if (colon === -1 || name.startsWith('xmlns:')) {
				continue;
			}
			const namespace = this.checkName(name, start);
			const expanded = `${namespace ?? name} ${name.slice(colon + 1)}`;
			const other = names.get(expanded);
			if (other !== undefined && other !== name) {
				const end = start + name.length;
				this.report({ code: 'attribute-repeated-by-prefix', attribute: name, other, start, end });
			}
			names.set(expanded, name);
		}
	}

	private declare(element: XmlElement): readonly string[] {
		const prefixes: string[] = [];
		const declare = (name: string, value: string) => {
			const prefix = name.slice('xmlns:'.length);
			const namespaces = this.scope.get(prefix) ?? [];
			namespaces.push(value);
			this.scope.set(prefix, namespaces);
			prefixes.push(prefix);
		};
		for (const [name, value] of this.dtd.namespaces.get(element.name) ?? []) {
			declare(name, this.normalized(value));
		}
		for (const attribute of element.attributes) {
			if (attribute.name === 'xmlns' || attribute.name.startsWith('xmlns:')) {
				const { innerStart = 0, innerEnd = 0 } = attribute.value ?? {};
				const namespace = this.normalized(this.text.slice(innerStart, innerEnd));
				this.checkDeclaration(attribute, namespace);
				declare(attribute.name, namespace);
			}
		}
		return prefixes;
	}

	private checkDeclaration({ name, start, nameEnd: end, value }: XmlAttribute, namespace: string): void {
		const prefix = name.slice('xmlns:'.length);
		const isReserved =
			prefix === 'xmlns' ||
			(prefix === 'xml') !== (namespace === xmlNamespace) ||
			namespace === xmlnsNamespace;
		if (!value) {
			return;
		}
		if (name !== 'xmlns' && !isLocalName(prefix)) {
			this.reportName(name, start);
		} else if (isReserved) {
			this.report({ code: 'prefix-reserved', prefix: prefix || 'xmlns', start, end });
		} else if (prefix && !namespace) {
			this.report({ code: 'prefix-without-namespace', prefix, start, end });
		}
	}

	/** The namespace of a name's prefix, if it has one that is declared. */
	private checkName(name: string, start: number): string | undefined {
		const colon = name.indexOf(':');
		if (colon === -1) {
			return undefined;
		}
		const prefix = name.slice(0, colon);
		if (!prefix || !isLocalName(name.slice(colon + 1))) {
			this.reportName(name, start);
			return undefined;
		}
		const end = start + prefix.length;
		if (prefix === 'xmlns') {
			this.report({ code: 'prefix-reserved', prefix, start, end });
			return undefined;
		}
		const namespace = this.scope.get(prefix)?.at(-1);
		if (namespace === undefined && !this.reported.has(prefix)) {
			this.reported.add(prefix);
			this.report({ code: 'prefix-undeclared', prefix, start, end });
		}
		return namespace;
	}

	private reportName(name: string, start: number): void {
		this.report({ code: 'qualified-name-malformed', name, start, end: start + name.length });
	}

	/** What a parser would compare. A reference to a declared entity stays what it is. */
	private normalized(value: string): string {
		return replaceCharacterReferences(value.replace(/[\t\r\n]/g, ' ')).replace(
			/&(?:lt|gt|quot|apos|amp);/g,
			reference => predefined.get(reference) ?? reference,
		);
	}
}

const none: readonly string[] = [];

/** Whether an element with an attribute or a name like this one is checked. */
export const isOfNamespaces = ({ name }: { readonly name: string }) => name === 'xmlns' || name.includes(':');

const isLocalName = (name: string) => !name.includes(':') && nameEnd(name, 0) === name.length && name !== '';
