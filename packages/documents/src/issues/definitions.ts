import type { ProposedDeadline, Reading } from "@zhenggai/domain/kernel";
import { readingOf } from "../text/reading-of.ts";
import { type Passage, part } from "../text/view.ts";
import { lastDayOf, readDeadline } from "./deadline.ts";

/** Dates that a preamble gives once to a kind of deadline (立行立改的，2017年6月底前到位). */
export type Definitions = ReadonlyMap<"immediate" | "longTerm", Reading<ProposedDeadline>>;

const PATTERNS = [
	[
		"immediate",
		/(?:立行立改|即知即改|立说立行)[^。;\n]{0,24}?((?:19|20)\d{2}\s?年[^。;,\n)]{0,16}?(?:前|底|末|日))/,
	],
	[
		"longTerm",
		/(?:持续整改|长期坚持|持续推进)[^。;\n]{0,24}?((?:19|20)\d{2}\s?年[^。;,\n)]{0,16}?(?:前|底|末|日))/,
	],
] as const;

/** Reads the definitions out of the text before the first issue. */
export function findDefinitions(preamble: Passage | null): Definitions {
	const found = new Map<"immediate" | "longTerm", Reading<ProposedDeadline>>();
	if (!preamble) return found;
	for (const [kind, pattern] of PATTERNS) {
		const match = pattern.exec(preamble.norm);
		if (!match?.[1]) continue;
		const from = match.index + match[0].length - match[1].length;
		const passage = part(preamble, from, from + match[1].length);
		const read = passage && readDeadline(passage.text);
		if (passage && read && lastDayOf(read.deadline)) found.set(kind, readingOf(read.deadline, passage, 0.6));
	}
	return found;
}

/** What the preamble offers for a deadline that has no date of its own. */
export function offeredFor(
	deadline: ProposedDeadline | null,
	definitions: Definitions,
): Reading<ProposedDeadline> | null {
	if (!deadline || lastDayOf(deadline)) return null;
	if (deadline.category === "immediate") return definitions.get("immediate") ?? null;
	if (deadline.category === "longTerm") return definitions.get("longTerm") ?? null;
	return null;
}
