import type { IssueDetail } from "@zhenggai/domain/issues";
import type { CommandOf } from "../../types.ts";
import type { Begun } from "./begun.ts";
import { type DeadlineDraft, deadlineOf, draftOf } from "./deadline-draft.ts";

type Changes = CommandOf<"amendIssue">["changes"];

export const TIERS = ["central", "province", "city", "county"] as const;

/** The elements of an issue as the form's boxes hold them; a printed number for each tier. */
export type AmendFields = Record<(typeof TIERS)[number], string> & {
	goal: string;
	field: NonNullable<Changes["field"]> | "";
	generality: NonNullable<Changes["generality"]> | "";
	constraints: string;
	remarks: string;
	deadline: DeadlineDraft;
	noDeadline: boolean;
};

/** What is one thing to the reader: a deadline and that there is none. */
export const AMEND_GROUPS = [["deadline", "noDeadline"]] as const;

/** The fields as the issue stands. */
export function fieldsOf(detail: IssueDetail): AmendFields {
	const { row } = detail;
	const { central, province, city, county } = row.numberByTier;
	return {
		goal: detail.goal ?? "",
		field: row.field ?? "",
		generality: row.generality ?? "",
		constraints: detail.constraints.join("\n"),
		remarks: row.remarks ?? "",
		central: central ?? "",
		province: province ?? "",
		city: city ?? "",
		county: county ?? "",
		deadline: draftOf(row.deadline),
		noDeadline: row.deadline === null,
	};
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Only what differs from what the draft was begun with: the rest is somebody else's to change. The numbers of the
 * tiers are sent together, so those that were left alone are sent as they are now.
 */
export function changesOf(draft: Begun<AmendFields>, present: AmendFields): Changes {
	const { start } = draft;
	const changes: Changes = {};
	if (draft.goal !== start.goal) changes.goal = orNull(draft.goal);
	if (draft.field !== start.field) changes.field = draft.field === "" ? null : draft.field;
	if (draft.generality !== start.generality)
		changes.generality = draft.generality === "" ? null : draft.generality;
	if (draft.remarks !== start.remarks) changes.remarks = orNull(draft.remarks);
	if (draft.constraints !== start.constraints) {
		changes.constraints = draft.constraints
			.split("\n")
			.map((line) => line.trim())
			.filter((line) => line !== "");
	}
	if (TIERS.some((tier) => draft[tier] !== start[tier])) {
		const number = (tier: (typeof TIERS)[number]) =>
			orNull(draft[tier] === start[tier] ? present[tier] : draft[tier]);
		changes.numberByTier = {
			central: number("central"),
			province: number("province"),
			city: number("city"),
			county: number("county"),
		};
	}
	if (draft.noDeadline !== start.noDeadline || !same(draft.deadline, start.deadline)) {
		changes.deadline = draft.noDeadline ? null : deadlineOf(draft.deadline);
	}
	return changes;
}
