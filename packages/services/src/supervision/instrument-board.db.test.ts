import { AssignmentId, InstrumentId, IsoDate } from "@zhenggai/domain/kernel";
import {
	type InstrumentChange,
	type InstrumentCommand,
	type InstrumentFilter,
	InstrumentStage,
} from "@zhenggai/domain/supervision";
import { afterEach, describe, expect, it } from "vitest";
import { newId, person, testServices } from "../testing/index.ts";
import { accepted, buildWorld, CITY, cityOffice, otherCity, registration } from "../testing/ledger.ts";

const { services, dependencies, setNow } = await testServices();
const world = await buildWorld(services);
const { supervision } = services;
const group = person("leadingGroup", CITY);
const cityEco = person("leadUnit", CITY, world.units.cityEco);
const TODAY = IsoDate.parse(dependencies.now().slice(0, 10));

const registered = registration(world, {
	assignments: (["lead", "supervising"] as const).map((role) => ({
		id: AssignmentId.parse(newId()),
		role,
		kind: null,
		unitId: role === "lead" ? world.units.cityEco : world.units.cityGov,
		personId: null,
		from: TODAY,
	})),
});
const issue = accepted(
	await services.issues.commandIssue(cityOffice, registered.issueId, registered, { expectedVersion: 0 }),
);

const run = async (who: typeof cityOffice, id: InstrumentId, command: InstrumentCommand) => {
	const version = command.type === "draftInstrument" ? 0 : await versionOf(id);
	accepted(await supervision.commandInstrument(who, id, command, { expectedVersion: version }));
};
const versionOf = async (id: InstrumentId) =>
	(await supervision.getInstrument(cityOffice, id)).instrument.version;

async function draft(kind: "reminderLetter" | "circular" | "listedSupervision" = "reminderLetter") {
	const id = InstrumentId.parse(newId());
	await run(cityOffice, id, {
		...{ type: "draftInstrument", instrumentId: id, issueId: registered.issueId, kind },
		...{ title: "关于加快整改的函", body: "请书面回复。", addresseeUnitIds: [world.units.cityEco] },
		cause: { rules: [], text: "进度滞后", skipsRungReason: "情况紧急" },
	});
	return id;
}
const issuing = { type: "issueInstrument", documentNumber: "函〔2026〕1号", signer: "沈岚" } as const;
const send = async (id: InstrumentId, more: { replyAsked?: boolean; limitOn?: IsoDate } = {}) =>
	run(cityOffice, id, { ...issuing, on: TODAY, replyAsked: true, limitOn: null, ...more });
const list = (filter: InstrumentFilter, limit = 50) =>
	supervision.listInstruments(cityOffice, { filter, limit });
const approve = (id: InstrumentId) => run(group, id, { type: "approveInstrument", opinion: null });
const receive = (id: InstrumentId) =>
	run(cityEco, id, { type: "acknowledgeInstrument", unitId: world.units.cityEco });
const answer = (id: InstrumentId) =>
	run(cityEco, id, { type: "replyInstrument", text: "已完成。", evidenceIds: [] });

const stops: AbortController[] = [];
const NOW = dependencies.now();
afterEach(() => {
	setNow(NOW);
	for (const stop of stops.splice(0)) stop.abort();
});

describe("the board", () => {
	it("lists and counts every instrument in the one stage that the domain gives it, on any day", async () => {
		await draft();
		await draft("circular");
		const approved = await draft("circular");
		await approve(approved);
		const sent = await draft();
		await send(sent);
		const unasked = await draft("circular");
		await approve(unasked);
		await send(unasked, { replyAsked: false });
		await receive(unasked);
		const listed = await draft("listedSupervision");
		await approve(listed);
		await send(listed, { limitOn: IsoDate.parse(`${Number(TODAY.slice(0, 4)) + 0}-12-01`) });
		const received = await draft();
		await send(received);
		await receive(received);
		const replied = await draft();
		await send(replied);
		await answer(replied);
		const over = await draft();
		await run(cityOffice, over, { type: "discardInstrument", reason: "重复" });
		for (const day of [TODAY, IsoDate.parse("2031-01-02")]) {
			setNow(`${day}T02:00:00.000Z`);
			const all = await list({});
			expect(all.total).toEqual({ count: 9, exact: true });
			for (const stage of InstrumentStage.options) {
				const page = await list({ stages: [stage] }, 1);
				const own = all.items.filter((row) => row.stage === stage);
				expect([stage, page.total.count]).toEqual([stage, own.length]);
				expect(page.items.every((row) => row.stage === stage)).toBe(true);
			}
		}
		expect((await list({ stages: ["late"] })).items.map(({ id }) => id).toSorted()).toEqual(
			[sent, listed, received].toSorted(),
		);
		expect((await list({ stages: ["late", "toLift"] })).total.count).toBe(4);
		expect((await list({ stages: ["over"] })).items[0]).toMatchObject({ issueNumber: issue.row.number });
	});

	it("is followed live, through its filter, and by nobody who does not see it", async () => {
		const { liveFrom } = await list({});
		const follow = (who: typeof cityOffice, filter?: InstrumentFilter) => {
			const stop = new AbortController();
			stops.push(stop);
			const seen: InstrumentChange[] = [];
			void (async () => {
				for await (const change of supervision.watchInstruments(
					who,
					{ after: liveFrom, filter },
					stop.signal,
				))
					seen.push(change);
			})();
			return seen;
		};
		const office = follow(cityOffice, { stages: ["toIssue"] });
		const [unit, elsewhere] = [follow(cityEco), follow(otherCity)];
		const id = await draft();
		await expect.poll(() => office.at(-1)?.row?.id).toBe(id);
		await send(id);
		await expect.poll(() => unit.at(-1)?.row?.stage).toBe("toAcknowledge");
		await expect.poll(() => office.at(-1)).toMatchObject({ instrumentId: id, version: 2, row: null });
		// The unit heard of what was sent to it, and never saw it as a draft: who comes late to the draft's entry is shown
		// what it has become.
		expect(new Set(unit.map(({ instrumentId }) => instrumentId))).toEqual(new Set([id]));
		expect(unit.map(({ row }) => row?.stage)).not.toContain("toIssue");
		expect(unit.at(-1)?.types).toContain("instrumentIssued");
		expect(elsewhere).toEqual([]);
	});

	it("its chain can be checked by whoever sees it", async () => {
		const id = await draft();
		await send(id);
		expect(await services.journal.verifyInstrument(cityEco, id)).toEqual({
			whole: true,
			firstBroken: null,
			events: 2,
		});
		await expect(services.journal.verifyInstrument(otherCity, id)).rejects.toThrow();
	});
});
