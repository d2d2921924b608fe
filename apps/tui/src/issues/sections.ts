import type { Bilingual } from "@zhenggai/domain/kernel";
import type { Section, SectionNumber } from "../panes/screen-state.ts";
import { say } from "../say.ts";
import type { FilterInput, Me } from "./wire.ts";

const fixed = (
	number: SectionNumber,
	label: Bilingual,
	filter: FilterInput,
	urgent = false,
): Section<FilterInput> => ({ number, label, urgent, filter: { ok: true, filter } });

/** The day's sections: what is late and what falls due first, then what is not yet whole or taken on. */
export const issueSections = (me: Pick<Me, "unit"> | null): readonly Section<FilterInput>[] => [
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
		urgent: false,
		filter:
			me === null || me.unit === null
				? { ok: false, reason: say("当前账号不属于任何单位", "This account belongs to no unit") }
				: { ok: true, filter: { unitId: me.unit.id } },
	},
	fixed(9, say("已了结", "Ended"), { states: ["closed", "merged", "carriedOver", "withdrawn"] }),
];
