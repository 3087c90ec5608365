import assert from 'node:assert/strict';
import {
	textOf,
	type ConnectorDocuments,
	type DocumentRange,
} from '../../../../src/core/connector/connectorDocuments';
import { isTranslation, localeOf, type DocumentName } from '../../../../src/core/connector/documentName';
import type { DocumentEdits } from '../../../../src/core/connector/fixes/fix';
import { parseProperties } from '../../../../src/core/properties/parse';
import { applyEdits } from '../../../../src/core/text/textEdit';
import { parseXml } from '../../../../src/core/xml/parse';
import { connectorOf } from './completion/completing';

/** Everything in it fits together. */
export const small = {
	form: `<Form xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd" type="SourceConfig" shortDesc="ShortDesc">
	<Menu name="main" label="menuLabel_main">
		<Section name="access" label="sectionLabel_access">
			<Field name="hostUrl" displayName="HostURL" type="url"/>
			<Field name='auth' displayName='Auth' type='radio' defaultValue='basic'>
				<AllowedValues>
					<Option label="Auth_Basic" value="basic"/>
					<Option label="Auth_Token" value="token"/>
				</AllowedValues>
			</Field>
			<Field name="user" displayName="User" type="text" parentKey="auth" parentValue="basic"/>
			<Field name="useTls" displayName="TLS" type="toggle"/>
			<Field name="port" displayName="Port" type="number" parentKey="useTls" parentValue="true"/>
			<Field name="secret" displayName="Secret" type="secret"/>
		</Section>
	</Menu>
</Form>
`,
	template: `<!DOCTYPE Application PUBLIC "sailpoint.dtd" "sailpoint.dtd">
<Application name="Small">
	<Attributes>
		<Map>
			<entry key="hostUrl" value="https://example.com"/>
			<entry key="auth" value="basic"/>
			<entry key="user" value=""/>
			<entry key="useTls">
				<value>
					<Map>
						<entry key="inner" value="no field"/>
					</Map>
				</value>
			</entry>
			<entry key="port" value="443"/>
		</Map>
	</Attributes>
	<Schemas>
		<Schema objectType="account" identityAttribute="id" displayAttribute="mail" groupAttribute="groups">
			<AttributeDefinition name="id" type="string"/>
			<AttributeDefinition name="mail" type="string"/>
			<AttributeDefinition name="groups" type="string" schemaObjectType="group"/>
		</Schema>
		<Schema objectType="group" identityAttribute="id" displayAttribute="id">
			<AttributeDefinition name="id" type="string"/>
		</Schema>
	</Schemas>
	<ProvisioningForms>
		<Form name="Small Account" objectType="account" type="Create">
			<Field name="mail" displayName="Mail address" type="string"/>
		</Form>
	</ProvisioningForms>
</Application>
`,
	correlation: `<!DOCTYPE CorrelationConfig PUBLIC "sailpoint.dtd" "sailpoint.dtd">
<CorrelationConfig name="Small">
	<AttributeAssignments>
		<Filter operation="EQ" property="email" value="mail"/>
	</AttributeAssignments>
	<DirectAssignments>
		<DirectAssignment>
			<Conditions>
				<Filter operation="LIKE" property="id" value="svc-" matchMode="START"/>
			</Conditions>
		</DirectAssignment>
	</DirectAssignments>
</CorrelationConfig>
`,
	translations: {
		de: text({ HostURL: 'Adresse {0}', Auth: 'Anmeldung' }),
		en: text({ HostURL: 'Host {0}', Auth: 'Log on' }),
	},
};

function text(texts: Readonly<Record<string, string>>): string {
	const keys = ['ShortDesc', 'menuLabel_main', 'sectionLabel_access', 'HostURL', 'Auth', 'Auth_Basic'];
	const others = ['Auth_Token', 'User', 'TLS', 'Port', 'Secret'];
	return [...keys, ...others].map(key => `${key}=${texts[key] ?? `Text of ${key}`}\n`).join('');
}

/** The small connector with other texts in the places of some. */
export function smallWith({ form, template, correlation, en, de }: Changes = {}): ConnectorDocuments {
	return connectorOf({
		form: changed(small.form, form),
		template: changed(small.template, template),
		correlation: changed(small.correlation, correlation),
		translations: { de: changed(small.translations.de, de), en: changed(small.translations.en, en) },
	});
}

type Change = readonly [from: string, to: string];
export type Changes = Partial<Record<'form' | 'template' | 'correlation' | 'en' | 'de', Change>>;

function changed(whole: string, change: Change | undefined): string {
	assert.ok(!change || whole.includes(change[0]), change?.[0]);
	return change ? whole.replace(change[0], () => change[1]) : whole;
}

/** A place as `name: what stands there`, with a little of what is around it. */
export function shown(documents: ConnectorDocuments, { document, start, end }: DocumentRange): string {
	const whole = textOf(documents, document) ?? '';
	const before = /[^\s]*\s?[^\s]*$/.exec(whole.slice(0, start))?.[0] ?? '';
	return `${document}: ${before}[${whole.slice(start, end)}]`;
}

/** The offset in a document behind the first place of `before`. */
export function behind(documents: ConnectorDocuments, name: DocumentName, before: string): number {
	const at = (textOf(documents, name) ?? '').indexOf(before);
	assert.notEqual(at, -1, before);
	return at + before.length;
}

/** The documents with edits made. */
export function edited(documents: ConnectorDocuments, edits: DocumentEdits): ConnectorDocuments {
	const translations = new Map(documents.translations);
	const xml = { ...documents };
	for (const [name, list] of edits) {
		const result = applyEdits(textOf(documents, name) ?? '', list);
		if (isTranslation(name)) {
			translations.set(localeOf(name), parseProperties(result));
		} else {
			Object.assign(xml, { [properties[name]]: parseXml(result) });
		}
	}
	return { ...xml, translations };
}

const properties = {
	'source-config': 'sourceConfig',
	'source-template': 'sourceTemplate',
	'correlation-config': 'correlationConfig',
} as const;
