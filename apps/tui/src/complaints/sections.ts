import type { Bilingual } from "@zhenggai/domain/kernel";
import type { Section, SectionNumber } from "../panes/screen-state.ts";
import { say } from "../say.ts";
import type { ComplaintFilter, ComplaintTotals } from "./wire.ts";

const fixed = (
	number: SectionNumber,
	label: Bilingual,
	filter: ComplaintFilter,
	urgent = false,
): Section<ComplaintFilter> => ({ number, label, urgent, filter: { ok: true, filter } });

/** The last batch of the inspection that is counted; null where none is stated. */
function lastBatch(totals: ComplaintTotals | null): ComplaintFilter | null {
	const batches = totals?.batches.flatMap(({ batch }) => (batch === null ? [] : [batch])) ?? [];
	return totals === null || batches.length === 0
		? null
		: { inspectionId: totals.inspectionId, batch: Math.max(...batches) };
}

/** The day's sections: what is still open first, then what asks for a look, then what has ended. */
export function complaintSections(totals: ComplaintTotals | null): readonly Section<ComplaintFilter>[] {
	const last = lastBatch(totals);
	return [
		fixed(1, say("全部", "All"), {}),
		fixed(2, say("未办结", "Open"), { statuses: ["open"] }, true),
		fixed(3, say("阶段性办结", "Stage-closed"), { statuses: ["stageClosed"] }),
		fixed(4, say("已办结", "Closed"), { statuses: ["closed"] }),
		fixed(5, say("重点关注", "Key"), { isKey: true }, true),
		fixed(6, say("属实", "True"), { verdicts: ["true", "mostlyTrue", "partlyTrue"] }),
		fixed(7, say("不属实", "Untrue"), { verdicts: ["untrue"] }),
		{
			number: 8,
			label: say("最新一批", "Last batch"),
			urgent: false,
			filter:
				last === null
					? { ok: false, reason: say("还没有写明批次的信访件", "No complaint states its batch yet") }
					: { ok: true, filter: last },
		},
		fixed(9, say("已撤销", "Withdrawn"), { withdrawn: true }),
	];
}
