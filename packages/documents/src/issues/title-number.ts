import type { ProposedIssue } from "@zhenggai/domain/issues";
import type { ReadingWarning } from "@zhenggai/domain/kernel";
import { CN, numeralValue } from "../text/numerals.ts";
import { warning } from "../warnings.ts";

const NUMBER = new RegExp(
	[
		`((?:序号|编号|任务|问题|整改任务|反馈问题)\\s?:?\\s?(?:${CN}{1,5}|\\d{1,3}))(?=[)\\s"]|问题|任务|整改|反馈|完成|验收|销号|的|$)`,
		`(第\\s?(?:${CN}{1,5}|\\d{1,3})\\s?项)`,
		`(?:任务|问题|整改|清单|台账|事项)(第\\s?(?:${CN}{1,5}|\\d{1,3})\\s?[号条个])`,
		`(第\\s?(?:${CN}{1,5}|\\d{1,3})\\s?[号条])(?=\\s?(?:整改|任务|问题))`,
		"\\((\\d{1,3}-\\d{1,2})\\)",
		`(?<=(?:反馈|整改|督察)(?:意见|整改)?(?:任务|问题|事项)\\s?)\\((${CN}{1,4}|\\d{1,3})\\)`,
		`(?<=(?:任务|问题)[^\\n。]{0,20}\\n?\\s{0,8}\\()(第\\s?(?:${CN}{1,5}|\\d{1,3})\\s?号)(?=\\))`,
	].join("|"),
	"g",
);

/** The numbers of an issue that a folded title or introduction names, in order, each once. */
export function numbersNamed(text: string): { label: string; value: number }[] {
	const found: { label: string; value: number }[] = [];
	for (const match of text.matchAll(NUMBER)) {
		const label = (
			match[1] ??
			match[2] ??
			match[3] ??
			match[4] ??
			match[5] ??
			match[6] ??
			match[7] ??
			""
		).replace(/[\s:]+/g, "");
		const digits = /\d+|[零〇一二三四五六七八九十百]+/.exec(label)?.[0];
		const value = digits === undefined ? null : numeralValue(digits);
		if (value !== null && !found.some((known) => known.label === label)) found.push({ label, value });
	}
	return found;
}

/** Gives the only issue of a document the number that stands in its title alone (关于第二十七项整改任务…的公示). */
export function numberFromTitle(
	issue: ProposedIssue,
	before: string,
): { issue: ProposedIssue; warnings: ReadingWarning[] } {
	if (issue.seq !== null) return { issue, warnings: [] };
	const named = numbersNamed(before);
	const [first] = named;
	if (!first) return { issue, warnings: [] };
	const other = named.find(({ value }) => value !== first.value);
	const warnings = other
		? [
				warning("conflictingNumber", {
					line: issue.lines[0],
					item: issue.key,
					field: "number",
					words: `${first.label} / ${other.label}`,
				}),
			]
		: [];
	return { issue: { ...issue, seq: first.value, number: first.label }, warnings };
}
