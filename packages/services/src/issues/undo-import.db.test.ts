import { type Actor, ImportId, type Outcome } from "@zhenggai/domain/kernel";
import { verifyChains } from "@zhenggai/storage";
import { beforeEach, describe, expect, it } from "vitest";
import { ServiceError } from "../errors.ts";
import { newId, testServices } from "../testing/index.ts";
import {
	accepted,
	auditor,
	buildWorld,
	CITY,
	COUNTY,
	cityOffice,
	countyOffice,
	otherCity,
	provOffice,
	register,
	rulesOf,
	run,
	type World,
} from "../testing/ledger.ts";
import { choicesFor, finding, type PlanItem, planText, preview } from "../testing/plan.ts";

const { services, database, setNow, another } = await testServices();
let world: World;

beforeEach(async () => {
	const { rows } = await database.pool.query<{ name: string }>(
		"SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname = 'ledger'",
	);
	await database.pool.query(`TRUNCATE ${rows.map(({ name }) => name).join(", ")}`);
	setNow("2026-03-02T01:00:00.000Z");
	world = await buildWorld(services);
});

const plan = (count: number, more: Partial<PlanItem> = {}): PlanItem[] =>
	Array.from({ length: count }, (_, at) => ({
		statement: finding(at),
		units: ["市水务局", "松泉县政府"],
		supervising: ["省生态环境厅"],
		leader: "沈知远",
		...more,
	}));

/** Reads a plan and brings it onto the ledger. */
async function bring(items: readonly PlanItem[], actor = cityOffice): Promise<ImportId> {
	const { draft } = await preview(world, actor, planText(items));
	accepted(await services.issues.applyImport(actor, draft.id, { justification: "按公开方案入账" }));
	return draft.id;
}
const undo = (importId: ImportId, reason = "导错了文件", actor: Actor = cityOffice) =>
	services.issues.undoImport(actor, importId, reason, {});
const listed = async (filter: Parameters<typeof services.issues.listIssues>[1]["filter"] = {}) =>
	(await services.issues.listIssues(provOffice, { filter, sort: "number", descending: false, limit: 200 }))
		.items;
const errorOf = (work: Promise<unknown>) =>
	work.then(
		() => null,
		(thrown: unknown) => (thrown instanceof ServiceError ? thrown.code : String(thrown)),
	);
const messages = (outcome: Outcome<unknown>) =>
	outcome.ok ? [] : outcome.refusals.map(({ message }) => message.zh);

