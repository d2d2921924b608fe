import type { DrawCommand, DrawDetail } from "@zhenggai/domain/close-out";
import { type Actor, DrawId, type IssueId, LookBackId, type Outcome } from "@zhenggai/domain/kernel";
import { expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { closingLedger, day } from "../testing/closing.ts";
import { newId, person, testServices } from "../testing/index.ts";
import {
	accepted,
	auditor,
	CITY,
	cityOffice,
	countyOffice,
	otherCity,
	provOffice,
	rulesOf,
} from "../testing/ledger.ts";

const test = await testServices();
const { services } = test;
const { units, clerk, group, on, closed } = await closingLedger(test);
const checker = person("supUnit", CITY, units.provinceEco);

const send = async (
	who: Actor,
	id: DrawId,
	command: DrawCommand,
	more: { expectedVersion?: number; idempotencyKey?: string } = {},
): Promise<Outcome<DrawDetail>> => {
	const expectedVersion =
		command.type === "openDraw" ? 0 : (await services.closeOut.getDraw(provOffice, id)).row.version;
	return services.closeOut.commandDraw(who, id, command, { expectedVersion, ...more });
};
const open = (drawId: DrawId, more: Partial<Extract<DrawCommand, { type: "openDraw" }>> = {}) =>
	({
		type: "openDraw",
		drawId,
		region: CITY,
		from: day("2026-04-01"),
		to: day("2026-06-30"),
		basis: { kind: "declared", text: "青屏市2026年二季度" },
		...more,
	}) as const;
const result = (issueId: IssueId, more: object = {}): DrawCommand => ({
	type: "recordDrawn",
	issueId,
	lookBack: {
		...{ id: LookBackId.parse(newId()), on: day("2026-07-10"), result: "held", evidenceIds: [] },
		...{ record: "制度仍在执行", ...more },
	},
});
const codeOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(thrown: unknown) => (thrown instanceof ServiceError ? thrown.code : String(thrown)),
	);

const [one, two] = [await closed(), await closed()];

