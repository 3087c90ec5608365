/** A model while it is being read. */
export type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** Reads a document, and knows which ones it has read. */
interface Reading<Document, Rest extends readonly unknown[], Model> {
	(document: Document, ...rest: Rest): Model;
	isKnown(document: Document): boolean;
}

/** Keeps what was read from a document as long as the document lives; another argument makes it read again. */
export function perDocument<Document extends object, Rest extends readonly unknown[], Model>(
	read: (document: Document, ...rest: Rest) => Model,
): Reading<Document, Rest, Model> {
	const known = new WeakMap<Document, { readonly rest: Rest; readonly model: Model }>();
	const readOnce = (document: Document, ...rest: Rest) => {
		const last = known.get(document);
		if (last && rest.every((each, index) => each === last.rest[index])) {
			return last.model;
		}
		const model = read(document, ...rest);
		known.set(document, { rest, model });
		return model;
	};
	return Object.assign(readOnce, { isKnown: (document: Document) => known.has(document) });
}
