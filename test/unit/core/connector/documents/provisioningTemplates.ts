import { application, attributeDefinitions, attributes, schema, script } from './templateParts';

const tag = (name: string) => `connector="a.B" featuresString="PROVISIONING" name="${name}" type="${name}"`;
const schemas = `<Schemas>${schema(
	'objectType="account" nativeObjectType="user" identityAttribute="login" displayAttribute="login"',
	attributeDefinitions(
		'login\nmail\nexpires: date\nlicences: int\nquota: long\nactive: boolean\ngroups: string multi',
	),
)}</Schemas>`;

const field = (name: string, more = '', inside = '') =>
	`<Field displayName="con_prov_policy_${name}" helpKey="help_con_prov_policy_${name}" name="${name}" reviewRequired="true" ${more}${inside ? `>\n${inside}\n</Field>` : '/>'}`;

const form = (type: string, ...parts: readonly string[]) =>
	`<Form name="${type} Account" objectType="account" type="${type}">\n${parts.join('\n')}\n</Form>`;

const forms = (...all: readonly string[]) => `<ProvisioningForms>\n${all.join('\n')}\n</ProvisioningForms>`;

const withForms = (name: string, ...all: readonly string[]) => application(tag(name), schemas, forms(...all));

/** Of every shape that a field has. */
export const provisioningTemplates: Readonly<Record<string, string>> = {
	'a form with sections': withForms(
		'Sectioned',
		form(
			'Create',
			attributes({ pageTitle: 'con_form_title_create', readOnly: '<Boolean>false</Boolean>' }),
			'<Description>Asks for what a new account needs</Description>',
			`<Section label="con_form_section_main" name="main">\n${attributes({ hideLabel: '' })}\n${field('login', 'required="true" section="main" type="string"')}\n</Section>`,
			field('mail', 'type="string" value="%%USER%%@example.com"'),
		),
	),
	'a form for every kind of change': withForms(
		'Changing',
		...['Create', 'Update', 'Enable', 'Disable', 'Delete', 'Unlock', 'ChangePassword'].map(type =>
			form(type, field('login', 'type="string"')),
		),
	),
	'fields of every type': withForms(
		'Typed',
		form(
			'Create',
			...['string', 'secret', 'boolean', 'date', 'ManagedAttribute', 'int', 'long'].map((type, index) =>
				field(
					['login', 'mail', 'active', 'expires', 'groups', 'licences', 'quota'][index] ?? '',
					`type="${type}" multi="true" filterString="type == &quot;x&quot;"`,
				),
			),
		),
	),
	'allowed values': withForms(
		'Choosing',
		form(
			'Create',
			field(
				'licences',
				'type="int"',
				'<AllowedValues>\n<String>1</String>\n<String>2</String>\n</AllowedValues>',
			),
			field(
				'groups',
				'dynamic="true" postBack="true" dependencies="login,mail" type="string"',
				'<AllowedValuesDefinition>\n<Value>\n<List>\n<String>a</String>\n</List>\n</Value>\n</AllowedValuesDefinition>',
			),
		),
	),
	'scripts and rules': withForms(
		'Scripted',
		form(
			'Create',
			field('login', 'type="string"', script('Script', 'if (a < b && c) {\n\treturn "x";\n}')),
			field(
				'mail',
				'type="string"',
				'<RuleRef>\n<Reference class="sailpoint.object.Rule" name="Mail"/>\n</RuleRef>',
			),
			field('quota', 'type="long"', script('ValidationScript', 'return value > 0;')),
			field(
				'expires',
				'type="date"',
				`${attributes({ format: 'dd.MM.yyyy' })}\n${script('Script', 'return null;')}`,
			),
		),
	),
	'fields that nobody sees or changes': withForms(
		'Quiet',
		form(
			'Update',
			field(
				'login',
				'displayOnly="true" readOnly="true" hidden="false" template="T" application="A" type="string"',
			),
			field(
				'active',
				'defaultValue="true" hidden="true" type="boolean"',
				'<DefaultValue>\n<Boolean>true</Boolean>\n</DefaultValue>',
			),
			field(
				'mail',
				'type="string"',
				`<OwnerDefinition>\n${script('Script', 'return "owner";')}\n</OwnerDefinition>`,
			),
		),
	),
	'plans that are prepared': application(
		tag('Planned'),
		schemas,
		`<ProvisioningConfig deleteToDisable="true" noPermissions="true" metaUser="false" universalManager="false" optimisticProvisioning="true">\n${script('PlanInitializerScript', 'plan.add(x);')}\n${script('ClusterScript', 'return "a";')}\n<ManagedResource/>\n</ProvisioningConfig>`,
	),
	'values that are calculated': application(
		tag('Calculated'),
		attributes({
			now: `<DynamicValue>\n${script('Script', 'return new Date();')}\n</DynamicValue>`,
			rule: '<DynamicValue>\n<RuleRef>\n<Reference class="sailpoint.object.Rule" name="R"/>\n</RuleRef>\n</DynamicValue>',
			filter: '<List>\n<Filter operation="LIKE" property="login" matchMode="START" value="a"/>\n</List>',
			many: `<Filter operation="IN" property="login">\n<Value>\n<List>\n<String>a</String>\n</List>\n</Value>\n</Filter>`,
		}),
		schemas,
	),
};
