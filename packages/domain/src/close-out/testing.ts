/** Builders for the tests of this room: an issue whose work is done, everybody who closes it out, and the whole way there. */
import { decideIssue, type Issue, type IssueCommand, type IssueContext } from "../issues/index.ts";
import {
	actor,
	assignment,
	BASE_RULES,
	CITY,
	contextOf,
	day,
	LEAD_CLERK,
	measureId,
	moment,
	noticeId,
	PROVINCE,
	personId,
	run,
	STRANGER,
	SUPERVISOR,
	stampOf,
	TODAY,
	uuid,
} from "../issues/testing.ts";
import { type Actor, EvidenceId, LookBackId, ObjectionId, SiteCheckId } from "../kernel/index.ts";
import { approvedIssue, goalId } from "../plans/testing.ts";
import { type Evidence, NO_PROGRESS, type ProgressState } from "../progress/index.ts";
import { builtInRuleSets, resolveRules } from "../rules/index.ts";
import type { CommandOf } from "./asking.ts";
import type { GateKind } from "./closing-acceptance.ts";
import type { CloseOutCommand } from "./commands.ts";

export const evidenceId = (n: number) => EvidenceId.parse(uuid(n, 40));
export const checkId = (n: number) => SiteCheckId.parse(uuid(n, 41));
export const objectionId = (n: number) => ObjectionId.parse(uuid(n, 42));
export const lookBackId = (n: number) => LookBackId.parse(uuid(n, 43));

/** Another person of a role. */
export const another = (who: Actor, name: string): Actor =>
	who.kind === "person" ? { ...who, userId: name, name } : who;

export const LEADER = another(LEAD_CLERK, "沈岚");
export const CITY_OFFICE = actor("cityOffice", CITY);
export const PROV_OFFICE = actor("provOffice", PROVINCE);
export const GROUP = actor("leadingGroup", CITY);
export const ACCEPTOR = actor("accUnit", CITY, { unitId: STRANGER });
export const WATCHER = actor("supUnit", CITY, { unitId: SUPERVISOR });
export const SECTOR = actor("sector", PROVINCE);
export const EVERYBODY: readonly Actor[] = [
	LEAD_CLERK,
	LEADER,
	CITY_OFFICE,
	another(CITY_OFFICE, "第二人"),
	PROV_OFFICE,
	GROUP,
	ACCEPTOR,
	WATCHER,
	SECTOR,
];

/** The rules of a set that comes with the system, on the day of the tests. */
export function rulesOfSet(id: string, changes: Partial<IssueContext["rules"]["params"]> = {}) {
	const resolved = resolveRules(builtInRuleSets(), id, TODAY);
	if (!resolved.ok) throw new Error(id);
	const set: Record<string, { v: (typeof BASE_RULES)["params"][string]["v"]; src: string }> = {};
	for (const [name, param] of Object.entries(changes)) if (param !== undefined) set[name] = param;
	return { ...resolved.value, params: { ...resolved.value.params, ...set } };
}

export type At = { readonly on?: string; readonly rules?: IssueContext["rules"] };

/** Somebody on a day, at ten in the morning. */
export const contextAt = (who: Actor, { on = "2026-06-01", rules }: At = {}): IssueContext => ({
	...contextOf(who, { now: moment(`${on}T02:00:00.000Z`) }),
	rules: rules ?? BASE_RULES,
});

export type Step = readonly [Actor, IssueCommand, At?];

/** Carries out commands by whom each names; throws where one is refused. */
export const having = (issue: Issue, ...steps: readonly Step[]): Issue =>
	steps.reduce((state, [who, command, at]) => run(state, command, contextAt(who, at)).state, issue);

/** The rules of the refusals of a command, each once; empty where it is accepted. */
export function refused(issue: Issue, command: IssueCommand, who: Actor, at: At = {}): string[] {
	const decision = decideIssue(issue, command, contextAt(who, at));
	return decision.ok ? [] : [...new Set(decision.refusals.map(({ rule }) => rule))];
}

export const file = (n: number, more: Partial<Evidence> = {}): Evidence => ({
	id: evidenceId(n),
	kind: "photoAfter",
	name: `材料${n}.jpg`,
	sha256: n.toString(16).padStart(64, "0"),
	bytes: 2000,
	mediaType: "image/jpeg",
	measureId: measureId(1),
	siteId: null,
	goalId: null,
	effectiveOn: day("2026-05-20"),
	takenAt: null,
	position: null,
	laboratory: null,
	meetsStandard: null,
	note: null,
	at: moment("2026-05-21T02:00:00.000Z"),
	by: stampOf(LEAD_CLERK),
	withdrawn: null,
	...more,
});

/** A figure of the issue's goal: at most 0.005. */
export const reading = (value: number, on = "2026-05-25"): ProgressState["readings"][number] => ({
	goalId: goalId(1),
	value,
	on: day(on),
	evidenceIds: [evidenceId(3)],
	at: moment(`${on}T02:00:00.000Z`),
	by: stampOf(LEAD_CLERK),
});

