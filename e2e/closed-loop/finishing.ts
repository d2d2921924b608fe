import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Cast } from "./cast.ts";
import type { StoryClock } from "./clock.ts";
import type { Stage } from "./play.ts";
import { reach } from "./working.ts";

type Asking = Parameters<Stage["does"]>[2];
type Goals = { readonly metric: string; readonly document: string };

export const selfChecking =
	(on: string): Asking =>
	(issues, at) =>
		issues.selfCheck.mutate({
			...at,
			command: { type: "selfCheck", on, report: "各项措施已落实，指标达到。", evidenceIds: [] },
		});

const applying: Asking = (issues, on) =>
	issues.applyAcceptance.mutate({ ...on, command: { type: "applyAcceptance", kind: "works", dossier: [] } });

const completing =
	(measureId: string, evidenceIds: string[]): Asking =>
	(issues, on) =>
		issues.completeMeasure.mutate({ ...on, command: { type: "completeMeasure", measureId, evidenceIds } });

/** Everything that the plan promised is said to be done, with what shows it. */
export async function finishWork(stage: Stage, cast: Cast, clock: StoryClock, issueId: string, goals: Goals) {
	const { lead } = cast;
	await stage.mayNot(lead, issueId, ["ACC-01", "ACC-02", "EV-01"], selfChecking(clock.today));
	const { measures } = await stage.get(issueId);
	const idOf = (type: string): string => measures.find((measure) => measure.type === type)?.id ?? "";
	const [works, policy, campaign] = [idOf("works"), idOf("policy"), idOf("campaign")];
	const done = await stage.shows(lead, issueId, "completionAcceptance", { measureId: works });
	await reach(stage, lead, issueId, "截污管网建成通水", done, clock.today);
	const figures = await stage.shows(lead, issueId, "monitoring", {
		...{ measureId: works, goalId: goals.metric, effectiveOn: clock.today },
	});
	const issued = await stage.shows(lead, issueId, "issuedDocument", { measureId: policy });
	await reach(stage, lead, issueId, "办法印发施行", issued, clock.today);
	await stage.does(lead, issueId, (issues, on) =>
		issues.recordReading.mutate({
			...on,
			command: {
				...{ type: "recordReading", goalId: goals.metric, value: 1.2, on: clock.today },
				evidenceIds: [figures],
			},
		}),
	);
	await stage.does(lead, issueId, (issues, on) =>
		issues.recordDelivery.mutate({
			...on,
			command: {
				...{ type: "recordDelivery", goalId: goals.document, on: clock.today },
				evidenceIds: [issued],
			},
		}),
	);
	await stage.does(lead, issueId, completing(works, [done]));
	await stage.does(lead, issueId, completing(policy, [issued]));
	await stage.does(lead, issueId, completing(campaign, []));
	await stage.mayNot(lead, issueId, ["EV-01"], selfChecking(clock.today));
	await stage.shows(lead, issueId, "results", { measureId: campaign });
	const last = await stage.get(issueId);
	expect(last.progress.doubts.filter(({ resolved }) => resolved === null)).toEqual([]);
	expect(last.progress.goalsMet).toBe("met");
	return { works, evidence: done, document: issued };
}

/** The owner says "done" and applies. Nobody else says it in its place. */
export async function apply(stage: Stage, cast: Cast, clock: StoryClock, issueId: string) {
	for (const who of [cast.county, cast.helper, cast.acceptor]) {
		await stage.mayNot(who, issueId, ["NOT_ALLOWED"], selfChecking(clock.today));
	}
	expect((await stage.does(cast.lead, issueId, selfChecking(clock.today))).row.lifecycle).toBe("selfChecked");
	expect((await stage.does(cast.lead, issueId, applying)).row.lifecycle).toBe("acceptance");
}

const checking =
	(on: string, finding: "done" | "notDone", evidenceIds: string[]): Asking =>
	(issues, at) =>
		issues.recordSiteCheck.mutate({
			...at,
			command: {
				type: "recordSiteCheck",
				check: {
					...{ id: randomUUID(), on, siteIds: [], finding, evidenceIds },
					checkers: [
						{ name: "程朗", unitId: null },
						{ name: "岳清", unitId: null },
					],
					record: finding === "done" ? "三处排口均已封堵，管网通水" : "二号排口仍在出水",
				},
			},
		});

