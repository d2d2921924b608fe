import { isLabelled, type Labels } from "@zhenggai/domain/vocabulary";

/** Query parameters as the router gives them. */
export type Params = Readonly<Record<string, string | string[] | undefined>>;

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const REGION = /^[1-9]\d{5}$/;
export const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The first value of a parameter; undefined where it is missing or empty. */
export const one = (params: Params, name: string): string | undefined => {
	const value = params[name];
	const first = Array.isArray(value) ? value[0] : value;
	return first === undefined || first === "" ? undefined : first;
};

/** The text where it has the form asked for. */
export const matching = (text: string | undefined, pattern: RegExp): string | undefined =>
	text !== undefined && pattern.test(text) ? text : undefined;

/** The text where it is a value of the enum. */
export const member = <K extends string>(text: string | undefined, labels: Labels<K>): K | undefined =>
	text !== undefined && isLabelled(labels, text) ? text : undefined;

/** The values of the enum that a list parted by commas names, each once; undefined for none. */
export function members<K extends string>(text: string | undefined, labels: Labels<K>): K[] | undefined {
	const found = (text ?? "").split(",").filter((part): part is K => isLabelled(labels, part));
	return found.length === 0 ? undefined : [...new Set(found)];
}

/** A whole number within bounds. */
export function wholeNumber(text: string | undefined, least: number, most: number): number | undefined {
	const n = Number(text);
	return text !== undefined && Number.isInteger(n) && n >= least && n <= most ? n : undefined;
}

/** What a filter's value is in the address; undefined for one that is not set. */
export function paramText(
	value: string | number | boolean | readonly string[] | undefined,
): string | undefined {
	if (value === undefined || value === false) return undefined;
	if (value === true) return "1";
	return Array.isArray(value) ? value.join(",") : String(value);
}

/** The address of a page with the parameters that are set. */
export function hrefOf(path: string, params: Readonly<Record<string, string | undefined>>): string {
	const search = new URLSearchParams();
	for (const [name, value] of Object.entries(params)) if (value !== undefined) search.set(name, value);
	const text = search.toString();
	return text === "" ? path : `${path}?${text}`;
}
