import type { Inputs, InstrumentDetail, IssueDetail, Outputs } from "@zhenggai/client";

/** What the API takes and gives, as this front names it. */
export type TrayPage = Outputs["inTray"]["list"];
export type TrayCount = Outputs["inTray"]["count"];
/** A list of complaints that waits beside the items. */
export type TrayList = Outputs["inTray"]["lists"]["complaints"][number];
export type TrayFilter = NonNullable<Inputs["inTray"]["list"]["filter"]>;
export type TrayItem = TrayPage["rows"][number];
export type { InstrumentDetail, IssueDetail };
