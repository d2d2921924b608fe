import { expect, test } from "vitest";
import type { Issue, IssueCommand } from "../issues/index.ts";
import { contextOn } from "../issues/testing/rules.ts";
import {
	actor,
	CITY,
	COUNTY,
	contextOf,
	day,
	INSPECTION,
	LEAD,
	measureId,
	OTHER_CITY,
	PROVINCE,
	rulesOf,
	run,
	siteId,
	uuid,
} from "../issues/testing.ts";
import { DoubtId, derivedUuid } from "../kernel/index.ts";
import { goalId, planned } from "../plans/testing.ts";
import type { ProgressCommand } from "./commands.ts";
import { openDoubts, progressOf } from "./content.ts";
import { metresBetween } from "./distance.ts";
import type { Evidence, EvidenceUse } from "./schema.ts";
import {
	after,
	at,
	attach,
	CITY_OFFICE,
	type CommandOf,
	content,
	doubtId,
	evidenceId,
	type Facts,
	hash,
	openMonth,
	photo,
	reach,
	reportId,
	reporting,
	slag,
	UNIT,
	verify,
	WATCHER,
	working,
} from "./testing.ts";

const rulesIn = (issue: Issue): (string | null)[] => openDoubts(issue).map(({ rule }) => rule);
const said = (issue: Issue): string =>
	openDoubts(issue)
		.map(({ message }) => message.zh)
		.join("\n");

const use = (region: EvidenceUse["region"], more: Partial<EvidenceUse> = {}): EvidenceUse => ({
	sha256: hash(1),
	issueId: uuid(7, 1),
	issueNumber: "十七",
	siteId: null,
	region,
	...more,
});
const resolve = (issue: Issue, outcome: "cleared" | "upheld"): CommandOf<"resolveDoubt"> => ({
	type: "resolveDoubt",
	doubtId: openDoubts(issue)[0]?.id ?? doubtId(9),
	outcome,
	reason: "已到现场核对",
});

test("[progress I8] [EV-03] the same file in another issue or at another site is doubted", () => {
	const elsewhere = after(working(), [UNIT, attach(1), { evidenceUses: [use(COUNTY)] }]);
	expect(rulesIn(elsewhere)).toEqual(["EV-03"]);
	expect(said(elsewhere)).toContain("十七");
	const foreign = after(working(), [UNIT, attach(1), { evidenceUses: [use(OTHER_CITY)] }]);
	expect(said(foreign)).toContain("其他地区的问题");
	expect(said(foreign)).not.toContain("十七");
	const sites = working({ sites: [slag(1), slag(2)] });
	const twice = after(
		sites,
		[UNIT, attach(1, { siteId: siteId(1) })],
		[UNIT, attach(2, { siteId: siteId(2), sha256: hash(1) })],
	);
	expect(said(twice)).toContain("本问题的另一点位");
	const apart = [use(COUNTY, { sha256: hash(2) }), use(CITY, { issueId: working().id })];
	expect(rulesIn(after(working(), [UNIT, attach(1), { evidenceUses: apart }]))).toEqual([]);
	const measures = [
		attach(1, { measureId: measureId(1) }),
		attach(2, { measureId: measureId(2), sha256: hash(1) }),
	];
	expect(rulesIn(measures.reduce((state, command) => after(state, [UNIT, command]), working()))).toEqual([]);
});

test("[progress I8] [EV-04] a photo of after from before the feedback, or from far away, is doubted", () => {
	const issue = working({ sites: [slag(1)] });
	const shot = (kind: Evidence["kind"]): ProgressCommand => attach(1, { kind, siteId: siteId(1) });
	const attached = (kind: Evidence["kind"], facts: Facts) => {
		const context = contextOf(UNIT, facts);
		const inspection = context.surroundings.inspections.get(INSPECTION);
		if (inspection === undefined) throw new Error("the inspection");
		const feedback = { feedbackDate: day("2025-12-01") };
		const inspections = new Map([[INSPECTION, { ...inspection, feedback }]]);
		return run(issue, shot(kind), { ...context, surroundings: { ...context.surroundings, inspections } })
			.state;
	};
	expect(said(attached("photoAfter", photo({ takenAt: at("2025-11-30").now })))).toContain(
		"拍摄于2025年11月30日，早于反馈日期2025年12月1日",
	);
	expect(rulesIn(attached("photoAfter", photo({ takenAt: at("2025-12-01").now })))).toEqual([]);
	expect(rulesIn(attached("photoBefore", photo({ takenAt: at("2025-11-30").now })))).toEqual([]);
	expect(rulesIn(attached("photoAfter", photo({ position: [105, 33.0044] })))).toEqual([]);
	expect(said(attached("photoBefore", photo({ position: [105, 33.0046] })))).toContain("511米，超过500米");
	expect(metresBetween([105, 33], [105, 34])).toBeCloseTo(111_195, -1);
});