describe("undoing an import that registered issues", () => {
	it("voids them, gives their numbers back, and the same document then proposes all of it as new", async () => {
		const importId = await bring(plan(5));
		const [first] = await listed();
		const shown = await services.issues.previewUndoImport(cityOffice, importId);
		expect(shown.summary).toEqual({ voided: 5, restored: 0, nothing: 0, obstructed: 0 });
		expect(shown.blocking).toEqual([]);
		expect(shown.stays).toEqual({ inspections: [], units: 0, people: 1 });
		expect(shown.items[0]).toMatchObject({ kind: "issue", number: "一", act: "void", changes: [] });
		setNow("2026-03-05T02:30:00.000Z");
		expect(accepted(await undo(importId))).toEqual({ importId, voided: 5, restored: 0 });

		expect(await listed()).toEqual([]);
		expect(await listed({ text: "监测超标" })).toEqual([]);
		expect(await listed({ importId })).toHaveLength(5);
		expect((await listed({ states: ["withdrawn"] })).map(({ lifecycle }) => lifecycle)).toEqual(
			Array.from({ length: 5 }, () => "withdrawn"),
		);
		const [inspection] = await services.issues.listInspections(provOffice);
		expect(inspection?.issueCount).toBe(0);
		if (first === undefined) throw new Error("an issue");
		const detail = await services.issues.getIssue(provOffice, first.id);
		expect(detail.ending).toEqual({ kind: "voided", importId, reason: "导错了文件" });
		expect(detail.actions.some(({ allowed }) => allowed)).toBe(false);
		const { items } = await services.issues.listHistory(provOffice, { issueId: first.id, limit: 10 });
		expect(items[0]).toMatchObject({
			type: "issueEnded",
			summary: { zh: "登记作废：登记它的导入已撤销" },
			reason: "导错了文件",
			importId,
		});
		const record = (await services.issues.listImports(cityOffice)).find(({ id }) => id === importId);
		expect(record).toMatchObject({
			state: "undone",
			undone: { at: "2026-03-05T02:30:00.000Z", by: "cityOffice 680100", reason: "导错了文件" },
		});

		const again = await preview(world, cityOffice, planText(plan(5)));
		expect(again.preview.summary).toEqual({ new: 5, changed: 0, same: 0, refused: 0, vanished: 0 });
		accepted(await services.issues.applyImport(cityOffice, again.draft.id, { justification: "按公开方案" }));
		expect(await listed()).toHaveLength(5);
		expect((await verifyChains(database)).broken).toEqual([]);
	});

	it("is held up by work done since, told item by item, and then changes nothing", async () => {
		const importId = await bring(plan(3));
		const [, second] = await listed();
		if (second === undefined) throw new Error("an issue");
		const detail = await services.issues.getIssue(cityOffice, second.id);
		setNow("2026-03-04T03:15:00.000Z");
		accepted(
			await run(world, cityOffice, detail, {
				type: "amendIssue",
				changes: { remarks: "已约谈" },
				reason: "补记",
				importId: null,
			}),
		);
		const shown = await services.issues.previewUndoImport(cityOffice, importId);
		expect(shown.summary).toEqual({ voided: 2, restored: 0, nothing: 0, obstructed: 1 });
		expect(shown.blocking.map(({ rule }) => rule)).toEqual(["UNDO_OBSTRUCTED"]);
		expect(shown.items[0]).toMatchObject({
			id: second.id,
			obstacles: [
				{ rule: "TOUCHED_SINCE", by: "cityOffice 680100", at: "2026-03-04T03:15:00.000Z", importId: null },
			],
		});
		const outcome = await undo(importId);
		expect(messages(outcome)).toEqual(["第二项：2026年3月4日 11:15 cityOffice 680100“更正要素”"]);
		expect(await listed()).toHaveLength(3);
		expect((await services.issues.listImports(cityOffice))[0]?.state).toBe("applied");
	});

	it("is held up by issues that hang below or were put into one of them", async () => {
		const importId = await bring(plan(3));
		const [first, second] = await listed();
		if (first === undefined || second === undefined) throw new Error("issues");
		await register(world, { number: "9", region: COUNTY, tier: "county", parentId: first.id }, provOffice);
		const other = await register(world, { number: "77", region: CITY, tier: "city" });
		accepted(
			await run(world, cityOffice, other, { type: "carryOverIssue", to: second.id, reason: "转入新一轮" }),
		);
		expect(messages(await undo(importId))).toEqual(["第一项：第9项挂在其下", "第二项：第77项已转入"]);
	});
});