type Tier = "county" | "city" | "province";
const CRITERIA = [
	"measuresDone",
	"violationsHandled",
	"meetsNorms",
	"similarFixed",
	"sourceTreated",
] as const;
const verdictOn =
	(
		tier: Tier,
		verdict: "pass" | "conditional" | "fail",
		evidenceIds: string[],
		more: { standard?: string; supplements?: string[]; by?: string } = {},
	): Asking =>
	(issues, on) =>
		issues.decideAcceptance.mutate({
			...on,
			command: {
				...{ type: "decideAcceptance", tier, verdict, criteriaSet: "ah5" },
				criteria: CRITERIA.map((criterion) => ({ criterion, answer: "yes", evidenceIds, note: null })),
				...{ standard: more.standard ?? null, opinion: "经核查形成此意见" },
				...{ supplements: more.supplements ?? [], supplementsDueOn: more.by ?? null },
			},
		});

/** The check on the spot finds that what was reported as done is not: it cannot pass, and goes back to work. */
export async function falseReport(
	stage: Stage,
	cast: Cast,
	clock: StoryClock,
	issueId: string,
	evidence: string,
) {
	await stage.mayNot(cast.lead, issueId, ["NOT_ALLOWED"], checking(clock.today, "done", [evidence]));
	await stage.does(cast.acceptor, issueId, checking(clock.today, "notDone", []));
	await stage.mayNot(cast.acceptor, issueId, ["ANTI-02"], verdictOn("county", "pass", [evidence]));
	const failed = await stage.does(cast.acceptor, issueId, verdictOn("county", "fail", []));
	expect(failed.row.lifecycle).toBe("inProgress");
	const talk = failed.proposals.length > 0 ? failed : await stage.get(issueId);
	expect(talk.proposals.map(({ kind }) => kind)).toContain("admonitoryTalk");
}

/** The organs of discipline doubt what was said; the unit goes on only once somebody else has looked. */
export async function doubted(stage: Stage, cast: Cast, clock: StoryClock, issueId: string) {
	const id = randomUUID();
	const raising: Asking = (issues, on) =>
		issues.raiseDoubt.mutate({
			...on,
			command: {
				type: "raiseDoubt",
				doubt: {
					...{ id, rule: null, about: "二号排口封堵情况", evidenceId: null },
					message: { zh: "二号排口照片与现场不符", en: "The photo of outlet two is not what is there" },
				},
			},
		});
	await stage.mayNot(cast.auditor, issueId, ["NOT_ALLOWED"], raising);
	await stage.does(cast.discipline, issueId, raising);
	await stage.mayNot(cast.lead, issueId, ["EV-05"], selfChecking(clock.today));
	const resolving: Asking = (issues, on) =>
		issues.resolveDoubt.mutate({
			...on,
			command: {
				...{ type: "resolveDoubt", doubtId: id, outcome: "cleared" },
				reason: "已重新封堵，现场核实无出水",
			},
		});
	// It is about everything that was reported, and the supervising unit's visit is part of that.
	await stage.mayNot(cast.supervisor, issueId, ["EV-05"], resolving);
	await stage.does(cast.city, issueId, resolving);
}

const opining =
	(expert: string): ((on: string) => Asking) =>
	(on) =>
	(issues, at) =>
		issues.recordExpertOpinion.mutate({
			...at,
			command: {
				type: "recordExpertOpinion",
				opinion: {
					...{ expert, unit: "岚江大学", noConflict: true, verdict: "agree", on },
					opinion: "工程质量符合设计要求",
				},
			},
		});

