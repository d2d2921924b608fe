import type {
	AccountabilityOutcome,
	Appeal,
	Distinction,
	FourForm,
	ReferralConclusion,
	ReferralContent,
	ReferralEvent,
	ReferralState,
	ReferralVerb,
	TracePart,
} from "../accountability/index.ts";
import type { FailureMode, FraudKind } from "../kernel/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

export const referralVerb: Labels<ReferralVerb> = {
	draftReferral: say("起草线索", "Draft referral"),
	amendReferral: say("修改线索", "Amend referral"),
	submitReferral: say("提交线索", "Submit referral"),
	withdrawReferral: say("撤回线索", "Withdraw referral"),
	returnReferral: say("退回补充", "Return referral"),
	decideReferral: say("决定是否移送", "Decide on referral"),
	receiveReferral: say("受理线索", "Receive referral"),
	recordOutcome: say("记录处理结果", "Record outcome"),
	recordAppeal: say("记录申诉", "Record appeal"),
	decideAppeal: say("记录申诉结果", "Record result of appeal"),
};

export const referralEvent: Labels<ReferralEvent["type"]> = {
	referralDrafted: say("起草", "Drafted"),
	referralAmended: say("修改", "Amended"),
	referralSubmitted: say("提交", "Submitted"),
	referralReturned: say("退回补充", "Returned"),
	referralReferred: say("决定移送", "Referred"),
	referralDeclined: say("决定不移送", "Not referred"),
	referralReceived: say("受理", "Received"),
	outcomeRecorded: say("处理结果", "Outcome"),
	appealRecorded: say("申诉", "Appeal"),
	appealDecided: say("申诉结果", "Result of appeal"),
	referralWithdrawn: say("撤回", "Withdrawn"),
};

export const referralState: Labels<ReferralState> = {
	draft: say("草稿", "Draft"),
	submitted: say("待领导小组研究", "With the leading group"),
	notReferred: say("不移送", "Not referred"),
	referred: say("已移送", "Referred"),
	received: say("已受理", "Received"),
	concluded: say("已有结果", "Concluded"),
	appealed: say("申诉中", "Under appeal"),
	withdrawn: say("已撤回", "Withdrawn"),
};

export const referralField: Labels<keyof ReferralContent> = {
	title: say("标题", "Title"),
	issueIds: say("所涉问题", "Issues"),
	failedOn: say("失职失责之日", "Day of the failure"),
	failureMode: say("不落实类型", "Mode of failure"),
	fraudKind: say("弄虚作假类型", "Kind of fraud"),
	facts: say("事实", "Facts"),
	evidence: say("佐证材料", "Evidence"),
	instrumentIds: say("督办件", "Instruments"),
	documents: say("有关文件", "Papers"),
	subjects: say("所涉单位和人员", "Whom it is about"),
	faultTolerance: say("“三个区分开来”考量", "Fault tolerance"),
};

/** 不落实的七种情形 (seed2). */
export const failureMode: Labels<FailureMode> = {
	notDone: say("不落实", "Not done"),
	wronglyDone: say("乱落实", "Wrongly done"),
	fakeDone: say("假落实", "Done in show"),
	partlyDone: say("少落实", "Partly done"),
	slowlyDone: say("慢落实", "Slowly done"),
	mechanicallyDone: say("机械落实", "Mechanically done"),
	perfunctorilyDone: say("应付式落实", "Perfunctorily done"),
};

export const fraudKind: Labels<FraudKind> = {
	surface: say("表面整改", "Surface rectification"),
	false: say("虚假整改", "False rectification"),
	perfunctory: say("敷衍整改", "Perfunctory rectification"),
};

/** 三个区分开来 (seed0). */
export const distinction: Labels<Distinction> = {
	inexperience: say(
		"缺乏经验、先行先试的失误，与明知故犯",
		"A slip for want of experience, or a knowing breach",
	),
	exploration: say(
		"尚无明确限制的探索性失误，与明令禁止后我行我素",
		"A mistake of an exploration that nothing forbade, or defiance of a ban",
	),
	goodIntent: say("为推动工作的无意过失，与谋取私利", "An unintended fault for the work, or private gain"),
};

export const accountabilityOutcome: Labels<AccountabilityOutcome> = {
	talkReminder: say("谈话提醒", "Reminder in a talk"),
	inquiryByLetter: say("约谈函询", "Inquiry by talk or letter"),
	criticism: say("批评教育", "Criticism"),
	admonition: say("诫勉", "Admonition"),
	organisational: say("组织处理", "Organisational handling"),
	disciplinary: say("党纪政务处分", "Disciplinary sanction"),
	criminalReferral: say("移送司法", "Referral to the judiciary"),
};

/** 四种形态 (seed2). */
export const fourForm: Labels<FourForm> = {
	first: say("第一种形态", "First form"),
	second: say("第二种形态", "Second form"),
	third: say("第三种形态", "Third form"),
	fourth: say("第四种形态", "Fourth form"),
};

export const referralResult: Labels<ReferralConclusion["result"]> = {
	heldToAccount: say("予以追责", "Held to account"),
	exempted: say("容错免责", "Exempted by fault tolerance"),
	unfounded: say("不予追责", "Unfounded"),
};

export const appealVerdict: Labels<NonNullable<Appeal["decision"]>["verdict"]> = {
	upheld: say("申诉成立", "Upheld"),
	partlyUpheld: say("部分成立", "Partly upheld"),
	dismissed: say("维持原处理", "Dismissed"),
};

/** What somebody did for an issue, as the chain of responsibility names it. */
export const tracePart: Labels<TracePart> = {
	answering: say("当时负责", "Answered for it"),
	planned: say("编制方案", "Wrote the plan"),
	submitted: say("报审方案", "Submitted the plan"),
	approved: say("批准方案", "Approved the plan"),
	reported: say("报告进展", "Reported progress"),
	attained: say("报告节点完成", "Reported a milestone"),
	verified: say("核实节点", "Verified a milestone"),
	selfChecked: say("自查", "Self-checked"),
	applied: say("申请验收", "Applied for acceptance"),
	checked: say("现场核查", "Checked on the spot"),
	examined: say("专家或集体研究", "Examined"),
	accepted: say("验收", "Accepted"),
	gate: say("四个不放过", "Decided a gate"),
	signed: say("签字", "Signed"),
	filed: say("备案", "Filed"),
	received: say("接受备案", "Received the filing"),
};
