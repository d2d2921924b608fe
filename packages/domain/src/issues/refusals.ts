import { rolesFor } from "../access/index.ts";
import { type Bilingual, IssueState, type Refusal, type Role, refusal, say } from "../kernel/index.ts";
import { vocab } from "../vocabulary/index.ts";
import type { IssueVerb } from "./commands.ts";
import { eventsOfVerb, transitionOf } from "./lifecycle.ts";
import type { Issue } from "./schema.ts";

const OFFICES: readonly Role[] = ["provOffice", "cityOffice", "countyOffice"];
const PLANNERS: readonly Role[] = [...OFFICES, "leadUnit", "respUnit"];

export const notOnLedger = (): Refusal =>
	refusal(
		"NOT_ON_LEDGER",
		say("台账中没有这个问题", "This issue is not on the ledger"),
		say("先登记入账", "Register it first"),
		{ who: rolesFor("registerIssue") },
	);

export const alreadyRegistered = (): Refusal =>
	refusal(
		"ALREADY_REGISTERED",
		say("该问题已在台账中", "This issue is on the ledger already"),
		say("打开已有问题进行更正", "Open the issue that is there and amend it"),
		{ field: "issueId", who: OFFICES },
	);

/** What states say to verbs, each put into words once: the page of an issue asks all seventy. */
const said = new Map<string, Refusal>();

/** Why the state of an issue does not let a verb through: the same for every issue in that state. */
export function wrongState({ lifecycle }: Pick<Issue, "lifecycle">, verb: IssueVerb): Refusal {
	const key = `${lifecycle} ${verb}`;
	const known = said.get(key);
	if (known !== undefined) return known;
	const worded = wordWrongState({ lifecycle }, verb);
	said.set(key, worded);
	return worded;
}

function wordWrongState(issue: Pick<Issue, "lifecycle">, verb: IssueVerb): Refusal {
	const doing = vocab.issueVerb[verb];
	const state = vocab.issueState[issue.lifecycle];
	const message = say(
		`问题处于“${state.zh}”，不能“${doing.zh}”`,
		`The issue is “${state.en}”: “${doing.en}” is not possible`,
	);
	switch (issue.lifecycle) {
		case "merged":
		case "carriedOver":
		case "withdrawn":
			return refusal(
				"ENDED",
				message,
				say(
					"该问题已离开台账，不再变更；如需继续，在承接的问题上办理",
					"It has left the ledger for good; act on the issue that took it over",
				),
			);
		case "closed":
			return refusal(
				"CLO-06",
				message,
				say(
					"档案已固化；发现反弹时重新挂账",
					"Its archive is frozen; a confirmed rebound puts it back on the ledger",
				),
				{ who: OFFICES },
			);
		case "planSubmitted":
			return refusal(
				"UNDER_REVIEW",
				message,
				say("由审核单位退回后再修改", "Have the reviewer return the plan first"),
				{ who: [...OFFICES, "leadingGroup"] },
			);
		case "registered":
			return refusal(
				"NOT_ASSIGNED",
				message,
				say("先交办：明确牵头单位和督导单位", "Assign it first: name a lead unit and a supervising unit"),
				{ who: OFFICES },
			);
		default:
			return WRITES_PLAN.has(verb) && isApproved(issue.lifecycle)
				? refusal(
						"BASE-01",
						message,
						say(
							"方案已批准为基线，变更须报批准单位另立新版本",
							"The approved plan is a baseline: a change is a new version with approval",
						),
						{ who: [...OFFICES, "leadingGroup"], basis: "seed1" },
					)
				: refusal("WRONG_STATE", message, whenPossible(issue, verb), { who: rolesFor(verb) });
	}
}

/** Verbs that write in the plan itself: a baseline is what stands in their way. */
const WRITES_PLAN: ReadonlySet<IssueVerb> = new Set<IssueVerb>([
	"amendIssue",
	"addMeasure",
	"amendMeasure",
	"cancelMeasure",
	"setGoals",
	"waivePlanItem",
]);

/** States before a plan is approved, or once it has to be written again. */
const isApproved = (state: Issue["lifecycle"]): boolean =>
	state !== "assigned" && state !== "planning" && state !== "reopened";

/** In which state a verb becomes possible: the next one on the way, else the last before. */
function whenPossible({ lifecycle }: Pick<Issue, "lifecycle">, verb: IssueVerb): Bilingual {
	const way = IssueState.options;
	const open = way.filter((state) =>
		eventsOfVerb(verb).some((event) => transitionOf(state, event) !== "refused"),
	);
	const next = open.find((state) => way.indexOf(state) > way.indexOf(lifecycle));
	const last = open.findLast((state) => way.indexOf(state) < way.indexOf(lifecycle));
	const at = next ?? last;
	if (at === undefined) return say("无需办理", "Nothing is to be done");
	const { zh, en } = vocab.issueState[at];
	return next === undefined
		? say(
				`该步骤已经过去；问题退回“${zh}”后方可再办`,
				`It is past; possible again once it is back at “${en}”`,
			)
		: say(`问题进入“${zh}”后办理`, `Possible once the issue is at “${en}”`);
}