/** Tier by tier: the county's own, the city with supplements, the province with a ruling on the standard. */
export async function accept(stage: Stage, cast: Cast, clock: StoryClock, issueId: string, evidence: string) {
	await stage.does(cast.acceptor, issueId, checking(clock.today, "done", [evidence]));
	await stage.mayNot(cast.province, issueId, ["ACC-05", "ACC-11"], verdictOn("province", "pass", [evidence]));
	await stage.mayNot(cast.lead, issueId, ["NOT_ALLOWED"], verdictOn("county", "pass", [evidence]));
	await stage.does(cast.acceptor, issueId, verdictOn("county", "pass", [evidence]));
	await stage.does(cast.supervisor, issueId, (issues, on) =>
		issues.giveOpinion.mutate({
			...on,
			command: { type: "giveOpinion", text: "同意提请验收", agrees: true },
		}),
	);
	const missing = { supplements: ["补充管网竣工图"], by: "2025-08-08" };
	const waiting = await stage.does(cast.city, issueId, verdictOn("city", "conditional", [evidence], missing));
	expect(waiting.row.lifecycle).toBe("supplementing");
	await stage.mayNot(cast.city, issueId, ["ACC-10"], verdictOn("city", "pass", [evidence]));
	const drawing = await stage.shows(cast.lead, issueId, "other");
	await stage.does(cast.lead, issueId, (issues, on) =>
		issues.submitSupplements.mutate({
			...on,
			command: { type: "submitSupplements", text: "竣工图已补", evidenceIds: [drawing] },
		}),
	);
	await stage.does(cast.city, issueId, verdictOn("city", "pass", [evidence]));
	await stage.mayNot(cast.province, issueId, ["ACC-11"], verdictOn("province", "pass", [evidence]));
	for (const expert of ["向南", "简宁", "陶然"])
		await stage.does(cast.province, issueId, opining(expert)(clock.today));
	const other = { standard: "按行业排水管网验收规程执行" };
	await stage.mayNot(cast.province, issueId, ["ACC-12"], verdictOn("province", "pass", [evidence], other));
	await stage.does(cast.sector, issueId, (issues, on) =>
		issues.ruleStandard.mutate({
			...on,
			command: {
				type: "ruleStandard",
				ruling: {
					...{ question: "验收执行何种标准", ruling: "可执行行业规程，不低于方案要求" },
					...{ unit: "岚江省住房和城乡建设厅", on: clock.today },
				},
			},
		}),
	);
	await stage.does(cast.province, issueId, verdictOn("province", "pass", [evidence], other));
}

/** Tier by tier without delay, for what has been looked at before. */
export async function acceptAgain(
	stage: Stage,
	cast: Cast,
	clock: StoryClock,
	issueId: string,
	evidence: string,
) {
	await stage.does(cast.acceptor, issueId, checking(clock.today, "done", [evidence]));
	await stage.does(cast.supervisor, issueId, (issues, on) =>
		issues.giveOpinion.mutate({ ...on, command: { type: "giveOpinion", text: "同意", agrees: true } }),
	);
	for (const expert of ["向南", "简宁", "陶然"])
		await stage.does(cast.city, issueId, opining(expert)(clock.today));
	await stage.does(cast.acceptor, issueId, verdictOn("county", "pass", [evidence]));
	await stage.does(cast.city, issueId, verdictOn("city", "pass", [evidence]));
	await stage.does(cast.province, issueId, verdictOn("province", "pass", [evidence]));
}

type Gate = "foundOut" | "putRight" | "answeredFor" | "publicSatisfied";
const gating =
	(gate: Gate, evidence: string): Asking =>
	(issues, on) =>
		issues.decideGate.mutate({
			...on,
			command: { type: "decideGate", gate, verdict: "yes", reason: "已逐项核对", evidenceIds: [evidence] },
		});

/** Four gates, four signers, none of those who did the work. */
export async function fourGates(stage: Stage, cast: Cast, issueId: string, evidence: string) {
	await stage.mayNot(cast.lead, issueId, ["NOT_ALLOWED"], gating("putRight", evidence));
	await stage.does(cast.county, issueId, gating("foundOut", evidence));
	await stage.mayNot(cast.county, issueId, ["ACC-08"], gating("putRight", evidence));
	await stage.does(cast.acceptor, issueId, gating("putRight", evidence));
	await stage.does(cast.group, issueId, gating("answeredFor", evidence));
	await stage.does(cast.city, issueId, gating("publicSatisfied", evidence));
}

/** What stays, and what was found elsewhere. */
export async function lasting(
	stage: Stage,
	cast: Cast,
	clock: StoryClock,
	issueId: string,
	document: string,
) {
	await stage.does(cast.lead, issueId, (issues, on) =>
		issues.recordMechanism.mutate({
			...on,
			command: {
				type: "recordMechanism",
				mechanism: {
					...{ document: "松泉县排水管理办法", issuer: "松泉县人民政府", on: clock.today },
					...{ inForce: true, evidenceIds: [document] },
				},
			},
		}),
	);
	await stage.does(cast.lead, issueId, (issues, on) =>
		issues.recordScreening.mutate({
			...on,
			command: {
				type: "recordScreening",
				result: { screened: 26, found: 2, opened: 2, summary: "排查26处，新立2处", evidenceIds: [] },
			},
		}),
	);
}
