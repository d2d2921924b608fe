import { z } from "zod";

/** A branded identifier. Ids are UUIDv7 text made at the edge and passed in; the domain never invents one. */
const id = <const B extends string>(brand: B) => z.uuid().brand(brand);

export const InspectionId = id("InspectionId");
export type InspectionId = z.infer<typeof InspectionId>;

export const IssueId = id("IssueId");
export type IssueId = z.infer<typeof IssueId>;

export const MeasureId = id("MeasureId");
export type MeasureId = z.infer<typeof MeasureId>;

export const MilestoneId = id("MilestoneId");
export type MilestoneId = z.infer<typeof MilestoneId>;

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

export const GoalId = id("GoalId");
export type GoalId = z.infer<typeof GoalId>;

export const PlanChangeId = id("PlanChangeId");
export type PlanChangeId = z.infer<typeof PlanChangeId>;

export const ExtensionId = id("ExtensionId");
export type ExtensionId = z.infer<typeof ExtensionId>;

export const WorkId = id("WorkId");
export type WorkId = z.infer<typeof WorkId>;

export const ReportId = id("ReportId");
export type ReportId = z.infer<typeof ReportId>;

export const EvidenceId = id("EvidenceId");
export type EvidenceId = z.infer<typeof EvidenceId>;

export const DoubtId = id("DoubtId");
export type DoubtId = z.infer<typeof DoubtId>;

export const InstrumentId = id("InstrumentId");
export type InstrumentId = z.infer<typeof InstrumentId>;

export const ContestId = id("ContestId");
export type ContestId = z.infer<typeof ContestId>;

export const ExposureId = id("ExposureId");
export type ExposureId = z.infer<typeof ExposureId>;

export const SiteCheckId = id("SiteCheckId");
export type SiteCheckId = z.infer<typeof SiteCheckId>;

export const ObjectionId = id("ObjectionId");
export type ObjectionId = z.infer<typeof ObjectionId>;

export const LookBackId = id("LookBackId");
export type LookBackId = z.infer<typeof LookBackId>;

export const DrawId = id("DrawId");
export type DrawId = z.infer<typeof DrawId>;

export const ReferralId = id("ReferralId");
export type ReferralId = z.infer<typeof ReferralId>;

export const ScreeningId = id("ScreeningId");
export type ScreeningId = z.infer<typeof ScreeningId>;

export const FindId = id("FindId");
export type FindId = z.infer<typeof FindId>;