describe("undoing an import that changed issues", () => {
	const corrected = (items: PlanItem[]): PlanItem[] =>
		items.map((item, at) =>
			at === 0
				? { ...item, goal: "全部完成截污，断面达到Ⅱ类。", supervising: ["市生态环境局"] }
				: at === 1
					? { ...item, measures: ["开展全面排查，建立问题台账。", "逐户签订承诺书。"] }
					: item,
		);

	it("brings back what stood before, and what it had brought stays in the history", async () => {
		await bring(plan(3));
		const before = await listed();
		const importId = await bring(corrected(plan(3)));
		const changed = await listed();
		expect(changed[0]).toMatchObject({
			goal: "全部完成截污，断面达到Ⅱ类。",
			supervisingUnits: ["青屏市生态环境局"],
		});
		const shown = await services.issues.previewUndoImport(cityOffice, importId);
		expect(shown.summary).toEqual({ voided: 0, restored: 2, nothing: 0, obstructed: 0 });
		expect(shown.items[0]?.changes).toMatchObject([
			{ field: "goal", from: "全部完成截污，断面达到Ⅱ类。", to: "问题整改到位，长效机制建立。" },
			{ field: "supervising", from: "青屏市生态环境局", to: "岚江省生态环境厅" },
		]);
		expect(accepted(await undo(importId))).toEqual({ importId, voided: 0, restored: 2 });
		const plain = (rows: typeof before) => rows.map(({ version, updatedAt, ...row }) => row);
		const after = await listed();
		expect(plain(after)).toEqual(plain(before));
		const [first] = after;
		if (first === undefined) throw new Error("an issue");
		const { items } = await services.issues.listHistory(provOffice, { issueId: first.id, limit: 10 });
		expect(items[0]).toMatchObject({ type: "importUndone", importId, reason: "导错了文件" });
		expect(items[0]?.changes.map(({ from, to }) => [from, to])).toContainEqual([
			"青屏市生态环境局",
			"岚江省生态环境厅",
		]);
		expect(await listed({ text: "承诺书" })).toEqual([]);
		const again = await preview(world, cityOffice, planText(corrected(plan(3))));
		expect(again.preview.summary).toMatchObject({ changed: 2, same: 1 });
	});

	it("wants a later import undone first, and then undoes both", async () => {
		const first = await bring(plan(2));
		const second = await bring(corrected(plan(2)));
		const outcome = await undo(first);
		expect(rulesOf(outcome)).toEqual(["LATER_IMPORT", "LATER_IMPORT"]);
		expect(outcome.ok ? [] : outcome.refusals.map(({ clears }) => clears.zh)).toEqual([
			"先撤销导入“粘贴的文本”",
			"先撤销导入“粘贴的文本”",
		]);
		accepted(await undo(second));
		expect(accepted(await undo(first))).toMatchObject({ voided: 2 });
	});

	it("gives a renumbered issue its number back, which nobody could take in between (DATA-01)", async () => {
		const statements = ["青石县渣库渗漏，下游断面镉、锌超标。", "澄川湖北岸餐饮废水直排，湖湾出现黑臭水体。"];
		const text = planText(statements.map((statement) => ({ ...plan(1)[0], units: ["市水务局"], statement })));
		const renumber = async () => {
			const { draft } = await preview(world, cityOffice, text.replace("二、澄川湖", "三、澄川湖"));
			accepted(await services.issues.applyImport(cityOffice, draft.id, { justification: "按公开方案" }));
			return draft.id;
		};
		const numbers = async () => (await listed()).map(({ number }) => number);
		const { draft } = await preview(world, cityOffice, text);
		accepted(await services.issues.applyImport(cityOffice, draft.id, { justification: "按公开方案" }));
		const renumbered = await renumber();
		expect(await numbers()).toEqual(["一", "三"]);
		accepted(await undo(renumbered));
		expect(await numbers()).toEqual(["一", "二"]);
		const again = await renumber();
		// The mandate keeps the number as it was printed first.
		const [other] = await listed();
		if (other === undefined) throw new Error("an issue");
		const detail = await services.issues.getIssue(cityOffice, other.id);
		const own = { central: null, province: null, city: "二", county: null };
		const taken = await run(world, cityOffice, detail, {
			type: "amendIssue",
			changes: { numberByTier: own },
			reason: "更正编号",
			importId: null,
		});
		expect(rulesOf(taken)).toEqual(["DATA-01"]);
		accepted(await undo(again));
	});
});

