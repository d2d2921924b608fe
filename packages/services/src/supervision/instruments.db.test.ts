import { AssignmentId, ContestId, InstrumentId, IsoDate, type IssueId } from "@zhenggai/domain/kernel";
import type { InstrumentCommand, InstrumentFilter } from "@zhenggai/domain/supervision";
import { describe, expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { newId, person, testServices } from "../testing/index.ts";
import {
	accepted,
	buildWorld,
	CITY,
	COUNTY,
	cityOffice,
	countyOffice,
	otherCity,
	provOffice,
	registration,
	rulesOf,
} from "../testing/ledger.ts";

const { services, dependencies, setNow } = await testServices();
const world = await buildWorld(services);
const { supervision } = services;
const group = person("leadingGroup", CITY);
const cityEco = person("leadUnit", CITY, world.units.cityEco);
const cityWater = person("respUnit", CITY, world.units.cityWater);
const TODAY = IsoDate.parse(dependencies.now().slice(0, 10));

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

const draftOf = (
	issueId: IssueId,
	more: Partial<Extract<InstrumentCommand, { type: "draftInstrument" }>> = {},
) =>
	({
		type: "draftInstrument",
		instrumentId: InstrumentId.parse(newId()),
		issueId,
		kind: "reminderLetter",
		title: "关于加快整改进度的提醒函",
		body: "请书面回复整改进展。",
		cause: { rules: ["WRN-02"], text: "首次黄牌", skipsRungReason: null },
		addresseeUnitIds: [world.units.cityEco],
		...more,
	}) as const satisfies InstrumentCommand;

const run = (who: typeof cityOffice, id: InstrumentId, command: InstrumentCommand, expectedVersion: number) =>
	supervision.commandInstrument(who, id, command, { expectedVersion });
const issueIt = {
	type: "issueInstrument",
	documentNumber: "函〔2026〕1号",
	signer: "沈岚",
	limitOn: null,
	replyAsked: true,
} as const;
const list = (
	who: typeof cityOffice,
	filter: InstrumentFilter = {},
	more: { cursor?: string; limit?: number } = {},
) => supervision.listInstruments(who, { filter, limit: 50, ...more });
const errorOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(thrown: unknown) => (thrown instanceof ServiceError ? thrown.code : String(thrown)),
	);

/** A letter that went out today. */
async function sent(issueId: IssueId): Promise<InstrumentId> {
	const draft = draftOf(issueId);
	accepted(await run(cityOffice, draft.instrumentId, draft, 0));
	accepted(await run(cityOffice, draft.instrumentId, { ...issueIt, on: TODAY }, 1));
	return draft.instrumentId;
}

