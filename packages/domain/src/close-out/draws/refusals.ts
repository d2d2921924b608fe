import { rolesFor } from "../../access/index.ts";
import { type Bilingual, type IsoDate, type Refusal, refusal, say } from "../../kernel/index.ts";
import { caseVocab, formatDate } from "../../vocabulary/index.ts";
import type { DrawVerb } from "./commands.ts";

const KEEPERS = rolesFor("openDraw");

export const drawNotThere = (): Refusal =>
	refusal("NOT_FOUND", say("没有这次抽查", "No such draw"), say("先开立抽查", "Open it first"), {
		who: KEEPERS,
	});

export const drawThereAlready = (): Refusal =>
	refusal(
		"ALREADY_REGISTERED",
		say("该抽查已存在", "This draw is there already"),
		say("打开已有抽查", "Open the one that is there"),
		{ field: "drawId", who: KEEPERS },
	);

export const notNow = (verb: DrawVerb, state: Bilingual): Refusal => {
	const { zh, en } = caseVocab.drawVerb[verb];
	return refusal(
		"LB-03",
		say(`抽查${state.zh}，不能“${zh}”`, `The draw is “${state.en}”: “${en}” is not possible`),
		say("按开立、冻结、抽取、核查、办结的顺序办理", "Open, freeze, draw, check, close: in this order"),
		{ who: KEEPERS, basis: "D" },
	);
};

export const regionUnknown = (): Refusal =>
	refusal(
		"UNKNOWN_REFERENCE",
		say("没有这一区域", "No such region"),
		say("核对后重新选择", "Check it and choose again"),
		{ field: "region", who: KEEPERS },
	);

export const periodWrong = (): Refusal =>
	refusal(
		"BAD_PERIOD",
		say("起止日期颠倒，或超过一年", "The days are the wrong way round, or more than a year apart"),
		say("改为一个季度或一年以内的期间", "Choose a quarter, or a year at most"),
		{ field: "to", who: KEEPERS },
	);

export const overlaps = (from: IsoDate, to: IsoDate): Refusal =>
	refusal(
		"LB-03",
		say(
			`该区域${formatDate(from, "zh-CN")}至${formatDate(to, "zh-CN")}已有抽查`,
			`This region has a draw from ${formatDate(from, "en")} to ${formatDate(to, "en")} already`,
		),
		say(
			"同一批销号问题只抽一次：在已有抽查中办理，或选择不重叠的期间",
			"What was closed is drawn from once: go on with that draw, or choose days that do not overlap",
		),
		{ field: "from", who: KEEPERS, basis: "D" },
	);

/** The frame is known already: whoever chooses the seed now chooses the sample. */
export const seedTooLate = (): Refusal =>
	refusal(
		"LB-03",
		say(
			"期间已到最后一日，抽样框已可知，不能再自定随机种子",
			"The period ends or is over and what will be drawn from is known: the seed cannot be chosen any more",
		),
		say("改用指定日期后公布的公开号码", "Name a number that will be published later on"),
		{ field: "basis", who: KEEPERS, basis: "D" },
	);

export const publishedTooSoon = (after: IsoDate): Refusal =>
	refusal(
		"LB-03",
		say(
			`公开号码的公布日期须在${formatDate(after, "zh-CN")}之后，抽样框先行冻结`,
			`The number has to be published after ${formatDate(after, "en")}: the frame is frozen before`,
		),
		say("指定更晚公布的号码", "Name one that is published later"),
		{ field: "basis.publishedOn", who: KEEPERS, basis: "D" },
	);

export const periodRuns = (to: IsoDate): Refusal =>
	refusal(
		"LB-03",
		say(
			`期间到${formatDate(to, "zh-CN")}24时届满，届满后方可冻结抽样框`,
			`The period runs until the end of ${formatDate(to, "en")}: the frame is frozen after it`,
		),
		say("期间届满后办理", "Wait for its end"),
		{ who: KEEPERS, basis: "D" },
	);

export const numberOut = (): Refusal =>
	refusal(
		"LB-03",
		say(
			"公开号码已到公布日期，抽样框未先行冻结",
			"The day of the number has come, and the frame was not frozen before",
		),
		say(
			"报领导小组取消本次抽查，另行指定更晚公布的号码",
			"Have the leading group cancel it, and open another with a later number",
		),
		{ who: ["leadingGroup"], basis: "D" },
	);

export const numberNotOut = (on: IsoDate): Refusal =>
	refusal(
		"LB-03",
		say(
			`号码于${formatDate(on, "zh-CN")}公布，尚未到期`,
			`The number is published on ${formatDate(on, "en")}, which has not come`,
		),
		say("公布后录入", "Enter it once it is published"),
		{ field: "seed", who: KEEPERS, basis: "D" },
	);

