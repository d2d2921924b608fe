import type { Bilingual } from "@zhenggai/domain/kernel";
import { say } from "../say.ts";
import type { FilterInput, Me } from "./wire.ts";

/** A part of the ledger one key away. */
export type Section = {
	readonly number: SectionNumber;
	readonly label: Bilingual;
	/** Its filter for this reader, or why it has none. */
	filter(me: Me | null): { ok: true; filter: FilterInput } | { ok: false; reason: Bilingual };
	/** Whether a number above zero asks for action. */
	readonly urgent?: boolean;
};

export type SectionNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

const fixed = (number: SectionNumber, label: Bilingual, filter: FilterInput, urgent = false): Section => ({
	number,
	label,
	urgent,
	filter: () => ({ ok: true, filter }),
});

/** The day's sections: what is late and what falls due first, then what is not yet whole or taken on. */
export const SECTIONS: readonly Section[] = [
	fixed(1, say("全部", "All"), {}),
	fixed(2, say("逾期", "Overdue"), { standing: "overdue" }, true),
	fixed(3, say("7日内", "≤7 days"), { standing: "due7" }, true),
	fixed(4, say("30日内", "≤30 days"), { standing: "due30" }),
	fixed(5, say("要素缺失", "Incomplete"), { incomplete: true }),
	fixed(6, say("待签收", "To take on"), { states: ["assigned"] }),
	fixed(7, say("编制中", "Planning"), { states: ["planning", "planSubmitted"] }),
	{
		number: 8,
		label: say("本单位", "My unit"),
		filter: (me) =>
			me?.unit === null || me === null
				? { ok: false, reason: say("当前账号不属于任何单位", "This account belongs to no unit") }
				: { ok: true, filter: { unitId: me.unit.id } },
	},
	fixed(9, say("已了结", "Ended"), { states: ["closed", "merged", "carriedOver", "withdrawn"] }),
];

export const sectionOf = (number: SectionNumber): Section => SECTIONS[number - 1] ?? SECTIONS_FIRST;
const SECTIONS_FIRST: Section = fixed(1, say("全部", "All"), {});

/** The section's filter and the typed one together; the typed one wins where both speak of the same field. */
export function combinedFilter(section: FilterInput, typed: FilterInput): FilterInput {
	return { ...section, ...typed };
}
