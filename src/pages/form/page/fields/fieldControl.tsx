import type { FieldValue, PictureField } from '../../../../core/connector/form/formPicture';
import { CardList } from './fieldCards';
import { Radios, Select, Switch } from './fieldChoice';
import { KeyValueList, TextList } from './fieldRows';
import { NumberText, SecretText, SecretTextArea, Text, TextArea } from './fieldText';
import { Upload } from './fieldUpload';

/** What every control is given. */
export interface ControlProperties {
	readonly field: PictureField;
	/** As people know the field. */
	readonly name: string;
	readonly value: FieldValue | undefined;
	readonly ids: { readonly control: string; readonly label: string; readonly describedBy: string };
	readonly mark: string | undefined;
	readonly shown: ReadonlySet<string> | undefined;
	readonly enter: (value: FieldValue) => void;
}

/** Whether a field is filled in with several controls, which its label names together. */
export function isGroup({ control }: PictureField): boolean {
	return ['radio', 'list', 'keyValue', 'cardList', 'fileupload'].includes(control);
}

export function FieldControlOf(properties: ControlProperties) {
	switch (properties.field.control) {
		case 'text':
		case 'url':
		case 'unknown':
			return <Text {...properties} />;
		case 'number':
			return <NumberText {...properties} />;
		case 'secret':
			return <SecretText {...properties} />;
		case 'textarea':
			return <TextArea {...properties} />;
		case 'secrettextarea':
			return <SecretTextArea {...properties} />;
		case 'switch':
			return <Switch {...properties} />;
		case 'radio':
			return <Radios {...properties} />;
		case 'select':
			return <Select {...properties} />;
		case 'list':
			return <TextList {...properties} />;
		case 'keyValue':
			return <KeyValueList {...properties} />;
		case 'cardList':
			return <CardList {...properties} />;
		case 'fileupload':
			return <Upload {...properties} />;
	}
}
