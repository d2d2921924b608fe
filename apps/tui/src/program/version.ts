import { readFileSync } from "node:fs";
import { field, parseFields } from "../settings/json.ts";

/** The version of this program. */
export function version(): string {
	const fields = parseFields(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
	return (fields === null ? undefined : field.text(fields, "version")) ?? "0.0.0";
}
