import type { Bilingual } from "@zhenggai/domain/kernel";
import { type Labels, valuesOf } from "@zhenggai/domain/vocabulary";
import { say } from "../say.ts";
import { usageError } from "./values.ts";

/** The columns that names mean, each by its key or its heading; a wrong one is refused with all there are. */
export const columnsNamed = <K extends string>(
	names: readonly string[],
	columnNamed: (word: string) => K | null,
	all: readonly K[],
): K[] =>
	names.map((name) => {
		const key = columnNamed(name.trim());
		if (key !== null) return key;
		const known = all.join(", ");
		throw usageError(
			"--columns",
			say(`没有名为“${name}”的列。可用：${known}`, `there is no column "${name}". There are: ${known}`),
		);
	});

/** The names in `--columns`. */
export const columnNames = (text: string | undefined): readonly string[] | undefined =>
	text?.split(/[,，]/).filter((name) => name !== "");

/** The order that a text asks for: a key or a name, `-` in front for the other way round. */
export function sortNamed<K extends string>(
	labels: Labels<K>,
	text: string,
): { sort: K; descending: boolean } {
	const name = text.replace(/^-/, "");
	const sort = valuesOf(labels).find((key) => key === name || labels[key].zh === name);
	if (sort !== undefined) return { sort, descending: text.startsWith("-") };
	const known = valuesOf(labels).join(", ");
	throw usageError(
		"--sort",
		say(
			`没有这种排序：${text}。可用：${known}，前面加 - 为倒序`,
			`no such order: ${text}. There are: ${known}; - in front reverses`,
		),
	);
}

/** The first thing that is wrong with a filter ends the command. */
export function refuseProblems(problems: readonly Bilingual[]): void {
	const [problem] = problems;
	if (problem !== undefined) throw usageError("--filter", problem);
}
