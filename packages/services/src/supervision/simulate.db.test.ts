import type { IssueCommand, IssueDetail, LedgerSimulationPage, LedgerTotals } from "@zhenggai/domain/issues";
import { addTotals, NO_TOTALS } from "@zhenggai/domain/issues";
import {
	type Actor,
	AssignmentId,
	InstrumentId,
	IsoDate,
	type IssueId,
	WorkId,
} from "@zhenggai/domain/kernel";
import type { InstrumentCommand } from "@zhenggai/domain/supervision";
import { beforeAll, describe, expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { newId, person, testServices } from "../testing/index.ts";
import {
	accepted,
	assignment,
	auditor,
	buildWorld,
	CITY,
	COUNTY,
	cityOffice,
	countyOffice,
	deadline,
	measure,
	OTHER_CITY,
	otherCity,
	PROVINCE,
	provOffice,
	register,
	run,
} from "../testing/ledger.ts";

const { services, setNow } = await testServices();
const world = await buildWorld(services);
const { units } = world;
const { supervision } = services;
const leadClerk = person("leadUnit", CITY, units.cityEco);
const day = (text: string) => IsoDate.parse(text);
const LAST = day("2026-04-12");
const AHEAD = day("2026-12-20");

const step = (text: string, due: string) => ({
	...measure(text, [units.cityEco]),
	milestones: [{ text: `${text}完工`, due: day(due), weight: 1 }],
});

/** What the ledger said at the end of each day that something happened on. */
type Recorded = {
	readonly on: IsoDate;
	readonly pages: readonly IssueDetail[];
	readonly totals: LedgerTotals;
	readonly rows: LedgerSimulationPage["items"];
};

const issueIds: IssueId[] = [];
const records: Recorded[] = [];

/** Everything that a simulation of the ledger says, page by page. */
async function whole(
	who: Actor,
	asOf: IsoDate,
	more: { filter?: object; show?: "changed" | "lit" | "all"; limit?: number } = {},
) {
	const pages: LedgerSimulationPage[] = [];
	for (let cursor: string | undefined, left = 100; left > 0; left--) {
		const { filter = {}, show = "all", limit = 3 } = more;
		const page = await supervision.simulateLedger(who, {
			...{ asOf, filter, show, limit },
			...(cursor === undefined ? {} : { cursor }),
		});
		pages.push(page);
		if (page.nextCursor === null) break;
		cursor = page.nextCursor;
	}
	const totals = pages.reduce((sum, page) => addTotals(sum, page.totals), NO_TOTALS);
	return { totals, rows: pages.flatMap(({ items }) => items), pages };
}

/** Cells in one order. */
const sorted = <T>(cells: readonly T[]): string[] => cells.map((cell) => JSON.stringify(cell)).toSorted();

/** Plays a day and records what the ledger says at its end. */
async function on(date: string, ...acts: readonly (() => Promise<unknown>)[]): Promise<void> {
	setNow(`${date}T02:00:00.000Z`);
	for (const act of acts) await act();
	// 23:59 in Shanghai: still the same day.
	setNow(`${date}T15:59:00.000Z`);
	const pages: IssueDetail[] = [];
	for (const id of issueIds) pages.push(await services.issues.getIssue(provOffice, id));
	const { totals, rows } = await whole(provOffice, day(date));
	records.push({ on: day(date), pages, totals, rows });
}

const page = (id: IssueId) => services.issues.getIssue(provOffice, id);
const does = (who: Actor, id: () => IssueId, command: () => IssueCommand) => async () =>
	accepted(await run(world, who, await page(id()), command()));
const letterId = InstrumentId.parse(newId());
const handles = (who: Actor, command: InstrumentCommand, version: number) => async () =>
	accepted(await supervision.commandInstrument(who, letterId, command, { expectedVersion: version }));
const adds = (more: Parameters<typeof register>[1]) => async () => {
	issueIds.push((await register(world, more)).row.id);
};
const idOf = (at: number) => () => {
	const id = issueIds[at];
	if (id === undefined) throw new Error(`no issue ${at}`);
	return id;
};
const [first, second, child, other] = [idOf(0), idOf(1), idOf(2), idOf(3)];
const work = (text: string, date: string): IssueCommand => ({
	type: "logWork",
	...{ workId: WorkId.parse(newId()), on: day(date), kind: "work", text, measureId: null },
});

async function begin(): Promise<void> {
	const lead: ReturnType<typeof assignment> = assignment("lead", units.cityEco);
	await on(
		"2026-03-02",
		adds({
			assignments: [lead, assignment("supervising", units.provinceEco)],
			measures: [step("截污管网", "2026-03-20"), step("排口整治", "2026-10-31")],
		}),
		does(leadClerk, first, () => ({ type: "acknowledgeAssignment", assignmentId: lead.id })),
		does(leadClerk, first, () => ({ type: "startPlanning" })),
		adds({ region: CITY, deadline: deadline("2026-04-05"), measures: [step("清运垃圾", "2026-03-25")] }),
	);
	await on("2026-03-04", adds({ region: COUNTY, parentId: first(), deadline: deadline("2026-11-30") }));
	await on(
		"2026-03-10",
		does(leadClerk, first, () => work("完成勘察", "2026-03-10")),
		adds({ region: OTHER_CITY, deadline: deadline("2026-03-31") }),
		async () =>
			accepted(
				await services.rules.commandRegionRules(
					cityOffice,
					CITY,
					{
						type: "changeParameter",
						...{ name: "ladderLeadDays", value: 45, effectiveFrom: day("2026-03-10"), reason: "本市实际" },
					},
					{ expectedVersion: 0 },
				),
			),
	);
}

async function goOn(): Promise<void> {
	await on(
		"2026-03-22",
		handles(
			cityOffice,
			{
				type: "draftInstrument",
				...{ instrumentId: letterId, issueId: first(), kind: "reminderLetter", title: "提醒函" },
				...{ body: "请加快进度。", addresseeUnitIds: [units.cityEco] },
				cause: { rules: ["SUP-01"], text: "节点滞后", skipsRungReason: null },
			},
			0,
		),
	);
	await on("2026-03-24", async () =>
		accepted(
			await services.rules.commandRegionRules(
				provOffice,
				PROVINCE,
				{
					type: "chooseRuleSet",
					...{ ruleSetId: "sc-guangyuan", effectiveFrom: day("2026-03-26"), reason: "全省统一" },
				},
				{ expectedVersion: 0 },
			),
		),
	);
	await on("2026-03-26", async () => {
		const [inspection] = await services.issues.listInspections(provOffice);
		const feedback = { feedbackDate: day("2026-01-20"), title: "反馈意见（更正）", documentNumber: null };
		accepted(
			await services.issues.commandInspection(
				provOffice,
				world.inspectionId,
				{ type: "amendInspection", changes: { feedback }, reason: "按正式文件更正" },
				{ expectedVersion: inspection?.version ?? 0 },
			),
		);
	});
	await on(
		"2026-04-03",
		handles(
			cityOffice,
			{
				type: "issueInstrument",
				...{ documentNumber: "函〔2026〕8号", signer: "沈岚", on: day("2026-04-03") },
				...{ limitOn: null, replyAsked: true },
			},
			1,
		),
		does(countyOffice, child, () => ({
			type: "assignIssue",
			importId: null,
			assignments: [
				{ ...assignment("responsible", units.countyGov, "2026-04-06"), id: AssignmentId.parse(newId()) },
			],
		})),
		does(provOffice, child, () => ({
			type: "amendIssue",
			...{ changes: { deadline: deadline("2026-12-15") }, reason: "核对原文", importId: null },
		})),
	);
	await on(
		"2026-04-09",
		does(cityOffice, first, () => ({ type: "recordLight", cycle: null })),
		handles(leadClerk, { type: "acknowledgeInstrument", unitId: units.cityEco }, 2),
		does(provOffice, second, () => ({
			type: "mergeIssue",
			...{ into: first(), intoTier: "city", reason: "同一问题" },
		})),
	);
	await on(
		LAST,
		does(leadClerk, first, () => work("管网完工", LAST)),
	);
}

beforeAll(async () => {
	await begin();
	await goOn();
}, 60_000);

const codeOf = (asked: Promise<unknown>): Promise<readonly string[]> =>
	asked.then(
		() => [],
		(thrown: unknown) => (thrown instanceof ServiceError ? [thrown.code, thrown.text.en] : [String(thrown)]),
	);

describe("an earlier day", () => {
	it("the page of a day is what the page said on that day, but for what can be done", async () => {
		expect(records.map(({ pages }) => pages.length)).toEqual([2, 3, 4, 4, 4, 4, 4, 4, 4]);
		for (const { on: date, pages } of records) {
			for (const said of pages) {
				const { actions: _, ...then } = await services.issues.getIssue(provOffice, said.row.id, date);
				const { actions: __, ...recorded } = said;
				expect(then, `${date} ${said.row.number}`).toEqual(recorded);
			}
		}
	});

	it("and so the history had something to get wrong", () => {
		const of = (at: number) => records.map(({ pages }) => pages[at]);
		expect(new Set(of(0).map((said) => said?.ruleSet.id))).toEqual(new Set(["base", "sc-guangyuan"]));
		expect(of(0).map((said) => said?.children.length)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1]);
		expect(of(0).map((said) => said?.instruments[0]?.state)).toEqual([
			...[undefined, undefined, undefined, "drafted", "drafted", "drafted"],
			...["issued", "acknowledged", "acknowledged"],
		]);
		expect(new Set(of(1).map((said) => said?.schedule)).size).toBeGreaterThan(2);
		expect(of(1).at(-1)?.row.lifecycle).toBe("merged");
		expect(new Set(of(0).map((said) => said?.light.light))).toEqual(new Set(["none", "yellow"]));
	});

	it("one issue: light, schedule, proposals and findings are those of the page, beside today's", async () => {
		const today = await page(first());
		for (const { on: date, pages } of records) {
			const said = pages[0];
			const simulated = await supervision.simulateIssue(provOffice, first(), date);
			expect(simulated.when).toBe(date === LAST ? "today" : "past");
			expect(simulated.onDay).toMatchObject({
				...{ schedule: said?.schedule, light: said?.light, proposals: said?.proposals },
				ruleSet: said?.ruleSet,
			});
			expect(simulated.findings).toEqual(said?.findings);
			expect(simulated.now).toMatchObject({ schedule: today.schedule, light: today.light });
			expect(simulated.lapses).toEqual([]);
		}
	});

	it("the ledger: the totals of a day are those that the day had, in pages of any size", async () => {
		for (const { on: date, totals, rows } of records) {
			const then = await whole(provOffice, date, { limit: 2 });
			expect(then.totals.issues, date).toBe(totals.issues);
			const had = totals.lights.map(({ now, issues }) => [now, issues]);
			const sums = new Map<string, number>();
			for (const { onDay, issues } of then.totals.lights) sums.set(onDay, (sums.get(onDay) ?? 0) + issues);
			expect(sorted([...sums]), date).toEqual(sorted(had));
			expect(then.rows.map(({ issueId, onDay }) => [issueId, onDay])).toEqual(
				rows.map(({ issueId, now }) => [issueId, now]),
			);
			expect(then.totals.registeredLater).toBe(4 - totals.issues);
			expect(then.pages.every(({ items }) => items.length <= 2)).toBe(true);
		}
	});

	it("filters are asked of the state of then", async () => {
		const counts = async (filter: object) => {
			const found = [];
			for (const { on: date } of records)
				found.push((await whole(provOffice, date, { filter })).totals.issues);
			return found;
		};
		expect(await counts({ states: ["merged"] })).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1]);
		// The second was overdue from 6 April until it was merged, the fourth from 1 April on.
		expect(await counts({ standing: "overdue" })).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1]);
		expect(await counts({ dueFrom: "2026-12-10", dueTo: "2026-12-20" })).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1]);
		expect(await counts({ unitId: units.countyGov })).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 1]);
		expect(await counts({ region: CITY })).toEqual([2, 3, 3, 3, 3, 3, 3, 3, 3]);
	});
});