describe("one instrument", () => {
	it("goes from the draft to its end, and its page, history and issue tell it", async () => {
		const issueId = await newIssue();
		const id = await sent(issueId);
		const unit = world.units.cityEco;
		accepted(await run(cityEco, id, { type: "acknowledgeInstrument", unitId: unit }, 2));
		accepted(
			await run(cityEco, id, { type: "replyInstrument", text: "已完成截污方案。", evidenceIds: [] }, 3),
		);
		expect(rulesOf(await run(cityOffice, id, { type: "liftInstrument", reason: "已落实" }, 4))).toEqual([
			"SUP-05",
		]);
		accepted(await run(cityOffice, id, { type: "verifyReply", verdict: "accepted", reason: "现场核实" }, 4));
		const done = accepted(await run(cityOffice, id, { type: "liftInstrument", reason: "已落实" }, 5));
		expect(done.row).toMatchObject({
			state: "lifted",
			version: 6,
			addressees: [{ name: "青屏市生态环境局" }],
			regionName: "青屏市",
		});
		expect((await supervision.getInstrument(provOffice, id)).instrument).toEqual(done.instrument);
		const { items, more } = await supervision.listInstrumentHistory(cityOffice, {
			instrumentId: id,
			limit: 4,
		});
		expect(items.map(({ type }) => type)).toEqual([
			"instrumentLifted",
			"replyAccepted",
			"instrumentReplied",
			"instrumentAcknowledged",
		]);
		expect(items.at(-1)?.summary.zh).toBe("青屏市生态环境局签收");
		expect(more).toBe(true);
		const page = await services.issues.getIssue(cityOffice, issueId);
		expect(page.instruments.map((row) => row.id)).toEqual([id]);
		expect(page).toMatchObject({ schedule: "notStarted", light: { light: "none", colour: null } });
	});

	it("the issue's page shows nobody an instrument that its list and its own page keep from him", async () => {
		const issueId = await newIssue({
			assignments: (["lead", "responsible"] as const).map((role) => ({
				id: AssignmentId.parse(newId()),
				role,
				kind: null,
				unitId: role === "lead" ? world.units.cityEco : world.units.cityWater,
				personId: null,
				from: TODAY,
			})),
		});
		const id = await sent(issueId);
		const works = person("enterprise", CITY, world.units.cityWater);
		expect(await errorOf(supervision.getInstrument(works, id))).toBe("NOT_FOUND");
		expect((await list(works, { issueId })).items).toEqual([]);
		expect((await services.issues.getIssue(works, issueId)).instruments).toEqual([]);
		const addressed = person("enterprise", CITY, world.units.cityEco);
		expect((await services.issues.getIssue(addressed, issueId)).instruments.map((row) => row.id)).toEqual([
			id,
		]);
	});

	it("the issue's page of an earlier day has it as it was then", async () => {
		const issueId = await newIssue();
		const before = dependencies.now();
		const id = await sent(issueId);
		const then = await services.issues.getIssue(cityOffice, issueId);
		setNow(new Date(Date.parse(before) + 2 * 86_400_000).toISOString());
		accepted(await run(cityEco, id, { type: "replyInstrument", text: "已完成。", evidenceIds: [] }, 2));
		const draft = draftOf(issueId, { kind: "supervisionLetter" });
		accepted(await run(cityOffice, draft.instrumentId, draft, 0));
		const now = await services.issues.getIssue(cityOffice, issueId);
		expect(now.instruments.map(({ state }) => state).toSorted()).toEqual(["drafted", "replied"]);
		const again = await services.issues.getIssue(cityOffice, issueId, TODAY);
		expect(again.instruments).toEqual(then.instruments);
		expect(again.proposals).toEqual(then.proposals);
		setNow(before);
	});

	it("a stale version is a conflict, a repeated key is answered once", async () => {
		const issueId = await newIssue();
		const id = await sent(issueId);
		const stale = await run(cityOffice, id, { type: "discardInstrument", reason: "重复" }, 1);
		expect(stale).toMatchObject({
			ok: false,
			conflict: { currentVersion: 2, changes: [{ type: "instrumentIssued" }] },
		});
		const draft = draftOf(issueId, { kind: "supervisionLetter" });
		const envelope = { expectedVersion: 0, idempotencyKey: newId() };
		const once = accepted(
			await supervision.commandInstrument(cityOffice, draft.instrumentId, draft, envelope),
		);
		const again = accepted(
			await supervision.commandInstrument(cityOffice, draft.instrumentId, draft, envelope),
		);
		expect(again).toEqual(once);
		expect((await list(cityOffice, { issueId })).items).toHaveLength(2);
	});

	it("nobody issues what the leading group has not approved", async () => {
		const issueId = await newIssue();
		const draft = draftOf(issueId, {
			kind: "circular",
			cause: { rules: ["WRN-03"], text: "红灯", skipsRungReason: "连续红灯" },
		});
		accepted(await run(cityOffice, draft.instrumentId, draft, 0));
		const issue = { ...issueIt, on: TODAY };
		expect(rulesOf(await run(cityOffice, draft.instrumentId, issue, 1))).toEqual(["SUP-01"]);
		accepted(await run(group, draft.instrumentId, { type: "approveInstrument", opinion: null }, 1));
		expect(accepted(await run(cityOffice, draft.instrumentId, issue, 2)).row.state).toBe("issued");
	});
});

describe("who sees what", () => {
	it("drafts are no business of the addressed unit, what was issued is", async () => {
		const issueId = await newIssue();
		const draft = draftOf(issueId);
		accepted(await run(cityOffice, draft.instrumentId, draft, 0));
		const ids = async (who: typeof cityOffice) => (await list(who, { issueId })).items.map((row) => row.id);
		expect(await ids(cityOffice)).toEqual([draft.instrumentId]);
		expect(await ids(cityEco)).toEqual([]);
		expect(await errorOf(supervision.getInstrument(cityEco, draft.instrumentId))).toBe("NOT_FOUND");
		expect((await services.issues.getIssue(cityEco, issueId)).instruments).toEqual([]);
		accepted(await run(cityOffice, draft.instrumentId, { ...issueIt, on: TODAY }, 1));
		expect(await ids(cityEco)).toEqual([draft.instrumentId]);
		expect(await ids(cityWater)).toEqual([draft.instrumentId]);
	});

	it("another city and a county above whose head it lies see nothing", async () => {
		const id = await sent(await newIssue());
		for (const who of [otherCity, countyOffice]) {
			expect(await errorOf(supervision.getInstrument(who, id))).toBe("NOT_FOUND");
			expect(await errorOf(run(who, id, { type: "liftInstrument", reason: "越权" }, 2))).toBe("NOT_FOUND");
			expect(await errorOf(supervision.listInstrumentHistory(who, { instrumentId: id, limit: 5 }))).toBe(
				"NOT_FOUND",
			);
			expect((await list(who)).items.map((row) => row.id)).not.toContain(id);
		}
		const elsewhere = draftOf(await newIssue());
		expect(await errorOf(run(otherCity, elsewhere.instrumentId, elsewhere, 0))).toBe("NOT_FOUND");
		expect(await errorOf(list({ kind: "anonymous" }))).toBe("NOT_SIGNED_IN");
	});
});