export const progressWith = (more: Partial<ProgressState> = {}): ProgressState => ({
	...NO_PROGRESS,
	evidence: [
		file(1, { kind: "photoBefore" }),
		file(2),
		file(3, { kind: "monitoring", laboratory: "省监测中心", meetsStandard: true }),
		file(4, { kind: "satisfaction" }),
	],
	readings: [reading(0.004)],
	...more,
});

/** An approved issue whose measures are verified and whose goal is met. */
export const doneIssue = (more: Partial<Issue> = {}): Issue => {
	const issue = approvedIssue();
	const accepting: Issue["assignments"][number] = {
		...assignment(9, "acceptance", STRANGER),
		until: null,
		acknowledged: null,
		takesOverFrom: null,
		endReason: null,
	};
	return {
		...issue,
		assignments: [...issue.assignments, accepting],
		measures: issue.measures.map((measure) => ({ ...measure, state: "verified" as const })),
		progress: progressWith(),
		...more,
	};
};

export const SELF_CHECK: CommandOf<"selfCheck"> = {
	type: "selfCheck",
	on: day("2026-06-01"),
	report: "两处渣库防渗完成，断面连续达标",
	evidenceIds: [evidenceId(2)],
};
export const APPLY: CommandOf<"applyAcceptance"> = {
	type: "applyAcceptance",
	kind: "works",
	dossier: [{ item: "evidence", evidenceIds: [evidenceId(1), evidenceId(2)], note: null }],
};

type Check = CommandOf<"recordSiteCheck">["check"];
export const siteCheck = (n: number, more: Partial<Check> = {}): CommandOf<"recordSiteCheck"> => ({
	type: "recordSiteCheck",
	check: {
		id: checkId(n),
		on: day("2026-06-02"),
		siteIds: [],
		checkers: [
			{ name: "何川", unitId: null },
			{ name: "陆鸣", unitId: null },
		],
		finding: "done",
		record: "防渗膜完整，渗滤液收集正常",
		evidenceIds: [],
		...more,
	},
});

type Opinion = CommandOf<"recordExpertOpinion">["opinion"];
export const expert = (n: number, more: Partial<Opinion> = {}): CommandOf<"recordExpertOpinion"> => ({
	type: "recordExpertOpinion",
	opinion: {
		expert: `专家${n}`,
		unit: "省环科院",
		noConflict: true,
		verdict: "agree",
		opinion: "工程质量合格",
		on: day("2026-06-02"),
		...more,
	},
});

/** Experts who are named on an issue as people, each with an account. */
export const EXPERTS = [11, 12].map((n) => ({
	...{ kind: "person" as const, userId: `expert-${n}`, name: `评审专家${n}`, role: "expert" as const },
	...{ region: CITY, unitId: null, personId: personId(n) },
}));
export const onPanel = (issue: Issue): Issue => ({
	...issue,
	assignments: [
		...issue.assignments,
		...EXPERTS.map(({ personId: person }, at) => ({
			...assignment(60 + at, "expert", person),
			...{ until: null, acknowledged: null, takesOverFrom: null, endReason: null },
		})),
	],
});
export const ownOpinion = (
	more: Partial<CommandOf<"giveExpertOpinion">> = {},
): CommandOf<"giveExpertOpinion"> => ({
	type: "giveExpertOpinion",
	...{ unit: "省环科院", noConflict: true, verdict: "agree", opinion: "工程质量合格" },
	...more,
});

type Verdict = CommandOf<"decideAcceptance">;
const AH5 = ["measuresDone", "violationsHandled", "meetsNorms", "similarFixed", "sourceTreated"];
export const FORM: Verdict["criteria"] = AH5.map((criterion) => ({
	criterion,
	answer: "yes",
	evidenceIds: [evidenceId(2)],
	note: null,
}));
export const verdict = (tier: Verdict["tier"], more: Partial<Verdict> = {}): Verdict => ({
	type: "decideAcceptance",
	tier,
	verdict: "pass",
	criteriaSet: "ah5",
	criteria: FORM,
	standard: null,
	opinion: "符合验收条件",
	supplements: [],
	supplementsDueOn: null,
	...more,
});

export const gate = (of: GateKind, more: Partial<CommandOf<"decideGate">> = {}): CommandOf<"decideGate"> => ({
	type: "decideGate",
	gate: of,
	verdict: "yes",
	reason: "材料和现场相符",
	evidenceIds: [evidenceId(4)],
	...more,
});

export const MECHANISM: CommandOf<"recordMechanism"> = {
	type: "recordMechanism",
	mechanism: {
		document: "渣库巡查制度",
		issuer: "市生态环境局",
		on: day("2026-05-10"),
		inForce: true,
		evidenceIds: [],
	},
};
export const SCREENING: CommandOf<"recordScreening"> = {
	type: "recordScreening",
	result: { screened: 14, found: 2, opened: 2, summary: "排查渣库14座", evidenceIds: [] },
};
export const OPINION: CommandOf<"giveOpinion"> = { type: "giveOpinion", text: "同意验收", agrees: true };

