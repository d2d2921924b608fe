import { type InTrayKind, type InTrayQuery, inTrayLateness, partyKey } from "@zhenggai/domain/in-tray";
import { inTrayOf, uncoveredOn } from "@zhenggai/domain/issues";
import {
	type Actor,
	AssignmentId,
	InstrumentId,
	IsoDate,
	type IssueId,
	officialCalendar,
} from "@zhenggai/domain/kernel";
import type { InstrumentCommand } from "@zhenggai/domain/supervision";
import { withTransaction } from "@zhenggai/storage";
import { loadCoverageGround } from "@zhenggai/storage/in-tray";
import { loadInspections, loadIssues } from "@zhenggai/storage/issues";
import { instrumentsOf } from "@zhenggai/storage/supervision";
import { describe, expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { refreshInTray } from "../issues/in-tray.ts";
import { lawOf } from "../kit/rules-for.ts";
import { newId, person, SYSTEM, testServices } from "../testing/index.ts";
import {
	accepted,
	buildWorld,
	CITY,
	cityOffice,
	otherCity,
	PROVINCE,
	provOffice,
	registration,
} from "../testing/ledger.ts";

const { services, database, dependencies, setNow } = await testServices();
const world = await buildWorld(services);
const START = dependencies.now();
const TODAY = IsoDate.parse(START.slice(0, 10));
const lead = person("leadUnit", CITY, world.units.cityEco);
const colleague = person("respUnit", CITY, world.units.cityEco);
const supervisor = person("supUnit", CITY, world.units.cityGov);
const stranger = person("leadUnit", CITY, world.units.cityWater);

async function newIssue(more: Parameters<typeof registration>[1] = {}): Promise<IssueId> {
	const command = registration(world, {
		assignments: (["lead", "supervising"] as const).map((role) => ({
			id: AssignmentId.parse(newId()),
			role,
			kind: null,
			unitId: role === "lead" ? world.units.cityEco : world.units.cityGov,
			personId: null,
			from: TODAY,
		})),
		...more,
	});
	accepted(await services.issues.commandIssue(cityOffice, command.issueId, command, { expectedVersion: 0 }));
	return command.issueId;
}

async function acknowledge(issueId: IssueId, who: Actor, version: number): Promise<void> {
	const { assignments } = await services.issues.getIssue(who, issueId);
	const own = assignments.find(({ role }) => role === (who === lead ? "lead" : "supervising"));
	if (own === undefined) throw new Error("an assignment");
	const command = { type: "acknowledgeAssignment", assignmentId: own.id } as const;
	accepted(await services.issues.commandIssue(who, issueId, command, { expectedVersion: version }));
}

const tray = (
	who: Actor,
	filter: InTrayQuery["filter"] = {},
	more: { cursor?: string; limit?: number } = {},
) => services.inTray.listInTray(who, { filter, limit: 200, ...more });
/** What waits for somebody with one issue, as `kind due`. */
const waiting = async (who: Actor, issueId: IssueId): Promise<string[]> =>
	(await tray(who)).rows.flatMap(({ kind, due, issue }) =>
		issue.id === issueId ? [`${kind} ${due ?? "-"}`] : [],
	);
const errorOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(thrown: unknown) => (thrown instanceof ServiceError ? thrown.code : String(thrown)),
	);

/** The rows of an issue, and what the domain says that they have to be. */
async function stored(issueId: IssueId) {
	return withTransaction(database, async (tx) => {
		const { rows } = await tx.client.query<{ item: { key: string } }>(
			"SELECT item FROM ledger.in_tray WHERE issue_id = $1 ORDER BY id",
			[issueId],
		);
		const issue = (await loadIssues(tx, [issueId])).get(issueId);
		const [mandate] = issue?.mandates ?? [];
		if (issue === undefined || mandate === undefined) throw new Error("an issue");
		const inspection = (await loadInspections(tx, [mandate.inspectionId])).get(mandate.inspectionId);
		const asOf = IsoDate.parse(dependencies.now().slice(0, 10));
		const ground = (await loadCoverageGround(tx, [issue])).get(issueId);
		const derived = inTrayOf(issue, await instrumentsOf(tx, issueId), {
			rules: (await lawOf(tx)).rules(inspection, issue.region, asOf),
			calendar: officialCalendar(),
			asOf,
			feedbackDate: inspection?.feedback?.feedbackDate ?? null,
			uncovered: ground === undefined ? [] : uncoveredOn(issue, ground),
		});
		const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1);
		return { kept: rows.map(({ item }) => item).sort(byKey), derived: derived.toSorted(byKey) };
	});
}

