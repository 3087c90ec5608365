import type { SampleTenant } from '../../src/sample/server/sampleTenant';

export function field(name: string, more = ''): string {
	return `<Field name="${name}" displayName="${name}" type="text" ${more}/>`;
}

export function form(...fields: readonly string[]): string {
	return `<Form xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd"><BaseConfig><Section name="s">${fields.join('')}</Section></BaseConfig></Form>`;
}

/** What a source holds that nobody may see. */
export const secret = 'plain-text-of-a-secret';

/** Gives a tenant a connector with a form of a host and a port, and two sources of it: "North" with both, "South" without a port. */
export function addFormWithSources(
	sample: SampleTenant,
	{ scriptName, name }: { readonly scriptName: string; readonly name: string },
): void {
	sample.add({
		...sample.connector('jdbc-angularsc'),
		scriptName,
		name,
		custom: true,
		sourceConfig: Buffer.from(form(field('host'), field('port'))),
	});
	for (const { id, fields } of sample.sources) {
		if (fields.name === 'North' || fields.name === 'South') {
			sample.removeSource(id);
		}
	}
	sample.createSource({
		name: 'North',
		connector: scriptName,
		values: { host: 'n.example.com', port: '99', token: secret },
	});
	sample.createSource({
		name: 'South',
		connector: scriptName,
		values: { host: 's.example.com', port: undefined },
	});
}
