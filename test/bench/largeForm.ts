/**
 * A form as long as one likes; its labels are `L0`, `L1` and so on in each section, and those of the sections.
 * @param more what else stands on each field
 */
export function largeForm(sections: number, fields: number, more = ''): string {
	const lines = Array.from({ length: sections }, (_, section) => [
		`\t\t<Section name="s${section}" label="sectionLabel_${section}">`,
		...Array.from(
			{ length: fields },
			(_, field) => `<Field name="f${section}_${field}" displayName="L${field}"${more}/>`,
		),
		'\t\t</Section>',
	]);
	return [
		'<Form xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd" type="SourceConfig" name="Bench">',
		'\t<BaseConfig></BaseConfig>',
		'\t<Menu name="m" label="menuLabel">',
		...lines.flat(),
		'\t</Menu>',
		'</Form>',
	].join('\n');
}
