import type { Issue } from "@zhenggai/domain/issues";
import {
	type ActorStamp,
	addDays,
	EvidenceId,
	Instant,
	IsoDate,
	MeasureId,
	MilestoneId,
	ReportId,
} from "@zhenggai/domain/kernel";
import { type Measure, NO_PLAN } from "@zhenggai/domain/plans";
import { NO_PROGRESS, type ProgressState } from "@zhenggai/domain/progress";
import { benchIssue, idOf, type Setting } from "./issue.ts";

const MONTHS = 6;
const MEASURES = 3;
const MILESTONES = 2;
const TEXTS = [
	"完成入户排查并建立问题清单",
	"管网改造一标段开工，完成沟槽开挖",
	"沿线排口完成封堵，水质复测达标",
	"完善巡查制度，明确专人值守",
	"组织复核验收，整理佐证材料归档",
	"清运积存垃圾，恢复场地植被",
];

const momentOn = (day: IsoDate): Instant => Instant.parse(`${day}T02:00:00.000Z`);

function stampOf(issue: Issue): ActorStamp {
	return {
		kind: "person",
		id: idOf(0x30, 1),
		name: "填报人",
		role: "leadUnit",
		region: issue.region,
		unitId: issue.assignments[0]?.unitId ?? null,
	};
}

/** Three measures of two weighted steps each, spread over the time that the issue has. */
function measuresOf(n: number, issue: Issue, from: IsoDate, days: number): Measure[] {
	return Array.from({ length: MEASURES }, (_, index) => ({
		id: MeasureId.parse(idOf(0x40 + index, n)),
		number: `（${index + 1}）`,
		text: `${TEXTS[(n + index) % TEXTS.length]}，第${n}处`,
		type: index === 2 ? ("policy" as const) : ("works" as const),
		term: index === 2 ? ("longTermMechanism" as const) : ("immediateFix" as const),
		deadline: issue.deadline,
		responsibleUnitIds: issue.assignments
			.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]))
			.slice(0, 1),
		supportingUnitIds: [],
		milestones: Array.from({ length: MILESTONES }, (__, step) => ({
			text: `${TEXTS[(n + index + step) % TEXTS.length]}（第${step + 1}步）`,
			due: addDays(from, Math.round((days * (index * MILESTONES + step + 1)) / (MEASURES * MILESTONES))),
			weight: 1 + step,
			id: MilestoneId.parse(idOf(0x50 + index * MILESTONES + step, n)),
		})),
		provisional: null,
		similarScreening: index === 2,
		state: "inProgress" as const,
	}));
}

/** What was reported by a day: a month an entry, a photo each, and every step that was due but those of laggards. */
function progressOf(n: number, issue: Issue, from: IsoDate, asOf: IsoDate): ProgressState {
	const by = stampOf(issue);
	const months = Array.from({ length: MONTHS }, (_, index) => {
		const on = addDays(from, 30 * (index + 1) - 6);
		return { index, on, at: momentOn(on), key: on.slice(0, 7), first: IsoDate.parse(`${on.slice(0, 7)}-01`) };
	}).filter(({ on }) => on <= asOf);
	const isLaggard = n % 7 === 0;
	const evidence = months.map(({ index, on, at }) => ({
		id: EvidenceId.parse(idOf(0x60 + index, n)),
		kind: "photoAfter" as const,
		name: `现场照片${index + 1}.jpg`,
		sha256: idOf(0x60 + index, n)
			.replaceAll("-", "")
			.padEnd(64, "0"),
		bytes: 400_000,
		mediaType: "image/jpeg",
		measureId: issue.measures[0]?.id ?? null,
		siteId: null,
		goalId: null,
		effectiveOn: on,
		takenAt: at,
		position: null,
		laboratory: null,
		meetsStandard: null,
		note: null,
		at,
		by,
		withdrawn: null,
	}));
	return {
		...NO_PROGRESS,
		cycles: months.map(({ key, first, on, at }) => ({
			key,
			cadence: "month" as const,
			from: first,
			to: on,
			dueOn: on,
			openedAt: at,
		})),
		reports: months.map(({ index, key, at }) => ({
			id: ReportId.parse(idOf(0x70 + index, n)),
			cycle: key,
			content: {
				progress: `本月${TEXTS[(n + index) % TEXTS.length]}，累计完成工程量${10 + index * 12}%，下步${TEXTS[(n + index + 1) % TEXTS.length]}。`,
				blocks: {},
				difficulties: null,
				nextSteps: TEXTS[(n + index + 2) % TEXTS.length] ?? null,
				forecast: isLaggard && n % 2 === 0 ? ("likely" as const) : ("onTime" as const),
				lagReason: null,
				typedPercent: null,
			},
			at,
			by,
			returned: null,
		})),
		evidence,
		attainments: issue.measures.flatMap((measure) =>
			measure.milestones
				.filter(({ due }) => due <= asOf && !(isLaggard && due > addDays(asOf, -40)))
				.map((milestone) => ({
					key: milestone.id ?? milestone.text,
					measureId: measure.id,
					milestoneId: milestone.id ?? null,
					doneOn: milestone.due,
					evidenceIds: evidence.slice(0, 1).map(({ id }) => id),
					at: momentOn(milestone.due),
					by,
					verified: {
						verdict: "verified" as const,
						at: momentOn(milestone.due),
						by: { ...by, name: "核实人", role: "cityOffice" as const },
						reason: null,
					},
				})),
		),
		forecast: {
			value: isLaggard && n % 2 === 0 ? "likely" : "onTime",
			reason: null,
			at: momentOn(months.at(-1)?.on ?? from),
			by,
		},
	};
}

/**
 * The `n`-th issue of a ledger in full work on a day: one in ten is still being planned, the others have an approved
 * plan of three measures with six steps, up to half a year of monthly entries with a photo each, and their steps
 * verified; one in seven lags.
 */
export function workingIssue(n: number, setting: Setting, asOf: IsoDate): Issue {
	const bare = benchIssue(n, setting);
	if (n % 10 === 0) return bare;
	const from = addDays(asOf, -(30 + (n % 150)));
	const days = 180 + (n % 365);
	const due = addDays(from, days);
	const deadline = { text: due, category: "fixed" as const, point: { precision: "day" as const, date: due } };
	const dated: Issue = { ...bare, deadline, lifecycle: "inProgress" };
	const issue: Issue = { ...dated, measures: measuresOf(n, dated, from, days) };
	const by = stampOf(issue);
	return {
		...issue,
		plan: {
			...NO_PLAN,
			baselines: [
				{
					version: 1,
					content: {
						goal: issue.goal,
						goals: [],
						deadline,
						constraints: [],
						measures: issue.measures,
					},
					approvedAt: momentOn(from),
					approvedBy: { ...by, name: "审核人", role: "cityOffice" },
					reason: null,
					origin: null,
				},
			],
			originalDeadline: deadline,
		},
		progress: progressOf(n, issue, from, asOf),
	};
}
