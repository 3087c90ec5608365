const correlation = (inside: string, tag = 'name="Staff"') =>
	`<?xml version='1.0' encoding='UTF-8'?>
<!DOCTYPE CorrelationConfig PUBLIC "sailpoint.dtd" "sailpoint.dtd">
<CorrelationConfig ${tag}>
${inside}
</CorrelationConfig>`;

const assigned = (...filters: readonly string[]) =>
	`<AttributeAssignments>\n${filters.join('\n')}\n</AttributeAssignments>`;

export const correlations: Readonly<Record<string, string>> = {
	'one that closes itself': '<CorrelationConfig name="Nobody"/>',
	'one property in two filters': correlation(
		assigned(
			'<Filter operation="EQ" property="email" value="mail"/>',
			'<Filter ignoreCase="true" operation="EQ" property="email" value="login"/>',
		),
		'created="1388" id="ff80" modified="1399" name="Staff"',
	),
	'one with an owner and places to look': correlation(
		`<Description>Finds people by their mail</Description>
<Owner><Reference class="sailpoint.object.Identity" name="spadmin"/></Owner>
${assigned(...['ANYWHERE', 'START', 'END'].map(mode => `<Filter matchMode="${mode}" operation="LIKE" property="uid" value="login"/>`))}`,
	),
	'one with lists and joins': correlation(
		assigned(
			'<Filter operation="IN" property="department"><Value><List><String>IT</String><String>HR</String></List></Value></Filter>',
			'<Filter operation="CONTAINS_ALL" property="teams"><Value><List><String>a</String></List></Value></Filter>',
			'<Filter joinProperty="Identity.id" operation="LEFT_JOIN" property="manager"/>',
			'<Filter joinProperty="Identity.id" operation="JOIN" property="manager"/>',
			'<Filter operation="IN" property="id" subqueryClass="sailpoint.object.Link" subqueryProperty="identity.id"><SubqueryFilter><Filter operation="EQ" property="x" value="y"/></SubqueryFilter></Filter>',
			'<Filter operation="COLLECTION_CONDITION" property="links"><CollectionCondition><CompositeFilter operation="OR"><Filter operation="NOTNULL" property="a"/><Filter operation="ISEMPTY" property="b"/></CompositeFilter></CollectionCondition></Filter>',
		),
	),
	'one with direct assignments': correlation(
		`<DirectAssignments><DirectAssignment><Conditions><CompositeFilter operation="AND"><Filter operation="ISNULL" property="mail"/><CompositeFilter operation="NOT"><Filter operation="EQ" property="login" value="%%ADMIN%%"/></CompositeFilter></CompositeFilter></Conditions><CorrelatedIdentity><Reference class="sailpoint.object.Identity" name="spadmin"/></CorrelatedIdentity></DirectAssignment></DirectAssignments>`,
	),
};

const form = (tag: string, inside: string) =>
	`<Form xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd" type="SourceConfig" ${tag}>\n${inside}\n</Form>`;

export const forms: Readonly<Record<string, string>> = {
	'a released one': form(
		'connectorName="Staff" directConnect="true" fileUpload="false" name="Staff" shortDesc="ShortDesc" status="released"',
		`<BaseConfig><Field hidden="true" name="cloudExternalId" type="text" value="%%ID%%"/></BaseConfig>
<Menu label="ConnectionSettings" name="connection">
<Section docLink="https://example.com" docLinkLabel="docLinkLabel_1" label="ConnectionSettings" name="s" sectionInfo="SectionInfo_1">
<Field displayName="Auth" name="auth" required="true" type="radio"><AllowedValues><Option label="Basic" value="basic"/><Option label="Token" value="token"/></AllowedValues></Field>
<Field displayName="URL" name="url" parentKey="auth" parentValue="basic" placeholder="placeHolder_url" type="url"/>
<Field displayName="PW" helpKey="help_pw" name="pw" type="password"/>
<Field displayName="Key" maxFiles="1" maxSize="2" name="key" supportedExtensions=".json, .pem" type="fileupload" validateJSON="true"/>
</Section>
</Menu>`,
	),
	'one with a prefix, CRLF and a byte order mark': `\uFEFF<sp:Form xmlns:sp="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd" type="SourceConfig" name="P" status="Released">\r\n<sp:Menu name="m" label="M">\r\n<sp:Section name="s" label="S"><sp:Field name="a" displayName="A" type="%%TYPE%%"/></sp:Section>\r\n</sp:Menu>\r\n</sp:Form>`,
};
