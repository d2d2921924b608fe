/** Builders for this package's own tests: a small fictional place with its offices, units and people. */
import { createHash } from "node:crypto";
import type { AttachedNotice, NewNotice } from "../close-out/index.ts";
import {
	type Actor,
	type ActorStamp,
	AssignmentId,
	InspectionId,
	Instant,
	IsoDate,
	IssueId,
	MeasureId,
	NoticeId,
	officialCalendar,
	PersonId,
	RegionCode,
	type Role,
	SiteId,
	UnitId,
} from "../kernel/index.ts";
import { builtInRuleSets, resolveRules } from "../rules/index.ts";
import type { IssueCommand, NewAssignment } from "./commands.ts";
import type { InspectionFacts, IssueContext, IssueFacts, PersonFacts, UnitFacts } from "./context.ts";
import { NO_SURROUNDINGS } from "./context.ts";
import { decideIssue } from "./decide.ts";
import type { IssueEvent } from "./events.ts";
import { evolveIssue } from "./evolve.ts";
import type { Issue, NewMeasure, Site } from "./schema.ts";

/** A UUID made from a number, so that failures read well. */
export const uuid = (n: number, kind = 0): string =>
	`${kind.toString(16).padStart(8, "0")}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;

export const issueId = (n: number) => IssueId.parse(uuid(n, 1));
export const unitId = (n: number) => UnitId.parse(uuid(n, 2));
export const personId = (n: number) => PersonId.parse(uuid(n, 3));
export const assignmentId = (n: number) => AssignmentId.parse(uuid(n, 4));
export const measureId = (n: number) => MeasureId.parse(uuid(n, 5));
export const siteId = (n: number) => SiteId.parse(uuid(n, 6));
export const inspectionId = (n: number) => InspectionId.parse(uuid(n, 7));
export const noticeId = (n: number) => NoticeId.parse(uuid(n, 8));
export const region = (code: string) => RegionCode.parse(code);
export const day = (date: string) => IsoDate.parse(date);
export const moment = (text: string) => Instant.parse(text);

export const PROVINCE = region("990000");
export const CITY = region("990100");
export const OTHER_CITY = region("990200");
export const COUNTY = region("990102");
export const OTHER_COUNTY = region("990103");
export const NOW = moment("2026-03-02T01:00:00.000Z");
export const TODAY = day("2026-03-02");

/** Units: 1 leads, 2 supervises, 3 is responsible, 4 is an enterprise, 5 is not active, 6 has no part. */
export const LEAD = unitId(1);
export const SUPERVISOR = unitId(2);
export const WORKER = unitId(3);
export const PLANT = unitId(4);
export const CLOSED_DOWN = unitId(5);
export const STRANGER = unitId(6);
export const LEADER = personId(1);
export const CLERK = personId(2);

const units: readonly UnitFacts[] = [
	{ id: LEAD, name: "澄川市生态环境局", active: true },
	{ id: SUPERVISOR, name: "澄川市人民政府督查室", active: true },
	{ id: WORKER, name: "青石县人民政府", active: true },
	{ id: PLANT, name: "青石矿业公司", active: true },
	{ id: CLOSED_DOWN, name: "澄川市环境保护局", active: false },
	{ id: STRANGER, name: "澄川市体育局", active: true },
];
const people: readonly PersonFacts[] = [
	{ id: LEADER, name: "沈岚", unitId: WORKER },
	{ id: CLERK, name: "何川", unitId: LEAD },
];
export const INSPECTION = inspectionId(1);
export const SELF_CHECK = inspectionId(2);
export const LATER_ROUND = inspectionId(3);
const inspections: readonly InspectionFacts[] = [
	{ id: INSPECTION, kind: "centralInspection", region: PROVINCE },
	{ id: SELF_CHECK, kind: "selfFound", region: COUNTY },
	{ id: LATER_ROUND, kind: "centralLookBack", region: PROVINCE },
];

/** Somebody with a role, a region and, for units, the unit acted for. */
export const actor = (
	role: Role,
	at: RegionCode = CITY,
	more: { unitId?: UnitId | null; personId?: PersonId | null } = {},
): Actor => ({
	kind: "person",
	userId: `${role}-${at}`,
	name: `${role}@${at}`,
	role,
	region: at,
	unitId: more.unitId ?? null,
	personId: more.personId ?? null,
});

export const OFFICE = actor("cityOffice");
export const LEAD_CLERK = actor("leadUnit", CITY, { unitId: LEAD, personId: CLERK });
export const WORKER_CLERK = actor("respUnit", CITY, { unitId: WORKER });

export const stampOf = (who: Actor): ActorStamp =>
	"role" in who
		? { kind: who.kind, id: who.name, name: who.name, role: who.role, region: who.region, unitId: who.unitId }
		: { kind: "system", id: who.kind, name: who.kind, role: null, region: null, unitId: null };

const resolved = resolveRules(builtInRuleSets(), "base", TODAY);
if (!resolved.ok) throw new Error("the base rule set");
/** The base rules on the day of the tests. */
export const BASE_RULES = resolved.value;

/** A store that holds whatever file is asked for: a plain photo that does not say when and where it was taken. */
export const EVERY_FILE: IssueContext["surroundings"]["files"] = {
	get: (sha256) => ({ sha256, bytes: 120_000, mediaType: "image/jpeg", takenAt: null, position: null }),
};

/** A context in which everything of the small place exists. */
export function contextOf(
	who: Actor = OFFICE,
	more: { issues?: readonly IssueFacts[]; now?: Instant; importing?: boolean } & Partial<
		Pick<IssueContext["surroundings"], "takenNumbers" | "files" | "evidenceUses">
	> = {},
): IssueContext {
	return {
		actor: who,
		stamp: stampOf(who),
		now: more.now ?? NOW,
		importing: more.importing ?? false,
		rules: BASE_RULES,
		calendar: officialCalendar(),
		sha256: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
		surroundings: {
			...NO_SURROUNDINGS,
			units: new Map(units.map((unit) => [unit.id, unit])),
			people: new Map(people.map((person) => [person.id, person])),
			inspections: new Map(inspections.map((inspection) => [inspection.id, inspection])),
			issues: new Map((more.issues ?? []).map((facts) => [facts.id, facts])),
			takenNumbers: more.takenNumbers ?? [],
			files: more.files ?? EVERY_FILE,
			evidenceUses: more.evidenceUses ?? [],
		},
	};
}

export const assignment = (
	n: number,
	role: NewAssignment["role"],
	party: UnitId | PersonId,
	more: Partial<NewAssignment> = {},
): NewAssignment => {
	const isPerson = party.startsWith("00000003");
	return {
		id: assignmentId(n),
		role,
		kind: null,
		unitId: isPerson ? null : UnitId.parse(party),
		personId: isPerson ? PersonId.parse(party) : null,
		from: day("2026-02-01"),
		...more,
	};
};

export const measure = (n: number, text: string, more: Partial<NewMeasure> = {}): NewMeasure => ({
	id: measureId(n),
	number: `（${n}）`,
	text,
	type: null,
	term: null,
	deadline: null,
	responsibleUnitIds: [],
	supportingUnitIds: [],
	milestones: [],
	provisional: null,
	similarScreening: false,
	...more,
});

export const site = (n: number, at: RegionCode = COUNTY): Omit<Site, "state"> => ({
	id: siteId(n),
	name: `${n}号渣库`,
	region: at,
	address: null,
	position: null,
});

/** A completion notice of a city's issue. */
export const newNotice = (n: number, more: Partial<NewNotice> = {}): NewNotice => ({
	id: noticeId(n),
	source: { document: "整改完成情况公示.docx", sha256: null, lines: [1, 20] },
	replaces: null,
	kind: "completion",
	number: "12",
	tier: "city",
	statement: "青石县渣库渗漏，下游断面镉、锌超标。",
	receiptNumbers: [],
	responsibleUnits: ["青石县人民政府"],
	supervisingUnits: [],
	acceptanceUnits: [],
	deadline: "2026年12月底前",
	goal: "渣库渗漏得到控制，断面稳定达标。",
	measures: [{ number: "1.", text: "封堵渗漏点" }],
	completion: "渗漏点已封堵，断面连续六个月达标。",
	completionItems: [],
	publicity: { start: day("2026-03-02"), end: day("2026-03-13") },
	publicityLength: null,
	contact: "县整改办 0000-5000000",
	otherFields: [],
	...more,
});

/** The same as it stands on the ledger. */
export const attachedNotice = (n: number, more: Partial<AttachedNotice> = {}): AttachedNotice => ({
	...newNotice(n),
	importId: null,
	attachedAt: NOW,
	attachedBy: "何川",
	afterClose: false,
	replacedBy: null,
	detached: null,
	...more,
});

export type Register = Extract<IssueCommand, { type: "registerIssue" }>;

/** A registration on the city's list. */
export const registration = (more: Partial<Register> = {}): Register => ({
	type: "registerIssue",
	issueId: issueId(1),
	region: CITY,
	tier: "city",
	parentId: null,
	mandate: { inspectionId: INSPECTION, number: "12", seq: 12, deadline: null },
	statement: "青石县渣库渗漏，下游断面镉、锌超标。",
	sourceText: null,
	numberByTier: { central: null, province: "55", city: "12", county: null },
	field: "heavyMetal",
	generality: "individual",
	goal: "渣库渗漏得到控制，断面稳定达标。",
	deadline: {
		text: "2026年12月底前",
		category: "fixed",
		point: { precision: "month", year: 2026, month: 12 },
	},
	constraints: [],
	remarks: null,
	assignments: [],
	measures: [],
	sites: [],
	importId: null,
	...more,
});

/** The two assignments that bring an issue to `assigned`. */
export const OWNERS: readonly NewAssignment[] = [
	assignment(1, "lead", LEAD),
	assignment(2, "supervising", SUPERVISOR),
];

/** Runs a command that must be accepted; throws with its refusals otherwise. */
export function run(
	state: Issue | null,
	command: IssueCommand,
	context: IssueContext = contextOf(),
): { state: Issue; events: readonly IssueEvent[] } {
	const decision = decideIssue(state, command, context);
	if (!decision.ok) throw new Error(`refused: ${decision.refusals.map(({ rule }) => rule).join(" ")}`);
	const next = decision.events.reduce<Issue | null>(evolveIssue, state);
	if (next === null) throw new Error("no event");
	return { state: next, events: decision.events };
}

/** The state after a list of accepted commands on a fresh registration. */
export function issueAfter(
	register: Partial<Register>,
	steps: readonly [IssueCommand, IssueContext?][] = [],
): Issue {
	const first = run(null, registration(register)).state;
	return steps.reduce((state, [command, context]) => run(state, command, context).state, first);
}

/** The rules of a decision's refusals, in order; empty when it was accepted. */
export const rulesOf = (state: Issue | null, command: IssueCommand, context = contextOf()): string[] => {
	const decision = decideIssue(state, command, context);
	return decision.ok ? [] : decision.refusals.map(({ rule }) => rule);
};
