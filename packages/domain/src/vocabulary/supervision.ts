import type {
	Exposure,
	InstrumentEvent,
	InstrumentKind,
	InstrumentStage,
	InstrumentState,
	InstrumentVerb,
	Light,
	ScheduleStatus,
} from "../supervision/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

/** 进度状态. */
export const scheduleStatus: Labels<ScheduleStatus> = {
	completed: say("已完成", "Completed"),
	onSchedule: say("达到序时进度", "On schedule"),
	lagging: say("未达到序时进度", "Lagging"),
	overdue: say("逾期", "Overdue"),
	notStarted: say("未启动", "Not started"),
	notDue: say("未到节点", "Not due yet"),
	longTerm: say("长期坚持", "Long-term"),
};

/** 预警. Which colour `good` has is the palette's matter. */
export const light: Labels<Light> = {
	good: say("正常", "Good"),
	yellow: say("黄牌", "Yellow"),
	red: say("红灯", "Red"),
	none: say("未亮灯", "No light"),
};

/** 督办手段, in the order of the ladder. */
export const instrumentKind: Labels<InstrumentKind> = {
	reminderLetter: say("提醒函", "Reminder letter"),
	supervisionLetter: say("督办函", "Supervision letter"),
	circular: say("通报", "Circular"),
	admonitoryTalk: say("约谈", "Admonitory talk"),
	listedSupervision: say("挂牌督办", "Listed supervision"),
	specialInspection: say("专项督察", "Special inspection"),
};

export const instrumentState: Labels<InstrumentState> = {
	drafted: say("拟稿", "Drafted"),
	approved: say("已批准", "Approved"),
	issued: say("已制发", "Issued"),
	acknowledged: say("已签收", "Acknowledged"),
	held: say("已约谈", "Held"),
	minuted: say("已形成纪要", "Minuted"),
	replied: say("已回复", "Replied"),
	preAccepted: say("已预验收", "Pre-accepted"),
	verified: say("回复已核实", "Verified"),
	lifted: say("已解除", "Lifted"),
	failed: say("未通过", "Failed"),
	escalated: say("已升级", "Escalated"),
	discarded: say("已作废", "Discarded"),
};

/** For whose step it waits: the columns of the 督办 board, in their order. */
export const instrumentStage: Labels<InstrumentStage> = {
	toApprove: say("待批准", "To approve"),
	toIssue: say("待制发", "To issue"),
	toAcknowledge: say("待签收", "Waiting for receipt"),
	toReply: say("待回复", "Waiting for reply"),
	late: say("逾期未办", "Overdue"),
	toVerify: say("待核实", "To verify"),
	toLift: say("待解除", "To lift"),
	over: say("已了结", "Ended"),
};

/** Who signs it (domain.md §4, the default ladder). */
export const instrumentSigner: Labels<InstrumentKind> = {
	reminderLetter: say("整改办", "The rectification office"),
	supervisionLetter: say("整改办主要负责人", "The head of the rectification office"),
	circular: say("领导小组", "The leading group"),
	admonitoryTalk: say("领导小组组长或副组长", "A head of the leading group"),
	listedSupervision: say("政府或领导小组", "The government or the leading group"),
	specialInspection: say("领导小组（派出专项督察组）", "The leading group, which sends a team"),
};

export const instrumentVerb: Labels<InstrumentVerb> = {
	draftInstrument: say("拟制督办文书", "Draft instrument"),
	approveInstrument: say("批准督办", "Approve instrument"),
	issueInstrument: say("制发", "Issue"),
	acknowledgeInstrument: say("签收", "Acknowledge receipt"),
	readdressInstrument: say("改送", "Readdress"),
	holdTalk: say("记录约谈", "Record talk"),
	minuteTalk: say("形成纪要", "Record minutes"),
	replyInstrument: say("书面回复", "Reply in writing"),
	verifyReply: say("核实回复", "Verify reply"),
	liftInstrument: say("解除督办", "Lift"),
	escalateInstrument: say("升级督办", "Escalate"),
	discardInstrument: say("作废拟稿", "Discard draft"),
	extendListing: say("挂牌延期", "Extend listing"),
	preAcceptListing: say("预验收", "Pre-accept"),
	unlist: say("解除挂牌", "Unlist"),
	failListing: say("认定未完成", "Record as failed"),
};

export const instrumentEvent: Labels<InstrumentEvent["type"]> = {
	instrumentDrafted: say("拟制督办文书", "Drafted"),
	instrumentApproved: say("领导小组批准", "Approved by the leading group"),
	instrumentIssued: say("制发", "Issued"),
	instrumentAcknowledged: say("签收", "Acknowledged"),
	instrumentReaddressed: say("改送", "Readdressed"),
	talkHeld: say("举行约谈", "Talk held"),
	talkMinuted: say("形成约谈纪要", "Minutes recorded"),
	instrumentReplied: say("书面回复", "Replied"),
	replyAccepted: say("回复核实通过", "Reply verified"),
	replyRejected: say("回复核实未通过，原回复期限继续计算", "Reply rejected, due as before"),
	instrumentLifted: say("督办解除", "Lifted"),
	instrumentEscalated: say("升级督办", "Escalated"),
	instrumentDiscarded: say("拟稿作废", "Draft discarded"),
	listingExtended: say("挂牌延期", "Listing extended"),
	listingPreAccepted: say("预验收通过", "Pre-accepted"),
	listingFailed: say("到期未完成整改", "Not put right"),
};

/** What exposed it. */
export const exposureKind: Labels<Exposure["kind"]> = {
	circular: say("通报批评", "Criticised by circular"),
	media: say("媒体曝光", "Exposed by media"),
};

export const exposureLevel: Labels<Exposure["level"]> = {
	central: say("中央", "Central"),
	province: say("省级", "Provincial"),
	city: say("市级", "City"),
	county: say("县级", "County"),
};
