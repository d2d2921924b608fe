import { placeResource, type Resource } from "../access/index.ts";
import type { Actor, ComplaintId, InspectionId, Instant, RegionCode } from "../kernel/index.ts";
import type { ComplaintCommand } from "./commands.ts";
import { receiptKey } from "./receipt.ts";
import type { Complaint } from "./schema.ts";

/**
 * Facts outside of the complaint, looked up by the caller in the same transaction: {@link neededComplaintFacts} says
 * which. What is missing here does not exist for the decision.
 */
export type ComplaintSurroundings = {
	/** Inspections by id, with the region that they inspect. */
	readonly inspections: ReadonlyMap<InspectionId, { readonly region: RegionCode }>;
	/** Complaints of the same inspection that stand on the ledger under these receipt keys. */
	readonly receipts: ReadonlyMap<string, ComplaintId>;
	/** Complaints that are there, of those that the command names. */
	readonly complaints: ReadonlySet<ComplaintId>;
};

export type ComplaintContext = {
	readonly actor: Actor;
	readonly now: Instant;
	readonly surroundings: ComplaintSurroundings;
	/** True only while an import is applied: its own permission then stands for `write`. */
	readonly importing?: boolean;
};

/** What the caller has to look up before it asks `decideComplaint`. */
export type NeededComplaintFacts = {
	readonly inspectionIds: readonly InspectionId[];
	readonly complaintIds: readonly ComplaintId[];
	/** Look up who stands under these keys in the complaint's inspection. */
	readonly receiptKeys: readonly string[];
};

const keysOf = (receiptNumber: string | null | undefined): string[] =>
	receiptNumber == null ? [] : [receiptKey(receiptNumber)];

/** What to look up for a command. */
export function neededComplaintFacts(command: ComplaintCommand): NeededComplaintFacts {
	const none = { inspectionIds: [], complaintIds: [], receiptKeys: [] };
	switch (command.type) {
		case "registerComplaint":
			return { ...none, inspectionIds: [command.inspectionId], receiptKeys: keysOf(command.receiptNumber) };
		case "amendComplaint":
			return { ...none, receiptKeys: keysOf(command.changes.receiptNumber) };
		case "relateComplaint":
			return {
				...none,
				complaintIds: command.relations.flatMap(({ complaintId }) =>
					complaintId === null ? [] : [complaintId],
				),
			};
		case "unrelateComplaint":
		case "withdrawComplaint":
			return none;
	}
}

/** The complaint as the policy table sees it. */
export const complaintResource = (complaint: Pick<Complaint, "region">, importing = false): Resource => ({
	...placeResource(complaint.region),
	importing,
});
