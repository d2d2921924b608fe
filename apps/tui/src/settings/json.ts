/*
 * Reading small JSON files of our own by hand: the schema library takes sixty milliseconds to load, a fifth of the
 * time in which the first frame has to stand.
 */

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** The fields of a JSON object; null where the text is no JSON object. */
export function parseFields(text: string): Fields | null {
	try {
		const value: unknown = JSON.parse(text);
		return isFields(value) ? value : null;
	} catch {
		return null;
	}
}

/** Readers of one field. Each gives undefined where the field is missing or of another kind. */
export const field = {
	text: (from: Fields, name: string): string | undefined => {
		const value = from[name];
		return typeof value === "string" ? value : undefined;
	},
	truth: (from: Fields, name: string): boolean | undefined => {
		const value = from[name];
		return typeof value === "boolean" ? value : undefined;
	},
	whole: (from: Fields, name: string): number | undefined => {
		const value = from[name];
		return typeof value === "number" && Number.isInteger(value) ? value : undefined;
	},
	texts: (from: Fields, name: string): string[] | undefined => textsOf(from[name]),
	textLists: (from: Fields, name: string): Record<string, string[]> | undefined => {
		const value = from[name];
		if (!isFields(value)) return undefined;
		const entries = Object.entries(value).flatMap(([key, list]) => {
			const texts = textsOf(list);
			return texts === undefined ? [] : [[key, texts] as const];
		});
		return Object.fromEntries(entries);
	},
};

function textsOf(value: unknown): string[] | undefined {
	return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined;
}
