import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Cast, Player } from "./cast.ts";
import type { StoryClock } from "./clock.ts";
import { dueBy } from "./planning.ts";
import type { Stage } from "./play.ts";

type Forecast = "onTime" | "likely" | "unlikely";

/** The office opens the reporting cycle of a month. */
export const openMonth = (stage: Stage, office: Player, issueId: string, month: string, to: string) =>
	stage.does(office, issueId, (issues, on) =>
		issues.openReportingCycle.mutate({
			...on,
			command: {
				type: "openReportingCycle",
				cycle: {
					...{ key: month, cadence: "month", from: `${month}-01` },
					...{ to: `${month}-${to}`, dueOn: `${month}-25` },
				},
			},
		}),
	);

const BLOCKS = {
	issueProgress: "按计划推进",
	policiesMade: "办法已完成起草",
	goalCompletion: "断面氨氮持续下降",
	accountability: "无移交事项",
	qualityChange: "水质有所改善",
	publication: "已在政府网站公开进展",
};

/** A unit's report of a month. */
export const report = (
	stage: Stage,
	who: Player,
	issueId: string,
	cycle: string,
	progress: string,
	forecast: Forecast,
) =>
	stage.does(who, issueId, (issues, on) =>
		issues.reportProgress.mutate({
			...on,
			command: {
				...{ type: "reportProgress", reportId: randomUUID(), cycle },
				content: {
					...{ progress, blocks: BLOCKS, difficulties: null, nextSteps: null, forecast },
					...{ lagReason: forecast === "onTime" ? null : "weakPush", typedPercent: 90 },
				},
			},
		}),
	);

/** The milestones of an issue by their words. */
async function milestoneOf(stage: Stage, issueId: string, text: string) {
	const { measures, progress } = await stage.get(issueId);
	for (const measure of measures) {
		const milestone = measure.milestones.find((held) => held.text === text);
		if (milestone?.id !== undefined) {
			const reached = progress.milestones.find(({ key }) => key === milestone.id);
			return { measureId: measure.id, key: milestone.id, reach: reached?.reach };
		}
	}
	throw new Error(`no milestone ${text}`);
}

export async function reach(
	stage: Stage,
	who: Player,
	issueId: string,
	text: string,
	evidenceId: string,
	on: string,
) {
	const { measureId, key } = await milestoneOf(stage, issueId, text);
	await stage.does(who, issueId, (issues, at) =>
		issues.completeMilestone.mutate({
			...at,
			command: {
				...{ type: "completeMilestone", measureId, key, doneOn: on },
				evidenceIds: [evidenceId],
			},
		}),
	);
	return { measureId, key };
}

type Step = { readonly measureId: string; readonly key: string };
type Asking = Parameters<Stage["does"]>[2];
const verifying =
	(step: Step): Asking =>
	(issues, on) =>
		issues.verifyMilestone.mutate({
			...on,
			command: { type: "verifyMilestone", ...step, verdict: "verified", reason: null },
		});

/** Two months of reports with evidence; what is said to be reached is looked at by somebody else. */
export async function twoMonths(stage: Stage, cast: Cast, clock: StoryClock, issueId: string) {
	clock.moveTo("2025-03-03");
	const published = await stage.does(cast.county, issueId, (issues, on) =>
		issues.publishPlan.mutate({
			...on,
			command: {
				...{ type: "publishPlan", on: "2025-03-03", redacted: true },
				channels: [{ kind: "website", name: "松泉县人民政府网站", url: null }],
			},
		}),
	);
	expect(published.plan.publications).toHaveLength(1);
	await openMonth(stage, cast.county, issueId, "2025-03", "31");
	const works = published.measures.find(({ type }) => type === "works")?.id ?? "";
	await stage.shows(cast.helper, issueId, "photoBefore", { measureId: works });
	clock.moveTo("2025-03-18");
	const photo = await stage.shows(cast.lead, issueId, "photoAfter", { measureId: works });
	const sealed = await reach(stage, cast.lead, issueId, "直排口封堵完成", photo, "2025-03-17");
	await stage.mayNot(cast.lead, issueId, ["NOT_ALLOWED"], verifying(sealed));
	const verified = await stage.does(cast.supervisor, issueId, verifying(sealed));
	expect(verified.progress.actualPercent).toBeCloseTo(100 / 3);
	return works;
}

