import type { Inputs, Outputs } from "@zhenggai/client";

export type { ComplaintDetail, ComplaintFilter, ComplaintRow, ComplaintTotals } from "@zhenggai/client";

/** What the API takes and gives, as this front names it. */
export type ComplaintListInput = Inputs["complaints"]["list"];
export type ComplaintSortKey = NonNullable<ComplaintListInput["sort"]>;
export type TotalsInput = Inputs["complaints"]["totals"];
export type AmendInput = Inputs["complaints"]["amendComplaint"]["command"];
export type ComplaintOutcome = Outputs["complaints"]["amendComplaint"];