describe("a later day", () => {
	it("says what lapses if nothing is done, and changes nothing", async () => {
		const before = await page(first());
		const simulated = await supervision.simulateIssue(provOffice, first(), AHEAD);
		expect(simulated.when).toBe("future");
		expect(simulated.onDay.light.light).toBe("yellow");
		expect(simulated.lapses.map(({ kind }) => kind)).toContain("milestone");
		expect(simulated.lapses.find(({ kind }) => kind === "milestone")).toMatchObject({ on: "2026-11-01" });
		expect(simulated.lapses.find(({ kind }) => kind === "replyDue")?.rule).toBe("SUP-09");
		expect(simulated.lapses.map(({ on: date }) => date)).toEqual(
			simulated.lapses.map(({ on: date }) => date).toSorted(),
		);
		// Yellow in one cycle after another, which the sweep journals: the second rung follows.
		expect(simulated.now.proposals.map(({ kind }) => kind)).not.toContain("supervisionLetter");
		expect(simulated.onDay.proposals.map(({ kind }) => kind)).toContain("supervisionLetter");
		expect(await page(first())).toEqual(before);
	});

	it("the ledger as the list would then be, with what changes in both directions", async () => {
		const { totals, rows } = await whole(provOffice, AHEAD, { show: "changed" });
		expect(totals.issues).toBe(4);
		expect(totals.changed).toBe(rows.length);
		expect(rows.every(({ changed }) => changed)).toBe(true);
		const letter = totals.proposals.find(({ kind }) => kind === "supervisionLetter");
		expect(letter).toMatchObject({ now: 0, appear: letter?.onDay });
		const lit = await whole(provOffice, AHEAD, { show: "lit" });
		expect(lit.rows.map(({ onDay }) => onDay.light).every((light) => light !== "none")).toBe(true);
		expect((await whole(provOffice, AHEAD, { filter: { standing: "overdue" } })).totals.issues).toBe(2);
	});

	it("names the years that nobody has a calendar of, and goes on", async () => {
		const { unknownYears } = await supervision.simulateIssue(provOffice, first(), day("2030-06-30"));
		expect(unknownYears.map(({ rule }) => rule)).toContain("DL-08");
		expect(unknownYears.at(-1)?.message.zh).toContain("2030");
	});
});