export const notice = (n: number, start = "2026-06-03"): CommandOf<"startNotice"> => ({
	type: "startNotice",
	noticeId: noticeId(n),
	start: day(start),
	channel: "市政府网站",
	contact: "市整改办 0000-5000000",
	completion: "渗漏点已封堵，断面达标",
});
export const END_NOTICE: CloseOutCommand = { type: "endNotice" };
export const objection = (n: number, on = "2026-06-05"): CommandOf<"registerObjection"> => ({
	type: "registerObjection",
	objectionId: objectionId(n),
	from: "附近村民",
	text: "雨后仍有渗水",
	on: day(on),
});
export const answer = (n: number, of: "upheld" | "dismissed"): CommandOf<"answerObjection"> => ({
	type: "answerObjection",
	objectionId: objectionId(n),
	verdict: of,
	text: "经现场复核答复",
});
export const sign = (signer: string): CommandOf<"signCloseOut"> => ({
	type: "signCloseOut",
	signer,
	name: "签字人",
	opinion: "同意销号",
});
export const FILE_IT = (on = "2026-06-18"): CloseOutCommand => ({
	type: "fileCloseOut",
	documentNumber: "澄整改〔2026〕6号",
	on: day(on),
});
export const receive = (
	of: CommandOf<"receiveFiling">["verdict"],
	reason: string | null = null,
): CloseOutCommand => ({ type: "receiveFiling", verdict: of, reason });

type LookBack = CommandOf<"recordLookBack">["lookBack"];
export const lookBack = (n: number, more: Partial<LookBack> = {}): CommandOf<"recordLookBack"> => ({
	type: "recordLookBack",
	lookBack: {
		id: lookBackId(n),
		on: day("2026-09-20"),
		occasion: "watchPoint",
		result: "held",
		record: "防渗设施完好",
		evidenceIds: [],
		...more,
	},
});

const JUNE2 = { on: "2026-06-02" } as const;
const JUNE3 = { on: "2026-06-03" } as const;

/** Everything that the last tier's pass rests on. */
export const GROUNDS: readonly Step[] = [
	[CITY_OFFICE, siteCheck(1), JUNE2],
	[CITY_OFFICE, expert(1), JUNE2],
	[CITY_OFFICE, expert(2), JUNE2],
	[CITY_OFFICE, expert(3), JUNE2],
	[WATCHER, OPINION, JUNE2],
];
/** The four gates, each by somebody else. */
export const GATES: readonly Step[] = [
	[CITY_OFFICE, gate("foundOut"), JUNE3],
	[PROV_OFFICE, gate("putRight"), JUNE3],
	[GROUP, gate("answeredFor"), JUNE3],
	[ACCEPTOR, gate("publicSatisfied"), JUNE3],
];
export const RECORDS: readonly Step[] = [
	[LEAD_CLERK, MECHANISM, JUNE3],
	[LEAD_CLERK, SCREENING, JUNE3],
];
export const PASSES: readonly Step[] = [
	[CITY_OFFICE, verdict("city"), JUNE2],
	[PROV_OFFICE, verdict("province"), JUNE3],
];
/** All four signatures of the base set, in order. */
export const SIGNATURES: readonly Step[] = [
	[LEADER, sign("leadUnitPrincipal"), { on: "2026-06-17" }],
	[ACCEPTOR, sign("acceptanceUnit"), { on: "2026-06-17" }],
	[GROUP, sign("countyPrincipals"), { on: "2026-06-17" }],
	[CITY_OFFICE, sign("rectificationOffice"), { on: "2026-06-17" }],
];

export const applied = (more: Partial<Issue> = {}): Issue =>
	having(doneIssue(more), [LEAD_CLERK, SELF_CHECK], [LEAD_CLERK, APPLY]);
/** Accepted by every tier, with everything that the way out asks for. */
export const acceptedIssue = (more: Partial<Issue> = {}): Issue =>
	having(applied(more), ...GROUNDS, ...PASSES, ...GATES, ...RECORDS);
export const noticed = (more: Partial<Issue> = {}): Issue =>
	having(acceptedIssue(more), [CITY_OFFICE, notice(1), JUNE3]);
export const signing = (more: Partial<Issue> = {}): Issue =>
	having(noticed(more), [CITY_OFFICE, END_NOTICE, { on: "2026-06-17" }]);
export const filing = (more: Partial<Issue> = {}): Issue => having(signing(more), ...SIGNATURES);
export const closedIssue = (more: Partial<Issue> = {}): Issue =>
	having(
		filing(more),
		[CITY_OFFICE, FILE_IT(), { on: "2026-06-18" }],
		[PROV_OFFICE, receive("accepted"), { on: "2026-06-20" }],
	);
