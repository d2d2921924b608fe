import type { Bilingual } from "@zhenggai/domain/kernel";
import { type Labels, valuesOf } from "@zhenggai/domain/vocabulary";
import { say } from "../say.ts";
import type { CommandContext } from "./command.ts";
import { CommandError, EXIT } from "./exit.ts";

/** A mistake on the command line, with the option or argument at fault. */
export const usageError = (where: string, problem: Bilingual): CommandError =>
	new CommandError(EXIT.usage, say(`${where}：${problem.zh}`, `${where}: ${problem.en}`));

/** The value that a person means by its key or by its name in either language; null where there is none. */
export function valueNamed<K extends string>(labels: Labels<K>, text: string): K | null {
	const wanted = text.trim().toLowerCase();
	return (
		valuesOf(labels).find(
			(key) =>
				key.toLowerCase() === wanted ||
				labels[key].zh === text.trim() ||
				labels[key].en.toLowerCase() === wanted,
		) ?? null
	);
}

/** That there is no such value, and which there are. */
export function noSuchValue<K extends string>(labels: Labels<K>, text: string): Bilingual {
	const keys = valuesOf(labels);
	return say(
		`没有“${text}”。可用：${keys.map((key) => `${key}（${labels[key].zh}）`).join("、")}`,
		`there is no "${text}". There are: ${keys.map((key) => `${key} (${labels[key].en})`).join(", ")}`,
	);
}

/** The value of an option that must be one of an enumeration; null where it was not given. */
export function optionNamed<K extends string>(
	{ options }: CommandContext,
	name: string,
	labels: Labels<K>,
): K | null {
	const text = options.value(name);
	if (text === undefined) return null;
	const value = valueNamed(labels, text);
	if (value === null) throw usageError(`--${name}`, noSuchValue(labels, text));
	return value;
}

/** The value of an option that has to be given. */
export function required<T>(name: string, value: T | null | undefined): T {
	if (value === null || value === undefined) throw usageError(`--${name}`, say("必须填写", "must be given"));
	return value;
}
