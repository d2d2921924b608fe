import { caseVocab } from "@zhenggai/domain/vocabulary";
import type { Me } from "../issues/index.ts";
import type { Section } from "../panes/screen-state.ts";
import { SECTION_NUMBERS } from "../panes/screen-state.ts";
import { say } from "../say.ts";
import type { TrayFilter, TrayItem } from "./wire.ts";

/** What a unit is asked for most, and an office: the same keys every day. */
const OF_A_UNIT: readonly TrayItem["kind"][] = [
	"acknowledge",
	"report",
	"milestone",
	"acknowledgeInstrument",
	"replyInstrument",
	"submitPlan",
	"light",
];
const OF_AN_OFFICE: readonly TrayItem["kind"][] = [
	"reviewPlan",
	"verifyMilestone",
	"verifyMeasure",
	"resolveDoubt",
	"proposal",
	"gate",
	"accept",
];

/** The sections of the in-tray: all, what is late, then kinds. */
export function traySections(me: Pick<Me, "unit"> | null): readonly Section<TrayFilter>[] {
	const kinds = me?.unit == null ? OF_AN_OFFICE : OF_A_UNIT;
	const own = [
		{ label: say("全部", "All"), urgent: false, filter: {} },
		{ label: caseVocab.inTrayLateness.overdue, urgent: true, filter: { overdue: true } },
		...kinds.map((kind) => ({ label: caseVocab.inTrayKind[kind], urgent: false, filter: { kind } })),
	];
	return SECTION_NUMBERS.flatMap((number, index) => {
		const section = own[index];
		if (section === undefined) return [];
		return [
			{
				number,
				label: section.label,
				urgent: section.urgent,
				filter: { ok: true as const, filter: section.filter },
			},
		];
	});
}