describe("lists", () => {
	it("page through everything once, in the order of the drafts, by unit, kind, state and region", async () => {
		const issueId = await newIssue({ region: COUNTY, tier: "county" });
		const made: string[] = [];
		for (let at = 0; at < 7; at++) {
			const draft = draftOf(issueId, {
				addresseeUnitIds: at % 2 === 0 ? [world.units.countyGov] : [world.units.cityWater],
			});
			accepted(await run(countyOffice, draft.instrumentId, draft, 0));
			made.push(draft.instrumentId);
		}
		const seen: string[] = [];
		let cursor: string | undefined;
		do {
			const page = await list(
				countyOffice,
				{ issueId },
				{ limit: 3, ...(cursor === undefined ? {} : { cursor }) },
			);
			seen.push(...page.items.map((row) => row.id));
			cursor = page.nextCursor ?? undefined;
		} while (cursor !== undefined);
		expect(seen).toEqual(made.toReversed());
		const of = async (filter: InstrumentFilter) =>
			(await list(cityOffice, { issueId, ...filter })).items.length;
		expect(await of({ unitId: world.units.countyGov })).toBe(4);
		expect(await of({ kinds: ["circular"] })).toBe(0);
		expect(await of({ states: ["drafted"] })).toBe(7);
		expect(await of({ region: COUNTY })).toBe(7);
		expect(await of({ region: CITY, view: "open" })).toBe(7);
		const first = await list(countyOffice, { issueId }, { limit: 3 });
		expect(await errorOf(list(countyOffice, {}, { cursor: first.nextCursor ?? "" }))).toBe("BAD_INPUT");
	});

	it("the late ones are listed from the day after, the longest waiting first, until they are answered", async () => {
		const before = dependencies.now();
		const issueId = await newIssue();
		const first = await sent(issueId);
		const due = (await supervision.getInstrument(cityOffice, first)).row.replyDueOn;
		if (due === null) throw new Error("a letter asks for a reply");
		const late = async () =>
			(await list(cityOffice, { issueId, view: "overdueReply" })).items.map((row) => row.id);
		setNow(`${due}T02:00:00.000Z`);
		expect(await late()).toEqual([]);
		setNow(`${due}T16:00:00.000Z`);
		expect(await late()).toEqual([first]);
		const page = await services.issues.getIssue(cityOffice, issueId);
		expect(page.proposals).toMatchObject([
			{ kind: "supervisionLetter", follows: first, reasons: [{ rule: "SUP-09" }] },
		]);
		expect((await services.issues.getIssue(cityEco, issueId)).proposals).toEqual([]);
		accepted(await run(cityEco, first, { type: "replyInstrument", text: "迟复说明。", evidenceIds: [] }, 2));
		expect(await late()).toEqual([]);
		accepted(await run(cityOffice, first, { type: "verifyReply", verdict: "rejected", reason: "未落实" }, 3));
		expect(await late()).toEqual([first]);
		setNow(before);
	});
});

describe("lights on the issue's page", () => {
	it("overdue is red with what clears it, recorded by the office, contested by the owner, decided by the office", async () => {
		const before = dependencies.now();
		const issueId = await newIssue();
		setNow("2030-01-10T02:00:00.000Z");
		const now = await services.issues.getIssue(cityOffice, issueId);
		expect(now).toMatchObject({
			schedule: "overdue",
			light: { light: "red", colour: "red", recorded: "none" },
		});
		expect(now.light.reasons[0]).toMatchObject({ rule: "WRN-03", clears: { zh: "完成整改并通过验收" } });
		const command = (
			who: typeof cityOffice,
			command: Parameters<typeof services.issues.commandIssue>[2],
			expectedVersion: number,
		) => services.issues.commandIssue(who, issueId, command, { expectedVersion });
		const { version } = now.row;
		const lit = accepted(await command(cityOffice, { type: "recordLight", cycle: null }, version));
		expect(lit.light.recorded).toBe("red");
		const contestId = ContestId.parse(newId());
		const contest = { type: "contestLight", contestId, reason: "已按新时限办理" } as const;
		accepted(await command(cityEco, contest, version + 1));
		const verdict = {
			type: "decideContest",
			contestId,
			verdict: "upheld",
			light: "yellow",
			reason: "情况属实",
		} as const;
		const decided = accepted(await command(cityOffice, verdict, version + 2));
		expect(decided.light).toMatchObject({
			light: "yellow",
			recorded: "yellow",
			reasons: [{ rule: "WRN-05" }],
		});
		setNow("2030-01-26T02:00:00.000Z");
		expect((await services.issues.getIssue(cityOffice, issueId)).light).toMatchObject({
			light: "red",
			recorded: "yellow",
		});
		setNow(before);
	});
});
