import { type Bilingual, type Refusal, type Role, refusal, say } from "../kernel/index.ts";

export const OFFICES: readonly Role[] = ["provOffice", "cityOffice", "countyOffice"];
export const ACCEPTORS: readonly Role[] = [...OFFICES, "accUnit"];
export const LEAD: readonly Role[] = ["leadUnit"];

/** SOD-01: nobody decides on what his own side did. */
export const ownWork = (doing: Bilingual): Refusal =>
	refusal(
		"SOD-01",
		say(
			`您方是整改责任单位或已办理本环节，不能${doing.zh}`,
			`Your side does the work or took this step already: you cannot ${doing.en}`,
		),
		say("由另一单位的另一人办理", "Have somebody of another side do it"),
		{ who: ACCEPTORS, basis: "S17" },
	);

export const noEvidence = (field: string, who: readonly Role[]): Refusal =>
	refusal(
		"UNKNOWN_EVIDENCE",
		say("所引佐证材料不在该问题名下，或已撤回", "The evidence is not this issue's, or was withdrawn"),
		say("先上传为佐证材料，再引用", "Attach it as evidence first"),
		{ field, who },
	);

export const needsEvidence = (rule: string, field: string, who: readonly Role[], basis: string): Refusal =>
	refusal(
		rule,
		say("须附佐证材料", "Evidence is needed"),
		say("附上能够证明的材料", "Name the evidence that shows it"),
		{ field, who, basis },
	);

export const reasonNeeded = (rule: string, field: string, who: readonly Role[]): Refusal =>
	refusal(rule, say("须写明理由", "A reason is needed"), say("填写理由", "Write the reason"), { field, who });

export const notThatDay = (
	rule: string,
	field: string,
	who: readonly Role[],
	message: Bilingual,
	basis: string | null = null,
): Refusal => refusal(rule, message, say("核对日期", "Check the day"), { field, who, basis });

export const doneAlready = (what: Bilingual): Refusal =>
	refusal(
		"DONE_ALREADY",
		say(`${what.zh}已办理`, `${what.en}: done already`),
		say("无需重复办理", "Nothing more is needed"),
		{ who: OFFICES },
	);

export const duplicateId = (field: string): Refusal =>
	refusal("DUPLICATE_ID", say("编号已使用", "The id is in use"), say("换一个编号", "Use another id"), {
		field,
		who: OFFICES,
	});

/** The order of the steps is the rule set's (CLO-02). */
export const notTheStep = (wanted: Bilingual | null, doing: Bilingual): Refusal =>
	refusal(
		"CLO-02",
		wanted === null
			? say(`现在不能${doing.zh}`, `“${doing.en}” cannot be done now`)
			: say(
					`按规则集的顺序，现在应办理“${wanted.zh}”，不能${doing.zh}`,
					`By the order of the rule set the next step is “${wanted.en}”, not “${doing.en}”`,
				),
		say("按顺序办理", "Take the steps in their order"),
		{ who: OFFICES, basis: "S17 S21" },
	);