test("[progress I8] [EV-04] regression: leaving out when or where a photo was taken hides nothing", () => {
	const two = (second: Evidence["position"]) => working({ sites: [slag(1), slag(2, second)] });
	const shot = (issue: Issue, facts: Facts) =>
		said(run(issue, attach(1, { kind: "photoAfter" }), contextOf(UNIT, facts)).state);
	const far = photo({ position: [105, 33.02] });
	expect(shot(two([105, 33.01]), far)).toContain("1112米，超过500米");
	expect(shot(two([105, 33.0201]), far)).toBe("");
	expect(shot(two(null), far)).toBe("");
	expect(shot(working({ sites: [] }), far)).toBe("");
	const context = contextOf(UNIT);
	const inspection = context.surroundings.inspections.get(INSPECTION);
	if (inspection === undefined) throw new Error("the inspection");
	const inspections = new Map([
		[INSPECTION, { ...inspection, feedback: { feedbackDate: day("2025-12-01") } }],
	]);
	const dated = (effectiveOn: string) =>
		rulesIn(
			run(working(), attach(1, { kind: "photoAfter", effectiveOn: day(effectiveOn) }), {
				...context,
				surroundings: { ...context.surroundings, inspections },
			}).state,
		);
	expect(dated("2025-11-30")).toEqual(["EV-04"]);
	expect(dated("2025-12-01")).toEqual([]);
});

const done = (n: number, evidence: readonly number[] = []): ProgressCommand => ({
	type: "completeMeasure",
	measureId: measureId(n),
	evidenceIds: evidence.map(evidenceId),
});

test("[progress I8] [EV-06] works without photos of before and after are doubted, other measures are not", () => {
	const before = attach(1, { kind: "photoBefore", measureId: measureId(1) });
	const afterwards = attach(2, { kind: "photoAfter" });
	expect(rulesIn(after(working(), [UNIT, before], [UNIT, done(1)]))).toEqual(["EV-06"]);
	expect(rulesIn(after(working(), [UNIT, before], [UNIT, afterwards], [UNIT, done(1)]))).toEqual([]);
	const [one] = working().measures;
	if (one === undefined) throw new Error("a measure");
	const policy = working({ measures: [{ ...one, type: "policy" }] });
	expect(rulesIn(after(policy, [UNIT, done(1)]))).toEqual([]);
	const checkSite: ProgressCommand = { type: "selfCheckSite", siteId: siteId(1), evidenceIds: [] };
	expect(said(after(working({ sites: [slag(1)] }), [UNIT, checkSite]))).toBe(
		"“1号渣库”没有整改前后的对比照片",
	);
});

test("[progress I8] [EV-07] monitoring names laboratory, day and result, and is from after the work", () => {
	const full = {
		kind: "monitoring",
		laboratory: "省监测中心",
		effectiveOn: day("2026-02-10"),
		meetsStandard: true,
	} as const;
	expect(
		said(after(working(), [UNIT, attach(1, { kind: "monitoring", laboratory: "省监测中心" })])),
	).toContain("缺少监测日期、达标结论");
	const start = after(working(), [UNIT, attach(1, { ...full, measureId: measureId(1) })], [UNIT, attach(2)]);
	expect(rulesIn(start)).toEqual([]);
	const finished = after(
		start,
		[UNIT, attach(3, { kind: "photoBefore" })],
		[UNIT, attach(4, { kind: "photoAfter" })],
		[UNIT, reach(start, 1, 0, [2], "2026-02-20")],
		[UNIT, done(1)],
	);
	expect(said(finished)).toContain("监测均早于最后节点完成日2026年2月20日");
});

test("[progress I8] [EV-08] most of the evidence just before the deadline is doubted once", () => {
	const dates = ["2026-06-01", "2026-12-30", "2026-12-30", "2026-12-31", "2026-12-31", "2026-12-31"];
	const step = (state: Issue, date: string, n: number) => after(state, [UNIT, attach(n + 1), at(date)]);
	expect(rulesIn(dates.slice(0, 5).reduce(step, working()))).toEqual([]);
	const late = dates.reduce(step, working());
	expect(said(late)).toBe("6份佐证中有5份在到期前后48小时内集中上传");
	expect(rulesIn(after(late, [UNIT, attach(9), at("2026-12-31")]))).toEqual(["EV-08"]);
	const early = dates.map(() => "2026-06-01").reduce(step, working());
	expect(rulesIn(after(early, [UNIT, attach(9), at("2026-12-31")]))).toEqual([]);
});

