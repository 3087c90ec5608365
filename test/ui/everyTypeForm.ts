import { startSampleTenant, type SampleTenant } from '../../src/sample/server/sampleTenant';

/** A form with every type of field, with conditions, and with scripts that must not run. */
export const everyTypeXml = `<?xml version="1.0" encoding="UTF-8"?>
<Form xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd" type="SourceConfig" name="Every Type" shortDesc="ShortDesc">
	<BaseConfig>
		<Field name="cloudId" displayName="Cloud_ID" type="text" required="true" placeholder="placeHolder_cloudId"/>
	</BaseConfig>
	<Menu name="connection" label="menuLabel_connection">
		<Section name="simple" label="sectionLabel_simple" sectionInfo="sectionInfo_simple" docLink="https://docs.example.com/guide" docLinkLabel="docLinkLabel_guide">
			<Field name="aText" displayName="A_Text" type="text" defaultValue="as it begins"/>
			<Field name="aUrl" displayName="A_URL" type="url"/>
			<Field name="aNumber" displayName="A_Number" type="number" defaultValue="7"/>
			<Field name="aSecret" displayName="A_Secret" type="secret" required="true"/>
			<Field name="aTextarea" displayName="A_Textarea" type="textarea"/>
			<Field name="aSecretTextarea" displayName="A_Secret_Textarea" type="secrettextarea"/>
			<Field name="aBoolean" displayName="A_Boolean" type="boolean"/>
			<Field name="aCheckbox" displayName="A_Checkbox" type="checkbox" defaultValue="true"/>
			<Field name="aToggle" displayName="A_Toggle" type="toggle"/>
			<Field name="aRadio" displayName="A_Radio" type="radio" defaultValue="one">
				<AllowedValues><Option label="One" value="one"/><Option label="Two" value="two"/></AllowedValues>
			</Field>
			<Field name="onlyForTwo" displayName="Only_For_Two" type="text" parentKey="aRadio" parentValue="two"/>
			<Field name="aSelect" displayName="A_Select" type="select">
				<AllowedValues><Option label="Red" value="red"/><Option label="Green" value="green"/></AllowedValues>
			</Field>
			<Field name="aList" displayName="A_List" type="list"/>
			<Field name="aKeyValue" displayName="A_KeyValue" type="keyValue"/>
			<Field name="aCardList" displayName="A_CardList" type="cardList"/>
			<Field name="aFile" displayName="A_File" type="fileupload" maxFiles="1" maxSize="16" supportedExtensions=".pem"/>
			<Field name="aHidden" displayName="A_Hidden" type="text" hidden="true" value="out of sight"/>
			<Field name="aRiddle" displayName="A_Riddle" type="hologram" helpKey="help_riddle"/>
		</Section>
		<Section name="evil" label="sectionLabel_evil" sectionInfo="sectionInfo_evil">
			<Field name="evil" displayName="Evil_Label" type="text" defaultValue="&lt;img src=x onerror=&quot;document.title='ran'&quot;&gt;"/>
		</Section>
	</Menu>
	<Menu name="schedule" label="menuLabel_schedule">
		<Section name="times" label="sectionLabel_times">
			<Field name="every" displayName="Every_Hour" type="toggle"/>
		</Section>
	</Menu>
</Form>
`;

const script = '<img src=x onerror="document.title=\'ran\'"><svg onload="document.title=\'ran\'"></svg>';

/** Translations of it, by locale; German lacks some. */
export const everyTypeTexts = {
	en: [
		'# English',
		'ShortDesc=Everything that a form can hold',
		'Cloud_ID=Cloud ID',
		'placeHolder_cloudId=For example 1234',
		'menuLabel_connection=Connection',
		'menuLabel_schedule=Schedule',
		'sectionLabel_simple=All Types',
		'sectionInfo_simple=Read <strong>this</strong> first, <a href="https://docs.example.com">here</a>.',
		'docLinkLabel_guide=The guide',
		'A_Text=A Text',
		'A_URL=An Address',
		'A_Number=A Number',
		'A_Secret=A Secret',
		'A_Textarea=A Long Text',
		'A_Secret_Textarea=A Long Secret',
		'A_Boolean=Yes or No',
		'A_Checkbox=A Check Mark',
		'A_Toggle=A Switch',
		'A_Radio=One of Two',
		'Only_For_Two=Only for Two',
		'A_Select=A Colour',
		'Red=Red',
		'Green=Green',
		'One=One',
		'Two=Two',
		'A_List=Several Texts',
		'A_KeyValue=Keys and Values',
		'A_CardList=Cards',
		'A_File=A File',
		'A_Hidden=Out of Sight',
		'A_Riddle=A Riddle',
		'help_riddle=Nobody knows what this is.',
		'sectionLabel_evil=Scripts',
		`sectionInfo_evil=${script}<script>document.title='ran'</script><a href="javascript:document.title='ran'">click</a> harmless`,
		`Evil_Label=${script}`,
		'sectionLabel_times=Times',
		'Nobody_Uses_It=Not used',
		'',
	].join('\n'),
	de: [
		'# Deutsch',
		'Cloud_ID=Cloud-ID',
		'menuLabel_connection=Verbindung',
		'sectionLabel_simple=Alle Arten',
		'A_Text=Ein Text',
		'A_Number=Eine Zahl',
		'Every_Hour=St\\u00fcndlich',
		'',
	].join('\n'),
};

/** A tenant whose JDBC has that form. */
export async function startEveryTypeTenant(): Promise<SampleTenant> {
	const sample = await startSampleTenant({ rateLimit: false });
	sample.change('jdbc-angularsc', connector => {
		const { en, de } = everyTypeTexts;
		connector.sourceConfig = Buffer.from(everyTypeXml);
		connector.translations = { en: Buffer.from(en), de: Buffer.from(de) };
	});
	return sample;
}
