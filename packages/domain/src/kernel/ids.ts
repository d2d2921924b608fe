import { z } from "zod";

/** A branded identifier. Ids are UUIDv7 text made at the edge and passed in; the domain never invents one. */
const id = <const B extends string>(brand: B) => z.uuid().brand(brand);

export const InspectionId = id("InspectionId");
export type InspectionId = z.infer<typeof InspectionId>;

export const IssueId = id("IssueId");
export type IssueId = z.infer<typeof IssueId>;

export const MeasureId = id("MeasureId");
export type MeasureId = z.infer<typeof MeasureId>;

export const SiteId = id("SiteId");
export type SiteId = z.infer<typeof SiteId>;

export const UnitId = id("UnitId");
export type UnitId = z.infer<typeof UnitId>;

export const PostId = id("PostId");
export type PostId = z.infer<typeof PostId>;

export const PersonId = id("PersonId");
export type PersonId = z.infer<typeof PersonId>;

export const ComplaintId = id("ComplaintId");
export type ComplaintId = z.infer<typeof ComplaintId>;

export const AssignmentId = id("AssignmentId");
export type AssignmentId = z.infer<typeof AssignmentId>;

export const NoticeId = id("NoticeId");
export type NoticeId = z.infer<typeof NoticeId>;

export const ImportId = id("ImportId");
export type ImportId = z.infer<typeof ImportId>;

export const EventId = id("EventId");
export type EventId = z.infer<typeof EventId>;
