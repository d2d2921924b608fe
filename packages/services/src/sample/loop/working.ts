import {
	type Actor,
	type EvidenceId,
	type IsoDate,
	officialCalendar,
	RegionCode,
	ReportId,
	WorkId,
} from "@zhenggai/domain/kernel";
import { milestoneKey } from "@zhenggai/domain/plans";
import { periodOf, type ReportContent } from "@zhenggai/domain/progress";
import type { Story } from "./story.ts";

const MET = { reachable: true, feasible: true, landed: true, reasonable: true };

/** The city keeps what lies in a county to itself, with the province's consent: nothing is handed down (PLAN-05). */
const keep = ({ cast, does }: Story, county: string): Promise<void> =>
	does(cast.office, {
		type: "declareNotOurs",
		notOurs: {
			...{ region: RegionCode.parse(county), reason: "由市级直接组织整改，县区配合，不再分解" },
			...{ consentDocument: "岚整改办函〔2026〕12号", consentBy: "岚江省整改办" },
		},
	});

/** The plan is handed in, approved by the tier above and published, on days counted from today. `county`: where it is kept. */
export async function plan(
	story: Story,
	submitted: number,
	approved: number,
	county?: string,
): Promise<void> {
	const { cast, does, on } = story;
	on(submitted);
	if (county !== undefined) await keep(story, county);
	if (story.issue.lifecycle !== "planning") await does(cast.chief, { type: "startPlanning" });
	await does(cast.chief, { type: "submitPlan" });
	on(approved);
	await does(cast.province, {
		...{ type: "reviewPlan", verdict: "approve", items: [], criteria: MET },
		opinion: "目标、措施、责任和时限逐项核对，同意。",
	});
	const published = on(approved + 2);
	const channels = [{ kind: "website" as const, name: "青屏市人民政府网站", url: null }];
	await does(cast.office, { type: "publishPlan", on: published, channels, redacted: true });
}

/** A day of the month so many months after that of today, in days counted from today. */
export function dayOfMonth(today: IsoDate, months: number, day: number): number {
	const [year = 0, month = 1] = today.split("-").map(Number);
	return Math.round((Date.UTC(year, month - 1 + months, day) - Date.parse(today)) / 86_400_000);
}

/** The office opens the reporting cycle of the month in which a day lies; it is there once. Gives its key. */
export async function openCycle(story: Story, days: number): Promise<string> {
	const { dueOn, ...period } = periodOf("month", story.on(days), 25, officialCalendar());
	const open = story.issue.progress?.cycles.some(({ key }) => key === period.key) ?? false;
	const cycle = { ...period, dueOn };
	if (!open) await story.does(story.cast.office, { type: "openReportingCycle", cycle });
	return period.key;
}

/** What the monthly form asks for beside the progress itself. */
const BLOCKS = {
	policiesMade: "配套制度正在起草",
	goalCompletion: "按方案目标推进",
	accountability: "无移交事项",
	qualityChange: "周边环境有所改善",
	publication: "进展情况在市政府网站公开",
};

/** The unit's report of a cycle. */
export async function report(
	story: Story,
	cycle: string,
	told: Pick<ReportContent, "progress" | "forecast" | "lagReason" | "nextSteps">,
): Promise<void> {
	const content = {
		...told,
		blocks: { ...BLOCKS, issueProgress: told.progress },
		...{ difficulties: null, typedPercent: null },
	};
	const reportId = ReportId.parse(story.newId());
	await story.does(story.cast.clerk, { type: "reportProgress", reportId, cycle, content });
}

/** A milestone is said to be reached by the unit. Gives what names it. */
export async function reach(story: Story, at: number, doneOn: IsoDate, evidenceIds: EvidenceId[]) {
	const measure = story.issue.measures[at];
	const milestone = measure?.milestones[0];
	if (measure === undefined || milestone === undefined) throw new Error(`no milestone of measure ${at}`);
	const step = { measureId: measure.id, key: milestoneKey(milestone) };
	await story.does(story.cast.clerk, { type: "completeMilestone", ...step, doneOn, evidenceIds });
	return step;
}

/** Somebody who does none of the work has been there. */
export const visit = (story: Story, who: Actor, on: IsoDate, text: string): Promise<void> =>
	story.does(who, {
		...{ type: "logWork", workId: WorkId.parse(story.newId()), on, kind: "visit", text },
		measureId: null,
	});
