import type { Bilingual, Language } from "../kernel/index.ts";

/**
 * The labels of one enum. Typed by the enum, so that a value without a label does not compile; the order of the
 * keys is the order in which people see the values.
 */
export type Labels<K extends string> = Readonly<Record<K, Bilingual>>;

/** The sentence of `text` in `language`. */
const pick = (text: Bilingual, language: Language): string => (language === "en" ? text.en : text.zh);

/** The label of `value` in `language`. */
export const label = <K extends string>(labels: Labels<K>, value: K, language: Language): string =>
	pick(labels[value], language);

/** Whether `text` is a value of the enum that `labels` names. */
export const isLabelled = <K extends string>(labels: Labels<K>, text: string): text is K =>
	Object.hasOwn(labels, text);

/**
 * The label of a text that may be a value of the enum, such as a key that a newer server sends: the text itself
 * where it is not one.
 */
export const labelOr = <K extends string>(labels: Labels<K>, text: string, language: Language): string =>
	isLabelled(labels, text) ? pick(labels[text], language) : text;

/** The values of an enum in the order in which people see them. */
export const valuesOf = <K extends string>(labels: Labels<K>): readonly K[] =>
	Object.keys(labels).filter((key): key is K => isLabelled(labels, key));

/** The values with their labels, for a list of choices. */
export const choicesOf = <K extends string>(
	labels: Labels<K>,
	language: Language,
): readonly { readonly value: K; readonly label: string }[] =>
	valuesOf(labels).map((value) => ({ value, label: label(labels, value, language) }));
