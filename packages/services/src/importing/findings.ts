import type { Bilingual, Refusal } from "@zhenggai/domain/kernel";
import { refusal, say } from "@zhenggai/domain/kernel";
import type { Finding } from "@zhenggai/domain/rules";

/** A refusal as the preview shows it: it holds the item up. */
export const asFinding = (refused: Refusal): Finding => ({ ...refused, severity: "block", params: {} });

const OFFICES = ["provOffice", "cityOffice", "countyOffice"] as const;

const blocking = (rule: string, field: string | null, message: Bilingual, clears: Bilingual): Finding =>
	asFinding(refusal(rule, message, clears, { field, who: OFFICES }));

export const contextMissing = (): Finding =>
	blocking(
		"CONTEXT_MISSING",
		"context",
		say("尚未选择督察、行政区划和清单层级", "The inspection, the region and the tier are not chosen yet"),
		say("选择后再应用", "Choose them first"),
	);

export const inspectionUnknown = (): Finding =>
	blocking(
		"UNKNOWN_INSPECTION",
		"context.inspection",
		say("没有这次督察，或不在您的辖区内", "No such inspection, or outside of your region"),
		say("选择已有督察或新建", "Choose another one, or a new one"),
	);

export const inspectionExists = (name: string): Finding =>
	blocking(
		"INSPECTION_EXISTS",
		"context.inspection",
		say(`督察“${name}”已登记`, `The inspection “${name}” is registered already`),
		say(
			"选择已有的这次督察，避免重复登记问题",
			"Choose the one that is there, so that nothing is entered twice",
		),
	);

export const nothingRead = (): Finding =>
	blocking(
		"NOTHING_READ",
		null,
		say("没有从文件中读出整改问题", "No issues were read from the document"),
		say("换用文字版文件，或粘贴清单正文", "Use a document with text, or paste the list itself"),
	);

/** A match that nothing but the number speaks for, with both wordings: the list may have been numbered anew. */
export const numberAlone = (document: string, ledger: string): Finding => ({
	...asFinding(
		refusal(
			"NUMBER_ALONE",
			say(
				`编号相同，但表述差别很大，可能不是同一问题。文件：“${document}”；台账：“${ledger}”`,
				`The number fits, but the wordings differ widely: it may be another issue. Document: “${document}”. Ledger: “${ledger}”`,
			),
			say(
				"确认是同一问题的，勾选后应用；不是的，更正编号",
				"Choose it where it is the same issue; correct the number where it is not",
			),
			{ field: "number", who: OFFICES },
		),
	),
	severity: "warn",
});

/** A completion notice reports on an issue; taken for a plan it would overwrite what the plan says. */
export const noticeIsNoPlan = (): Finding =>
	blocking(
		"NOTICE_IS_NO_PLAN",
		null,
		say(
			"这是整改完成或销号公示，不是整改方案或清单",
			"This is a completion or close-out notice, not a plan or list",
		),
		say(
			"按公示导入：附到对应的问题上",
			"Import it as a notice: it is attached to the issue that it is about",
		),
	);

export const nothingToApply = (): Finding =>
	blocking(
		"NOTHING_TO_APPLY",
		null,
		say("没有需要应用的内容", "There is nothing to apply"),
		say("台账已与文件一致，或尚未勾选任何一条", "The ledger agrees with the document, or nothing is chosen"),
	);

export const unitsUndecided = (names: readonly string[]): Finding =>
	blocking(
		"UNITS_UNDECIDED",
		"units",
		say(
			`${names.length}个单位名称尚未确定：${names.slice(0, 5).join("、")}${names.length > 5 ? "等" : ""}`,
			`${names.length} unit names are undecided: ${names.slice(0, 5).join(", ")}${names.length > 5 ? " …" : ""}`,
		),
		say("逐个选择已有单位、新建或不导入", "For each, choose a unit, create one, or leave it out"),
	);

export const itemsRefused = (keys: readonly string[]): Finding =>
	blocking(
		"ITEMS_REFUSED",
		"items",
		say(`已勾选的${keys.length}条问题不能应用`, `${keys.length} chosen items cannot be applied`),
		say("按每条的说明更正，或取消勾选", "Correct them as each says, or take them out of the choice"),
	);

const ENDED = {
	applied: { rule: "IMPORT_APPLIED", message: say("该导入已被应用", "This import has been applied already") },
	discarded: { rule: "IMPORT_DISCARDED", message: say("该导入已被放弃", "This import has been discarded") },
	undone: { rule: "IMPORT_UNDONE", message: say("该导入已被撤销", "This import has been undone already") },
} as const;

export const alreadyEnded = (state: keyof typeof ENDED): Refusal =>
	refusal(
		ENDED[state].rule,
		ENDED[state].message,
		say("需要再次比对时，请重新上传文件", "Upload the document again to compare it anew"),
		{ who: OFFICES },
	);
