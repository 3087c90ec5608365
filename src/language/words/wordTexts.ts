/** Sentences by the words they describe: `Element`, `Element@attribute`, `Element@attribute=value`. */
export type WordTexts = Readonly<Record<string, () => string>>;
