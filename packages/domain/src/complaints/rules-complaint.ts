import { type Bilingual, say } from "../kernel/index.ts";
import { vocab } from "../vocabulary/index.ts";
import { TEXT_KEYS } from "./elements.ts";
import { personalDataIn } from "./personal-data.ts";
import { complaintRule, TABLE_KEEPERS } from "./rules-subject.ts";
import type { ComplaintElements } from "./schema.ts";
import { untrueShare } from "./totals.ts";

/** A date, or the phrase that stands for one: what makes a plan have a deadline. */
const DEADLINE =
	/\d{1,4}\s*年|\d{1,2}\s*月|\d+\s*(?:个)?(?:工作)?日内|\d{4}[-./]\d{1,2}|年底|月底|季度|长期/u;

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

export const cmp04 = complaintRule({
	id: "CMP-04",
	group: "CMP",
	severity: "block",
	gate: "save",
	title: say("污染类型", "Pollution types"),
	statement: say(
		"一件可涉及多个污染类型，合计须说明类型数不等于件数；规则集要求一案一类时只计一个主要类型",
		"A case may have several types, and totals say that types are not cases; where the rule set wants one main type, only one",
	),
	params: ["typeMode"],
	src: ["S43", "S48", "S49", "INF"],
	who: TABLE_KEEPERS,
	check: (subject, params) => {
		if (subject.kind !== "complaint" || params.string("typeMode") !== "single") return null;
		const length = new Set(subject.complaint.pollutionTypes).size;
		if (length < 2) return null;
		return {
			field: "pollutionTypes",
			message: say(
				`列了${length}个污染类型，本地要求一案一类`,
				`${length} types are given, but this place counts one main type a case`,
			),
			clears: say("只保留主要污染类型", "Keep the main type only"),
		};
	},
});

export const cmp05 = complaintRule({
	id: "CMP-05",
	group: "CMP",
	severity: "warn",
	gate: "report",
	title: say("不属实须有依据", "Reasons for “untrue”"),
	statement: say(
		"认定不属实须写明调查核实情况；不属实比例过高的须关注",
		"“Untrue” needs what was found on site; a high share of untrue ones is watched",
	),
	params: ["untrueRateWarn"],
	src: ["S46", "D"],
	who: [...TABLE_KEEPERS, "respUnit"],
	check: (subject, params) => {
		if (subject.kind === "complaint") {
			const { verdict, investigation } = subject.complaint;
			if (verdict !== "untrue" || investigation !== null) return null;
			return {
				field: "investigation",
				used: [],
				message: say(
					"认定为不属实，但没有调查核实情况",
					"Found untrue, but nothing says what was looked into",
				),
				clears: say("补充现场调查核实情况", "Write what was found on site"),
			};
		}
		const share = untrueShare(subject.totals.tally);
		const limit = params.number("untrueRateWarn");
		if (share === null || share <= limit) return null;
		return {
			field: "verdicts.untrue",
			message: say(
				`不属实占${percent(share)}，超过${percent(limit)}`,
				`${percent(share)} are found untrue: more than ${percent(limit)}`,
			),
			clears: say("抽查不属实件的调查过程和依据", "Look again at a sample of those found untrue"),
		};
	},
});

export const cmp06 = complaintRule({
	id: "CMP-06",
	group: "CMP",
	severity: "block",
	gate: "report",
	title: say("阶段性办结须有后续安排", "Stage-closed needs what is left"),
	statement: say(
		"阶段性办结的须有后续整改安排和完成时限",
		"A stage-closed case needs the remaining plan and its deadline",
	),
	params: [],
	src: ["S63"],
	who: [...TABLE_KEEPERS, "respUnit"],
	check: (subject) => {
		if (subject.kind !== "complaint" || subject.complaint.status !== "stageClosed") return null;
		const { closureTarget, handling } = subject.complaint;
		if (closureTarget === null && handling === null) {
			return {
				field: "closureTarget",
				message: say("阶段性办结，但没有后续安排", "Stage-closed, but nothing says what is left to do"),
				clears: say("填写办结目标和后续整改安排", "Write the closure target and what is left to do"),
			};
		}
		if (DEADLINE.test(`${closureTarget ?? ""}\n${handling ?? ""}`)) return null;
		return {
			field: "closureTarget",
			message: say("阶段性办结，但没有完成时限", "Stage-closed, but without a deadline"),
			clears: say("在办结目标中写明完成时限", "Write the deadline into the closure target"),
		};
	},
});

const PARTS: readonly (readonly ["mobiles" | "identities", Bilingual])[] = [
	["mobiles", say("手机号", "mobile number")],
	["identities", say("身份证号", "identity number")],
];

/** Each field of a complaint that holds something that could reach a person, with what it is. */
function revealing(complaint: ComplaintElements) {
	return TEXT_KEYS.flatMap((field) => {
		const found = personalDataIn(complaint[field] ?? "");
		return PARTS.filter(([part]) => found[part] > 0).map(([, what]) => ({ field, what }));
	});
}

export const cmp08 = complaintRule({
	id: "CMP-08",
	group: "CMP",
	severity: "warn",
	gate: "report",
	title: say("不泄露举报人信息", "No complainant is revealed"),
	statement: say(
		"公开和跨单位的内容中不得有举报人的身份、电话和住址；手机号、身份证号入账时隐去",
		"Nothing public or shared holds a complainant's identity, phone or address; mobile and identity numbers are masked on entry",
	),
	params: [],
	src: ["K"],
	who: TABLE_KEEPERS,
	check: (subject) => {
		if (subject.kind !== "complaint") return null;
		const found = revealing(subject.complaint);
		if (found.length === 0) return null;
		return found.map(({ field, what }) => ({
			field,
			message: say(
				`${vocab.complaintField[field].zh}中有${what.zh}，入账时隐去`,
				`“${vocab.complaintField[field].en}” holds a ${what.en}: it is masked on entry`,
			),
			clears: say(
				"检查是否还有举报人姓名、住址等信息并删去",
				"Look for names and addresses of complainants too, and take them out",
			),
		}));
	},
});

/** Rules that look at one complaint, or at what many of them add up to. */
export const complaintOnlyRules = [cmp04, cmp05, cmp06, cmp08];
