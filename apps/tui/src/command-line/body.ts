import { say } from "../say.ts";
import type { CommandContext, OptionSpec } from "./command.ts";
import { readInput } from "./input.ts";
import { option } from "./options.ts";
import { usageError } from "./values.ts";

/** How the particulars of an act are given: a JSON object, single fields, or both. */
export const BODY_OPTIONS: readonly OptionSpec[] = [
	{
		...option.value(
			"file",
			["JSON 文件", "JSON file"],
			"事项内容（JSON 对象，- 为标准输入）",
			"The particulars, a JSON object; - for standard input",
		),
		file: true,
	},
	{
		...option.value(
			"set",
			["字段=值", "field=value"],
			"填一个字段，值可为 JSON（可多次）",
			"One field; the value may be JSON (repeatable)",
		),
		multiple: true,
	},
	option.value(
		"because",
		["说明", "text"],
		"有警示时的书面说明，记入日志",
		"Written justification where a rule warns; it is journalled",
	),
];

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The particulars of an act as they were given, not yet checked. Single fields win over the file's. */
export async function bodyOf({ options }: Pick<CommandContext, "options">): Promise<Record<string, unknown>> {
	const body: Record<string, unknown> = {};
	const path = options.value("file");
	if (path !== undefined) {
		const { bytes } = await readInput(path);
		const value = parsed(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ""));
		if (!isObject(value)) throw usageError("--file", say("应为一个 JSON 对象", "must hold one JSON object"));
		Object.assign(body, value);
	}
	for (const field of options.values("set")) {
		const at = field.indexOf("=");
		if (at < 1) throw usageError("--set", say("应为 字段=值", "must be field=value"));
		const text = field.slice(at + 1);
		const value = parsed(text);
		body[field.slice(0, at)] = value === undefined ? text : value;
	}
	return body;
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

/** What is wrong with the particulars, each with its field. */
export const bodyProblem = (issues: readonly Issue[]) => {
	const text = issues.map(({ path, message }) => `${path.map(String).join(".")}: ${message}`).join("; ");
	return usageError("--file / --set", say(text, text));
};