const draftOf = (
	issueId: IssueId,
	id = InstrumentId.parse(newId()),
): Extract<InstrumentCommand, { type: "draftInstrument" }> => ({
	type: "draftInstrument",
	instrumentId: id,
	issueId,
	kind: "reminderLetter",
	title: "关于加快整改进度的提醒函",
	body: "请书面回复整改进展。",
	cause: { rules: ["WRN-02"], text: "首次黄牌", skipsRungReason: null },
	addresseeUnitIds: [world.units.cityEco],
});
const issueIt = {
	type: "issueInstrument",
	on: TODAY,
	documentNumber: "函〔2026〕1号",
	signer: "沈岚",
	limitOn: null,
	replyAsked: true,
} as const;

describe("what waits for whom", () => {
	it("comes and goes with what is done, for those whom it is for", async () => {
		const issueId = await newIssue();
		expect(await waiting(lead, issueId)).toEqual(["acknowledge -"]);
		expect(await waiting(supervisor, issueId)).toEqual(["acknowledge -"]);
		expect(await waiting(cityOffice, issueId)).toEqual([]);
		await acknowledge(issueId, lead, 1);
		expect(await waiting(lead, issueId)).toEqual(["startPlan 2026-03-25"]);
		expect(await waiting(supervisor, issueId)).toEqual(["acknowledge -"]);
		accepted(
			await services.issues.commandIssue(lead, issueId, { type: "startPlanning" }, { expectedVersion: 2 }),
		);
		expect(await waiting(lead, issueId)).toEqual(["submitPlan 2026-03-25"]);
		const [row] = (await tray(lead)).rows.filter(({ issue }) => issue.id === issueId);
		expect(row).toMatchObject({
			verb: "submitPlan",
			rule: "PLAN-04",
			lateness: inTrayLateness(IsoDate.parse("2026-03-25"), TODAY),
			issue: { id: issueId, regionName: "青屏市" },
		});
		const { kept, derived } = await stored(issueId);
		expect(kept).toEqual(derived);
	});

	it("is nobody else's: not of another unit, another place, or a role that may not do it", async () => {
		const issueId = await newIssue();
		await acknowledge(issueId, lead, 1);
		for (const who of [stranger, otherCity, provOffice, person("auditor", PROVINCE)]) {
			expect(await waiting(who, issueId)).toEqual([]);
		}
		// Planning is the lead role's, although the colleague acts for the same unit.
		expect(await waiting(lead, issueId)).toHaveLength(1);
		expect(await waiting(colleague, issueId)).toEqual([]);
		const elsewhere = person(
			"leadUnit",
			otherCity.kind === "person" ? otherCity.region : CITY,
			world.units.cityEco,
		);
		expect(await waiting(elsewhere, issueId)).toEqual([]);
		expect((await tray(person("discipline", PROVINCE))).rows).toEqual([]);
		expect(await errorOf(tray(person("public", CITY)))).toBe("NOT_ALLOWED");
		expect(await errorOf(tray({ kind: "anonymous" }))).toBe("NOT_SIGNED_IN");
		expect((await tray(SYSTEM)).rows).toEqual([]);
	});

	it("follows an instrument from its draft to its end", async () => {
		const issueId = await newIssue();
		const draft = draftOf(issueId);
		const act = (
			who: Actor,
			command: Parameters<typeof services.supervision.commandInstrument>[2],
			version: number,
		) =>
			services.supervision.commandInstrument(who, draft.instrumentId, command, { expectedVersion: version });
		accepted(await act(cityOffice, draft, 0));
		expect(await waiting(cityOffice, issueId)).toEqual(["issueInstrument -"]);
		accepted(await act(cityOffice, issueIt, 1));
		expect(await waiting(cityOffice, issueId)).toEqual([]);
		expect((await waiting(lead, issueId)).toSorted()).toEqual([
			"acknowledge -",
			"acknowledgeInstrument -",
			"replyInstrument 2026-03-16",
		]);
		accepted(await act(lead, { type: "replyInstrument", text: "已完成截污方案。", evidenceIds: [] }, 2));
		expect(await waiting(cityOffice, issueId)).toEqual(["verifyReply -"]);
		expect(await waiting(lead, issueId)).toEqual(["acknowledge -"]);
	});

	it("is gone with an issue that left the ledger", async () => {
		const issueId = await newIssue();
		const command = { type: "withdrawIssue", document: "青整改〔2026〕9号", reason: "重复登记" } as const;
		accepted(await services.issues.commandIssue(cityOffice, issueId, command, { expectedVersion: 1 }));
		expect((await stored(issueId)).kept).toEqual([]);
	});

	it("is right whoever of two comes last: one on the issue, one on an instrument of it", async () => {
		for (let round = 0; round < 4; round++) {
			const issueId = await newIssue();
			const draft = draftOf(issueId);
			await Promise.all([
				acknowledge(issueId, lead, 1),
				services.supervision.commandInstrument(cityOffice, draft.instrumentId, draft, { expectedVersion: 0 }),
			]);
			const { kept, derived } = await stored(issueId);
			expect(kept).toEqual(derived);
			expect(kept).toHaveLength(3);
		}
	});
});

