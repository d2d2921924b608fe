import { z } from "zod";
import { Bilingual, IsoDate, IssueId, RegionCode } from "../kernel/index.ts";
import { RuleId } from "../rules/index.ts";
import { InTrayLateness } from "./lateness.ts";
import { InTrayKind, InTrayParty } from "./schema.ts";

/** One line of somebody's in-tray. */
export const InTrayRow = z.object({
	key: z.string(),
	kind: InTrayKind,
	/** What takes it out of the tray. */
	verb: z.string(),
	part: z.string().nullable(),
	whose: InTrayParty,
	due: IsoDate.nullable(),
	/** How it stands today; negative days are over. */
	lateness: InTrayLateness,
	daysLeft: z.int().nullable(),
	reason: Bilingual,
	rule: RuleId.nullable(),
	issue: z.object({
		id: IssueId,
		number: z.string(),
		/** The beginning of the finding. */
		statement: z.string(),
		region: RegionCode,
		regionName: z.string(),
	}),
});
export type InTrayRow = z.infer<typeof InTrayRow>;

export const InTrayQuery = z.object({
	filter: z
		.object({
			kind: InTrayKind.optional(),
			/** Only what is over. */
			overdue: z.boolean().optional(),
		})
		.default({}),
	cursor: z.string().max(600).optional(),
	limit: z.int().min(1).max(200).default(50),
});
export type InTrayQuery = z.infer<typeof InTrayQuery>;

export const InTrayPage = z.object({
	rows: z.array(InTrayRow),
	nextCursor: z.string().nullable(),
	asOf: IsoDate,
});
export type InTrayPage = z.infer<typeof InTrayPage>;

/** A number that is counted up to a bound: `exact` is false where there are more. */
export const Count = z.object({ count: z.int(), exact: z.boolean() });

/** How much waits for somebody. */
export const InTrayCount = z.object({
	total: Count,
	overdue: Count,
	/** Due within `SOON_DAYS` days, not over. */
	soon: Count,
	asOf: IsoDate,
});
export type InTrayCount = z.infer<typeof InTrayCount>;