const twoMonths = () =>
	after(
		working(),
		[CITY_OFFICE, openMonth("2026-03-02")],
		[UNIT, reporting(1, "2026-03", "完成渣库一期防渗膜铺设，正在焊接检测")],
		[CITY_OFFICE, openMonth("2026-04-01"), at("2026-04-01")],
	);

test("[progress I8] [PRG-03] the text of the period before is doubted, a correction of this one is not", () => {
	const same = reporting(2, "2026-04", "完成渣库一期防渗膜铺设， 正在焊接检测。");
	const copied = after(twoMonths(), [UNIT, same]);
	expect(rulesIn(copied)).toEqual(["PRG-03"]);
	expect(said(copied)).toContain("连续2期进展文字雷同（相似度100%）");
	expect(rulesIn(after(twoMonths(), [UNIT, reporting(2, "2026-04", "二期膜体焊接完成，开始回填")]))).toEqual(
		[],
	);
	const corrected = reporting(2, "2026-03", "完成渣库一期防渗膜铺设，正在焊接检测", {
		difficulties: "缺焊工",
	});
	expect(rulesIn(after(twoMonths(), [UNIT, corrected]))).toEqual([]);
});

test("[progress I8] [PRG-03] regression: a corrected entry is not a period of its own", () => {
	const { rules } = contextOn("2026-04-01", "base", { sameTextPeriods: { v: 3, src: "D" } });
	const words = "完成渣库一期防渗膜铺设，正在焊接检测";
	const corrected = after(twoMonths(), [UNIT, reporting(2, "2026-03", words, { difficulties: "缺焊工" })]);
	const under = (issue: Issue, command: ProgressCommand) =>
		rulesIn(run(issue, command, { ...contextOf(UNIT), rules }).state);
	expect(under(corrected, reporting(3, "2026-04", words))).toEqual([]);
	const third = after(
		corrected,
		[UNIT, reporting(3, "2026-04", `${words}。`)],
		[CITY_OFFICE, openMonth("2026-05-01"), at("2026-05-01")],
	);
	expect(under(third, reporting(4, "2026-05", words))).toContain("PRG-03");
});

test("[progress I8] [PRG-05] a figure away from its target is doubted, and so is progress that nothing shows", () => {
	const read = (value: number, on: string): ProgressCommand => ({
		type: "recordReading",
		goalId: goalId(1),
		value,
		on: day(on),
		evidenceIds: [],
	});
	const first = after(working(), [UNIT, read(0.01, "2026-02-01")]);
	expect(said(after(first, [UNIT, read(0.011, "2026-03-01")]))).toContain("由0.01mg/L变为0.011mg/L");
	expect(rulesIn(after(first, [UNIT, read(0.009, "2026-03-01")]))).toEqual([]);
	expect(rulesIn(after(first, [UNIT, read(0.012, "2026-01-01")]))).toEqual([]);
	// What was entered later for a day in between makes the figure after it a step back.
	const between = after(first, [UNIT, read(0.009, "2026-03-01")], [UNIT, read(0.007, "2026-02-15")]);
	expect(said(between)).toContain("由0.007mg/L变为0.009mg/L");
	const met = after(first, [UNIT, read(0.003, "2026-02-10")]);
	expect(rulesIn(after(met, [UNIT, read(0.004, "2026-02-20")]))).toEqual([]);
	const shown = after(working(), [UNIT, attach(1)]);
	const verified = after(shown, [UNIT, reach(shown, 1, 0, [1])], [CITY_OFFICE, verify(shown, 1, 0)]);
	const bare = after(verified, [
		UNIT,
		{ type: "withdrawEvidence", evidenceId: evidenceId(1), reason: "传错" },
	]);
	expect(said(bare)).toBe("2026年3月1日完成的节点已核实，所依据的佐证已全部撤下");
});

test("[progress I8] [PRG-06] a block that was never filled is doubted, one that has not changed is not", () => {
	const blocks = { ...content("x").blocks, publication: "" };
	const lacking = after(
		working(),
		[CITY_OFFICE, openMonth("2026-03-02")],
		[UNIT, reporting(1, "2026-03", "开工", { blocks })],
	);
	expect(said(lacking)).toBe("2026-03期填报缺少：信息公开情况");
	const next = after(
		lacking,
		[CITY_OFFICE, openMonth("2026-04-01"), at("2026-04-01")],
		[UNIT, reporting(2, "2026-04", "完成场平和导流渠", { blocks: {} })],
	);
	expect(rulesIn(next)).toEqual(["PRG-06"]);
	expect(rulesIn(after(twoMonths(), [UNIT, reporting(2, "2026-04", "场平完成", { blocks: {} })]))).toEqual(
		[],
	);
	expect(rulesIn(after(working(), [UNIT, reporting(1, null, "开工", { blocks: {} })]))).toEqual([]);
});

