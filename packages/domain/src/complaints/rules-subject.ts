import type { RegionCode } from "../kernel/index.ts";
import { defineRule } from "../rules/index.ts";
import type { ComplaintElements } from "./schema.ts";
import type { PublishedTotals, Tally } from "./totals.ts";

/** Totals as rules look at them: what the ledger counts, and what a bulletin printed, where there is one. */
export type TotalsSubject = {
	readonly tally: Tally;
	/** Cases by region. A case of several regions stands once, under the region above them. */
	readonly regions: readonly { readonly region: RegionCode; readonly cases: number }[];
	readonly published: PublishedTotals | null;
};

/** What the rules of this room are about: one complaint, or the totals of many. */
export type ComplaintSubject =
	| { readonly kind: "complaint"; readonly complaint: ComplaintElements }
	| { readonly kind: "totals"; readonly totals: TotalsSubject };

/** Describes a rule on complaints. */
export const complaintRule = defineRule<ComplaintSubject>();

/** Who keeps the tables: offices of all tiers and the liaison group. */
export const TABLE_KEEPERS = ["provOffice", "cityOffice", "countyOffice", "liaison"] as const;