/** An empty draw is given up by whoever may: by the leading group once everybody could work out what would be drawn. */
export const frameEmpty = (byGroup: boolean): Refusal =>
	refusal(
		"LB-02",
		say("期间内没有销号的问题可抽", "Nothing was closed in the period"),
		byGroup
			? say(
					"报领导小组取消本次抽查，另选期间开立",
					"Have the leading group cancel it, and open another for other days",
				)
			: say("取消本次抽查，另选期间开立", "Cancel it, and open another for other days"),
		{ who: byGroup ? ["leadingGroup"] : KEEPERS, basis: "D" },
	);

export const frameChanged = (): Refusal =>
	refusal(
		"LB-03",
		say("抽样框与冻结时的哈希不符", "The frame has not the hash with which it was frozen"),
		say("核验该抽查的日志", "Verify the journal of this draw"),
		{ who: ["auditor"], basis: "D" },
	);

export const notDrawn = (field: string): Refusal =>
	refusal(
		"UNKNOWN_ITEM",
		say("该问题未被抽中，或已有结果", "This issue was not drawn, or has its result already"),
		say("核对后重新选择", "Check it and choose again"),
		{ field, who: KEEPERS },
	);

export const unitUnknown = (): Refusal =>
	refusal(
		"UNKNOWN_REFERENCE",
		say("没有这一单位，或已停用", "No such unit, or it is not in use"),
		say("核对后重新选择", "Check it and choose again"),
		{ field: "unitId", who: KEEPERS },
	);

/** SOD-01: nobody looks back at what his own side did or accepted. */
export const ownAcceptance = (number: string, field: string): Refusal =>
	refusal(
		"SOD-01",
		say(
			`问题${number}由该方整改或验收，不能由其复核`,
			`Issue ${number} was put right or accepted by the same side: it does not check it`,
		),
		say("另定未参与整改和验收的单位", "Name a unit that neither did the work nor accepted it"),
		{ field, who: KEEPERS, basis: "S17" },
	);

export const dayPassed = (): Refusal =>
	refusal(
		"DUE_PASSED",
		say("完成时限早于今天", "The deadline has passed already"),
		say("填写今后的日期", "Choose a later day"),
		{ field: "dueOn", who: KEEPERS },
	);

export const nobodyNamed = (): Refusal =>
	refusal(
		"NOT_ASSIGNED",
		say("尚未指定核查单位", "Nobody has been named to check it"),
		say("先指定核查单位", "Name a unit first"),
		{ field: "issueId", who: KEEPERS },
	);

export const notTheChecker = (): Refusal =>
	refusal(
		"SOD-01",
		say("您方不是指定的核查单位", "Your side is not the one that was named to check it"),
		say("由指定的核查单位办理，或由整改办代为登记", "Have the named unit do it, or the office for it"),
		{ who: rolesFor("recordDrawn"), basis: "D" },
	);

export const lookBackUnknown = (): Refusal =>
	refusal(
		"UNKNOWN_ITEM",
		say(
			"该问题没有抽取之后登记的这次回头看",
			"The issue has no such look-back that was recorded since the draw",
		),
		say("核对后重新选择，或在此登记", "Check it, or record it here"),
		{ field: "lookBackId", who: KEEPERS },
	);

export const beforeDraw = (): Refusal =>
	refusal(
		"LB-05",
		say("回头看日期早于抽取之日", "The look-back lies before the draw"),
		say("核对日期", "Check the day"),
		{ field: "lookBack.on", who: rolesFor("recordDrawn") },
	);

export const onlyTheGroup = (): Refusal =>
	refusal(
		"LB-02",
		say(
			"该问题仍在销号状态，抽中后不得自行免核",
			"The issue is still closed: what was drawn is not left out by the office",
		),
		say("核查该问题，或由领导小组决定", "Check it, or have the leading group decide"),
		{ field: "issueId", who: ["leadingGroup"], basis: "D" },
	);

export const stillOpen = (open: number): Refusal =>
	refusal(
		"LB-02",
		say(`还有${open}个抽中的问题没有结果`, `${open} drawn issues have no result yet`),
		say("逐项核查", "Check each"),
		{ field: "items", who: KEEPERS, basis: "D" },
	);

/** Whoever could know the sample and gives the draw up draws again until it pleases. */
export const outcomeKnown = (): Refusal =>
	refusal(
		"LB-03",
		say(
			"抽样结果已可推算，整改办不能自行取消",
			"The sample can be worked out already: the office cannot cancel it any more",
		),
		say("继续办理，或由领导小组决定", "Go on, or have the leading group decide"),
		{ who: ["leadingGroup"], basis: "D" },
	);
