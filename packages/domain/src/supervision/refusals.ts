import { type IsoDate, type Refusal, type Role, refusal, say } from "../kernel/index.ts";
import { caseVocab, formatDate } from "../vocabulary/index.ts";
import type { Light } from "./schema.ts";

const OFFICES: readonly Role[] = ["provOffice", "cityOffice", "countyOffice"];
const WORKERS: readonly Role[] = ["leadUnit", "respUnit"];

export const lightStays = (light: Light): Refusal =>
	refusal(
		"NO_CHANGE",
		say(
			`预警仍为“${caseVocab.light[light].zh}”，本期已记录`,
			`The light is still “${caseVocab.light[light].en}”, and recorded for this cycle`,
		),
		say("无需重复记录", "Nothing more is needed"),
		{ who: OFFICES },
	);

/** Nobody dates a light back: only the ledger itself makes up for a day that it missed. */
export const onlyOfToday = (): Refusal =>
	refusal(
		"WRN-05",
		say("只能记录今天的预警", "Only the light of today can be recorded"),
		say("不填日期", "Leave the day out"),
		{ field: "on", who: OFFICES, basis: "S30" },
	);

export const unknownCycle = (key: string): Refusal =>
	refusal(
		"UNKNOWN",
		say(`没有“${key}”这个调度期`, `There is no reporting cycle “${key}”`),
		say("核对调度期，或不填", "Check the cycle, or leave it out"),
		{ field: "cycle", who: OFFICES },
	);

export const nothingToContest = (): Refusal =>
	refusal(
		"WRN-05",
		say("未亮黄牌或红灯，无需申诉", "No yellow or red light is shown: there is nothing to object to"),
		say("无需办理", "Nothing is to be done"),
		{ who: WORKERS, basis: "S30" },
	);

export const contestPending = (): Refusal =>
	refusal(
		"PENDING",
		say("已有一件申诉待裁定", "An objection waits for its decision already"),
		say("待其裁定", "Wait for that decision"),
		{ who: OFFICES },
	);

export const noContest = (): Refusal =>
	refusal(
		"NOTHING_PENDING",
		say("没有待裁定的申诉", "No objection waits for a decision"),
		say("无需办理", "Nothing is to be done"),
		{ who: WORKERS },
	);

export const ownContest = (): Refusal =>
	refusal(
		"SOD-01",
		say("不能裁定本方的申诉", "Nobody decides on the objection of his own side"),
		say("由另一单位的人员裁定", "Have somebody of another unit decide"),
		{ who: OFFICES, basis: "S17" },
	);

export const milderLightNeeded = (against: Light): Refusal =>
	refusal(
		"WRN-05",
		say(
			`申诉成立的，须指定比“${caseVocab.light[against].zh}”轻的灯色`,
			`An upheld objection names a milder light than “${caseVocab.light[against].en}”`,
		),
		say("选择更轻的灯色，或驳回", "Choose a milder light, or dismiss it"),
		{ field: "light", who: OFFICES, basis: "S30" },
	);

export const noLightWanted = (): Refusal =>
	refusal(
		"WRN-05",
		say("驳回申诉不改变灯色", "A dismissed objection changes no light"),
		say("去掉灯色，或改为成立", "Leave the light out, or uphold it"),
		{ field: "light", who: OFFICES, basis: "S30" },
	);

export const duplicate = (field: string): Refusal =>
	refusal(
		"DUPLICATE_ID",
		say("编号已被使用", "The id is used already"),
		say("换一个编号", "Use another id"),
		{ field, who: [...OFFICES, ...WORKERS] },
	);

export const inTheFuture = (today: IsoDate): Refusal =>
	refusal(
		"WRN-03",
		say(
			`日期不能晚于今天（${formatDate(today, "zh-CN")}）`,
			`The day cannot lie after today, ${formatDate(today, "en")}`,
		),
		say("核对日期", "Check the day"),
		{ field: "on", who: OFFICES },
	);

export const noExposure = (): Refusal =>
	refusal(
		"UNKNOWN",
		say("没有未核销的这项通报曝光", "There is no such circular or exposure that is still open"),
		say("核对编号", "Check the id"),
		{ field: "exposureId", who: OFFICES },
	);
