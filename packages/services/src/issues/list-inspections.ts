import { type Inspection, type InspectionRow, planDueOn } from "@zhenggai/domain/issues";
import type { Actor, IsoDate } from "@zhenggai/domain/kernel";
import { readerOf } from "@zhenggai/storage";
import { type CountedInspection, listInspections as readInspections } from "@zhenggai/storage/issues";
import { findRegions } from "@zhenggai/storage/responsibilities";
import { authorise, ownPrefix } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { type Law, lawOf } from "../kit/rules-for.ts";

/** When the plan of an inspection is due (PLAN-04); null before the feedback and for a year without a calendar. */
function planDue(inspection: Inspection, law: Law, today: IsoDate): IsoDate | null {
	if (inspection.feedback === null) return null;
	const days = law.rules(inspection, inspection.region, today).params.planDueWd?.v;
	if (typeof days !== "number") return null;
	const due = planDueOn(law.calendar(today), inspection.feedback.feedbackDate, days);
	return due.ok ? due.value : null;
}

/** Lines of inspections with the names of their regions. */
export async function inspectionRows(
	context: ServiceContext,
	counted: readonly CountedInspection[],
): Promise<InspectionRow[]> {
	const { today } = momentOf(context);
	const codes = [...new Set(counted.map(({ inspection }) => inspection.region))];
	const reader = readerOf(context.database);
	const [regions, law] = await Promise.all([findRegions(reader, codes), lawOf(reader)]);
	const names = new Map(regions.map(({ code, name }) => [code, name]));
	return counted.map(({ inspection, issueCount }) => ({
		...inspection,
		regionName: names.get(inspection.region) ?? inspection.region,
		issueCount,
		planDueOn: planDue(inspection, law, today),
	}));
}

/**
 * The inspections that concern the actor: of its region and below, and those of the regions above, whose lists its
 * issues stand on. Issues are counted within the actor's region only. The latest first.
 */
export const listInspections =
	(context: ServiceContext) =>
	async (actor: Actor): Promise<InspectionRow[]> => {
		authorise(actor, "viewInspection");
		return inspectionRows(context, await readInspections(readerOf(context.database), ownPrefix(actor)));
	};
