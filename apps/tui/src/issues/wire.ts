import type { Inputs, IssueDetail, IssuePage, IssueRow, Me, Outputs } from "@zhenggai/client";

/** What the API takes and gives, as this front names it. */
export type { IssueDetail, IssuePage, IssueRow, Me };
export type ListInput = Inputs["issues"]["list"];
export type FilterInput = NonNullable<ListInput["filter"]>;
export type SortKey = NonNullable<ListInput["sort"]>;
export type HistoryPage = Outputs["issues"]["history"];
export type HistoryEntry = HistoryPage["items"][number];
