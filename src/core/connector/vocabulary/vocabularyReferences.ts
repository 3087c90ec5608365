import { flag, own, reference, type Vocabulary } from './words';

/** The class of the object that an element refers to. */
const referenceClasses: Readonly<Record<string, string>> = {
	AccountCorrelationConfig: 'sailpoint.object.CorrelationConfig',
	Owner: 'sailpoint.object.Identity',
	Remediators: 'sailpoint.object.Identity',
	PolicyRef: 'sailpoint.object.PasswordPolicy',
	ProxyApplication: 'sailpoint.object.Application',
	AssignedScope: 'sailpoint.object.Scope',
	RuleRef: 'sailpoint.object.Rule',
	CustomizationRule: 'sailpoint.object.Rule',
	ManagedAttributeCustomizationRule: 'sailpoint.object.Rule',
	CorrelationRule: 'sailpoint.object.Rule',
	ManagerCorrelationRule: 'sailpoint.object.Rule',
	CreationRule: 'sailpoint.object.Rule',
};

/** How a source-template refers to other objects. */
export const referenceVocabulary: Vocabulary = {
	AccountCorrelationConfig: reference,
	Owner: reference,
	CorrelationRule: reference,
	ManagerCorrelationRule: reference,
	CreationRule: reference,
	CustomizationRule: reference,
	ManagedAttributeCustomizationRule: reference,
	Remediators: reference,
	ProxyApplication: reference,
	AssignedScope: reference,
	ApplicationScorecard: {
		children: ['Attributes'],
		isOftenEmpty: true,
		attributes: {
			id: own,
			created: own,
			modified: own,
			compositeScore: own,
			incomplete: flag,
		},
	},
	PasswordPolicies: { children: ['PasswordPolicyHolder'], attributes: {} },
	PasswordPolicyHolder: { children: ['PolicyRef'], attributes: {} },
	PolicyRef: reference,
	Reference: {
		children: [],
		attributes: {
			class: {
				values: [...new Set(Object.values(referenceClasses))],
				inSnippet: true,
				usualIn: referenceClasses,
			},
			id: own,
			name: { inSnippet: true, own: true },
		},
	},
};
