import type { XmlName } from '../../connector/documentName';
import type { ConnectorAbout } from '../archive/bundle';

/** A well-formed text to begin a document with, for a connector that the service has given none. */
export function startingText(part: XmlName, about: ConnectorAbout): string {
	const name = quoted(about.name);
	const type = quoted(about.type ?? `custom ${about.name}`);
	switch (part) {
		case 'source-config':
			return `<?xml version="1.0" encoding="UTF-8"?>
<Form xmlns="http://www.sailpoint.com/xsd/sailpoint_form_2_0.xsd" connectorName=${type} directConnect="${String(about.directConnect ?? true)}" name=${name} status="released" type="SourceConfig">
	<BaseConfig/>
	<Menu label="menuLabel_Connection" name="Connection Settings">
		<Section label="sectionLabel_Connection" name="Connection Settings"/>
	</Menu>
</Form>
`;
		case 'source-template':
			return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE Application PUBLIC "sailpoint.dtd" "sailpoint.dtd">
<Application connector=${quoted(about.className ?? '')} name=${name} type=${type}>
	<Attributes>
		<Map/>
	</Attributes>
</Application>
`;
		case 'correlation-config':
			return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE CorrelationConfig PUBLIC "sailpoint.dtd" "sailpoint.dtd">
<CorrelationConfig name=${quoted(`${about.name} Account Correlation Config`)}>
	<AttributeAssignments/>
</CorrelationConfig>
`;
	}
}

/** As the value of an attribute. */
function quoted(text: string): string {
	return `"${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"`;
}
