import { rolesFor } from "../access/index.ts";
import { type Bilingual, type Refusal, refusal, say } from "../kernel/index.ts";
import { caseVocab } from "../vocabulary/index.ts";
import type { ScreeningVerb } from "./commands.ts";

const KEEPERS = rolesFor("startScreening");

export const screeningNotThere = (): Refusal =>
	refusal("NOT_FOUND", say("没有这次排查", "No such screening"), say("先启动排查", "Start it first"), {
		who: KEEPERS,
	});

export const screeningThereAlready = (): Refusal =>
	refusal(
		"ALREADY_REGISTERED",
		say("该排查已存在", "This screening is there already"),
		say("打开已有排查", "Open the one that is there"),
		{ field: "screeningId", who: KEEPERS },
	);

export const screeningOver = (verb: ScreeningVerb): Refusal => {
	const { zh, en } = caseVocab.screeningVerb[verb];
	return refusal(
		"ENDED",
		say(`排查已结束，不能“${zh}”`, `The screening is over: “${en}” is not possible`),
		say("确有需要的，另行启动排查", "Start another one where that is needed"),
		{ who: KEEPERS },
	);
};

export const unknownIn = (what: Bilingual, field: string): Refusal =>
	refusal(
		"UNKNOWN_REFERENCE",
		say(`没有这一${what.zh}，或不在您的辖区内`, `No such ${what.en}, or it is outside of your region`),
		say("核对后重新选择", "Check it and choose again"),
		{ field, who: KEEPERS },
	);

export const nothingToScreen = (): Refusal =>
	refusal(
		"NOTHING_TO_SCREEN",
		say("须列出排查的区域或单位", "Neither an area nor a unit is named"),
		say("至少列出一个", "Name at least one"),
		{ field: "areas", who: KEEPERS, basis: "S18" },
	);

export const targetTwice = (field: string): Refusal =>
	refusal(
		"DUPLICATE_TARGET",
		say("该区域或单位已在排查范围内", "This area or unit is in the sweep already"),
		say("去掉重复的一项", "Leave one out"),
		{ field, who: KEEPERS },
	);

export const targetOutside = (field: string): Refusal =>
	refusal(
		"OUT_OF_REGION",
		say("排查范围超出您的辖区", "The target lies outside of your region"),
		say("只列本辖区内的区域和单位，或请上级启动", "Name targets of your region, or ask the tier above"),
		{ field, who: KEEPERS },
	);

export const targetUnknown = (): Refusal =>
	refusal(
		"UNKNOWN_TARGET",
		say("不在排查范围内", "It is not among the targets"),
		say("先补充排查范围", "Add it to the sweep first"),
		{ field: "target", who: KEEPERS },
	);

export const waivedOrScreened = (): Refusal =>
	refusal(
		"NO_CHANGE",
		say("该区域或单位已排查或已免排", "It is screened or left out already"),
		say("无需办理", "Nothing is to be done"),
		{ field: "target", who: KEEPERS },
	);

export const dayWrong = (field: string, verb: ScreeningVerb): Refusal =>
	refusal(
		"IN_FUTURE",
		say("日期晚于今天", "The day has not come yet"),
		say("改为实际日期", "Write the day on which it happened"),
		{ field, who: rolesFor(verb) },
	);

export const duePassed = (): Refusal =>
	refusal(
		"DUE_PASSED",
		say("完成时限早于今天", "The deadline has passed already"),
		say("填写今后的日期", "Choose a later day"),
		{ field: "dueOn", who: KEEPERS },
	);

export const unchanged = (): Refusal =>
	refusal(
		"NO_CHANGE",
		say("没有变更", "Nothing differs from what is recorded"),
		say("修改至少一项后再提交", "Change at least one thing"),
		{ who: KEEPERS },
	);

export const findTwice = (index: number): Refusal =>
	refusal(
		"DUPLICATE_ID",
		say("发现的问题编号重复", "This find is recorded already"),
		say("去掉重复的一项", "Leave one out"),
		{ field: `found.${index}.id`, who: rolesFor("recordScreened") },
	);

export const findUnknown = (): Refusal =>
	refusal(
		"UNKNOWN_FIND",
		say("没有这一发现的问题，或已有去向", "No such find, or what becomes of it is settled"),
		say("核对后重新选择", "Check it and choose again"),
		{ field: "findId", who: KEEPERS },
	);

export const alreadyOpened = (): Refusal =>
	refusal(
		"ALREADY_REGISTERED",
		say("该问题已与另一项发现对应", "That issue belongs to another find already"),
		say("每项发现单独登记", "Register each find by itself"),
		{ field: "issueId", who: KEEPERS },
	);

/** CLO-05: the coverage is not complete. */
export const notCovered = (pending: number): Refusal =>
	refusal(
		"CLO-05",
		say(`还有 ${pending} 个区域或单位未排查`, `${pending} areas or units are not screened yet`),
		say("排查完毕，或说明其余免排的理由", "Screen them, or say why the rest is left out"),
		{ field: "waiveRestReason", who: KEEPERS, basis: "S18" },
	);

export const findsUndecided = (undecided: number): Refusal =>
	refusal(
		"CLO-05",
		say(
			`还有 ${undecided} 项发现的问题未登记也未说明`,
			`${undecided} finds are neither opened nor dismissed`,
		),
		say("逐项登记入账，或说明不予登记的理由", "Open each as an issue, or dismiss it with a reason"),
		{ field: "found", who: KEEPERS, basis: "S18" },
	);

export const institutionMissing = (): Refusal =>
	refusal(
		"CLO-05",
		say("没有形成制度文件，也未说明理由", "No institution document came of it, and no reason is given"),
		say("登记制度文件，或说明不需要的理由", "Record the document, or say why none is needed"),
		{ field: "noInstitutionReason", who: KEEPERS, basis: "seed4" },
	);
