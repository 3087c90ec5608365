import type { HtmlProblem } from '../text/html/htmlProblems';
import type { DocumentRange } from './connectorDocuments';

/** What does not fit together in a connector's documents: its place, its code and the names that a sentence needs. */
export type ConnectorProblem = DocumentRange &
	(LabelProblem | TextProblem | FormProblem | SchemaProblem) & {
		/** Places that a reader wants to see beside it. */
		readonly related?: readonly DocumentRange[];
	};

/** Every `code` that a problem can have. */
export type ConnectorProblemCode = ConnectorProblem['code'];
export type Severity = 'error' | 'warning' | 'information' | 'hint';

type LabelProblem =
	/** No translation for a label key: none in `en`, or in any locale where there is no `en`. */
	| { readonly code: 'label-untranslated'; readonly key: string; readonly hasEnglish: boolean }
	/** A translation that the form does not use. */
	| { readonly code: 'translation-unused'; readonly key: string; readonly locale: string }
	/** A locale without keys that others have and the form uses. */
	| { readonly code: 'locale-incomplete'; readonly locale: string; readonly missing: readonly string[] }
	/** An entry without effect, since a later one has its key. */
	| { readonly code: 'key-repeated'; readonly key: string; readonly locale: string }
	/** Letters that are not escaped, in a file where most others are. */
	| { readonly code: 'letter-unescaped'; readonly letters: string; readonly locale: string };

type TextProblem = { readonly key: string; readonly locale: string } & (
	| {
			readonly code: 'html-broken';
			/** With places in the decoded text. */
			readonly html: HtmlProblem;
	  }
	| {
			readonly code: 'placeholder-differs';
			readonly placeholder: string;
			/** `en` has it and this text has not; or the other way round. */
			readonly isMissing: boolean;
	  }
);

type FormProblem =
	/** A condition on a field that is not there; undefined if it names none. */
	| { readonly code: 'parent-key-unknown'; readonly name: string | undefined }
	/** A condition on a value that the other field cannot have. */
	| { readonly code: 'parent-value-unknown'; readonly name: string; readonly value: string }
	/** A second field of a name: the two share one value. */
	| { readonly code: 'field-name-repeated'; readonly name: string }
	| { readonly code: 'field-without-entry'; readonly name: string }
	| { readonly code: 'entry-without-field'; readonly name: string }
	/** The service takes forms of one namespace only; undefined if the form has none. */
	| { readonly code: 'xsd-version'; readonly namespace: string | undefined };

type SchemaProblem =
	/** A correlation by an attribute that the account schema does not have. */
	| { readonly code: 'correlation-attribute-unknown'; readonly name: string }
	/** The source-template's correlation has another name than the correlation-config. */
	| { readonly code: 'correlation-name-differs'; readonly name: string; readonly ownName: string }
	/** A Schema that names an attribute that it does not have. */
	| {
			readonly code: 'schema-attribute-unknown';
			readonly name: string;
			/** Such as `identityAttribute`. */
			readonly role: string;
			readonly objectType: string;
	  }
	/** An attribute whose values are objects of a schema that is not there. */
	| { readonly code: 'schema-object-type-unknown'; readonly name: string };

/** How serious problems of a code usually are, unless people have set it otherwise. */
export const usualSeverity: Readonly<Record<ConnectorProblemCode, Severity>> = {
	'label-untranslated': 'hint',
	'translation-unused': 'information',
	'locale-incomplete': 'information',
	'key-repeated': 'warning',
	'letter-unescaped': 'information',
	'html-broken': 'warning',
	'placeholder-differs': 'warning',
	'parent-key-unknown': 'warning',
	'parent-value-unknown': 'warning',
	'field-name-repeated': 'warning',
	'field-without-entry': 'information',
	'entry-without-field': 'information',
	'xsd-version': 'error',
	'correlation-attribute-unknown': 'warning',
	'correlation-name-differs': 'warning',
	'schema-attribute-unknown': 'warning',
	'schema-object-type-unknown': 'warning',
};

/** Roles that name no attribute in many connectors that work. */
const oftenUnknown: ReadonlySet<string> = new Set([
	'displayAttribute',
	'groupMemberAttribute',
	'memberAttribute',
]);

/** How serious this one is, unless people have set it otherwise. */
export function usualSeverityOf(problem: ConnectorProblem): Severity {
	return problem.code === 'schema-attribute-unknown' && oftenUnknown.has(problem.role)
		? 'information'
		: usualSeverity[problem.code];
}
