/** Parts of source-templates that are written as those of real connectors are, with words of our own. */

const escaped = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** `name: type flags`, one a line; the flags are attributes that are true, or `key=value`. */
export function attributeDefinitions(lines: string, describe = true): string {
	return lines
		.trim()
		.split(/\s*\n\s*/)
		.map(line => {
			const [, name = '', type = 'string', flags = ''] = /^(.+?)(?:: (\w+)(.*))?$/.exec(line) ?? [];
			const more = flags
				.trim()
				.split(' ')
				.filter(Boolean)
				.map(flag => (flag.includes('=') ? flag.replace(/=(.*)/, '="$1"') : `${flag}="true"`));
			const tag = ['AttributeDefinition', `name="${name}"`, `type="${type}"`, ...more].join(' ');
			return describe
				? `<${tag}>\n<Description>The ${escaped(name)} of the object</Description>\n</AttributeDefinition>`
				: `<${tag}/>`;
		})
		.join('\n');
}

export function schema(tag: string, definitions: string, more = ''): string {
	return `<Schema ${tag}>\n${more}${definitions}\n</Schema>`;
}

/** Keys with values; `''` has neither a value nor a child, as in many exports. */
export function attributes(entries: Readonly<Record<string, string>>): string {
	const lines = Object.entries(entries).map(([key, value]) => {
		if (value.startsWith('<')) {
			return `<entry key="${key}">\n<value>\n${value}\n</value>\n</entry>`;
		}
		return value === '' ? `<entry key="${key}"/>` : `<entry key="${key}" value="${value}"/>`;
	});
	return `<Attributes>\n<Map>\n${lines.join('\n')}\n</Map>\n</Attributes>`;
}

export function reference(element: string, kind: string, name: string): string {
	return `<${element}>\n<Reference class="sailpoint.object.${kind}" id="2c91808" name="${name}"/>\n</${element}>`;
}

export function script(element: string, source: string): string {
	return `<${element}>\n<Source><![CDATA[\n${source}\n]]></Source>\n</${element}>`;
}

export const application = (tag: string, ...parts: readonly string[]) =>
	`<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE Application PUBLIC "sailpoint.dtd" "sailpoint.dtd">
<Application ${tag}>
${parts.join('\n')}
</Application>
`;

/** The attributes of a person in a directory: many, and alike from product to product. */
export const directoryAttributes = `
cn
sn
givenName
initials
displayName
employeeNumber
employeeType
mail
telephoneNumber
mobile
facsimileTelephoneNumber
homePhone
l
st
street
postalCode
postalAddress
c
o
ou
title
description
departmentNumber
manager: string correlationKey=2
memberOf: string entitlement group managed multi schemaObjectType=group
objectClass: string multi
uid: string correlationKey=1 required
userAccountControl: int
pwdLastSet: long
accountExpires: date
lockedOut: boolean
objectSid: string indexed`;
