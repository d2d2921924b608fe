import type { ProgressReport } from "@zhenggai/domain/progress";

type Content = ProgressReport["content"];

/** A part of an entry, with what the entry before said of it. */
export type ReportPart = {
	readonly part: "difficulties" | "nextSteps" | keyof Content["blocks"];
	readonly now: string;
	readonly before: string;
};

const PARTS = [
	"issueProgress",
	"policiesMade",
	"goalCompletion",
	"accountability",
	"qualityChange",
	"publication",
] as const;

const partsOf = (content: Content): Map<ReportPart["part"], string> =>
	new Map<ReportPart["part"], string>([
		...PARTS.map((part) => [part, content.blocks[part] ?? ""] as const),
		["difficulties", content.difficulties ?? ""],
		["nextSteps", content.nextSteps ?? ""],
	]);

/** The parts of an entry that its predecessor said otherwise, and those that are the same. The first one is all new. */
export function reportDiff(
	now: Content,
	before: Content | null,
): { readonly changed: readonly ReportPart[]; readonly same: readonly ReportPart[] } {
	const old = before === null ? new Map<string, string>() : partsOf(before);
	const all = [...partsOf(now)].map(([part, text]) => ({ part, now: text, before: old.get(part) ?? "" }));
	return {
		changed: all.filter((one) => one.now !== one.before),
		same: all.filter((one) => one.now === one.before && one.now !== ""),
	};
}

/** The entry that stood before another one: the last of an earlier moment that was not sent back. */
export const entryBefore = (
	reports: readonly ProgressReport[],
	report: ProgressReport,
): ProgressReport | undefined =>
	reports.findLast((other) => other.at < report.at && other.returned === null && other.id !== report.id);
