/** A model while it is being read. */
export type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };

/** Keeps what was read from a document as long as the document lives; another argument makes it read again. */
export function perDocument<Document extends object, Rest extends readonly unknown[], Model>(
	read: (document: Document, ...rest: Rest) => Model,
): (document: Document, ...rest: Rest) => Model {
	const known = new WeakMap<Document, { readonly rest: Rest; readonly model: Model }>();
	return (document, ...rest) => {
		const last = known.get(document);
		if (last && rest.every((each, index) => each === last.rest[index])) {
			return last.model;
		}
		const model = read(document, ...rest);
		known.set(document, { rest, model });
		return model;
	};
}
