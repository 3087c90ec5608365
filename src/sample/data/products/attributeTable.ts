/** A flag is another attribute of the `AttributeDefinition`: `multi` is `multi="true"`. */
export type Attribute = readonly [type: string, flags: string, description: string];

const rows = {
	id: ['string', 'required', 'Identifier that never changes'],
	userName: ['string', 'required indexed', 'Name for logging on'],
	displayName: ['string', '', 'Name as other people see it'],
	firstName: ['string', '', 'First name'],
	lastName: ['string', '', 'Last name'],
	email: ['string', 'indexed', 'E-mail address'],
	employeeNumber: ['string', 'indexed', 'Number of the employee in the HR system'],
	department: ['string', 'minable', 'Department the person works in'],
	title: ['string', 'minable', 'Job title'],
	manager: ['string', '', 'Who the person reports to'],
	location: ['string', 'minable', 'Place of work'],
	costCenter: ['string', '', 'Cost center that pays for the person'],
	phone: ['string', '', 'Telephone number at work'],
	active: ['boolean', '', 'Whether the account can be used'],
	startDate: ['date', '', 'First day of work'],
	endDate: ['date', '', 'Last day of work'],
	lastLogin: ['date', '', 'Last time the person logged on'],
	uid: ['int', 'required', 'Number that files know the owner by'],
	homeDirectory: ['string', '', 'Where the own files are'],
	shell: ['string', '', 'Program that starts at logon'],
	badgeNumber: ['string', 'indexed', 'Number printed on the badge'],
	plan: ['string', '', 'Subscription that the person uses'],
	groups: [
		'string',
		'entitlement managed multi minable schemaObjectType=group',
		'Groups that the account is in',
	],
	roles: ['string', 'entitlement managed multi minable', 'Roles that the account holds'],
	profile: ['string', 'entitlement managed minable', 'Profile that says what the account may do'],
	licenses: ['string', 'entitlement managed multi', 'Licenses given to the person'],
	permissions: ['string', 'entitlement multi', 'What the account may do'],
} satisfies Record<string, Attribute>;

export type AttributeName = keyof typeof rows;

/** What accounts of the products have. */
export const accountAttributes: Readonly<Record<AttributeName, Attribute>> = rows;

/** The group schema of every product that has groups. */
export const groupAttributes: Readonly<Record<string, Attribute>> = {
	id: ['string', 'required', 'Identifier that never changes'],
	name: ['string', 'required indexed', 'Name of the group'],
	description: ['string', '', 'What the group is good for'],
	owner: ['string', '', 'Who is responsible for the group'],
};