describe("who, once, and at the same time", () => {
	it("only an office of that place, with a reason, and only what was applied", async () => {
		const importId = await bring(plan(1));
		expect(await errorOf(undo(importId, "导错了", auditor))).toBe("NOT_ALLOWED");
		expect(await errorOf(undo(importId, "导错了", otherCity))).toBe("NOT_FOUND");
		expect(await errorOf(undo(importId, "导错了", countyOffice))).toBe("NOT_FOUND");
		expect(await errorOf(services.issues.previewUndoImport(auditor, importId))).toBe("NOT_ALLOWED");
		expect(await errorOf(services.issues.previewUndoImport(otherCity, importId))).toBe("NOT_FOUND");
		expect(await errorOf(undo(ImportId.parse(newId())))).toBe("NOT_FOUND");
		expect(rulesOf(await undo(importId, " 错 "))).toEqual(["REASON_MISSING"]);
		const { draft } = await preview(world, cityOffice, planText(plan(2)));
		expect(rulesOf(await undo(draft.id))).toEqual(["IMPORT_NOT_APPLIED"]);
		await services.issues.discardImport(cityOffice, draft.id);
		expect(rulesOf(await undo(draft.id))).toEqual(["IMPORT_NOT_APPLIED"]);
		accepted(await undo(importId, "导错了", provOffice));
		const twice = await undo(importId);
		expect(rulesOf(twice)).toEqual(["IMPORT_UNDONE"]);
		expect(messages(twice)).toEqual(["该导入已由provOffice 680000撤销"]);
		expect((await services.issues.previewUndoImport(cityOffice, importId)).blocking).toMatchObject([
			{ rule: "IMPORT_UNDONE" },
		]);
		expect(await errorOf(services.issues.discardImport(cityOffice, importId))).toBe("CONFLICT");
		const choices = choicesFor(world);
		expect(await errorOf(services.issues.previewImport(cityOffice, importId, choices))).toBe("CONFLICT");
		expect(rulesOf(await services.issues.applyImport(cityOffice, importId, {}))).toEqual(["IMPORT_UNDONE"]);
	});

	it("of two at once on two nodes exactly one does it; a repeated key is answered as the first time", async () => {
		const importId = await bring(plan(20));
		const other = await another();
		const outcomes = await Promise.all([
			undo(importId),
			other.issues.undoImport(provOffice, importId, "导错了", {}),
			undo(importId),
		]);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		expect(outcomes.flatMap(rulesOf)).toEqual(["IMPORT_UNDONE", "IMPORT_UNDONE"]);
		const second = await bring(plan(2));
		const envelope = { idempotencyKey: "undo-once-2026" };
		const done = accepted(await services.issues.undoImport(cityOffice, second, "导错了", envelope));
		expect(accepted(await services.issues.undoImport(cityOffice, second, "导错了", envelope))).toEqual(done);
	});

	it("meets somebody who works on one of the issues at the same moment: one of the two, never half", async () => {
		const importId = await bring(plan(8));
		const rows = await listed();
		const details = await Promise.all(rows.map(({ id }) => services.issues.getIssue(cityOffice, id)));
		const work = details.slice(0, 4).map((detail) =>
			run(world, cityOffice, detail, {
				type: "amendIssue",
				changes: { remarks: "已约谈" },
				reason: "补记",
				importId: null,
			}),
		);
		const [undone, ...others] = await Promise.all([undo(importId), ...work]);
		const left = await listed();
		if (undone?.ok === true) {
			expect(left).toEqual([]);
			expect(others.some(({ ok }) => ok)).toBe(false);
		} else {
			expect(left).toHaveLength(8);
			expect(others.some(({ ok }) => ok)).toBe(true);
		}
		expect((await verifyChains(database)).broken).toEqual([]);
	});

	it("undoes a thousand issues as one", async () => {
		const importId = await bring(plan(1000));
		const made = (await services.issues.listImports(cityOffice))[0]?.result?.created ?? 0;
		expect(made).toBeGreaterThan(990);
		const shown = await services.issues.previewUndoImport(cityOffice, importId);
		accepted(await undo(importId));
		expect(shown.summary.voided).toBe(made);
		expect(await listed()).toEqual([]);
	});
});