it("a quarter's close-outs are drawn, given to a unit, looked at again, and the result stands on the issue too", async () => {
	on("2026-06-20");
	const id = DrawId.parse(newId());
	const opened = accepted(await send(cityOffice, id, open(id)));
	expect(opened.row).toMatchObject({ state: "opened", frame: null, regionName: "青屏市" });
	const other = DrawId.parse(newId());
	expect(rulesOf(await send(cityOffice, other, open(other, { from: day("2026-06-01") })))).toEqual(["LB-03"]);
	expect(rulesOf(await send(cityOffice, id, { type: "freezeFrame" }))).toEqual(["LB-03"]);

	on("2026-07-01");
	const drawn = accepted(await send(cityOffice, id, { type: "freezeFrame" }));
	expect(drawn.frame).toMatchObject({ count: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
	expect(drawn.items.map(({ issueId }) => issueId).toSorted()).toEqual([one.row.id, two.row.id].toSorted());
	expect(drawn.items[0]).toMatchObject({ unitName: "青屏市生态环境局", checker: null });
	const again = await services.closeOut.repeatDraw(auditor, id);
	expect(again).toMatchObject({ frameSame: true, sampleSame: true, seed: "青屏市2026年二季度" });
	expect(again.items).toHaveLength(2);

	const ids = drawn.items.map(({ issueId }) => issueId);
	const given = { type: "assignChecker", issueIds: ids, name: null, dueOn: day("2026-07-31") } as const;
	expect(rulesOf(await send(cityOffice, id, { ...given, unitId: units.cityEco }))).toEqual([
		"SOD-01",
		"SOD-01",
	]);
	accepted(await send(cityOffice, id, { ...given, unitId: units.provinceEco }));

	on("2026-07-10");
	const asked = result(one.row.id, { result: "rebounded", record: "排口又在排放" });
	const recorded = accepted(await send(checker, id, asked, { idempotencyKey: "draw-check-0001" }));
	expect(recorded.row.progress).toMatchObject({ drawn: 2, checked: 1, open: 1, problems: 1 });
	const { closeOut } = await services.issues.getIssue(cityOffice, one.row.id);
	expect(closeOut.state.lookBacks).toMatchObject([{ occasion: "draw", result: "rebounded" }]);
	// The same request again: nothing happens twice.
	const repeated = await services.closeOut.commandDraw(checker, id, asked, {
		expectedVersion: recorded.row.version - 1,
		idempotencyKey: "draw-check-0001",
	});
	expect(accepted(repeated).row.version).toBe(recorded.row.version);

	// What the issue refuses, the draw does not have either.
	const future = result(two.row.id, { on: day("2026-07-11") });
	expect(rulesOf(await send(checker, id, future))).toEqual(["LB-05"]);
	expect((await services.closeOut.getDraw(cityOffice, id)).row.version).toBe(recorded.row.version);
	expect(rulesOf(await send(cityOffice, id, { type: "closeDraw", summary: "抽查完毕" }))).toEqual(["LB-02"]);
	accepted(await send(checker, id, result(two.row.id)));
	const ended = accepted(await send(cityOffice, id, { type: "closeDraw", summary: "一项反弹，已督促" }));
	expect(ended.row).toMatchObject({ state: "closed", progress: { checked: 2, problems: 1 } });

	const { items } = await services.closeOut.listDrawHistory(auditor, { drawId: id, limit: 3 });
	expect(items.map(({ type }) => type)).toEqual(["drawClosed", "drawnChecked", "drawnChecked"]);
	expect(items[0]?.reason).toBe("一项反弹，已督促");
	expect(await services.journal.verifyDraw(auditor, id)).toMatchObject({ whole: true, events: 7 });
});

it("draws are seen from their region upwards, and never by those whose work may be drawn", async () => {
	on("2026-07-02");
	const id = DrawId.parse(newId());
	const third = { from: day("2026-07-01"), to: day("2026-09-30") };
	accepted(await send(cityOffice, id, open(id, third)));
	const list = (who: Actor) => services.closeOut.listDraws(who, { filter: {}, limit: 1 });
	const page = await list(provOffice);
	expect(page.items.map((row) => row.id)).toEqual([id]);
	const next = await services.closeOut.listDraws(provOffice, {
		filter: {},
		limit: 1,
		cursor: page.nextCursor ?? "",
	});
	expect(next).toMatchObject({ items: [{ state: "closed" }], nextCursor: null });
	const cancelled = await services.closeOut.listDraws(provOffice, {
		filter: { states: ["cancelled"], region: CITY },
		limit: 10,
	});
	expect(cancelled.items).toEqual([]);
	for (const who of [otherCity, countyOffice]) {
		expect((await list(who)).items).toEqual([]);
		expect(await codeOf(services.closeOut.getDraw(who, id))).toBe("NOT_FOUND");
		expect(await codeOf(services.closeOut.repeatDraw(who, id))).toBe("NOT_FOUND");
		expect(await codeOf(services.journal.verifyDraw(who, id))).toBe("NOT_FOUND");
	}
	expect(await codeOf(list(clerk))).toBe("NOT_ALLOWED");
	expect(await codeOf(services.closeOut.getDraw(clerk, id))).toBe("NOT_ALLOWED");
	expect(await codeOf(list({ kind: "anonymous" }))).toBe("NOT_SIGNED_IN");
	expect(await codeOf(services.closeOut.repeatDraw(provOffice, id))).toBe("NOT_FOUND");
});

it("of two who open a draw for the same days at once one is refused", async () => {
	on("2026-10-02");
	const fourth = { from: day("2026-10-01"), to: day("2026-12-31") };
	const answers = await Promise.all(
		[cityOffice, provOffice].map((who) => {
			const id = DrawId.parse(newId());
			return send(who, id, open(id, fourth));
		}),
	);
	expect(answers.map((answer) => rulesOf(answer).join()).toSorted()).toEqual(["", "LB-03"]);
	const made = answers.flatMap((answer) => (answer.ok ? [answer.value.row.id] : []))[0];
	if (made === undefined) throw new Error("neither was opened");
	accepted(await send(cityOffice, made, { type: "cancelDraw", reason: "期间有误" }));
	const id = DrawId.parse(newId());
	accepted(await send(cityOffice, id, open(id, fourth)));
	on("2027-01-01");
	expect(rulesOf(await send(cityOffice, id, { type: "cancelDraw", reason: "结果不理想" }))).toEqual([
		"LB-03",
	]);
	expect(rulesOf(await send(cityOffice, id, { type: "freezeFrame" }))).toEqual(["LB-02"]);
	accepted(await send(group, id, { type: "cancelDraw", reason: "本季无销号问题" }));
});

it("with a published number the frame is frozen first, and drawn from when the number is there", async () => {
	const id = DrawId.parse(newId());
	on("2026-07-01");
	const basis = { kind: "public", source: "全国性彩票开奖号码", publishedOn: day("2026-07-03") } as const;
	const earlier = { from: day("2026-06-01"), to: day("2026-06-30"), basis };
	expect(rulesOf(await send(cityOffice, id, open(id, earlier)))).toEqual(["LB-03"]);
	const province = open(id, { ...earlier, region: provOffice.kind === "person" ? provOffice.region : CITY });
	accepted(await send(provOffice, id, province));
	accepted(await send(provOffice, id, { type: "freezeFrame" }));
	expect(rulesOf(await send(provOffice, id, { type: "drawLookBacks", seed: "01 02 03 04" }))).toEqual([
		"LB-03",
	]);
	on("2026-07-03");
	const drawn = accepted(await send(provOffice, id, { type: "drawLookBacks", seed: "07 11 19 23 28 30 05" }));
	expect(drawn.row.progress.drawn).toBe(2);
});
