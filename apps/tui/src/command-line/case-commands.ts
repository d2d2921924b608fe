import type { ReferralVerb } from "@zhenggai/domain/accountability";
import type { DrawVerb } from "@zhenggai/domain/close-out";
import type { ScreeningVerb } from "@zhenggai/domain/screening";
import { caseVocab, valuesOf } from "@zhenggai/domain/vocabulary";
import { say } from "../say.ts";
import { BODY_OPTIONS } from "./body.ts";
import type { ArgumentSpec, CommandSpec, OptionSpec } from "./command.ts";
import { JSON_OPTION, OUTPUT_OPTIONS, option } from "./options.ts";

const ID: readonly ArgumentSpec[] = [{ name: say("标识", "id"), required: true, file: false }];

const STATE = option.value("state", ["状态", "state"], "只看某一状态", "Only those in this state");
const ISSUE = option.value(
	"issue",
	["问题标识", "issue id"],
	"只看与某问题有关的",
	"Only those about this issue",
);
const LIMIT = option.value(
	"limit",
	["条数", "count"],
	"最多多少件，all 为全部（默认 50）",
	"At most so many, or all (50 unless given)",
);
const REGION = option.value("region", ["区域", "region"], "只看某区域及以下", "Only this region and below");
const LIST: readonly OptionSpec[] = [STATE, ISSUE, LIMIT, ...OUTPUT_OPTIONS];

/** What an act is called on the command line. */
const REFERRAL_ACT: Readonly<Record<ReferralVerb, string>> = {
	draftReferral: "draft",
	amendReferral: "amend",
	submitReferral: "submit",
	withdrawReferral: "withdraw",
	returnReferral: "return",
	decideReferral: "decide",
	receiveReferral: "receive",
	recordOutcome: "outcome",
	recordAppeal: "appeal",
	decideAppeal: "decide-appeal",
};
const SCREENING_ACT: Readonly<Record<ScreeningVerb, string>> = {
	startScreening: "start",
	amendScreening: "amend",
	recordScreened: "record",
	waiveTarget: "waive",
	openFound: "open",
	dismissFound: "dismiss",
	produceInstitution: "institution",
	closeScreening: "close",
	cancelScreening: "cancel",
};

const DRAW_ACT: Readonly<Record<DrawVerb, string>> = {
	openDraw: "open",
	freezeFrame: "freeze",
	drawLookBacks: "draw",
	assignChecker: "assign",
	recordDrawn: "record",
	linkLookBack: "link",
	waiveDrawn: "waive",
	closeDraw: "close",
	cancelDraw: "cancel",
};

/** Referrals for accountability: listed, shown and acted on by those who may know of them. */
const REFERRALS: readonly CommandSpec[] = [
	{
		path: ["referrals", "list"],
		summary: say("列出可知悉的问责线索", "List the referrals that you may know of"),
		arguments: [],
		options: LIST,
		load: async () => (await import("../accountability/list-command.ts")).run,
	},
	{
		path: ["referrals", "show"],
		summary: say("一条问责线索", "One referral"),
		arguments: ID,
		options: JSON_OPTION,
		load: async () => (await import("../accountability/show-command.ts")).run,
	},
	{
		path: ["referrals", "history"],
		summary: say("一条问责线索的办理日志", "The journal of one referral"),
		arguments: ID,
		options: OUTPUT_OPTIONS,
		load: async () => (await import("../accountability/list-command.ts")).history,
	},
	...valuesOf(caseVocab.referralVerb).map(
		(verb): CommandSpec => ({
			path: ["referrals", REFERRAL_ACT[verb]],
			summary: caseVocab.referralVerb[verb],
			arguments: verb === "draftReferral" ? [] : ID,
			options: [...BODY_OPTIONS, ...JSON_OPTION],
			load: async () => (await import("../accountability/act-command.ts")).actOf(verb),
		}),
	),
];

