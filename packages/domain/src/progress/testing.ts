/** Builders for the tests of this room: an approved issue whose work is going on, and who reports and looks at it. */
import type { Issue, IssueCommand, IssueContext } from "../issues/index.ts";
import {
	actor,
	CITY,
	COUNTY,
	contextOf,
	day,
	LEAD,
	measureId,
	moment,
	PROVINCE,
	run,
	SUPERVISOR,
	siteId,
	uuid,
} from "../issues/testing.ts";
import {
	type Actor,
	DoubtId,
	EvidenceId,
	type Instant,
	officialCalendar,
	ReportId,
	WorkId,
} from "../kernel/index.ts";
import { milestoneKey } from "../plans/index.ts";
import { approvedIssue } from "../plans/testing.ts";
import type { ProgressCommand } from "./commands.ts";
import { periodOf } from "./period.ts";
import type { Evidence, ReportContent, StoredFile } from "./schema.ts";

export const evidenceId = (n: number) => EvidenceId.parse(uuid(n, 30));
export const reportId = (n: number) => ReportId.parse(uuid(n, 31));
export const workId = (n: number) => WorkId.parse(uuid(n, 32));
export const doubtId = (n: number) => DoubtId.parse(uuid(n, 33));
export const hash = (n: number): string => n.toString(16).padStart(64, "0");

/** The lead unit's clerk, a second one, the supervising unit, and offices. */
export const UNIT = actor("leadUnit", CITY, { unitId: LEAD });
export const WATCHER = actor("supUnit", CITY, { unitId: SUPERVISOR });
export const CITY_OFFICE = actor("cityOffice", CITY);
export const COUNTY_OFFICE = actor("countyOffice", COUNTY);
export const PROV_OFFICE = actor("provOffice", PROVINCE);

/** Work began in March 2026: the plan of the issue was approved on the second. */
export const working = (more: Partial<Issue> = {}): Issue => approvedIssue(more);

type Step = readonly [Actor, IssueCommand, (Partial<Pick<IssueContext, "now">> & Facts)?];
export type Facts = Partial<Pick<IssueContext["surroundings"], "files" | "evidenceUses">>;

/** Carries out commands by whom each names; throws where one is refused. */
export const after = (issue: Issue, ...steps: readonly Step[]): Issue =>
	steps.reduce((state, [who, command, more]) => run(state, command, contextOf(who, more)).state, issue);

export const at = (date: string): { now: Instant } => ({ now: moment(`${date}T02:00:00.000Z`) });

export const content = (progress: string, more: Partial<ReportContent> = {}): ReportContent => ({
	progress,
	blocks: {
		policiesMade: "印发巡查制度",
		goalCompletion: "断面镉浓度下降",
		accountability: "无",
		qualityChange: "断面水质好转",
		publication: "方案已公开",
	},
	difficulties: null,
	nextSteps: null,
	forecast: "onTime",
	lagReason: null,
	typedPercent: null,
	...more,
});

export type CommandOf<T extends ProgressCommand["type"]> = Extract<ProgressCommand, { type: T }>;

export const openMonth = (date: string): CommandOf<"openReportingCycle"> => ({
	type: "openReportingCycle",
	cycle: periodOf("month", day(date), 25, officialCalendar()),
});

export const reporting = (
	n: number,
	cycle: string | null,
	text = `第${n}次填报：完成渣库防渗施工${n}处`,
	more: Partial<ReportContent> = {},
): CommandOf<"reportProgress"> => ({
	type: "reportProgress",
	reportId: reportId(n),
	cycle,
	content: content(text, more),
});

type Attached = CommandOf<"attachEvidence">["evidence"];

export const attach = (n: number, more: Partial<Attached> = {}): CommandOf<"attachEvidence"> => ({
	type: "attachEvidence",
	evidence: {
		id: evidenceId(n),
		kind: "record",
		name: `材料${n}.jpg`,
		sha256: hash(n),
		measureId: null,
		siteId: null,
		goalId: null,
		effectiveOn: null,
		laboratory: null,
		meetsStandard: null,
		note: null,
		...more,
	},
});

/** A store in which a file says when and where it was taken. */
export const photo = (more: Partial<StoredFile>): Facts => ({
	files: {
		get: (sha256) => ({
			sha256,
			bytes: 2000,
			mediaType: "image/jpeg",
			takenAt: null,
			position: null,
			...more,
		}),
	},
});

/** The key of a step of a measure. */
export function keyOf(issue: Issue, n: number, step: number): string {
	const milestone = issue.measures.find(({ id }) => id === measureId(n))?.milestones[step];
	if (milestone === undefined) throw new Error(`measure ${n} has no step ${step}`);
	return milestoneKey(milestone);
}

export const reach = (
	issue: Issue,
	n: number,
	step: number,
	evidence: readonly number[],
	doneOn = "2026-03-01",
): CommandOf<"completeMilestone"> => ({
	type: "completeMilestone",
	measureId: measureId(n),
	key: keyOf(issue, n, step),
	doneOn: day(doneOn),
	evidenceIds: evidence.map(evidenceId),
});

export const verify = (
	issue: Issue,
	n: number,
	step: number,
	reason: string | null = null,
): CommandOf<"verifyMilestone"> => ({
	type: "verifyMilestone",
	measureId: measureId(n),
	key: keyOf(issue, n, step),
	verdict: reason === null ? "verified" : "rejected",
	reason,
});

/** A site of the issue with its place, 1° north is about 111 km. */
export const slag = (n: number, position: Evidence["position"] = [105, 33]): Issue["sites"][number] => ({
	id: siteId(n),
	name: `${n}号渣库`,
	region: COUNTY,
	address: null,
	position,
	state: "open",
});
