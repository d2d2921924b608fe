import { type Bilingual, type Refusal, type Role, refusal, say } from "../kernel/index.ts";

export const OFFICES: readonly Role[] = ["provOffice", "cityOffice", "countyOffice"];
export const WORKERS: readonly Role[] = ["leadUnit", "respUnit", "countyOffice"];
export const VERIFIERS: readonly Role[] = [...OFFICES, "supUnit", "accUnit"];

const KINDS = {
	measure: say("措施", "measure"),
	milestone: say("节点", "milestone"),
	site: say("点位", "site"),
	goal: say("目标", "goal"),
	evidence: say("佐证材料", "evidence"),
	report: say("填报", "report"),
	cycle: say("调度周期", "reporting cycle"),
	doubt: say("疑点", "doubt"),
} as const;

export type Part = keyof typeof KINDS;

/** Something that a command names and the issue does not have, or no longer as something that counts. */
export function unknownPart(part: Part, field: string): Refusal {
	const name = KINDS[part];
	return refusal(
		`UNKNOWN_${part.toUpperCase()}`,
		say(`该问题没有这项${name.zh}，或已失效`, `The issue has no such ${name.en}, or it no longer counts`),
		say(`选择现有的${name.zh}`, `Choose a ${name.en} that is there`),
		{ field, who: WORKERS },
	);
}

export function duplicatePart(part: Part | "work", field: string): Refusal {
	const name = part === "work" ? say("工作记录", "work entry") : KINDS[part];
	return refusal(
		"DUPLICATE_ID",
		say(`${name.zh}编号重复`, `There is a ${name.en} of this id already`),
		say("使用新的编号", "Use a new id"),
		{ field, who: WORKERS },
	);
}

/** There is nothing that the verb could be about. */
export const nothingThere = (what: Bilingual, who: readonly Role[] = WORKERS): Refusal =>
	refusal("NOTHING_PENDING", what, say("无需办理", "Nothing is to be done"), { who });

export const inFuture = (field: string): Refusal =>
	refusal(
		"FUTURE_DATE",
		say("日期晚于今天：只记已经发生的事", "The day lies ahead: only what has happened is written down"),
		say("核对日期", "Check the day"),
		{ field, who: WORKERS },
	);

export const sameAgain = (field: string | null = null): Refusal =>
	refusal(
		"NO_CHANGE",
		say("与已有内容完全相同", "It says what is there already"),
		say("无需重复提交", "Nothing more is needed"),
		{ field, who: WORKERS },
	);

export const reasonNeeded = (rule: string, field = "reason"): Refusal =>
	refusal(rule, say("须写明理由", "A reason is needed"), say("填写理由", "Write the reason"), {
		field,
		who: VERIFIERS,
	});

/** SOD-01: nobody verifies what his own side says. */
export const ownClaim = (): Refusal =>
	refusal(
		"SOD-01",
		say("您方是实施或报告的一方，不能核实", "Your side did the work or reported it: you cannot verify it"),
		say("由督导单位、验收单位或整改办的另一人核实", "Have somebody of another side verify it"),
		{ who: VERIFIERS, basis: "S17" },
	);

/** EV-05: a doubt is resolved by somebody whose work it does not doubt. */
export const ownDoubt = (): Refusal =>
	refusal(
		"EV-05",
		say("疑点针对您方的材料，不能由您方核销", "The doubt is about your side's work: you cannot resolve it"),
		say("由上传人以外的整改办或督导单位核销", "Have an office or the supervising unit resolve it"),
		{ who: [...OFFICES, "supUnit"], basis: "seed1" },
	);

/** Steps are reached by what shows them (domain.md §3.1). */
export const evidenceNeeded = (field: string): Refusal =>
	refusal(
		"EV-01",
		say("没有有效的佐证材料", "No evidence that stands shows it"),
		say("先上传佐证材料", "Attach evidence first"),
		{ field, who: WORKERS, basis: "D" },
	);

/** EV-02: evidence is bytes in the store. */
export const notStored = (): Refusal =>
	refusal(
		"EV-02",
		say("文件库中没有这个文件", "The store holds no file of this hash"),
		say("先上传文件，再作为佐证提交", "Upload the file, then attach it"),
		{ field: "evidence.sha256", who: WORKERS, basis: "D" },
	);

/** CLO-06: what was frozen with the archive stays as it was. */
export const frozenEvidence = (): Refusal =>
	refusal(
		"CLO-06",
		say("该佐证已随销号档案固化，不能撤下", "It is in the frozen archive of the close-out"),
		say("另附材料并列说明，或提出疑点", "Attach another paper beside it, or raise a doubt"),
		{ field: "evidenceId", who: OFFICES, basis: "S20 S28" },
	);

export const notYourEvidence = (): Refusal =>
	refusal(
		"NOT_YOURS",
		say(
			"只有上传一方或整改办可以撤下佐证",
			"Only the side that attached it, or an office, withdraws evidence",
		),
		say("由上传人或整改办撤下；有疑问时提出疑点", "Ask them, or raise a doubt"),
		{ field: "evidenceId", who: OFFICES },
	);

export const onlyVisits = (): Refusal =>
	refusal(
		"NOT_YOUR_ROLE",
		say("督导单位只记督导走访", "A supervising unit writes down visits, not work"),
		say("类型改为走访", "Choose “visit”"),
		{ field: "kind", who: ["supUnit"] },
	);

export const cycleMismatch = (field: string): Refusal =>
	refusal(
		"PRG-01",
		say(
			"调度周期的起止日期、编号与周期类型不符",
			"Key, first and last day do not make one period of this cadence",
		),
		say("按周期类型填写完整的一期", "Name one whole period of the cadence"),
		{ field, who: OFFICES, basis: "seed0 S10" },
	);

export const cycleThere = (): Refusal =>
	refusal(
		"DATA-06",
		say("这一期的调度已经发起", "This cycle is open already"),
		say("一期只填一张表，无需再发", "One form a period is enough"),
		{ field: "cycle.key", who: OFFICES, basis: "seed1 S36" },
	);

/** DATA-06: ask once. */
export const tooManyForms = (most: number): Refusal =>
	refusal(
		"DATA-06",
		say(
			`同期已有调度在填报，每个单位同期最多${most}张表`,
			`An entry is asked for in this period already: ${most} at a time is the most`,
		),
		say(
			"待其结束，或由规则管理员调整上限",
			"Wait until it is over, or have the limit of the rule set changed",
		),
		{ field: "cycle.key", who: OFFICES, basis: "seed1 S36" },
	);

export const stateForbids = (message: Bilingual): Refusal =>
	refusal(
		"WRONG_STATE",
		message,
		say("由验收环节退回整改后再办", "Have acceptance return the issue to work first"),
		{ who: VERIFIERS },
	);