/** Sweeps for similar problems. */
const SCREENINGS: readonly CommandSpec[] = [
	{
		path: ["screenings", "list"],
		summary: say("列出举一反三排查", "List sweeps for similar problems"),
		arguments: [],
		options: [REGION, ...LIST],
		examples: ["zhenggai screenings list --state 排查中 --region 青屏市"],
		load: async () => (await import("../screening/list-command.ts")).run,
	},
	{
		path: ["screenings", "show"],
		summary: say("一次排查的范围、发现和制度文件", "Coverage, finds and documents of one sweep"),
		arguments: ID,
		options: JSON_OPTION,
		load: async () => (await import("../screening/show-command.ts")).run,
	},
	{
		path: ["screenings", "history"],
		summary: say("一次排查的办理日志", "The journal of one sweep"),
		arguments: ID,
		options: OUTPUT_OPTIONS,
		load: async () => (await import("../screening/list-command.ts")).history,
	},
	...valuesOf(caseVocab.screeningVerb).map(
		(verb): CommandSpec => ({
			path: ["screenings", SCREENING_ACT[verb]],
			summary: caseVocab.screeningVerb[verb],
			arguments: verb === "startScreening" ? [] : ID,
			options: [...BODY_OPTIONS, ...JSON_OPTION],
			load: async () => (await import("../screening/act-command.ts")).actOf(verb),
		}),
	),
];

/** Draws of closed issues that are looked at again. */
const DRAWS: readonly CommandSpec[] = [
	{
		path: ["draws", "list"],
		summary: say("列出回头看抽查", "List look-back draws"),
		arguments: [],
		options: [STATE, REGION, LIMIT, ...OUTPUT_OPTIONS],
		examples: ["zhenggai draws list --state 核查中"],
		load: async () => (await import("../close-out/draw-list-command.ts")).run,
	},
	{
		path: ["draws", "show"],
		summary: say("一次抽查的抽样框、种子和抽中的问题", "Frame, seed and drawn issues of one draw"),
		arguments: ID,
		options: JSON_OPTION,
		load: async () => (await import("../close-out/draw-show-command.ts")).run,
	},
	{
		path: ["draws", "repeat"],
		summary: say("在本机重新抽取并核对", "Draw again on this machine, and compare"),
		arguments: ID,
		options: JSON_OPTION,
		load: async () => (await import("../close-out/draw-show-command.ts")).repeat,
	},
	{
		path: ["draws", "history"],
		summary: say("一次抽查的办理日志", "The journal of one draw"),
		arguments: ID,
		options: OUTPUT_OPTIONS,
		load: async () => (await import("../close-out/draw-list-command.ts")).history,
	},
	...valuesOf(caseVocab.drawVerb).map(
		(verb): CommandSpec => ({
			path: ["draws", DRAW_ACT[verb]],
			summary: caseVocab.drawVerb[verb],
			arguments: verb === "openDraw" ? [] : ID,
			options: [...BODY_OPTIONS, ...JSON_OPTION],
			load: async () => (await import("../close-out/draw-act-command.ts")).actOf(verb),
		}),
	),
];

/** What waits for whoever asks. */
const IN_TRAY: CommandSpec = {
	path: ["in-tray"],
	summary: say("我的待办：要办什么、为何、何时到期", "Your in-tray: what is to be done, why, and by when"),
	arguments: [],
	options: [
		option.value("kind", ["事项", "kind"], "只看某一类事项", "Only items of this kind"),
		option.flag("overdue", "只看已逾期的", "Only what is overdue"),
		LIMIT,
		...OUTPUT_OPTIONS,
	],
	examples: ["zhenggai in-tray --overdue", "zhenggai in-tray --kind 方案待审核 --json"],
	load: async () => (await import("../in-tray/list-command.ts")).run,
};

/** The commands of the in-tray, referrals, sweeps and draws. */
export const CASE_COMMANDS: readonly CommandSpec[] = [IN_TRAY, ...REFERRALS, ...SCREENINGS, ...DRAWS];