test("[progress I8] a doubt comes with what raised it, keeps its id, and comes back only after it was upheld", () => {
	const facts: Facts = { evidenceUses: [use(COUNTY)] };
	const { events } = run(working(), attach(1), contextOf(UNIT, facts));
	expect(events.map(({ type }) => type)).toEqual(["evidenceAttached", "doubtRaised"]);
	expect(run(working(), attach(1), contextOf(UNIT, facts)).events).toEqual(events);
	const before = attach(2, { kind: "photoBefore" });
	const start = after(working(), [UNIT, before], [UNIT, done(1)]);
	const upheld = after(start, [CITY_OFFICE, resolve(start, "upheld")]);
	const sent: ProgressCommand = {
		type: "verifyMeasure",
		measureId: measureId(1),
		verdict: "rejected",
		reason: "补照片",
	};
	const again = after(upheld, [CITY_OFFICE, sent], [UNIT, done(1)]);
	expect(rulesIn(again)).toEqual(["EV-06"]);
	expect(new Set(progressOf(again).doubts.map(({ id }) => id)).size).toBe(2);
	expect(DoubtId.safeParse(derivedUuid("一")).success).toBe(true);
	expect(derivedUuid("一")).not.toBe(derivedUuid("二"));
});

test("[progress I9] a doubt is resolved by another side, and upheld evidence no longer counts", () => {
	const doubted = after(working(), [UNIT, attach(1), { evidenceUses: [use(COUNTY)] }]);
	const command = resolve(doubted, "upheld");
	const refusedFor = (who: Parameters<typeof contextOf>[0], one: IssueCommand = command) =>
		rulesOf(doubted, one, contextOf(who));
	expect(refusedFor(UNIT)).toEqual(["NOT_ALLOWED"]);
	expect(refusedFor(actor("cityOffice", CITY, { unitId: LEAD }))).toEqual(["EV-05"]);
	expect(refusedFor(WATCHER, { ...command, doubtId: doubtId(9) })).toEqual(["UNKNOWN_DOUBT"]);
	const upheld = run(doubted, command, contextOf(WATCHER));
	expect(upheld.events.map(({ type }) => type)).toEqual(["doubtResolved", "evidenceWithdrawn"]);
	expect(openDoubts(upheld.state)).toEqual([]);
	expect(progressOf(upheld.state).evidence[0]?.withdrawn?.reason).toBe("已到现场核对");
	const cleared = after(doubted, [CITY_OFFICE, resolve(doubted, "cleared")]);
	expect(progressOf(cleared).evidence[0]?.withdrawn).toBeNull();
});

const suspicion = (more: Partial<CommandOf<"raiseDoubt">["doubt"]> = {}): CommandOf<"raiseDoubt"> => ({
	type: "raiseDoubt",
	doubt: {
		id: doubtId(1),
		rule: null,
		about: `report:${reportId(1)}`,
		evidenceId: null,
		message: { zh: "现场未见施工", en: "No works on the site" },
		...more,
	},
});

test("[progress I9] a person's doubt is against whoever reported what it is about", () => {
	const issue = after(working(), [WATCHER, attach(1)], [UNIT, reporting(1, null)]);
	const raised = after(issue, [CITY_OFFICE, suspicion()]);
	expect(openDoubts(raised)[0]?.against.map(({ unitId }) => unitId)).toEqual([LEAD]);
	expect(rulesOf(raised, suspicion({ id: doubtId(2) }), contextOf(CITY_OFFICE))).toEqual(["NO_CHANGE"]);
	expect(rulesOf(raised, suspicion({ about: "其他" }), contextOf(CITY_OFFICE))).toEqual(["DUPLICATE_ID"]);
	expect(rulesOf(issue, suspicion({ evidenceId: evidenceId(5) }), contextOf(CITY_OFFICE))).toEqual([
		"UNKNOWN_EVIDENCE",
	]);
	expect(rulesOf(issue, suspicion(), contextOf(UNIT))).toEqual(["NOT_ALLOWED"]);
	const general = after(issue, [actor("provOffice", PROVINCE), suspicion({ about: "整体进展" })]);
	expect(openDoubts(general)[0]?.against).toHaveLength(2);
	expect(planned(1).type).toBe("works");
});