export const noChange = (verb: IssueVerb): Refusal =>
	refusal(
		"NO_CHANGE",
		say("内容与现有记录相同，没有变更", "Nothing differs from what is recorded"),
		say("修改至少一项后再提交", "Change at least one thing"),
		{ field: "changes", who: rolesFor(verb) },
	);

export const reasonMissing = (verb: IssueVerb, field = "reason"): Refusal =>
	refusal(
		"REASON_MISSING",
		say("须写明原因", "A reason is needed"),
		say("填写原因（不少于两个字）", "Write the reason (at least two characters)"),
		{ field, who: rolesFor(verb), basis: "DATA-03" },
	);

export const textMissing = (field: string, what: Bilingual, verb: IssueVerb): Refusal =>
	refusal("TEXT_MISSING", say(`${what.zh}为空`, `${what.en} is empty`), say(`填写${what.zh}`, `Write it`), {
		field,
		who: rolesFor(verb),
	});

export const unknown = (kind: "unit" | "person" | "issue" | "inspection", field: string): Refusal => {
	const names = {
		unit: say("单位", "unit"),
		person: say("人员", "person"),
		issue: say("问题", "issue"),
		inspection: say("督察", "inspection"),
	}[kind];
	return refusal(
		`UNKNOWN_${kind.toUpperCase()}`,
		say(`没有这个${names.zh}，或不在您的辖区内`, `No such ${names.en}, or outside of your region`),
		say(`选择已登记的${names.zh}，或先登记`, `Choose one that is registered, or register it first`),
		{ field, who: OFFICES },
	);
};

export const unitInactive = (name: string, field: string): Refusal =>
	refusal(
		"UNIT_INACTIVE",
		say(`“${name}”已停用，不能再承担责任`, `“${name}” is not active and cannot take on anything`),
		say("选择承接其职责的单位", "Choose the unit that took over its duties"),
		{ field, who: OFFICES },
	);

const PARTS = {
	assignment: say("责任分工", "assignment"),
	measure: say("措施", "measure"),
	site: say("点位", "site"),
	notice: say("公示", "notice"),
} as const;

export const noSuchPart = (part: keyof typeof PARTS, verb: IssueVerb, field: string): Refusal =>
	refusal(
		`UNKNOWN_${part.toUpperCase()}`,
		say(`该问题没有这项${PARTS[part].zh}`, `The issue has no such ${PARTS[part].en}`),
		say(`重新打开问题，选择现有的${PARTS[part].zh}`, `Open the issue again and choose one that is there`),
		{ field, who: rolesFor(verb) },
	);

export const nothingOf = (part: keyof typeof PARTS, verb: IssueVerb): Refusal =>
	refusal(
		`NO_${part.toUpperCase()}`,
		say(`该问题没有可办理的${PARTS[part].zh}`, `The issue has no ${PARTS[part].en} that this could be about`),
		say(`先增加${PARTS[part].zh}`, `Add one first`),
		{ who: rolesFor(verb) },
	);

export const allAcknowledged = (): Refusal =>
	refusal(
		"ALREADY_ACKNOWLEDGED",
		say("没有待签收的责任分工", "Nothing waits to be acknowledged"),
		say("无需再办", "Nothing is left to do"),
		{ field: "assignments" },
	);

export const duplicateId = (part: keyof typeof PARTS, field: string): Refusal =>
	refusal(
		"DUPLICATE_ID",
		say(`${PARTS[part].zh}的标识重复`, `The ${PARTS[part].en}'s identifier is in use already`),
		say("使用新的标识", "Use a new identifier"),
		{ field, who: PLANNERS },
	);

export const datesReversed = (field: string): Refusal =>
	refusal(
		"DATES_REVERSED",
		say("结束日期早于开始日期", "The end lies before the beginning"),
		say("改正日期", "Correct the date"),
		{ field, who: OFFICES },
	);

export const numberTaken = (number: string, field: string): Refusal =>
	refusal(
		"DATA-01",
		say(
			`编号“${number}”在本次督察的同级清单中已被使用`,
			`Number “${number}” is taken on this inspection's list of this tier`,
		),
		say(
			"核对原文编号；同一问题请并案或关联来源",
			"Check the printed number; for the same problem, merge or add the mandate",
		),
		{ field, who: OFFICES, basis: "S26" },
	);

export const statementReadOnly = (): Refusal =>
	refusal(
		"DATA-02",
		say("反馈问题原文不可修改", "The wording of a finding is read-only"),
		say("用“补录原文”登记更正版的表述", "Record the corrected edition's wording beside it"),
		{ field: "statement", who: OFFICES, basis: "D" },
	);
