import { type Bilingual, type Refusal, type Role, refusal, say } from "../kernel/index.ts";

const OFFICES: readonly Role[] = ["provOffice", "cityOffice", "countyOffice"];
const APPROVERS: readonly Role[] = ["provOffice", "cityOffice", "leadingGroup"];

/** SOD-01: nobody reviews, approves or decides what his own side wrote or asked for. */
export const ownWork = (doing: Bilingual): Refusal =>
	refusal(
		"SOD-01",
		say(
			`您方是编制或申请的一方，不能${doing.zh}`,
			`Your side wrote it or asked for it: you cannot ${doing.en}`,
		),
		say("由另一单位的另一人办理", "Have somebody of another side do it"),
		{ who: APPROVERS, basis: "S17" },
	);

export const noBaseline = (): Refusal =>
	refusal(
		"NO_BASELINE",
		say("方案尚未批准", "No plan is approved yet"),
		say("先报审并批准方案", "Have the plan reviewed and approved first"),
		{ who: APPROVERS },
	);

export const pendingAlready = (what: Bilingual): Refusal =>
	refusal(
		"PENDING",
		say(`已有一件${what.zh}待审批`, `A ${what.en} waits for its decision already`),
		say("待其审批后再申请", "Wait for that decision"),
		{ who: APPROVERS },
	);

export const nothingPending = (what: Bilingual): Refusal =>
	refusal(
		"NOTHING_PENDING",
		say(`没有待审批的${what.zh}`, `No ${what.en} waits for a decision`),
		say("无需办理", "Nothing is to be done"),
		{ who: ["leadUnit"] },
	);

export const notDiffering = (): Refusal =>
	refusal(
		"NO_CHANGE",
		say("与现行方案没有不同", "It says nothing else than the plan that holds"),
		say("修改要调整的内容", "Change what shall be different"),
		{ field: "content", who: ["leadUnit"] },
	);

export const baselineMoved = (): Refusal =>
	refusal(
		"BASE-01",
		say("提出后方案已另有新版本", "The plan has moved to another version since this was asked for"),
		say(
			"不予批准，由牵头单位按现行版本重新申请",
			"Refuse it; the lead unit asks again on the version that holds",
		),
		{ who: ["leadUnit"], basis: "seed1" },
	);

export const reasonNeeded = (rule: string, field: string): Refusal =>
	refusal(rule, say("须写明理由", "A reason is needed"), say("填写理由", "Write the reason"), {
		field,
		who: OFFICES,
	});

export const laterDeadline = (): Refusal =>
	refusal(
		"EXT-03",
		say(
			"推迟时限须申请延期，不能在方案调整中办理",
			"A later deadline is an extension, not a change of the plan",
		),
		say("另行申请延期", "Ask for an extension"),
		{ field: "content.deadline", who: ["leadUnit"], basis: "S33" },
	);

export const duplicateGoal = (index: number): Refusal =>
	refusal(
		"DUPLICATE_ID",
		say("目标编号重复", "A goal stands twice in the list"),
		say("去掉重复的一项", "Leave one out"),
		{
			field: `goals.${index}.id`,
			who: ["leadUnit", ...OFFICES],
		},
	);

export const unknownItem = (index: number): Refusal =>
	refusal(
		"UNKNOWN_ITEM",
		say("方案中没有这一项", "The plan has no such item"),
		say("按现行方案逐项审核", "Review the items of the plan as it stands"),
		{ field: `items.${index}.item`, who: APPROVERS },
	);
