import type { Connector } from '../../api/connector';
import { documentFiles, type DocumentPart } from '../../remote/documentPath';
import { textProblem, type LanguageChecks, type TextProblem } from '../../remote/textProblem';
import { nameKey, type ConnectorAbout, type ConnectorBundle, type Proof } from '../archive/bundle';
import { contentHash } from '../copy/contentHash';

/** How a document of a bundle stands to the one in the tenant. */
export type DocumentState =
	/** The tenant has this very text. */
	| 'same'
	/** The tenant has another text. */
	| 'changed'
	/** The tenant does not have the document. */
	| 'new'
	/** Only the tenant has the document. */
	| 'missing';

export interface PlannedDocument {
	readonly part: DocumentPart;
	readonly state: DocumentState;
	readonly source: Uint8Array | undefined;
	/** What the tenant had when the plan was made. */
	readonly present: Uint8Array | undefined;
	/** Where `source` or `present` is what a detail says: how to get the document's own bytes. */
	readonly proofs: { readonly source: Proof | undefined; readonly present: Proof | undefined };
	/** Why a save would refuse the text, if it would. */
	readonly problem: TextProblem | undefined;
}

/** Why a connector cannot be created from a bundle. */
export type CreationObstacle = 'no class name';

/** What bringing a bundle to a tenant would do, document by document. */
export interface PlannedConnector {
	readonly bundle: ConnectorBundle;
	readonly tenant: string;
	/** Undefined for a connector that would have to be created first. */
	readonly scriptName: string | undefined;
	readonly obstacle: CreationObstacle | undefined;
	/** What the tenant calls the connector, if it is there. */
	readonly presentName: string | undefined;
	/** What differs, and cannot be changed once a connector is there. */
	readonly differences: readonly (keyof ConnectorAbout)[];
	readonly documents: readonly PlannedDocument[];
}

/** A connector that a tenant has. */
export interface PresentConnector {
	readonly scriptName: string;
	readonly bundle: ConnectorBundle;
}

/** @param present what the tenant has already under the bundle's name */
export function planConnector(
	bundle: ConnectorBundle,
	tenant: string,
	present: PresentConnector | undefined,
	checks: LanguageChecks,
): PlannedConnector {
	const texts = present?.bundle.texts ?? new Map<DocumentPart, Uint8Array>();
	const parts = new Set([...bundle.texts.keys(), ...texts.keys()]);
	return {
		bundle,
		tenant,
		scriptName: present?.scriptName,
		presentName: present?.bundle.about.name,
		obstacle: present || bundle.about.className !== undefined ? undefined : 'no class name',
		differences: present ? differencesOf(bundle.about, present.bundle.about) : [],
		documents: [...parts].sort(byPlace).map(part => {
			const [source, known] = [bundle.texts.get(part), texts.get(part)];
			return {
				part,
				state: stateOf(part, source, known),
				source,
				present: known,
				proofs: { source: bundle.proofOf?.(part), present: present?.bundle.proofOf?.(part) },
				problem: source && textProblem(part, source, known, checks),
			};
		}),
	};
}

/** The connector of a tenant that a bundle is about: the one of this script name if it is known, else the one of its name. */
export function findConnector<T extends Pick<Connector, 'name' | 'scriptName'>>(
	connectors: readonly T[],
	{ name, scriptName }: { readonly name: string; readonly scriptName?: string | undefined },
): T | undefined {
	return (
		connectors.find(each => each.scriptName === scriptName) ??
		connectors.find(each => each.name === name) ??
		connectors.find(each => isSameName(each.name, name))
	);
}

/** The service ignores upper and lower case in names. */
export function isSameName(one: string, other: string): boolean {
	return nameKey(one) === nameKey(other);
}

/** The tenant's connector has the script name of the bundle's, and a name of its own: it may well be another connector. */
export function hasOtherName({ bundle, presentName }: PlannedConnector): boolean {
	return presentName !== undefined && !isSameName(presentName, bundle.about.name);
}

/** The script name that the service usually makes of a connector's name; no rule is documented. */
export function likelyScriptName(name: string): string {
	const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
	return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

function stateOf(
	part: DocumentPart,
	source: Uint8Array | undefined,
	present: Uint8Array | undefined,
): DocumentState {
	if (!source) {
		return 'missing';
	}
	return !present ? 'new' : contentHash(part, source) === contentHash(part, present) ? 'same' : 'changed';
}

function differencesOf(one: ConnectorAbout, other: ConnectorAbout): (keyof ConnectorAbout)[] {
	const keys: readonly (keyof ConnectorAbout)[] = ['name', 'type', 'className', 'directConnect', 'status'];
	return keys.filter(key => one[key] !== undefined && one[key] !== other[key]);
}

const order: readonly DocumentPart[] = Object.values(documentFiles);

/** In the order in which the tree shows them, the translations last, `en` first among those. */
function byPlace(one: DocumentPart, other: DocumentPart): number {
	const rank = (part: DocumentPart) => {
		const place = order.indexOf(part);
		return place >= 0 ? String(place) : `${order.length}${part === 'translations/en' ? '' : part}`;
	};
	return rank(one) < rank(other) ? -1 : 1;
}
