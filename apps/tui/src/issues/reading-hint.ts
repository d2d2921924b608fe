import type { ReadingHint } from "@zhenggai/domain/issues";
import type { CommandContext } from "../command-line/command.ts";
import { usageError } from "../command-line/values.ts";
import { say } from "../say.ts";
import { mapOption } from "./table-columns.ts";

/** What the options say about a document: `--start-line` and `--map`; empty where neither was given. */
export function hintOption(command: CommandContext): ReadingHint {
	const text = command.options.value("start-line");
	const mapping = mapOption(command);
	if (text !== undefined && !/^[1-9]\d{0,6}$/.test(text))
		throw usageError("--start-line", say("应为行号，从1起", "must be a line number, from 1"));
	return {
		...(text === undefined ? {} : { issuesStartAtLine: Number(text) }),
		...(mapping === null ? {} : { columns: [mapping] }),
	};
}