/** The second month: the text of the first again, which raises a doubt that the unit cannot clear for itself. */
export async function secondMonth(stage: Stage, cast: Cast, clock: StoryClock, issueId: string) {
	await openMonth(stage, cast.county, issueId, "2025-04", "30");
	clock.moveTo("2025-04-15");
	await stage.does(cast.supervisor, issueId, (issues, on) =>
		issues.logWork.mutate({
			...on,
			command: {
				...{ type: "logWork", workId: randomUUID(), on: "2025-04-15", kind: "visit", measureId: null },
				text: "现场督导，管网沟槽开挖过半",
			},
		}),
	);
	// A county office types for its units, and then it is no judge of what it typed.
	const list = await stage.shows(cast.county, issueId, "screenedUnits");
	const screened = await reach(stage, cast.county, issueId, "排查结果汇总", list, "2025-04-14");
	await stage.mayNot(cast.county, issueId, ["SOD-01"], verifying(screened));
	await stage.does(cast.supervisor, issueId, verifying(screened));
}

export const FIRST_REPORT = "完成三处直排口封堵并通过监督核实，截污管网完成招标，施工单位进场。";

/** What was doubted by the rules is cleared by somebody else. */
export async function repeatedReport(stage: Stage, cast: Cast, issueId: string) {
	const told = await report(stage, cast.lead, issueId, "2025-04", FIRST_REPORT, "onTime");
	const doubt = told.progress.doubts.find(({ rule }) => rule === "PRG-03");
	if (doubt === undefined) throw new Error("nobody doubts the same text");
	const resolving: Asking = (issues, on) =>
		issues.resolveDoubt.mutate({
			...on,
			command: {
				...{ type: "resolveDoubt", doubtId: doubt.id, outcome: "cleared" },
				reason: "已到现场核对，管网确在施工",
			},
		});
	await stage.mayNot(cast.lead, issueId, ["NOT_ALLOWED"], resolving);
	const cleared = await stage.does(cast.supervisor, issueId, resolving);
	expect(cleared.progress.doubts.every(({ resolved }) => resolved !== null)).toBe(true);
}

/** A request for a later deadline, with the works' last step on its new day. */
const requesting = async (
	stage: Stage,
	issueId: string,
	id: string,
	to: string,
	step: string,
	lateReason: string | null = null,
): Promise<Asking> => {
	const baseline = (await stage.get(issueId)).plan.baselines.at(-1);
	const measures = (baseline?.content.measures ?? [])
		.filter(({ type }) => type === "works")
		.map((measure) => ({
			...measure,
			deadline: dueBy(to),
			milestones: measure.milestones.map((milestone, at) =>
				at === 0 ? milestone : { ...milestone, due: step },
			),
		}));
	return (issues, on) =>
		issues.requestExtension.mutate({
			...on,
			command: {
				...{ type: "requestExtension", extensionId: id, reasons: "汛期提前，管网施工受阻", lateReason },
				...{ progress: "已完成封堵和管网六成", to: dueBy(to), measures },
			},
		});
};

/** One extension is granted in time; another is asked for too late. The original deadline stays on show. */
export async function grantExtension(stage: Stage, cast: Cast, issueId: string) {
	const extensionId = randomUUID();
	const asking = await requesting(stage, issueId, extensionId, "2025-08-15", "2025-08-01");
	await stage.mayNot(cast.helper, issueId, ["NOT_ALLOWED"], asking);
	await stage.does(cast.lead, issueId, asking);
	const granting: Asking = (issues, on) =>
		issues.decideExtension.mutate({
			...on,
			command: { type: "decideExtension", extensionId, verdict: "grant", reason: "情况属实" },
		});
	await stage.mayNot(cast.lead, issueId, ["NOT_ALLOWED"], granting);
	await stage.mayNot(cast.county, issueId, ["NOT_ALLOWED"], granting);
	const granted = await stage.does(cast.city, issueId, granting);
	expect(granted.row.due).toBe("2025-08-15");
	expect(granted.plan).toMatchObject({
		originalDue: "2025-07-15",
		baselines: [{ version: 1 }, { version: 2 }],
	});
}

export async function refuseExtension(stage: Stage, cast: Cast, clock: StoryClock, issueId: string) {
	const late = await requesting(stage, issueId, randomUUID(), "2025-08-20", "2025-08-10");
	const [refusal] = await stage.mayNot(cast.cityLead, issueId, ["EXT-01"], late);
	expect(refusal).toMatchObject({ field: "lateReason", basis: "S33" });
	clock.moveTo("2025-07-14");
	const reasoned = await requesting(stage, issueId, randomUUID(), "2025-08-20", "2025-08-10", "汛情突发");
	await stage.mayNot(cast.cityLead, issueId, ["EXT-01"], reasoned);
	expect(await stage.get(issueId)).toMatchObject({ schedule: "overdue", light: { light: "red" } });
}
