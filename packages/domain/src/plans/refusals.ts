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

export const notDiffering = (field: string): Refusal =>
	refusal(
		"NO_CHANGE",
		say("与现行方案没有不同", "It says nothing else than the plan that holds"),
		say("修改要调整的内容", "Change what shall be different"),
		{ field, who: ["leadUnit"] },
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

const BASIS = { "PLAN-07": "S04", "BASE-01": "seed1", "EXT-03": "S33" } as const;

export const reasonNeeded = (rule: keyof typeof BASIS, field: string): Refusal =>
	refusal(rule, say("须写明理由", "A reason is needed"), say("填写理由", "Write the reason"), {
		field,
		who: APPROVERS,
		basis: BASIS[rule],
	});

/** BASE-02: whoever lets a plan promise less says why. */
export const weakerNeedsReason = (items: Bilingual, field: string): Refusal =>
	refusal(
		"BASE-02",
		say(
			`新版本比现行基线要求低（${items.zh}），批准须写明理由`,
			`The new version promises less than the baseline (${items.en}): approving it needs a reason`,
		),
		say("写明批准的理由，或不予批准", "Write why it is approved, or refuse it"),
		{ field, who: APPROVERS, basis: "S20" },
	);

/** EXT-02: an extension moves dates; what else would be different is a change of the plan. */
export const movesMore = (index: number): Refusal =>
	refusal(
		"EXT-02",
		say(
			"延期只调整现有措施的时限和节点，其他改动须申请方案调整",
			"An extension moves the dates of the plan's measures; anything else is a change of the plan",
		),
		say("只填写新的时限和节点，其他改动另行申请", "Give new dates only, and ask for the change separately"),
		{ field: `measures.${index}`, who: ["leadUnit"], basis: "S33" },
	);

export const duplicatePart = (field: string): Refusal =>
	refusal("DUPLICATE_ID", say("重复列出", "It stands there twice"), say("去掉重复的一项", "Leave one out"), {
		field,
		who: ["leadUnit", ...OFFICES],
	});

export const unknownUnit = (field: string): Refusal =>
	refusal(
		"UNKNOWN_UNIT",
		say("单位不在名录中或已停用", "The unit is not in the register, or no longer active"),
		say("核对单位，或先登记", "Check the unit, or register it first"),
		{ field, who: ["leadUnit", ...OFFICES] },
	);

export const laterDeadline = (): Refusal =>
	refusal(
		"EXT-03",
		say(
			"推迟时限须申请延期，不能在方案调整中办理",
			"A later deadline is an extension, not a change of the plan",
		),
		say(
			"另行申请延期；需要长期坚持的保留原时限日期，只改时限类别",
			"Ask for an extension; for long-term persistence keep the day and change the category alone",
		),
		{ field: "content.deadline", who: ["leadUnit"], basis: "S33" },
	);

export const unknownItem = (index: number): Refusal =>
	refusal(
		"UNKNOWN_ITEM",
		say("方案中没有这一项", "The plan has no such item"),
		say("按现行方案逐项审核", "Review the items of the plan as it stands"),
		{ field: `items.${index}.item`, who: APPROVERS },
	);
