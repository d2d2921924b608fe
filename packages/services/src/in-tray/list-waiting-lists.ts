import { POLICY } from "@zhenggai/domain/access";
import {
	type ComplaintWait,
	ComplaintWait as ComplaintWaits,
	complaintDueOn,
} from "@zhenggai/domain/complaints";
import type { InTrayList, InTrayLists } from "@zhenggai/domain/in-tray";
import type { Actor, InspectionId, IsoDate } from "@zhenggai/domain/kernel";
import { type Reader, readerOf } from "@zhenggai/storage";
import { WAITING_BOUND, type WaitingComplaints, waitingComplaints } from "@zhenggai/storage/complaints";
import { loadInspections } from "@zhenggai/storage/issues";
import { scopeOf } from "../kit/authorise.ts";
import { momentOf, type ServiceContext } from "../kit/context.ts";
import { lawOf } from "../kit/rules-for.ts";
import { inTrayScope } from "./sides.ts";

/** Whether the actor keeps complaints: whoever only sees them has nothing to do with them. */
const keepsComplaints = (actor: Actor): boolean =>
	"role" in actor && POLICY.amendComplaint[actor.role] !== "none";

const upTo = (count: number, exact: boolean) => ({ count: Math.min(count, WAITING_BOUND), exact });

type Dated = WaitingComplaints & { readonly dueOn: IsoDate | null };

/** When each is due, by the rules of its inspection and region. */
async function dated(reader: Reader, found: readonly WaitingComplaints[], today: IsoDate): Promise<Dated[]> {
	const law = await lawOf(reader);
	const ids = [...new Set(found.map(({ inspectionId }): InspectionId => inspectionId))];
	const inspections = await loadInspections(reader, ids);
	return found.map((one) => {
		const inspection = inspections.get(one.inspectionId);
		const rules = law.rules(inspection, one.region, today);
		const kind = inspection?.kind;
		return {
			...one,
			dueOn: kind === undefined ? null : complaintDueOn(one.waiting, one.batchDay, kind, rules),
		};
	});
}

function listOf(waiting: ComplaintWait, all: readonly Dated[], today: IsoDate): InTrayList[] {
	const own = all.filter((one) => one.waiting === waiting);
	const total = own.reduce((sum, { count }) => sum + count, 0);
	if (total === 0) return [];
	const exact = total <= WAITING_BOUND;
	const days = own.flatMap(({ dueOn }) => dueOn ?? []).sort();
	const overdue = own.reduce(
		(sum, { count, dueOn }) => (dueOn !== null && dueOn < today ? sum + count : sum),
		0,
	);
	return [
		{
			waiting,
			total: upTo(total, exact),
			// The oldest were read: where more wait than were read, the rest is over only if all that were read are.
			overdue: upTo(overdue, exact || overdue < total),
			firstDue: days[0] ?? null,
		},
	];
}

/**
 * The lists that wait for the actor beside the items of the tray: complaints are answered in batches. Only for those whose
 * role keeps complaints, and of their own part of the country; nothing but numbers and days.
 */
export const listWaitingLists =
	(context: ServiceContext) =>
	async (actor: Actor): Promise<InTrayLists> => {
		inTrayScope(actor);
		const { today } = momentOf(context);
		if (!keepsComplaints(actor)) return { complaints: [], asOf: today };
		const reader = readerOf(context.database);
		const found = await waitingComplaints(reader, scopeOf(actor, "viewComplaint").regionPrefix);
		const all = await dated(reader, found, today);
		return {
			complaints: ComplaintWaits.options.flatMap((waiting) => listOf(waiting, all, today)),
			asOf: today,
		};
	};
