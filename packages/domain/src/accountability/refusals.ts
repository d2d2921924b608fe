import { rolesFor } from "../access/index.ts";
import { type Bilingual, type Refusal, refusal, say } from "../kernel/index.ts";
import { caseVocab } from "../vocabulary/index.ts";
import type { ReferralVerb } from "./commands.ts";
import type { Distinction, ReferralState } from "./schema.ts";

const OFFICES = ["provOffice", "cityOffice", "countyOffice"] as const;

/** RSP-03: nothing about accountability is done by a program or a job. */
export const personNeeded = (verb: ReferralVerb): Refusal => {
	const { zh, en } = caseVocab.referralVerb[verb];
	return refusal(
		"RSP-03",
		say(
			`“${zh}”须由具体人员办理，程序、任务不得代办`,
			`“${en}” is done by a named person, never by a program or a job`,
		),
		say("由有权限的人员登录办理", "Have a person with the right sign in and do it"),
		{ who: rolesFor(verb), basis: "S36 S55" },
	);
};

/** RSP-02: something that a submission must hold is missing. */
const incomplete = (field: string, what: Bilingual): Refusal =>
	refusal(
		"RSP-02",
		say(`线索缺少${what.zh}`, `The referral lacks ${what.en}`),
		say(`补充${what.zh}后再提交`, `Add ${what.en}, then submit`),
		{ field, who: OFFICES, basis: "seed0" },
	);

export const factsMissing = (): Refusal => incomplete("facts", say("事实", "its facts"));

export const evidenceMissing = (): Refusal =>
	incomplete("evidence", say("佐证材料、督办件或有关文件", "evidence, an instrument or a paper"));

export const subjectMissing = (): Refusal =>
	incomplete("subjects", say("所涉单位或人员", "the unit or person it is about"));

export const distinctionMissing = (distinction: Distinction): Refusal =>
	incomplete(
		`faultTolerance.${distinction}`,
		say(
			`“三个区分开来”考量：${caseVocab.distinction[distinction].zh}`,
			`the consideration of fault tolerance “${caseVocab.distinction[distinction].en}”`,
		),
	);

export const ownReferral = (): Refusal =>
	refusal(
		"SOD-01",
		say("您方起草或提交了这条线索，不能决定是否移送", "Your side wrote it: you cannot decide on it"),
		say(
			"由领导小组中未参与起草的人员决定",
			"Have somebody of the leading group who had no part in it decide",
		),
		{ who: ["leadingGroup"], basis: "S17" },
	);

export const sameDecider = (): Refusal =>
	refusal(
		"SOD-01",
		say("原处理结果由您记录，不能办理对它的申诉", "You recorded the outcome: its appeal is not yours"),
		say("由另一人办理", "Have another person do it"),
		{ who: ["discipline"], basis: "S17" },
	);

export const notYourCase = (organ: string): Refusal =>
	refusal(
		"NOT_YOUR_CASE",
		say(`这条线索由“${organ}”受理`, `The case was taken on by “${organ}”`),
		say("由受理机关记录结果", "Have that organ record the outcome"),
		{ who: ["discipline"] },
	);

export const notThen = (verb: ReferralVerb, state: ReferralState): Refusal => {
	const [doing, now] = [caseVocab.referralVerb[verb], caseVocab.referralState[state]];
	return refusal(
		"WRONG_STATE",
		say(`线索“${now.zh}”，不能“${doing.zh}”`, `The referral is “${now.en}”: “${doing.en}” is not possible`),
		say("核对线索当前所处环节", "Look at how far it is"),
		{ who: rolesFor(verb) },
	);
};

export const notThere = (): Refusal =>
	refusal("NOT_FOUND", say("没有这条线索", "No such referral"), say("先起草", "Draft it first"), {
		who: OFFICES,
	});

export const thereAlready = (): Refusal =>
	refusal(
		"ALREADY_REGISTERED",
		say("该线索已存在", "This referral is there already"),
		say("打开已有线索", "Open the one that is there"),
		{ field: "referralId", who: OFFICES },
	);

export const unknownIn = (what: Bilingual, field: string): Refusal =>
	refusal(
		"UNKNOWN_REFERENCE",
		say(`没有这一${what.zh}，或不在您的辖区内`, `No such ${what.en}, or it is outside of your region`),
		say("核对后重新选择", "Check it and choose again"),
		{ field, who: OFFICES },
	);

export const unchanged = (): Refusal =>
	refusal(
		"NO_CHANGE",
		say("内容与现有记录相同，没有变更", "Nothing differs from what is recorded"),
		say("修改至少一项后再提交", "Change at least one thing"),
		{ field: "changes", who: OFFICES },
	);

export const inFuture = (field: string, verb: ReferralVerb): Refusal =>
	refusal(
		"IN_FUTURE",
		say("日期晚于今天", "The day has not come yet"),
		say("改为实际日期", "Write the day on which it happened"),
		{ field, who: rolesFor(verb) },
	);

export const wrongOrder = (field: string, verb: ReferralVerb): Refusal =>
	refusal(
		"WRONG_ORDER",
		say("日期早于前一环节", "The day is before that of the step before"),
		say("核对日期", "Check the day"),
		{ field, who: rolesFor(verb) },
	);

/** RSP-04: the result and its consequences do not fit each other. */
export const consequencesWrong = (field: string, message: Bilingual): Refusal =>
	refusal("RSP-04", message, say("按实际处理结果填写", "Record what was decided in fact"), {
		field,
		who: ["discipline"],
		basis: "seed2",
	});

export const noSuchAppeal = (field: string): Refusal =>
	refusal(
		"UNKNOWN_APPEAL",
		say("没有这次申诉，或已有结果", "No such appeal, or it has its result"),
		say("核对申诉序号", "Check the number of the appeal"),
		{ field, who: ["discipline"] },
	);

export const appealPending = (): Refusal =>
	refusal(
		"PENDING",
		say("该对象的申诉尚无结果", "An appeal of this subject waits for its result"),
		say("待其有结果后再记录", "Wait for that result"),
		{ field: "subject", who: ["discipline"] },
	);

export const noSuchSubject = (field: string): Refusal =>
	refusal(
		"UNKNOWN_SUBJECT",
		say("线索中没有这一对象", "The referral names no such subject"),
		say("核对所涉单位或人员", "Check whom it is about"),
		{ field, who: ["discipline"] },
	);
