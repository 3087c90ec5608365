import type { XmlDoctype, XmlElement, XmlEndTag, XmlInstruction, XmlText } from '../tree';

type Building<Node> = {
	-readonly [Key in keyof Omit<Node, 'parent' | 'children'>]: Node[Key];
} & { parent: BuildingElement | undefined };

/** An element while its document is being read. */
export interface BuildingElement extends Building<XmlElement> {
	readonly children: BuildingNode[];
}

/** An end tag while its document is being read. */
export type BuildingEndTag = Building<XmlEndTag>;

/** A node while its document is being read. */
export type BuildingNode =
	| BuildingElement
	| BuildingEndTag
	| Building<XmlText>
	| Building<XmlInstruction>
	| Building<XmlDoctype>;
