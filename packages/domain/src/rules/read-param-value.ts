import type { ParamLimit } from "./limits.ts";
import type { ParamValue } from "./schema.ts";

/** Reads a value as it is typed: 12, true, a word, or a list with commas. Null where it does not read as the kind. */
export function readParamValue(limit: ParamLimit, text: string): ParamValue | null {
	const entries = text
		.split(/[,，、]/)
		.map((entry) => entry.trim())
		.filter((entry) => entry !== "");
	const given = text.trim();
	switch (limit.kind) {
		case "number":
			return given === "" || Number.isNaN(Number(given)) ? null : Number(given);
		case "flag":
			if (["true", "yes", "是"].includes(given)) return true;
			return ["false", "no", "否"].includes(given) ? false : null;
		case "choice":
			return given === "" ? null : given;
		case "numbers":
			return entries.some((entry) => Number.isNaN(Number(entry))) ? null : entries.map(Number);
		case "words":
			return entries;
	}
}
