import { all, any, equal, fixed, not, plain } from './builders';
import type { Definition } from './definition';
import { badgeSystemMenus } from './badgeSystemForm';

const account = `
holderId | string | required indexed correlationKey=1 | Number printed on the badge
holderName | string | required | Name printed on the badge
firstName | string | | First name
lastName | string | | Last name
email | string | indexed | E-mail address
personnelNumber | string | indexed | Number of the employee in the HR system
company | string | minable | Company that the person works for
department | string | minable | Department the person works in
hostEmail | string | | E-mail address of the person whom a visitor visits
badgeType | string | minable | Employee, contractor or visitor
badgeState | string | | Active, blocked, lost or returned
cardSerial | string | | Serial number of the chip
pinSet | boolean | | Whether the holder has chosen a PIN
photoTaken | date | | When the photo was taken
issuedOn | date | | When the badge was handed out
validFrom | date | | First day on which doors open
validTo | date | | Last day on which doors open
lastDoor | string | | Door that was opened last
lastSeen | date | | When a door was last opened
site | string | | Site that the holder belongs to
zones | string | entitlement managed multi minable schemaObjectType=group | Zones that the badge opens`;

const group = `
zoneId | string | required indexed | Identifier of the zone
zoneName | string | required | Name of the zone
description | string | | What lies behind the doors
site | string | | Site that the zone is on
building | string | | Building that the zone is in
floor | string | | Floor, counted from 0
parentZone | string | schemaObjectType=group | Zone that surrounds this one
doors | string | multi | Doors that lead into the zone
securityLevel | int | | From 1, open to visitors, to 5, two badges at once
openFrom | string | | Time at which the doors begin to open
openTo | string | | Time at which the doors cease to open
openOnHolidays | boolean | | Whether doors open on public holidays
needsPin | boolean | | Whether doors ask for the PIN too
needsEscort | boolean | | Whether visitors need company
needsTraining | boolean | | Whether a safety training comes first
capacity | int | | How many people may be inside at once
owner | string | | Badge number of the person responsible
approvers | string | multi | Badge numbers of the people who may approve
alarmGroup | string | | Who is called when a door stays open
changedOn | date | | When the zone was last changed`;

/** What a customer's own people have made for their doors; the service gave it a bare UUID for a script name. */
export const badgeSystem: Definition = {
	name: 'Northwind Badge System',
	scriptName: '6f2c1b7e-93d4-4a58-8e0b-2d7f5c9a1e36',
	type: 'custom Northwind Badge System',
	className: 'sailpoint.connector.webservices.WebServicesConnector',
	features: ['PROVISIONING', 'ENABLE', 'SYNC_PROVISIONING'],
	directConnect: true,
	fileUpload: true,
	status: 'RELEASED',
	custom: true,
	category: 'facilities',
	labels: ['custom', 'facilities', 'web services'],
	platform: 'saas',
	shortDesc: 'ShortDesc_badges',
	base: [fixed('formVersion', '1')],
	menus: badgeSystemMenus,
	attributes: {
		serviceUrl: 'https://badges.northwind.example.com/api',
		requestHeaders: { Accept: 'application/json', 'Accept-Language': 'en' },
		sites: ['Lyon', 'Sevilla', 'Würzburg'],
		scopes: ['holders.read', 'holders.write', 'zones.read'],
		extraEndpoints: [
			{ name: 'Block badge', path: '/holders/{id}/block', method: 'POST', enabled: true, timeout: 5 },
			{ name: 'Doors of a zone', path: '/zones/{id}/doors', method: 'GET', enabled: false, timeout: 20 },
		],
		recipients: ['reception@northwind.example.com'],
	},
	schemas: [
		{
			objectType: 'account',
			nativeObjectType: 'holder',
			identityAttribute: 'holderId',
			displayAttribute: 'holderName',
			more: { groupAttribute: 'zones', includePermissions: 'false' },
			attributes: account,
		},
		{
			objectType: 'group',
			nativeObjectType: 'zone',
			identityAttribute: 'zoneId',
			displayAttribute: 'zoneName',
			more: { hierarchyAttribute: 'parentZone', featuresString: 'PROVISIONING', aggregationType: 'group' },
			attributes: group,
		},
	],
	asked: ['holderName', 'email', 'company', 'badgeType', 'validFrom', 'validTo'],
	correlation: {
		filters: [
			any(equal('employeeNumber', 'personnelNumber'), equal('email', 'email', { ignoreCase: true })),
			all(
				equal('firstname', 'firstName', { ignoreCase: true }),
				equal('lastname', 'lastName', { ignoreCase: true }),
				not({ operation: 'NE', property: 'company', value: 'company' }),
			),
		],
		direct: [
			{
				conditions: [
					all(
						{ operation: 'EQ', property: 'badgeType', value: 'visitor' },
						{ operation: 'ISNULL', property: 'hostEmail' },
					),
				],
				identity: 'reception.desk',
			},
		],
	},
	layout: plain,
	translations: [
		{ locale: 'en' },
		{
			locale: 'fr',
			escaped: true,
			without: [
				'sectionInfo_notifications',
				'help_rootPath',
				'Notify',
				'Recipients',
				'Message',
				'Badge_Layout',
				'Layout_portrait',
				'Layout_landscape',
				'Cursor_Field',
				'Requests_Per_Minute',
			],
		},
		{ locale: 'de', wrapped: true },
		{ locale: 'es', separator: ' ' },
	],
};
