import type {
	AcceptanceVerdict,
	CloseOutKind,
	CloseOutStep,
	CriterionAnswer,
	GateKind,
	LookBack,
	LookBackResult,
	RoundEnd,
} from "../close-out/index.ts";
import type { Labels } from "./label.ts";
import { say } from "./say.ts";

/** 四个不放过. */
export const gateKind: Labels<GateKind> = {
	foundOut: say("问题查清", "Found out"),
	putRight: say("整改到位", "Put right"),
	answeredFor: say("责任落实", "Answered for"),
	publicSatisfied: say("群众满意", "Public satisfied"),
};

export const acceptanceVerdict: Labels<AcceptanceVerdict> = {
	pass: say("通过", "Pass"),
	conditional: say("补充完善后通过", "Conditional"),
	fail: say("不通过", "Fail"),
};

export const closeOutKind: Labels<CloseOutKind> = {
	works: say("工程类", "Works"),
	nonWorks: say("非工程类", "Non-works"),
};

export const closeOutStep: Labels<CloseOutStep> = {
	acceptance: say("验收", "Acceptance"),
	publicNotice: say("公示", "Public notice"),
	signing: say("审签", "Signing"),
	filing: say("备案", "Filing"),
};

export const lookBackResult: Labels<LookBackResult> = {
	held: say("成效保持", "Held"),
	weakened: say("成效减弱", "Weakened"),
	rebounded: say("反弹", "Rebounded"),
	neverDone: say("未真正整改", "Never done"),
};

/** What a form of acceptance asks (domain.md §2.4). */
export type Criterion =
	| "measuresDone"
	| "violationsHandled"
	| "meetsNorms"
	| "similarFixed"
	| "sourceTreated"
	| "pollutionRemoved"
	| "ecologyRestored"
	| "publicSatisfied";

export const criterion: Labels<Criterion> = {
	measuresDone: say("方案措施全部落实", "All measures carried out"),
	violationsHandled: say("违法行为依法处理", "Violations dealt with by law"),
	meetsNorms: say("符合法规和行业规范", "Meets law and sector norms"),
	similarFixed: say("同类问题一并整改", "Similar problems put right"),
	sourceTreated: say("源头治理、长效保持", "Source treated, effect lasting"),
	pollutionRemoved: say("污染消除", "Pollution removed"),
	ecologyRestored: say("生态恢复", "Ecology restored"),
	publicSatisfied: say("群众满意", "Public satisfied"),
};

/** 销号档案 items (domain.md §5.7). */
export type DossierItem =
	| "index"
	| "sourceText"
	| "plan"
	| "measureTable"
	| "evidence"
	| "enforcementPapers"
	| "selfCheckReport"
	| "application"
	| "siteCheckRecord"
	| "expertOpinion"
	| "acceptanceOpinion"
	| "publicNotice"
	| "satisfaction"
	| "similarScreening"
	| "longTermMechanism"
	| "signatureSheet"
	| "filing"
	| "extensionPapers";

export const dossierItem: Labels<DossierItem> = {
	index: say("档案目录", "Index"),
	sourceText: say("反馈问题原文", "Source text"),
	plan: say("整改方案及历次版本", "Plan and its versions"),
	measureTable: say("措施完成情况表", "Measure table"),
	evidence: say("佐证材料", "Evidence"),
	enforcementPapers: say("执法处罚材料", "Enforcement papers"),
	selfCheckReport: say("自查报告", "Self-check report"),
	application: say("销号申请", "Application"),
	siteCheckRecord: say("现场核查记录", "Site-check record"),
	expertOpinion: say("专家或集体研究意见", "Expert or collective opinion"),
	acceptanceOpinion: say("验收意见", "Acceptance opinions"),
	publicNotice: say("公示及异议处理", "Public notice and objections"),
	satisfaction: say("群众满意度材料", "Public satisfaction"),
	similarScreening: say("举一反三结果", "Similar-problem screening"),
	longTermMechanism: say("长效机制文件", "Long-term mechanism"),
	signatureSheet: say("审签单", "Signature sheet"),
	filing: say("备案函及回执", "Filing and receipt"),
	extensionPapers: say("延期、督办材料", "Extension and supervision papers"),
};

/** Who signs a close-out in the rule sets that come with the system. */
export type KnownSigner = "leadUnitPrincipal" | "acceptanceUnit" | "countyPrincipals" | "rectificationOffice";

export const closeOutSigner: Labels<KnownSigner> = {
	leadUnitPrincipal: say("牵头单位主要负责人", "Principal of the lead unit"),
	acceptanceUnit: say("验收单位", "Acceptance unit"),
	countyPrincipals: say("属地党政主要负责人", "Local principal leaders"),
	rectificationOffice: say("整改办", "Rectification office"),
};

export const siteCheckFinding: Labels<"done" | "partlyDone" | "notDone"> = {
	done: say("已完成", "Done"),
	partlyDone: say("部分完成", "Partly done"),
	notDone: say("未完成", "Not done"),
};

export const roundEnd: Labels<RoundEnd> = {
	acceptanceFailed: say("验收不通过", "Acceptance failed"),
	objectionUpheld: say("异议成立", "Objection upheld"),
	filingReturned: say("备案退回", "Filing returned"),
	reopened: say("反弹重新挂账", "Reopened"),
};

/** What each of the four gates asks (seed0, seed1). */
export const gateQuestion: Labels<GateKind> = {
	foundOut: say("问题的事实、原因和责任是否查清？", "Are facts, causes and responsibilities found out?"),
	putRight: say("整改措施和目标是否全部到位？", "Are all measures and goals carried out?"),
	answeredFor: say("责任是否落实到单位和人？", "Do units and people answer for it?"),
	publicSatisfied: say("群众是否满意？", "Is the public satisfied?"),
};

export const criterionAnswer: Labels<CriterionAnswer["answer"]> = {
	yes: say("符合", "Met"),
	no: say("不符合", "Not met"),
	notApplicable: say("不适用", "Not applicable"),
};

export const objectionVerdict: Labels<"upheld" | "dismissed"> = {
	upheld: say("异议成立", "Upheld"),
	dismissed: say("异议不成立", "Dismissed"),
};

export const filingVerdict: Labels<"accepted" | "returned" | "noted"> = {
	accepted: say("同意备案", "Accepted"),
	returned: say("退回", "Returned"),
	noted: say("逾期未复，视为知悉", "Noted by silence"),
};

export const lookBackOccasion: Labels<LookBack["occasion"]> = {
	watchPoint: say("定期回看", "Watch point"),
	draw: say("抽查", "Draw"),
	complaint: say("信访举报", "Complaint"),
	unannounced: say("暗访突查", "Unannounced"),
};

/** Who of the responsible side is there at a check on the spot (S68). */
export const siteAttendance: Labels<"leader" | "worker"> = {
	leader: say("单位负责人", "A leader"),
	worker: say("具体工作人员", "A worker"),
};