describe("who and when", () => {
	it("a day before the issue, before the ledger, and too far ahead are refused in words", async () => {
		expect(await codeOf(supervision.simulateIssue(provOffice, other(), day("2026-03-05")))).toEqual([
			"NOT_FOUND",
			"It was registered on 10 Mar 2026: on 5 Mar 2026 it was not on the ledger yet",
		]);
		expect(await codeOf(whole(provOffice, day("2026-02-01")))).toEqual([
			"BAD_INPUT",
			"The ledger begins on 2 Mar 2026: nothing is known of earlier days",
		]);
		expect((await codeOf(whole(provOffice, day("2037-01-01"))))[0]).toBe("BAD_INPUT");
	});

	it("shows each the issues of its own part, and proposals to those who may draft", async () => {
		expect((await whole(otherCity, AHEAD)).rows.map(({ issueId }) => issueId)).toEqual([other()]);
		const worker = person("enterprise", COUNTY, units.countyGov);
		expect((await whole(worker, LAST)).rows.map(({ issueId }) => issueId)).toEqual([child()]);
		const idle = person("enterprise", CITY, units.cityWater);
		expect((await whole(idle, LAST)).rows).toEqual([]);
		expect((await codeOf(supervision.simulateIssue(otherCity, first(), AHEAD)))[0]).toBe("NOT_FOUND");
		expect((await whole(auditor, AHEAD)).totals.proposals).toEqual([]);
		expect((await codeOf(whole({ kind: "anonymous" }, AHEAD)))[0]).toBe("NOT_SIGNED_IN");
	});

	it("a place of one simulation is none in another, and a stopped one ends with the batch", async () => {
		const query = { asOf: AHEAD, filter: {}, show: "all" as const, limit: 1 };
		const { nextCursor } = await supervision.simulateLedger(provOffice, query);
		const elsewhere = { ...query, asOf: LAST, cursor: nextCursor ?? "" };
		expect((await codeOf(supervision.simulateLedger(provOffice, elsewhere)))[0]).toBe("BAD_INPUT");
		const stopped = await supervision.simulateLedger(provOffice, { ...query, limit: 2 }, AbortSignal.abort());
		expect(stopped.scanned).toBe(2);
		expect(stopped.nextCursor).not.toBeNull();
	});
});