describe("the list", () => {
	it("turns pages without a gap, the most urgent first, and is filtered by kind", async () => {
		const who = person("leadUnit", CITY, world.units.cityEco);
		const all = (await tray(who)).rows;
		expect(all.length).toBeGreaterThan(5);
		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const page = await tray(who, {}, { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
			seen.push(...page.rows.map(({ key }) => key));
			cursor = page.nextCursor ?? undefined;
		} while (cursor !== undefined);
		expect(seen).toEqual(all.map(({ key }) => key));
		const days = all.flatMap(({ due }) => due ?? []);
		expect(days).toEqual(days.toSorted());
		const of = async (kind: InTrayKind) => (await tray(who, { kind })).rows.map(({ key }) => key);
		expect(await of("acknowledge")).toEqual(
			all.filter(({ kind }) => kind === "acknowledge").map(({ key }) => key),
		);
		expect(await of("reviewPlan")).toEqual([]);
		const { nextCursor } = await tray(who, {}, { limit: 1 });
		expect(await errorOf(tray(who, { kind: "acknowledge" }, { cursor: nextCursor ?? "" }))).toBe("BAD_INPUT");
	});

	it("says how late something is by the day, whenever the night last looked", async () => {
		const before = await services.inTray.countInTray(lead);
		expect(before.overdue).toEqual({ count: 0, exact: true });
		setNow("2026-03-25T02:00:00.000Z");
		const late = (await tray(lead, { overdue: true })).rows;
		expect(late.map(({ kind, daysLeft }) => [kind, daysLeft])).toEqual([]);
		const count = await services.inTray.countInTray(lead);
		expect(count.total).toEqual(before.total);
		expect(count.soon.count).toBeGreaterThan(0);
		setNow("2026-03-30T02:00:00.000Z");
		const over = await tray(lead, { overdue: true });
		expect(over.rows[0]).toMatchObject({ lateness: "overdue", daysLeft: -5 });
		expect((await services.inTray.countInTray(lead)).overdue.count).toBe(over.rows.length);
		setNow(START);
	});
});

describe("refreshing", () => {
	it("writes only what differs, and what a day brings", async () => {
		const issueId = await newIssue();
		const draft = draftOf(issueId);
		accepted(
			await services.supervision.commandInstrument(cityOffice, draft.instrumentId, draft, {
				expectedVersion: 0,
			}),
		);
		const refresh = (day: string) =>
			withTransaction(database, (tx) => refreshInTray(tx, [issueId], IsoDate.parse(day)));
		expect(await refresh(TODAY)).toBe(0);
		await database.pool.query("DELETE FROM ledger.in_tray WHERE issue_id = $1", [issueId]);
		expect(await refresh(TODAY)).toBe(3);
		expect(await refresh(TODAY)).toBe(0);
		expect((await stored(issueId)).kept).toHaveLength(3);
	});

	it("follows a feedback date that is put right", async () => {
		const issueId = await newIssue();
		await acknowledge(issueId, lead, 1);
		const inspection = (await services.issues.listInspections(SYSTEM)).find(
			({ id }) => id === world.inspectionId,
		);
		if (inspection?.feedback == null) throw new Error("an inspection");
		const feedback = { ...inspection.feedback, feedbackDate: IsoDate.parse("2026-01-20") };
		const command = { type: "amendInspection", changes: { feedback }, reason: "更正反馈日期" } as const;
		const { version } = inspection;
		accepted(
			await services.issues.commandInspection(SYSTEM, world.inspectionId, command, {
				expectedVersion: version,
			}),
		);
		const [item] = await waiting(lead, issueId);
		expect(item).toMatch(/^startPlan 2026-0[34]-/);
		expect(item).not.toBe("startPlan 2026-03-25");
		const { kept, derived } = await stored(issueId);
		expect(kept).toEqual(derived);
	});
});

it("knows sides by text, an office by role and place", () => {
	expect(partyKey({ kind: "office", role: "cityOffice", region: CITY })).toBe("cityOffice:680100");
});
